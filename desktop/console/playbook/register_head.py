"""The head of a register: what is asked stands over the columns that answer it, and says how far it is answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.console.playbook.register_model import ACROSS, OUT, RegisterModel
from desktop.system.long_text import breakable, with_hyphens_kept
from desktop.theme import Theme
from desktop.view_models.playbook.heads import Head
from desktop.view_models.playbook.sheet import Place
from desktop.widgets.parts.by_width import balanced_width
from desktop.widgets.parts.icons import icon_side, paint_icon

LETTERS = {"number": 9, "percent": 9, "days": 9, "money": 12, "date": 14, "person": 16, "choice": 14, "part": 7}
TEXT_LETTERS = 28
"""How wide a column is beside the others, by its kind; text takes what is left."""
LEAST_LETTERS = 8
"""Of a column of text, so that short words are never broken."""
WIDEST_WORDS = {"number": "1,000", "date": "September", "money": "00,000,000", "choice": "In favour"}
"""What has to fit on one line of a column, by its kind."""
PART_MARGIN = 2
UNDER, BETWEEN, BEFORE_ASKED = 7, 4, 6
"""Pixels under the titles, between a title and what is asked over it, and between that and the mark before it."""
_BELOW = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignBottom)
TALL = 10_000


def shared(
    room: int,
    places: Sequence[Place],
    metrics: QFontMetrics,
    letters: Mapping[str, int] = LETTERS,
    asked: Mapping[str, int] | None = None,
) -> list[int]:
    """Pixels for each column of a register that is `room` wide; the first and the last go out at the edges.

    `asked`: by the ids of columns, pixels of the widest word that stands over them.
    """
    inner, edge = room - 2 * (OUT - ACROSS), OUT - ACROSS
    parts = [letters.get(place.kind, letters.get("", TEXT_LETTERS)) for place in places]
    total = max(sum(parts), 1)
    least = least_of(places, metrics, asked)
    widths = [max(inner * part // total, need) for part, need in zip(parts, least, strict=True)]
    texts = [n for n, place in enumerate(places) if place.kind not in LETTERS] or list(range(len(places)))
    _give_way(widths, least, texts, sum(widths) - inner)
    spare = inner - sum(widths)
    for n in texts:
        widths[n] += spare // len(texts)
    if texts:
        widths[texts[0]] += inner - sum(widths)
        widths[0] += edge
        widths[-1] += edge
    return [max(width, 3 * ACROSS) for width in widths]


def least_of(places: Sequence[Place], metrics: QFontMetrics, asked: Mapping[str, int] | None = None) -> list[int]:
    """Pixels for each column in which no word over it is cut, nor a date or a sum in it."""
    words = [max(widest_word(place, metrics), (asked or {}).get(place.id, 0)) for place in places]
    return [word + 2 * ACROSS if word else 0 for word in words]


def _give_way(widths: list[int], least: Sequence[int], texts: Sequence[int], over: int) -> None:
    """Takes what is too wide from the texts that have more than their words need."""
    slack = {n: widths[n] - least[n] for n in texts}
    free = sum(slack.values())
    if over > 0 and free > 0:
        for n, more in slack.items():
            widths[n] -= min(over, free) * more // free


def widest_word(place: Place, metrics: QFontMetrics) -> int:
    """Pixels of what a column has to show whole: the longest word of its title, a date or a sum."""
    if place.kind == "part":
        return 0
    words = (*place.title.split(), WIDEST_WORDS.get(place.kind, ""))
    least = 0 if place.kind in LETTERS else LEAST_LETTERS * metrics.averageCharWidth()
    return max(least, *(metrics.horizontalAdvance(word) for word in words))


def _shown(text: str) -> str:
    """As it is broken into lines."""
    return with_hyphens_kept(breakable(text))


class RegisterHead(QHeaderView):
    """Texts that wrap, over a rule. `marks` are icons by the ids of items that leave something open."""

    def __init__(self, model: RegisterModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self._marks: dict[str, str] = {}
        self.theme: Theme | None = None
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(20)

    def show_marks(self, marks: dict[str, str]) -> None:
        """Icons by the ids of the items that leave something open."""
        if marks != self._marks:
            self._marks = marks
            self.fit()
            self.viewport().update()

    def asked_words(self) -> dict[str, int]:
        """By the ids of columns over which something is asked of them alone: pixels of its widest word and mark."""
        metrics, mark = QFontMetrics(self._type(bold=True)), icon_side(self) + BEFORE_ASKED
        return {
            self._places[head.first].id: mark + max(map(metrics.horizontalAdvance, head.asked.split(" ")))
            for head in self._model.heads
            if head.alone
        }

    def fit(self) -> None:
        """Takes the height that the texts need in the columns as they are."""
        self.setFixedHeight(max(map(self._height_of, self._shown()), default=0) + UNDER + BETWEEN)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, shown = self.theme, self._shown()
        if theme is None or not shown:
            return
        with QPainter(self.viewport()) as painter:
            for head in shown:
                self._paint_head(painter, head, theme)
            bottom = self.height() - 1
            painter.setPen(QColor(theme.ink))
            painter.drawLine(OUT, bottom, self.viewport().width() - OUT - 1, bottom)

    def _shown(self) -> list[Head]:
        """The heads with the columns of each that are in sight."""
        found = []
        for head in self._model.heads:
            columns = [n for n in range(head.first, head.last + 1) if not self.isSectionHidden(n)]
            if columns:
                found.append(Head(columns[0], columns[-1], head.item_id, head.asked))
        return found

    def _height_of(self, head: Head) -> int:
        below = self._titles_height(head)
        if not head.asked:
            return below
        return self._height(head.asked, self._room_to_ask(head), bold=True) + (below + BETWEEN if below else 0)

    def _titles_height(self, head: Head) -> int:
        """Of what stands under what is asked; nothing where that says enough."""
        if head.alone:
            return 0
        columns = range(head.first, head.last + 1)
        return max(self._height(self._places[n].title, self._box(n, n).width(), bold=not head.asked) for n in columns)

    def _paint_head(self, painter: QPainter, head: Head, theme: Theme) -> None:
        bottom, below = self.height() - UNDER, self._titles_height(head)
        if head.asked:
            box = self._box(head.first, head.last)
            box.setBottom(bottom - (below + BETWEEN if below else 0))
            self._paint_asked(painter, head, box, theme)
        if not head.alone:
            for n in range(head.first, head.last + 1):
                self._paint_title(painter, n, self._box(n, n).adjusted(0, 0, 0, -UNDER), theme, bold=not head.asked)

    def _paint_asked(self, painter: QPainter, head: Head, box: QRect, theme: Theme) -> None:
        if mark := self._marks.get(head.item_id, ""):
            side, metrics = icon_side(self), QFontMetrics(self._type(bold=True))
            tall = self._height(head.asked, self._room_to_ask(head), bold=True)
            middle = box.bottom() + 1 - tall + metrics.lineSpacing() / 2
            place = QRectF(box.left(), middle - side / 2, side, side)
            paint_icon(painter, mark, place, theme.accent if mark == "half" else theme.muted, theme.background)
            box.setLeft(box.left() + self._lead(head))
        painter.setFont(self._type(bold=True))
        painter.setPen(QColor(theme.muted))
        side_ = Qt.AlignmentFlag.AlignLeft
        if head.alone and self._model.is_number(head.first):
            side_ = Qt.AlignmentFlag.AlignRight
        else:
            box.setWidth(balanced_width(_shown(head.asked), painter.font(), box.width()))
        painter.drawText(box, _BELOW | int(side_), _shown(head.asked))

    def _paint_title(self, painter: QPainter, column: int, box: QRect, theme: Theme, *, bold: bool) -> None:
        side = Qt.AlignmentFlag.AlignRight if self._model.is_number(column) else Qt.AlignmentFlag.AlignLeft
        painter.setFont(self._type(bold=bold))
        painter.setPen(QColor(theme.muted))
        painter.drawText(box, _BELOW | int(side), _shown(self._places[column].title))

    @property
    def _places(self) -> tuple[Place, ...]:
        return self._model.sheet.places

    def _box(self, first: int, last: int) -> QRect:
        """Where the text over these columns stands."""
        left = self.sectionViewportPosition(first) + self._model.lead(first)
        right = self.sectionViewportPosition(last) + self.sectionSize(last)
        end = OUT if right >= self.length() else ACROSS
        return QRect(left, 0, max(right - end - left, 10), self.height())

    def _room_to_ask(self, head: Head) -> int:
        return max(self._box(head.first, head.last).width() - self._lead(head), 10)

    def _lead(self, head: Head) -> int:
        """For the mark before what is asked."""
        return icon_side(self) + BEFORE_ASKED if head.item_id in self._marks else 0

    def _height(self, text: str, width: int, *, bold: bool) -> int:
        metrics = QFontMetrics(self._type(bold=bold))
        return metrics.boundingRect(QRect(0, 0, max(width, 10), TALL), _BELOW, _shown(text)).height()

    def _type(self, *, bold: bool) -> QFont:
        """The style sheet gives the size; what is painted here, so the weight is too."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font
