"""Build the boundary files that the maps draw; the keeper's tool, imported by no page."""
