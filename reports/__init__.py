"""What is taken to a meeting: slides, workbook, brief, pictures."""
