"""A province's own results: read from a file in memory, and made into a release that `indicators` answers from."""
