"""What the published figures mean: pure functions on a release, with pandas only."""
