"""Engagements handed over, taken in and merged: acts read from the log, and kept where they come from elsewhere."""
