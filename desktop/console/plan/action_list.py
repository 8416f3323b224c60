"""The list of actions: agreed, wave by wave and by number; proposed, rejected, by priority; with owner and date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import cast

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.console.plan.action_rows import BETWEEN, ROW, ActionRows, Index, Term
from desktop.system.long_text import breakable, with_numbers_kept
from desktop.theme import Theme
from desktop.view_models.planning import Part, PlanRow
from desktop.widgets.gliding.glide import Glide
from desktop.widgets.parts.cell import DOES_NOT_APPLY, paint_cell, paint_step
from desktop.widgets.parts.rows import as_far, paint_row
from desktop.widgets.parts.scale import sized
from desktop.words import gettext, spoken
from models.plan.titles import titled
from models.plan.waves import Wave
from models.values.months import shown_date

MOST = 9
"""Lines of a title: so many as ours need in the narrowest list."""


_DAYS = tuple(date(2028, month, 28) for month in range(1, 13))
"""One of each month: some names are longer than others."""
SPACE = 8
"""Pixels at least between what a part is called and the rule for it."""


class _Delegate(QStyledItemDelegate):
    """Paints a row: its number, or a score while it has none, the title over several lines, owner and date."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme: Theme | None = None
        self.gliding: Index | None = None
        """The row whose ground is on its way to it."""

    def above(self, option: QStyleOptionViewItem, index: Index) -> int:
        """Pixels over a row, of what its part is called."""
        return self._heights(option, index)[0]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(320, self._heights(option, index)[2])

    def _heights(self, option: QStyleOptionViewItem, index: Index) -> tuple[int, int, int]:
        """Of the part's name, of the title, and of the whole row."""
        model, row = cast(ActionRows, index.model()), index.data(ROW)
        line = option.fontMetrics.height()
        view = self.parent()
        whole = view.viewport().width() if isinstance(view, QListView) else 400
        width = whole - 1 - round(line * 2.9) - line // 2  # as it is painted
        head = round(line * 2.2) if model.heads_part(index.row()) else 0
        plain = sized(option.font, "body")  # a font of an option must not be kept: it goes with that
        title = min(_height(plain, max(width, 80), _title(row)), MOST * line)
        terms = _lines_of_terms(model.owner_and_day(row), option.fontMetrics, width) if model.has_terms(row) else []
        return head, title, head + title + (len(terms) + 1) * line

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, row, theme = cast(ActionRows, index.model()), index.data(ROW), self.theme
        if theme is None:
            return
        head, title, _ = self._heights(option, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRect(option.rect)
        metrics = option.fontMetrics
        bold = sized(option.font, "body", bold=True)
        if head:
            painter.setFont(bold)
            painter.setPen(QColor(theme.ink))
            place = area.adjusted(0, 0, 0, head - area.height() - 4)
            painter.drawText(place, _LEFT_BOTTOM, model.part_title(index.row()))
            if model.rule(index.row()):
                place.setLeft(place.left() + QFontMetrics(bold).horizontalAdvance(model.part_title(index.row())))
                place.setRight(place.right() - metrics.height() // 2)
                self._paint_rule(painter, place, _small(option.font))
            area.setTop(area.top() + head)
        chosen = bool(option.state & option.state.__class__.State_Selected)
        paint_row(painter, area, theme, chosen=chosen and index != self.gliding)
        half = metrics.height() // 2
        self._score(
            painter, row, QRect(area.left() + half, area.top() + half, metrics.height() * 2, metrics.height()), bold
        )
        left = area.left() + round(metrics.height() * 2.9)
        painter.setFont(option.font)  # chosen or not: bold, a title would break elsewhere and leave a hole
        painter.setPen(QColor(theme.ink if row.title.strip() and row.part is not Part.REJECTED else theme.muted))
        box = QRect(left, area.top() + half, area.right() - left - half, title)
        painter.drawText(box, _WRAP, _title(row))
        if model.has_terms(row):
            below = QRect(box.left(), box.bottom() + 1, box.width(), metrics.height())
            _paint_terms(painter, below, model.owner_and_day(row), theme)
        painter.restore()

    def _paint_rule(self, painter: QPainter, place: QRect, font: QFont) -> None:
        """Why they come in this order; where there is no room for it, the tip alone says so."""
        said = gettext("what matters most first")
        if self.theme is not None and QFontMetrics(font).horizontalAdvance(said) + SPACE <= place.width():
            painter.setFont(font)
            painter.setPen(QColor(self.theme.muted))
            painter.drawText(place, _RIGHT_BOTTOM, said)

    def _score(self, painter: QPainter, row: PlanRow, place: QRect, font: QFont) -> None:
        if self.theme is None:
            return
        if row.line is not None:
            self._number(painter, row.line.number, place, font, self.theme)
            return
        if row.priority is None:
            return
        cell = QRectF(place.right() - place.height() * 1.6, place.top() - 2, place.height() * 1.6, place.height() + 4)
        if row.part is Part.REJECTED:
            paint_cell(painter, cell, DOES_NOT_APPLY, self.theme, font)
        else:
            paint_step(painter, cell, row.priority.severity, str(row.priority.score), self.theme, font)

    def _number(self, painter: QPainter, number: int, place: QRect, font: QFont, theme: Theme) -> None:
        """The number in a disc, as it stands in every picture and on every page; of three figures in a lozenge."""
        side = round(place.height() * 1.25)
        width = max(side, QFontMetrics(font).horizontalAdvance(str(number)) + side // 2)
        disc = QRect(place.right() - width, place.center().y() - side // 2, width, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        painter.drawRoundedRect(disc, side / 2, side / 2)
        painter.setPen(QColor(theme.accent_ink))
        painter.setFont(font)
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(number))


@lru_cache(maxsize=1024)
def _height(font: QFont, width: int, text: str) -> int:
    """Of a text that wraps: each row is asked for its height at each painting."""
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10_000), _WRAP, text).height()


def _title(row: PlanRow) -> str:
    """What it is called, as it is broken into lines."""
    return with_numbers_kept(breakable(titled(row.title, spoken())))


def _small(font: QFont) -> QFont:
    """The same in the size of captions."""
    return sized(font, "caption")


def _paint_terms(painter: QPainter, place: QRect, terms: tuple[Term, Term], theme: Theme) -> None:
    """Owner and day, in as many lines as they need. Red is only what is missing or late."""
    metrics, at = painter.fontMetrics(), QRect(place)
    for line in _lines_of_terms(terms, metrics, place.width()):
        for text, wrong in line:
            painter.setPen(QColor(theme.danger if wrong else theme.muted))
            painter.drawText(at, _LEFT_BOTTOM, as_far(text, at.width(), metrics))
            at.setLeft(at.left() + metrics.horizontalAdvance(text))
        at.setLeft(place.left())
        at.translate(0, metrics.height())


def _lines_of_terms(terms: tuple[Term, Term], metrics: QFontMetrics, width: int) -> list[list[Term]]:
    """One line, or the day below the owner, and below the day what became of it, where they have no room."""
    (owner, nobody), (day, pressing) = terms
    if metrics.horizontalAdvance(owner + BETWEEN + day) <= width:
        return [[(owner, nobody), (BETWEEN, False), (day, pressing)]]
    comma = gettext(", ")
    parts = (day,) if metrics.horizontalAdvance(day) <= width else day.partition(comma)[::2]
    return [[(owner, nobody)], *([(part, pressing)] for part in parts if part)]


def _part(row: PlanRow) -> str:
    """The part of the list it stands in; of what was agreed, the wave."""
    return row.line.wave.value if row.line else row.part.value


_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_LEFT_BOTTOM = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
_RIGHT_BOTTOM = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)


