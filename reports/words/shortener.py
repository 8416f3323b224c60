"""Cuts what people wrote to a length, for the documents that have to hold on a page or two."""

from __future__ import annotations

from reports.words.text import one_line, shortened

SHORTEST_NAME = 20
OWN_WORDS = 120
"""Characters that a sentence of ours takes around what people wrote."""


class Shortener:
    """Shortens to one limit, and remembers whether it ever had to. Without a limit, texts stay whole."""

    def __init__(self, most: int | None = None) -> None:
        """`most` is in characters."""
        self.most, self.used = most, False

    def __call__(self, text: str) -> str:
        """A text on one line, ending in … where something was cut."""
        return self._cut(text, self.most)

    def name(self, text: str) -> str:
        """The same for a name, which has less room."""
        return self._cut(text, None if self.most is None else max(self.most // 4, SHORTEST_NAME))

    def sentence(self, text: str) -> str:
        """The same for a sentence of ours with a text in it."""
        return self._cut(text, None if self.most is None else self.most + OWN_WORDS)

    def _cut(self, text: str, most: int | None) -> str:
        if most is None:
            return text
        line = one_line(text)
        kept = shortened(line, most)
        self.used = self.used or kept != line
        return kept
