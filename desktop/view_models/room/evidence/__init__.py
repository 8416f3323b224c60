"""A picture or a file on the wall."""
