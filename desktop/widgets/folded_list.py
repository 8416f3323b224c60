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

    def end_word(self) -> None:
        """What is typed next begins another word, however soon it comes."""
        self._pause.stop()

    def keyboardSearch(self, search: str) -> None:
        """Letters in one breath are one word; a letter again, where no word has it twice, goes on to the next."""
        in_one_breath = self._pause.isActive()
        self._typed = self._typed + search if in_one_breath else search
        self._pause.start(QApplication.keyboardInputInterval())
        model = self.model()
        texts = {row: str(model.index(row, 0).data(Qt.ItemDataRole.DisplayRole)) for row in range(model.rowCount())}
        found, here = agreeing(self._typed, texts), self.currentIndex().row()
        if not found and len(set(folded(self._typed))) == 1:
            found, in_one_breath = agreeing(search, texts), False
        if found:
            row = next((row for row in found if row >= here + (not in_one_breath)), found[0])
            self.setCurrentIndex(model.index(row, 0))