class ActionList(QListView):
    """`chosen` carries a row's key; `key_pressed` the keys that are not the list's own.

    Several can be chosen: `selected` comes when these are others.
    """

    chosen = Signal(str)
    selected = Signal()
    key_pressed = Signal(QKeyEvent)

    def __init__(self, still: Callable[[], bool]) -> None:
        """`still`: whether nothing is to move."""
        super().__init__()
        self._still = still
        self._glide = Glide(self)
        self._glide.moved.connect(self._glides)
        self.setAccessibleName(gettext("Actions"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._rows = ActionRows()
        self._delegate = _Delegate(self)
        self._showing = False
        self.setItemDelegate(self._delegate)
        self.setModel(self._rows)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.selectionModel().selectionChanged.connect(self._selection_changed)

    def minimumSizeHint(self) -> QSize:
        """So wide that a day is never cut."""
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(shown_date(day, spoken())) for day in _DAYS)
        beside = round(metrics.height() * 2.9) + metrics.height() // 2 + 1 + self.verticalScrollBar().sizeHint().width()
        return QSize(widest + beside, super().minimumSizeHint().height())

    def show_rows(
        self, rows: tuple[PlanRow, ...], chosen: str, theme: Theme, owners: dict[str, str], rule: str
    ) -> None:
        """Shows these rows with one chosen; `owners` are names by id, `rule` says why they come in that order."""
        place = self.verticalScrollBar().value()
        texts = {
            **{wave.value: wave.name_in(spoken()) for wave in Wave},
            "proposed": gettext("Proposed"),
            "rejected": gettext("Rejected"),
            "no-owner": gettext("no owner yet"),
            "no-date": gettext("no date yet"),
            "done": gettext("done"),
        }
        self._delegate.theme = theme
        self.setAccessibleDescription(rule)
        self._showing = True
        several = {self._rows.rows[index.row()].key for index in self.selectedIndexes()}
        others = self._rows.show(rows, texts, owners, rule)
        self.scheduleDelayedItemsLayout()
        number = next((n for n, row in enumerate(rows) if row.key == chosen), -1)
        if number >= 0 and (others or number != self.currentIndex().row()):
            self.setCurrentIndex(self._rows.index(number))
            self.verticalScrollBar().setValue(place)
            self.scrollTo(self._rows.index(number))
        if others and chosen in several:
            self._choose_also(several)
        self._showing = False
        self.selected.emit()

    def chosen_actions(self) -> frozenset[str]:
        """Ids of the agreed actions among what is chosen."""
        rows = (self._rows.rows[index.row()] for index in self.selectedIndexes())
        return frozenset(row.action.id for row in rows if row.action and row.part is Part.ACCEPTED)

    def _choose_also(self, keys: set[str]) -> None:
        """After the rows were put in another order."""
        for place, row in enumerate(self._rows.rows):
            if row.key in keys:
                self.selectionModel().select(self._rows.index(place), QItemSelectionModel.SelectionFlag.Select)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        own = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in own or (held and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_A)):
            super().keyPressEvent(event)
        elif event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.key_pressed.emit(event)
        else:
            event.ignore()

    def _selection_changed(self, *_: object) -> None:
        if not self._showing:
            self.selected.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground on its way first: rows are painted upon it."""
        place, theme = self._glide.place, self._delegate.theme
        if place is not None and theme is not None:
            with QPainter(self.viewport()) as painter:
                paint_row(painter, place.translated(0, -self.verticalOffset()).toRect(), theme, chosen=True)
        super().paintEvent(event)

    def _glides(self) -> None:
        self._delegate.gliding = self.currentIndex() if self._glide.place is not None else None
        self.viewport().update()

    def _line(self, index: QModelIndex) -> QRectF:
        """Where a row is in all of the list, without what stands over it."""
        place, option = self.visualRect(index), QStyleOptionViewItem()
        self.initViewItemOption(option)
        place.setTop(place.top() + self._delegate.above(option, index))
        return QRectF(place.translated(0, self.verticalOffset()))

    def _current_changed(self, current: QModelIndex, before: QModelIndex) -> None:
        if current.isValid() and before.isValid() and self.isVisible() and not self._showing and not self._still():
            self._glide.go(self._line(before), self._line(current))
        if current.isValid() and not self._showing:
            self.chosen.emit(self._rows.rows[current.row()].key)
