"""Names across languages: romanize, invert, compare, explain."""
