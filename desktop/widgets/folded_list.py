"""A list in which letters choose, whatever their case and accents."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QListView

from models.values.folding import agreeing, folded


class FoldedList(QListView):
    """By the beginning of an entry, of its words, or by their initials, as cells of registers understand a name."""

    def __init__(self) -> None:
        super().__init__()
        self._typed = ""
        self._pause = QTimer(self, singleShot=True)

    def keyboardSearch(self, search: str) -> None:
        """The same letter again goes on to the next that agrees; letters in one breath are one word."""
        goes_on = self._pause.isActive() and folded(search) != folded(self._typed)
        self._typed = self._typed + search if goes_on else search
        self._pause.start(QApplication.keyboardInputInterval())
        model = self.model()
        texts = {row: str(model.index(row, 0).data(Qt.ItemDataRole.DisplayRole)) for row in range(model.rowCount())}
        found = agreeing(self._typed, texts)
        if not found:
            return
        here = self.currentIndex().row() + (not goes_on)
        row = next((row for row in found if row >= here), found[0])
        self.setCurrentIndex(model.index(row, 0))
