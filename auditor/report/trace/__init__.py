"""Where each article comes from: what it states and what is inferred, as rows, text and graphs."""
