"""Copies of a whole library: made, checked, kept for months, and put in its place again."""
