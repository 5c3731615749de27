"""How English news speaks of a ceasefire: its names, what is done to one and what one does, and in which mood it is told."""
