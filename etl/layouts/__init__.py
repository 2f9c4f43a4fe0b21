"""How a grid is laid out: each layout gives the figures of a grid with what stands beside them."""
