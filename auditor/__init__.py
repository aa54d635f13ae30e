"""`auditor`: names, artifacts, provenance and drift in news copy that has crossed languages."""
