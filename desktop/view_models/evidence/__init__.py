"""Photos and files beside what they back: taken in, looked at, taken out."""
