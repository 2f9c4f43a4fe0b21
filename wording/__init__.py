"""How a figure, a name or a finding is said in Vietnamese and in English."""
