"""Photos and files beside what they back: the strip that every page with such a place shows."""
