"""The statements that make the tables of a library."""
