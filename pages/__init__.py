"""One file a page: it asks, lays out and explains; it computes nothing and builds no chart."""
