"""Engagements handed over and taken in, in the words of the engagement."""
