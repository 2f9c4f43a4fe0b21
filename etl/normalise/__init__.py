"""From what a cell says to what it means: names to codes, texts to numbers, headings to components."""
