"""The facts in two columns, or below one another where there is no room for two; then texts over the whole width."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop.widgets.labels import label
from desktop.widgets.parts.scale import scaled
from models.frozen import frozen

ABOVE_NAME, ABOVE_TEXTS = 6, 8
"""Pixels above each name, so that it stands on the line of what it names; and between facts and texts."""
BETWEEN_FACTS, AFTER_NAME = 18, 4
"""Pixels free before the second column of names, and behind each name."""
BEFORE_TEXT = 9
"""Pixels of a field before its text: it stands so far out that the text stands on the page's line."""
LEAST = 96
"""Pixels, at a scale of 1, of what people wrote beside other facts."""


@frozen
class Fact:
    """One of them, with its name; `wide`: pixels across with which it is whole, where it never ends early."""

    name: str
    part: QWidget
    wide: Callable[[], int]
    whole: bool = False


class FactsGrid(QGridLayout):
    """Two columns have as much of the width as what stands in them needs."""

    def __init__(self, facts: Sequence[Fact], texts: Sequence[tuple[str, QWidget, QWidget]]) -> None:
        """`texts`: each with its name, the field, and what is laid out for it."""
        super().__init__()
        self._facts = [(fact, _caption(fact.name, fact.part)) for fact in facts]
        self._texts = [(_caption(name, field), text) for name, field, text in texts]
        self._columns = 0
        self.setContentsMargins(BEFORE_TEXT, 0, 0, 0)
        self.setHorizontalSpacing(AFTER_NAME)
        self.setVerticalSpacing(0)
        self._place(2)

    def fit(self, width: int) -> None:
        """Into so many pixels."""
        columns = 2 if width >= self._least(2) else 1
        if columns != self._columns:
            self._place(columns)
        if columns == 2:
            for column in range(2):
                self.setColumnStretch(2 * column + 1, max(fact.wide() for fact, _ in self._facts[column::2]))

    def least(self) -> int:
        """Pixels across in which all has its place, below one another."""
        return self._least(1)

    def _least(self, columns: int) -> int:
        found = BEFORE_TEXT + (columns - 1) * (AFTER_NAME + BETWEEN_FACTS)
        for column in range(columns):
            of = self._facts[column::columns]
            captions = [caption for _, caption in of] + [caption for caption, _ in self._texts if not column]
            names = max(caption.sizeHint().width() - caption.contentsMargins().left() for caption in captions)
            found += names + AFTER_NAME + max(_least_of(fact) for fact, _ in of)
        return found

    def _place(self, columns: int) -> None:
        top, first, across = Qt.AlignmentFlag.AlignTop, -(-len(self._facts) // columns), 2 * columns - 1
        self.setRowMinimumHeight(-(-len(self._facts) // max(self._columns, 1)), 0)
        self._columns = columns
        for place, (fact, caption) in enumerate(self._facts):
            row, column = place // columns, place % columns * 2
            caption.setContentsMargins(BETWEEN_FACTS if column else 0, ABOVE_NAME, 0, 0)
            self.addWidget(caption, row, column, top)
            self.addWidget(fact.part, row, column + 1, top)
        self.setRowMinimumHeight(first, ABOVE_TEXTS)
        for row, (caption, text) in enumerate(self._texts, first + 1):
            self.addWidget(caption, row, 0, top)
            self.addWidget(text, row, 1, 1, across)
        for column in range(2):
            self.setColumnStretch(2 * column + 1, int(column < columns))


def _least_of(fact: Fact) -> int:
    return fact.wide() if fact.whole else min(fact.wide(), scaled(fact.part, LEAST))


def _caption(name: str, field: QWidget) -> QLabel:
    caption = label(name, "label")
    caption.setContentsMargins(0, ABOVE_NAME, 0, 0)
    caption.setBuddy(field)
    return caption
