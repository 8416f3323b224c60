"""The list of engagements with everything that can be done to one of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.console.library.engagement_list import OUT, EngagementList
from desktop.console.library.list_foot import ListFoot
from desktop.console.library.list_head import ListHead, UsualRow
from desktop.console.library.row_acts import RowActs
from desktop.console.library.shelf_choice import ShelfChoice
from desktop.console.page import TOP, WIDEST, side_margin
from desktop.theme import Theme
from desktop.view_models.library.backing import Backing
from desktop.view_models.library.browsing import Browsing
from desktop.view_models.library.shelves import Shelf, pressing
from desktop.widgets.fields import LineField
from desktop.widgets.file_dialogs import ask_which
from desktop.widgets.labels import button, label, rule
from desktop.widgets.parts.scrolled import ground_of
from desktop.words import gettext, ngettext, spoken
from models.values.letters import within
from models.values.months import long_date

SEARCH = 320
"""Pixels that the search takes at most."""
NARROW = 34
"""Lines of type, as wide as high, below which acts and shelves stand below title and search."""
LOOKS_AFTER = 400
"""Milliseconds from the first list to the look for backups: their disk may be a slow one."""


class EngagementsSide(QWidget):
    """Search as you type, what presses first; begin, open, import, and what can be done with the one chosen."""

    hand_over_wanted, file_chosen, portfolio_wanted = Signal(object), Signal(object), Signal()

    def __init__(self, model: Browsing, theme: Theme, backing: Backing | None = None) -> None:
        super().__init__()
        self._model = model
        self.setMaximumWidth(WIDEST)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(0)
        self._within(self._head())
        column.addSpacing(12)
        self._within(self._finding())
        column.addSpacing(16)
        self.list = EngagementList()
        self.acts = RowActs(model, self.list, backing)
        self._heads = ListHead(ground_of(self.list), theme)
        self._usual = UsualRow(ground_of(self.list), theme)
        self._foot = ListFoot(model, backing)
        column.addWidget(self._heads)
        self._within(rule())
        self._none = label("", "muted", wrap=True)
        column.addWidget(self.list, 1000)
        self._within(self._none)
        column.addWidget(self._usual)
        column.addStretch(1)
        self._within(self._foot)
        self._connect(backing)
        self.show_theme(theme)

    def _connect(self, backing: Backing | None) -> None:
        model = self._model
        self.list.opened.connect(model.open)
        self.list.end_neared.connect(model.more)
        self.acts.hand_over_wanted.connect(self.hand_over_wanted)
        self._foot.open_wanted.connect(self._open_chosen)
        self._foot.more_wanted.connect(self.list.acts_wanted)
        if backing is not None:
            QTimer.singleShot(LOOKS_AFTER, self, backing.look)
        model.explained.connect(self._show_reasons)
        model.standings.changed.connect(self._show_standings)

    def _show_reasons(self) -> None:
        self.list.show_reasons(self._model.reasons)

    def _within(self, part: QWidget | QLayout) -> None:
        """Stands between the margins; only rows go out over them."""
        line = QHBoxLayout()
        line.setContentsMargins(OUT, 0, OUT, 0)
        line.addWidget(part) if isinstance(part, QWidget) else line.addLayout(part)
        self._column.addLayout(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = side_margin(self.window().width()) - OUT
        self._column.setContentsMargins(side, TOP, side, 12)
        narrow = self.width() < NARROW * self.fontMetrics().height()
        kinds = QBoxLayout.Direction
        self._top.setDirection(kinds.TopToBottom if narrow else kinds.LeftToRight)
        self._middle.setDirection(kinds.TopToBottom if narrow else kinds.LeftToRight)
        self._middle.setSpacing(8 if narrow else 32)
        self._day.setVisible(not narrow)
        self.search.setMaximumWidth(self.width() if narrow else SEARCH)
        QTimer.singleShot(0, self, self._usual.fit)  # once the list has its width
        self.acts.fold()

    def show_theme(self, theme: Theme) -> None:
        """Takes on another look."""
        for part in (self.list, self._heads, self._usual):
            part.show_theme(theme)

    def refresh(self) -> None:
        """Shows what the library answered."""
        self._show_entries()
        self.acts.refresh()
        self._foot.refresh()

    def show_practice(self, name: str) -> None:
        """Whose desk it is."""
        self._foot.show_practice(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _show_entries(self) -> None:
        model = self._model
        self.list.show_entries(model.shown, searching=bool(model.search.strip()))
        self._none.setText(self._why_none())
        self._none.setVisible(not model.shown)
        self._say_standings()

    def _why_none(self) -> str:
        """What there is to know where nothing is listed."""
        model = self._model
        if model.search.strip():
            return gettext("No name, no note, no action and no picture has words that begin so.")
        if model.in_archive:
            return gettext("What you archive stands here, and can be brought back.")
        return gettext("Nothing is late, and nothing is due this week")

    def _show_standings(self) -> None:
        """What is next may put the rows into another order."""
        if self._model.shown != self.list.entries():
            self._show_entries()
        else:
            self._say_standings()

    def _say_standings(self) -> None:
        model, found = self._model, self._model.standings
        known = {entry.id: found.pilots[entry.id] for entry in model.entries if entry.id in found.pilots}
        self.list.show_standings(known, found.findings, found.modes)
        self._heads.show_standings(known, found.modes)
        usual = {} if model.search.strip() or model.in_archive else known
        self._usual.show_standings(usual, found.modes)
        self._title.setText(self._headline())
        counts = {Shelf.ALL: model.shelves.all, Shelf.ARCHIVE: model.shelves.archived}
        if len(model.entries) == model.shelves.all and usual:
            counts[Shelf.PRESSING] = len(pressing(model.entries, found.pilots))
        self._shelves.show_counts(counts)

    def _headline(self) -> str:
        model = self._model
        if model.search.strip():
            return ngettext("{n} engagement found", "{n} engagements found", model.total).format(n=model.total)
        if model.in_archive:
            text = ngettext("{n} engagement in the archive", "{n} engagements in the archive", model.total)
            return text.format(n=model.total)
        return self._what_needs_doing() or ngettext("{n} engagement", "{n} engagements", model.total).format(
            n=model.total
        )

    def _what_needs_doing(self) -> str:
        """What presses in the pilots that are known; empty while none are."""
        model = self._model
        pilots = model.standings.pilots
        known = [pilots[entry.id] for entry in model.entries if entry.id in pilots]
        if not known:
            return ""
        from models.portfolio.wording import what_presses

        said = what_presses(known, date.today(), spoken())
        if not said:
            said = gettext("Nothing is late, and nothing is due this week")
        if len(model.entries) >= model.total:
            return said
        text = gettext("Of the {n} worked on last: {what}")
        return text.format(n=len(model.entries), what=within(said, spoken()))

    def _head(self) -> QBoxLayout:
        self._title = label("", "title", wrap=True)
        take = button(gettext("Import…"), "quiet")
        take.clicked.connect(lambda: ask_import(self, lambda path: self.file_chosen.emit(path)))
        across = button(gettext("Portfolio…"), "quiet", tip=gettext("All pilots side by side"))
        across.clicked.connect(self.portfolio_wanted)
        new = button(gettext("New engagement"), "primary", key="Ctrl+N")
        new.clicked.connect(lambda: self._model.begin())
        acts = QHBoxLayout()
        acts.setSpacing(16)
        for made in (across, take, new):
            acts.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(16)
        self._top.addWidget(self._title, 1)
        self._top.addLayout(acts)
        self._top.setAlignment(acts, Qt.AlignmentFlag.AlignTop)
        return self._top

    def _finding(self) -> QBoxLayout:
        """Search, which of the shelves is shown, and the day from which it is told."""
        self.search = LineField(gettext("Search"), gettext("Clients, pilots, people, words said"), own_undo=True)
        self.search.setObjectName("search")
        self.search.textChanged.connect(lambda text: self._model.find(search=text))
        self.search.returnPressed.connect(self._open_chosen)
        self.search.setMaximumWidth(SEARCH)
        self._shelves = ShelfChoice()
        self._shelves.chosen.connect(lambda shelf: self._model.find(shelf=shelf))
        self._day = label(long_date(date.today(), spoken()), "caption")
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(32)
        self._middle.addWidget(self.search, 3)
        self._middle.addWidget(self._shelves)
        self._middle.addStretch(1)
        self._middle.addWidget(self._day)
        return self._middle

    def _open_chosen(self) -> None:
        if entry := self.list.chosen():
            self._model.open(entry.id)


def ask_import(parent: QWidget, take: Callable[[Path], None]) -> None:
    """Lets the person choose a file of ours: an engagement, a hand-over, a library."""
    kinds = gettext("Clearway files (*.json *.clearway)")
    ask_which(parent, gettext("Import an engagement, or take in a hand-over"), kinds, take)
