"""Fields whose choice lives in the address."""
