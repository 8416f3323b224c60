"""A photo or a file on the wall."""
