"""From publishers' files to a checked release: read, import, check, publish, export, status."""
