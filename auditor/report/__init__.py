"""Reports: each a pure function of the audit record."""
