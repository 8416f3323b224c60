"""All pilots side by side: what to look at first, what presses in which plan, and where it can go."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QListWidget, QListWidgetItem, QPushButton

from desktop.console.across.standing_rows import ROW, StandingRow, StandingRows
from desktop.progress_words import progress_line, tracked_text
from desktop.settings import PAGE_SIZE
from desktop.system.long_text import as_tip, breakable, shortened
from desktop.view_models.library.side_by_side import SideBySide
from desktop.widgets.file_dialogs import ask_where, documents_folder
from desktop.widgets.flow import Flow
from desktop.widgets.labels import button, label, rule
from desktop.widgets.overlay import CardOverlay
from desktop.words import gettext, spoken
from models.engagement.people import called
from models.plan.progress import Standing
from models.plan.titles import titled
from models.portfolio.order import Order
from models.values.letters import on_one_line

if TYPE_CHECKING:
    from desktop.console.across.wall import Wall
    from desktop.console.window import ConsoleWindow
    from models.portfolio.pressing import PlanStanding

MOST_LETTERS = 100
"""Of a title or a name in the list."""


class SideBySideOverlay(CardOverlay):
    """`opened` carries the id of the engagement that was chosen."""

    widest = 1080
    highest = 640
    grows = True

    opened = Signal(str)

    def __init__(self, model: SideBySide, search: str, console: ConsoleWindow) -> None:
        """`search`: what the library is searched for, which narrows the pilots down too."""
        super().__init__(console, gettext("All pilots side by side"))
        self._model, self._console, self._search = model, console, search.strip()
        self._wall: Wall | None = None
        self._headline, self._lead = label("", "section", wrap=True), label("", "muted", wrap=True)
        self._told = label("", "muted", wrap=True)
        self._told.hide()
        self.list = QListWidget()
        self.list.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.list.setAccessibleName(gettext("Plans in which something presses"))
        self._rows = StandingRows(lambda: console.look.theme, self.list)
        self.list.setItemDelegate(self._rows)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._open)
        for part in (self._headline, self._lead):
            self.inside.addWidget(part)
        self.inside.addWidget(self.list, 1)
        self.inside.addWidget(rule())
        self.inside.addLayout(self._orders())
        self.inside.addWidget(self._told)
        self.end_with_done(*self._made_outs())
        model.changed.connect(self._refresh)
        model.told.connect(self._tell)
        self.cover(console)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        model.ask(self._search)
        self._refresh()

    def ended(self) -> None:
        self._model.changed.disconnect(self._refresh)
        self._model.told.disconnect(self._tell)
        self._model.finish()
        if self._wall is not None:
            self._wall.close()

    def _refresh(self) -> None:
        headline, lead = self._model.sentences()
        self._headline.setText(breakable(headline or gettext("Counting …")))
        sought = gettext("Those that “{search}” finds.").format(search=shortened(self._search, MOST_LETTERS))
        self._lead.setText(breakable(" ".join(filter(None, (lead, sought if self._search else "")))))
        for made in self._outs:
            made.setEnabled(self._model.known)
        self.list.clear()
        plans = self._model.plans()
        self._rows.stand_below_one_another(tracked_text(one) for plan in plans for one in plan.pressing)
        for plan in plans:
            self._add(plan)
        if self._model.known and not self.list.count():
            self.list.addItem(gettext("Nothing is overdue, held up or due this week."))

    def _add(self, plan: PlanStanding) -> None:
        """The engagement with how its plan stands, then what presses in it."""
        engagement, key = plan.engagement, plan.engagement.id
        names = filter(None, (engagement.pilot.name.strip(), engagement.client.name.strip()))
        about = shortened(on_one_line(gettext(", ").join(names)), MOST_LETTERS) or gettext("The pilot")
        progress = progress_line(plan.tracked)
        name, client = (shortened(on_one_line(one.name), MOST_LETTERS) for one in (engagement.pilot, engagement.client))
        pilot = StandingRow("", name.strip() or gettext("Pilot not named yet"), client, progress)
        self._add_row(key, gettext("{subject}: {progress}").format(subject=about, progress=progress), pilot)
        people = called(engagement.stakeholders)
        for one in plan.pressing:
            owner = people.get(one.action.owner_id, "") or gettext("nobody yet")
            title = shortened(titled(on_one_line(one.action.title), spoken()), MOST_LETTERS)
            text = gettext("{number}. {title}, {owner}: {standing}")
            number, standing = one.action.position, tracked_text(one)
            said = text.format(number=number, title=title, owner=owner, standing=standing)
            late = one.standing is Standing.OVERDUE
            self._add_row(key, said, StandingRow(str(number), title, owner, standing, late))

    def _add_row(self, key: str, said: str, row: StandingRow) -> None:
        """`said`: all of it in a sentence, for whoever cannot see it and where it is cut."""
        item = QListWidgetItem(said)
        item.setData(Qt.ItemDataRole.UserRole, key)
        item.setData(ROW, row)
        item.setToolTip(as_tip(said))
        self.list.addItem(item)

    def _open(self, item: QListWidgetItem) -> None:
        if key := item.data(Qt.ItemDataRole.UserRole):
            self.put_away()
            self.opened.emit(key)

    def _orders(self) -> Flow:
        line, group = Flow(8), QButtonGroup(self)
        line.addWidget(label(gettext("First"), "label"))
        for order, name in (
            (Order.GO_LIVE, gettext("Earliest go-live")),
            (Order.WORST, gettext("Worst figure")),
            (Order.LATE, gettext("Most overdue")),
            (Order.CLIENT, gettext("By client")),
        ):
            made = button(name, "tab")
            made.setCheckable(True)
            made.setChecked(order is Order.GO_LIVE)
            made.clicked.connect(partial(self._order, order))
            group.addButton(made)
            line.addWidget(made)
        return line

    def _made_outs(self) -> tuple[QPushButton, ...]:
        pages = button(gettext("Pages (PDF)…"), edge="left")
        pages.clicked.connect(partial(self._ask_file, ".pdf", "PDF (*.pdf)"))
        book = button(gettext("Workbook…"))
        book.clicked.connect(partial(self._ask_file, ".xlsx", "Excel (*.xlsx)"))
        wall = button(gettext("On the wall"), tip=gettext("Shows all clients’ names: for the practice’s own room"))
        wall.clicked.connect(self._show_wall)
        self._outs: tuple[QPushButton, ...] = (pages, book, wall)
        return self._outs

    def _order(self, order: Order) -> None:
        self._model.order_by(order)
        if self._wall is not None and self._wall.on:
            self._show_wall()

    def _ask_file(self, ending: str, kinds: str) -> None:
        suggested = documents_folder() / (gettext("Portfolio") + ending)
        ask_where(self, gettext("Save the portfolio"), suggested, kinds, self._save)

    def _save(self, path: Path) -> None:
        self._model.save(path, self._console.settings.choosing.value(PAGE_SIZE))

    def _show_wall(self) -> None:
        """A client's room is shown nothing any more: this is for nobody's eyes there."""
        from desktop.console.across.wall import Wall

        if (view := self._model.view(self._console.look.theme.dark)) is None:
            return
        if self._wall is None:
            self._wall = Wall(self._console, self._console.settings.choosing)
            self._wall.ended.connect(lambda: self._tell(""))
        self._console.door.end()
        self._wall.show(view)
        self._tell(gettext("On the wall, until Esc or Done takes it off."))

    def _tell(self, sentence: str) -> None:
        self._told.setText(breakable(sentence))
        self._told.setVisible(bool(sentence))
