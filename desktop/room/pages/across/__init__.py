"""Pages between the meetings."""
