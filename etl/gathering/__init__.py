"""Gathering: publishers' files from their addresses into data/raw/, each with a record of where it came from."""
