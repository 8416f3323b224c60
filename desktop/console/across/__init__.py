"""All pilots side by side."""
