"""Which of the engagements are listed: all, those in which something presses, the archive."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from desktop.system.long_text import as_tip
from desktop.view_models.library.shelves import Shelf
from desktop.widgets.labels import button
from desktop.widgets.parts.act import BEFORE_KEY
from desktop.words import gettext, pgettext


class ShelfChoice(QWidget):
    """Words with how many stand there."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        names = {
            Shelf.ALL: (pgettext("engagements", "All"), gettext("Show all engagements")),
            Shelf.PRESSING: (gettext("Needs you"), gettext("Show what is overdue, held up or on this week")),
            Shelf.ARCHIVE: (pgettext("what is put away", "Archive"), gettext("Show the archive")),
        }
        self._group, self._names = QButtonGroup(self), {shelf: name for shelf, (name, _) in names.items()}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(24)
        for place, (shelf, (name, said)) in enumerate(names.items()):
            made = button(name, "tab")
            made.setAccessibleName(said)
            made.setToolTip(as_tip(said))
            made.setCheckable(True)
            made.setChecked(shelf is Shelf.ALL)
            made.clicked.connect(partial(self._choose, shelf))
            self._group.addButton(made, place)
            line.addWidget(made)
        line.addStretch(1)

    def show_counts(self, counts: dict[Shelf, int]) -> None:
        """How many stand on each; none where that is not known."""
        for place, (shelf, name) in enumerate(self._names.items()):
            count = counts.get(shelf)
            self._group.button(place).setText(name if count is None else f"{name}{BEFORE_KEY}{count}")

    def _choose(self, shelf: Shelf, _: bool = False) -> None:
        self.chosen.emit(shelf)
