"""The glossary: concepts and their terms, kept in TOML files that people edit and git merges."""
