"""The head of a register, and how its columns share the width."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.console.playbook.register_model import RegisterModel
from desktop.system.long_text import breakable
from desktop.theme import Theme
from desktop.view_models.playbook.sheet import Place

ACROSS = 8
"""Pixels left and right of the text of a cell and of a title."""
LETTERS = {"number": 9, "percent": 9, "days": 9, "money": 12, "date": 14, "person": 14, "choice": 13, "part": 7}
TEXT_LETTERS = 24
"""How wide a column is beside the others, by its kind; text takes what is left."""
WIDEST_WORDS = {"date": "September", "money": "00,000,000", "choice": "In favour"}
"""What has to fit on one line of a column, by its kind."""
PART_MARGIN = 2


def shared(room: int, places: Sequence[Place], metrics: QFontMetrics) -> list[int]:
    """Pixels for each column of a register that is `room` wide."""
    letters = [LETTERS.get(place.kind, TEXT_LETTERS) for place in places]
    total = max(sum(letters), 1)
    widths = [
        max(room * part // total, _widest_word(place, metrics) + 2 * ACROSS)
        for place, part in zip(places, letters, strict=True)
    ]
    texts = [n for n, place in enumerate(places) if place.kind not in LETTERS] or list(range(len(places)))
    spare = room - sum(widths)
    for n in texts:
        widths[n] += spare // len(texts)
    if texts:
        widths[texts[0]] += room - sum(widths)
    return [max(width, 3 * ACROSS) for width in widths]


def _widest_word(place: Place, metrics: QFontMetrics) -> int:
    if place.kind == "part" or place.kind not in LETTERS:
        return 0
    words = (*place.title.split(), WIDEST_WORDS.get(place.kind, ""))
    return max(metrics.horizontalAdvance(word) for word in words)


class RegisterHead(QHeaderView):
    """Titles that wrap, over a rule."""

    def __init__(self, model: RegisterModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self.theme: Theme | None = None
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(20)

    def fit(self, widths: list[int]) -> None:
        """Takes the height that the titles need in columns of these widths."""
        metrics, flags = QFontMetrics(self._font()), int(Qt.TextFlag.TextWordWrap)
        heights = [
            metrics.boundingRect(QRect(0, 0, self._room(place, width), 10_000), flags, breakable(place.title)).height()
            for place, width in zip(self._model.sheet.places, widths, strict=True)
            if width
        ]
        self.setFixedHeight(max(heights, default=0) + 10)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        if self.theme is None:
            return
        place = self._model.sheet.places[section]
        margin = (rect.width() - self._room(place, rect.width())) // 2
        side = Qt.AlignmentFlag.AlignRight if self._model.is_number(section) else Qt.AlignmentFlag.AlignLeft
        side = Qt.AlignmentFlag.AlignHCenter if place.kind == "part" else side
        painter.save()
        painter.setFont(self._font())
        painter.setPen(QColor(self.theme.muted))
        flags = int(Qt.TextFlag.TextWordWrap | side | Qt.AlignmentFlag.AlignBottom)
        painter.drawText(rect.adjusted(margin, 0, -margin, -5), flags, breakable(place.title))
        painter.setPen(QColor(self.theme.ink))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _room(self, place: Place, width: int) -> int:
        return max(width - 2 * (PART_MARGIN if place.kind == "part" else ACROSS), 10)

    def _font(self) -> QFont:
        """The style sheet gives the size; sections are painted here, so the weight is too."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font
