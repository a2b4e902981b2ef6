"""HTTP basics shared by all endpoints: host, canonical address, language, date and encoding of a request."""
