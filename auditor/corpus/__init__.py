"""Stories, alignment and similarity over a set of articles."""
