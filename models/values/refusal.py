"""The one kind of error that is shown to people as it stands."""

from __future__ import annotations

from gettext import NullTranslations

from models.values.sentence import Sentence


class Refusal(Exception):
    """Something the person can mend: says in plain words what is wrong and what to do next.

    Any other exception is a fault of ours: it is logged with its context, never shown as if the person were to blame.
    """

    def __init__(self, text: str, **values: object) -> None:
        """`text` with its named places, which `values` fill; see `Sentence`."""
        super().__init__(text)
        self.sentence = Sentence(text, values)

    def said(self, words: NullTranslations) -> str:
        """In these words."""
        return self.sentence.said(words)

    def __str__(self) -> str:
        return self.said(NullTranslations())
