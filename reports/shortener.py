"""Cuts what people wrote to a length, for the documents that have to hold on a page or two."""

from __future__ import annotations

from reports.text import one_line, shortened


class Shortener:
    """Shortens to one limit, and remembers whether it ever had to."""

    def __init__(self, most: int) -> None:
        """`most` is in characters."""
        self.most, self.used = most, False

    def __call__(self, text: str) -> str:
        """The text on one line, ending in … where something was cut."""
        line = one_line(text)
        kept = shortened(line, self.most)
        self.used = self.used or kept != line
        return kept
