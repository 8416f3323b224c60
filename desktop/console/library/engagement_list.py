"""The engagements of the library, one to a line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.console.library.found_words import found_text
from desktop.theme import Theme
from desktop.widgets.keys import name_of
from desktop.widgets.parts.icons import paint_icon
from desktop.widgets.parts.rows import paint_line, paint_row, stands_out
from desktop.widgets.parts.scale import sized
from desktop.words import gettext, ngettext, spoken
from models.engagement.library_entry import Found, LibraryEntry
from models.values.months import shown_date

if TYPE_CHECKING:
    from desktop.console.library.standing_columns import StandingColumns
    from models.portfolio.standing import PilotStanding

ENTRY = Qt.ItemDataRole.UserRole
REASON = Qt.ItemDataRole.UserRole + 1
STANDING = Qt.ItemDataRole.UserRole + 2
HIGH, HIGH_WITH_REASON, ABOVE = 3.4, 4.6, 0.4
"""Lines of type that an entry takes, one that was searched for, and what is free above the name."""
OUT = 16
"""Pixels by which what is chosen goes out at both sides of what stands in the row."""
APART = 0.7
"""Lines of type between a name and the columns beside it."""
LARGEST = 16_777_215
"""Pixels: what Qt takes for no limit."""
Index = QModelIndex | QPersistentModelIndex


class _Entries(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.entries: list[LibraryEntry] = []
        self.searching = False
        self._reasons: dict[str, str] = {}
        self.standings: Mapping[str, PilotStanding] = {}
        self.findings: Mapping[str, str] = {}
        """What modes come to where they stand high, by id."""
        self.modes: Mapping[str, str] = {}
        """What modes are called, by id."""

    def show(self, entries: list[LibraryEntry], *, searching: bool) -> None:
        self.beginResetModel()
        self.entries, self.searching, self._reasons = entries, searching, {}
        self.endResetModel()

    def explain(self, reasons: dict[str, str]) -> None:
        self._reasons = reasons
        if self.entries:
            self.dataChanged.emit(self.index(0), self.index(len(self.entries) - 1))

    def stand(
        self, standings: Mapping[str, PilotStanding], findings: Mapping[str, str], modes: Mapping[str, str]
    ) -> None:
        self.standings, self.findings, self.modes = standings, findings, modes
        if self.entries:
            self.dataChanged.emit(self.index(0), self.index(len(self.entries) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        if role == ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{entry.client}: {entry.pilot}"
        if role == REASON:
            return self._reasons.get(entry.id, "")
        if role == STANDING:
            return self.standings.get(entry.id)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return " ".join(filter(None, (self._reasons.get(entry.id, ""), self._standing(entry))))
        return None

    def _standing(self, entry: LibraryEntry) -> str:
        from desktop.view_models.library.standing_words import standing_text

        pilot = self.standings.get(entry.id)
        return standing_text(pilot, self.findings) if pilot else ""


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        searching = cast(_Entries, index.model()).searching
        return QSize(320, round(option.fontMetrics.height() * (HIGH_WITH_REASON if searching else HIGH)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry, theme, area = index.data(ENTRY), self._theme, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, hovered = stands_out(option)
        paint_row(painter, area, theme, chosen=chosen, hovered=hovered, out=OUT)
        line = option.fontMetrics.height()
        columns = self._paint_standing(painter, area, index, line, option.font)
        right = round(columns or line * 11)
        wide = area.width() - 2 * OUT - right - round(line * APART if columns else 0)
        text = QRect(area.left() + OUT, area.top() + round(line * ABOVE), wide, round(line * 1.4))
        name = sized(option.font, "lead", bold=True, serif=True)
        paint_line(painter, text, name, theme.ink, entry.pilot or gettext("Pilot not named yet"))
        below = text.translated(0, round(line * 1.25))
        client = entry.client if columns else gettext(", ").join(filter(None, (entry.client, entry.sector)))
        paint_line(painter, below, sized(option.font, "caption"), theme.muted, client)
        if not columns:
            self._paint_entry(painter, text, area, entry, line, right, option.font)
        if chosen:
            more = QRect(area.right() - OUT, area.top() + (area.height() - OUT) // 2, OUT, OUT)
            paint_icon(painter, "more", QRectF(more), theme.muted, theme.soft)
        why = QRect(text.left(), below.bottom(), area.width() - 2 * OUT, text.height())
        paint_line(painter, why, option.font, theme.accent, index.data(REASON))
        painter.restore()

    def _paint_standing(self, painter: QPainter, area: QRect, index: Index, line: int, font: QFont) -> float:
        """The columns right of the name; how wide they are, nothing while none are known or there is no room."""
        pilot, model = index.data(STANDING), cast(_Entries, index.model())
        if pilot is None:
            return 0.0
        columns = _columns(area.width(), line, pilot, model.modes, font)
        if columns.width:
            place = QRect(
                area.left() + OUT, area.top() + round(line * ABOVE), area.width() - 2 * OUT, round(line * 2.7)
            )
            columns.paint(painter, place, pilot, model.findings, self._theme, font)
        return columns.width

    def _paint_entry(
        self, painter: QPainter, text: QRect, area: QRect, entry: LibraryEntry, line: int, right: int, font: QFont
    ) -> None:
        """When it was worked on and how far it is, until its standing is known."""
        moment = self._moment(entry.changed, datetime.now(UTC))
        side = QRect(area.right() - right - OUT, text.top(), right, text.height())
        paint_line(painter, side, font, self._theme.muted, moment, right=True)
        answered = ngettext("{n} sign asked", "{n} signs asked", entry.answered).format(n=entry.answered)
        paint_line(painter, side.translated(0, round(line * 1.25)), font, self._theme.muted, answered, right=True)

    def _moment(self, moment: datetime, now: datetime) -> str:
        """When something was, as people say it."""
        here, today = moment.astimezone(), now.astimezone().date()
        days = (today - here.date()).days
        if days <= 0:
            return gettext("today, {0}").format(f"{here:%H:%M}")
        if days == 1:
            return gettext("yesterday")
        if days < 7:
            return ngettext("{n} day ago", "{n} days ago", days).format(n=days)
        return shown_date(here.date(), spoken())


def _columns(width: int, line: int, pilot: PilotStanding, modes: Mapping[str, str], font: QFont) -> StandingColumns:
    """Those for which a row of that width has room."""
    from desktop.console.library.standing_columns import StandingColumns, heads_need

    names = [modes.get(mode.mode_id, "") for mode in pilot.modes]
    return StandingColumns(width - 2 * OUT, line, len(names), heads_need(names, font))


class EngagementList(QListView):
    """`opened` carries the engagement chosen with Enter or a double click; `end_neared` asks for more of them,
    `acts_wanted` for what can be done with the one that is chosen.
    """

    opened = Signal(str)
    end_neared, acts_wanted, chosen_changed = Signal(), Signal(), Signal()

    def __init__(self) -> None:
        super().__init__()
        self._moved = False
        """Whether the person chose what is chosen."""
        self.setAccessibleName(gettext("Engagements"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self._entries = _Entries()
        self.setModel(self._entries)
        self.activated.connect(lambda index: self.opened.emit(index.data(ENTRY).id))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_theme(self, theme: Theme) -> None:
        """Takes on another look."""
        self.setItemDelegate(_Delegate(theme, self))

    def show_reasons(self, reasons: dict[str, Found]) -> None:
        """Says under entries why they were found."""
        self._entries.explain({key: found_text(found) for key, found in reasons.items()})

    def show_standings(
        self, standings: Mapping[str, PilotStanding], findings: Mapping[str, str], modes: Mapping[str, str]
    ) -> None:
        """Says in columns how the pilots stand; the columns of modes are as wide as their names need."""
        self._entries.stand(standings, findings, modes)

    def show_entries(self, entries: list[LibraryEntry], *, searching: bool = False) -> None:
        """Shows these, with room for a reason where it was searched.

        What the person chose stays chosen while it is there; else the first is, whatever comes first now.
        """
        chosen, place = self.chosen() if self._moved else None, self.verticalScrollBar().value()
        self._entries.show(entries, searching=searching)
        number = next((n for n, e in enumerate(entries) if chosen and e.id == chosen.id), 0)
        if entries:
            self.setCurrentIndex(self._entries.index(number))
        self._fit()
        self._moved = self._moved and number > 0
        self.verticalScrollBar().setValue(place)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        """No taller than its rows: what follows stands right below them."""
        rows = len(self._entries.entries)
        self.setMaximumHeight(min(self.sizeHintForRow(0) * rows + 2 * self.frameWidth(), LARGEST) if rows else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if name_of(event) == "Right":
            self.acts_wanted.emit()
            return
        self._moved = True
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._moved = True
        super().mousePressEvent(event)
        at_more = event.position().x() > self.viewport().width() - 2 * OUT
        if at_more and self.currentIndex().isValid():
            self.acts_wanted.emit()

    def place_for(self, wide: int) -> QRect:
        """The right end of the chosen row, as far as whole columns go that are so wide; empty where none is chosen."""
        row, pilot = self.visualRect(self.currentIndex()) & self.viewport().rect(), self.currentIndex().data(STANDING)
        if pilot is not None:
            columns = _columns(row.width(), self.fontMetrics().height(), pilot, self._entries.modes, self.font())
            ends = (round(found) + 2 * OUT for found in (columns.texts, columns.width))
            wide = next((end for end in ends if end >= wide), wide)
        return row.adjusted(max(row.width() - wide, 0), 0, 0, -1)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen_changed.emit()

    def entries(self) -> list[LibraryEntry]:
        """What is listed."""
        return self._entries.entries

    def chosen(self) -> LibraryEntry | None:
        """The entry that is chosen, or None."""
        index = self.currentIndex()
        return self._entries.entries[index.row()] if index.isValid() else None

    def _scrolled(self, value: int) -> None:
        self.chosen_changed.emit()
        if value > self.verticalScrollBar().maximum() - 200:
            self.end_neared.emit()
