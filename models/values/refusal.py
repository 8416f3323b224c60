"""The one kind of error that is shown to people as it stands."""

from __future__ import annotations

from gettext import NullTranslations
from typing import TYPE_CHECKING

from models.values.sentence import Sentence

if TYPE_CHECKING:
    from typing import ClassVar


class Refusal(Exception):
    """Something the person can mend: says in plain words what is wrong and what to do next.

    Any other exception is a fault of ours: it is logged with its context, never shown as if the person were to blame.
    """

    passing: ClassVar[bool] = False
    """Whether the very same may be possible in a moment: a disk that is full, missing or held by somebody else."""

    def __init__(self, text: str, **values: object) -> None:
        """`text` with its named places, which `values` fill; see `Sentence`."""
        super().__init__(text)
        self.sentence = Sentence(text, values)

    def said(self, words: NullTranslations) -> str:
        """In these words."""
        return self.sentence.said(words)

    def __str__(self) -> str:
        return self.said(NullTranslations())


class RefusalInTwo(Refusal):
    """One sentence of the class says what happened and one what to do next, with named places."""

    happened: ClassVar[str]
    next_step: ClassVar[str]

    def __init__(self, **values: object) -> None:
        """`values` fill the named places in the two sentences."""
        super().__init__(self.happened, **values)

    def said(self, words: NullTranslations) -> str:
        """Both sentences in these words; a place that nothing fills by its name."""
        values = _Named({k: v.said(words) if isinstance(v, Sentence) else v for k, v in self.sentence.values.items()})
        return f"{words.gettext(self.happened)} {words.gettext(self.next_step)}".format_map(values)


class _Named(dict[str, object]):
    def __missing__(self, name: str) -> str:
        return f"({name})"
