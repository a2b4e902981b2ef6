"""Reading YAML key by key, with lines and whole sentences about what is wrong; the only home of yaml."""
