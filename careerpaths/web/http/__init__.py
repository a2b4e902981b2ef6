"""What any address of ours needs of a request: its host, its language, how it may be packed."""
