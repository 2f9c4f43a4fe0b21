"""Measures how long publishing takes and how much memory, and writes docs/benchmarks.md: `make bench`."""
