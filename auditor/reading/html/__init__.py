"""A web page as text that leads back to the file."""
