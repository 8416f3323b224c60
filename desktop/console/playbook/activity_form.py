"""One activity of the playbook: what is asked, and under it the register that holds the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.console.playbook.matrix_table import MatrixTable
from desktop.console.playbook.people_bar import PeopleBar
from desktop.console.playbook.register_line import RegisterLine
from desktop.console.playbook.register_table import RegisterTable
from desktop.system.long_text import shortened
from desktop.theme import Theme
from desktop.view_models.playbook.matrix_sheet import MatrixSheet
from desktop.view_models.playbook.sheet import RegisterSheet
from desktop.view_models.playbook.stops import PlaybookStops, Sheet, is_matrix
from desktop.widgets.evidence.strip import EvidenceStrip
from desktop.widgets.labels import button, label
from desktop.widgets.parts.icons import Icon
from desktop.words import gettext, ngettext, spoken
from models.engagement.engagement import Pilot, Record, Stakeholder
from models.engagement.evidence import Beside
from models.engagement.registers import RegisterCell, RegisterEntry
from models.method.method import Activity, PlaybookItem, Register
from models.playbook.budget import is_cost
from models.playbook.phases import ItemState
from models.playbook.raci import in_doubt, tasks
from models.playbook.readings import movement_text, movements
from models.values.currencies import currency_name
from models.values.terms import RaciPart

if TYPE_CHECKING:
    from desktop.console.playbook.budget_view import BudgetView

ICONS = {ItemState.DONE: "done", ItemState.OPEN: "half", ItemState.MISSING: "ring"}
ABOVE_ICON = 2
"""Pixels, so that a mark stands on the middle of the first line beside it."""
SETTLES_AFTER = 120
"""Milliseconds without a key after which the marks, the sums and the sentences follow what was typed."""

LONGEST_ROW = 60
"""Letters of a row's first cell, where it is named."""
MOST_SENTENCES, LONGEST_SENTENCE = 40, 400
"""Below a register: a line for each of its rows, which may name a whole page that somebody pasted."""


class ActivityForm(QWidget):
    """`left` says that the person went on (1) or back (-1) past the registers; `noticed` is for the banner.

    `moved` says that something else is at hand.
    """

    left = Signal(int)
    moved = Signal()
    noticed = Signal(str)

    def __init__(self, model: PlaybookStops, activity: Activity, theme: Theme) -> None:
        super().__init__()
        self._model, self._activity, self._theme = model, activity, theme
        self._marks: dict[str, Icon] = {}
        self._said: dict[str, QLabel] = {}
        self._lines: dict[str, RegisterLine] = {}
        self._offers: dict[str, QPushButton] = {}
        self.tables: list[RegisterTable] = []
        self._asked: dict[str, tuple[PlaybookItem, ...]] = {}
        self._table: RegisterTable | None = None
        self._settling = QTimer(self, singleShot=True, interval=SETTLES_AFTER)
        self._settling.timeout.connect(self.settle)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.budget = self._budget_view(column)
        for sheet in model.sheets(activity):
            self._add_sheet(column, sheet)
        column.addStretch(1)
        self.settle()

    def follow(self, kinds: frozenset[type[Record]]) -> None:
        """Shows what the snapshot changed: the cells at once, what follows from them once the typing pauses."""
        if kinds & {RegisterEntry, RegisterCell, Stakeholder, Pilot}:
            for table in self.tables:
                table.follow(kinds)
            self._settling.start()

    def show_theme(self, theme: Theme) -> None:
        """Takes on another look."""
        self._theme = theme
        for table in self.tables:
            table.show_theme(theme)
        self.settle()

    def at_hand(self) -> tuple[str, str]:
        """The item that is being answered and the row that is being written, by their ids; the row may be empty."""
        table = self._table
        if table is None:
            return self._activity.items[0].id, ""
        index, items = table.currentIndex(), self._asked[table.sheet.register.id]
        place = table.sheet.places[index.column()].id if index.isValid() else ""
        item = next((i for i in items if place in i.columns), items[0])
        return item.id, table.sheet.entry_id(index.row()) if index.isValid() else ""

    def show_files(self, files: EvidenceStrip) -> None:
        """What hangs beside the row that is being written, below its register."""
        (_, key), table = self.at_hand(), self._table
        if table is None or not key:
            files.show_beside(None)
            return
        line = self._column.indexOf(self._lines[table.sheet.register.id].label)
        if self._column.indexOf(files) != line + 1:
            self._column.insertWidget(line + 1, files)
        name = shortened(table.sheet.text(table.currentIndex().row(), 0), LONGEST_ROW)
        files.show_beside(Beside(entry_id=key), gettext("Beside “{row}”").format(row=name) if name else "")

    def begin(self) -> None:
        """Puts the keyboard into the first register."""
        if self.tables:
            self.tables[0].begin()

    def go_to_cell(self, entry_id: str, column_id: str) -> None:
        """Puts the keyboard into a cell."""
        for table in self.tables:
            if entry_id in table.sheet.rows and table.go_to(entry_id, column_id):
                return

    def offer_rows(self) -> None:
        """Adds the rows that the first register which offers any has to offer."""
        table = next((t for t in self.tables if t.sheet.to_offer()), None)
        if table:
            table.sheet.add_offered()

    def settle(self) -> None:
        """The marks beside what is asked, the sums, and what the registers say."""
        if code := self._model.filling.name_currency():
            text = gettext("All sums are in {currency} from now on.")
            self.noticed.emit(text.format(currency=currency_name(code).said(spoken())))
        for item in self._activity.items:
            state = self._model.state(item)
            self._marks[item.id].show_icon(ICONS[state])
            self._marks[item.id].setToolTip(item_state_name(state))
        for table in self.tables:
            register_id = table.sheet.register.id
            self._lines[register_id].follow()
            said = self._sentences(table.sheet)
            shown = [shortened(sentence, LONGEST_SENTENCE) for sentence in said[:MOST_SENTENCES]]
            self._said[register_id].setText("\n".join(shown))
            self._said[register_id].setVisible(bool(said))
            if register_id in self._offers:
                self._offers[register_id].setEnabled(bool(table.sheet.to_offer()))
        if self.budget is not None:
            self.budget.show_budget(self._theme)

    def _add_sheet(self, column: QVBoxLayout, shown: Sheet) -> None:
        filling, register = self._model.filling, shown.register
        self._asked[register.id] = shown.items
        matrix = is_matrix(register)
        sheet = MatrixSheet(filling, register) if matrix else RegisterSheet(filling, register, shown.columns)
        for item in shown.items:
            offer = self._offer(sheet) if item is shown.items[-1] else None
            column.addLayout(self._asked_line(item, offer))
        self._add_caption(column, shown)
        table = MatrixTable(sheet, self._theme) if matrix else RegisterTable(sheet, self._theme)
        table.left.connect(lambda steps: self._go_on(table, steps))
        table.noticed.connect(self.noticed)
        table.moved.connect(lambda: self._at(table))
        self.tables.append(table)
        if isinstance(table, MatrixTable):
            column.addWidget(self._people_bar(table))
        column.addWidget(table)
        self._lines[register.id] = RegisterLine(table)
        column.addWidget(self._lines[register.id].label)
        self._said[register.id] = label("", "danger" if matrix else "caption", wrap=True)
        column.addWidget(self._said[register.id])
        column.addSpacing(12)

    def _people_bar(self, table: MatrixTable) -> PeopleBar:
        bar = PeopleBar()
        bar.wanted.connect(table.go_across)
        table.crossed.connect(lambda: bar.show_people(table.across))
        return bar

    def _asked_line(self, item: PlaybookItem, offer: QPushButton | None) -> QHBoxLayout:
        """The mark, what is asked, and what is offered, on one line of type."""
        self._marks[item.id] = mark = Icon(ICONS[ItemState.MISSING])
        line = QHBoxLayout()
        line.setSpacing(8)
        asked = label(item.prompt, "muted", wrap=True)
        beside = QVBoxLayout()
        beside.addSpacing(ABOVE_ICON)
        beside.addWidget(mark)
        beside.addStretch(1)
        line.addLayout(beside)
        line.addWidget(asked, 1)
        if offer is not None:
            line.addWidget(offer, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _add_caption(self, column: QVBoxLayout, shown: Sheet) -> None:
        texts = []
        if shown.begun_in:
            texts.append(gettext("The rows of “{0}”").format(shown.begun_in))
        if private := self._private_text(shown.register):
            texts.append(private)
        if is_matrix(shown.register):
            texts.append(gettext("R responsible   A accountable   C consulted   I informed   Space none"))
        if texts:
            column.addWidget(label("  ·  ".join(texts), "caption", wrap=True))

    def _offer(self, sheet: RegisterSheet) -> QPushButton | None:
        text = self._offer_text(sheet)
        if not text:
            return None
        made = button(text, "quiet", key="Alt+A")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(sheet.add_offered)
        self._offers[sheet.register.id] = made
        return made

    def _private_text(self, register: Register) -> str:
        """What of the register stays with the facilitator; empty for nothing."""
        if register.private:
            return gettext("Private: neither the room nor any document shows these lines")
        method = self._model.session.method
        titles = [
            gettext("“{name}”").format(name=column.title) for column in register.columns if method.is_private(column)
        ]
        return gettext("Private, in the room and in documents: {0}").format(", ".join(titles)) if titles else ""

    def _offer_text(self, sheet: RegisterSheet) -> str:
        kinds = [place.kind for place in sheet.places]
        if is_matrix(sheet.register):
            return ""
        if kinds[0] == "person":
            return gettext("Add everybody present")
        return gettext("Add a reading of each, today") if kinds[0] == "reference" and "date" in kinds else ""

    def _budget_view(self, column: QVBoxLayout) -> BudgetView | None:
        method = self._model.session.method
        if not any(is_cost(method, item) for item in self._activity.items):
            return None
        from desktop.console.playbook.budget_view import BudgetView

        made = BudgetView(self._model.session)
        column.addWidget(made)
        column.addSpacing(16)
        return made

    def _sentences(self, sheet: RegisterSheet) -> list[str]:
        session = self._model.session
        if is_matrix(sheet.register):
            return self._doubts(sheet)
        found = movements(session.method, session.current, sheet.register)
        return [f"{movement.title}: {movement_text(movement, session.words)}" for movement in found]

    def _doubts(self, sheet: RegisterSheet) -> list[str]:
        """Which tasks do not have exactly one who is accountable."""
        session, said = self._model.session, []
        for task in in_doubt(tasks(session.current, sheet.register, session.people())):
            count = len(task.having(RaciPart.ACCOUNTABLE))
            title = task.title or gettext("A task without a name")
            if not count:
                said.append(gettext("“{0}”: nobody is accountable.").format(title))
            elif count > 1:
                said.append(
                    ngettext(
                        "“{0}”: {n} is accountable; there can be only one.",
                        "“{0}”: {n} are accountable; there can be only one.",
                        count,
                    ).format(title, n=count)
                )
            else:
                said.append(gettext("{0}: say what it is.").format(title))
        return said

    def _at(self, table: RegisterTable) -> None:
        self._table = table
        self._lines[table.sheet.register.id].follow()
        self.moved.emit()

    def _go_on(self, table: RegisterTable, steps: int) -> None:
        place = self.tables.index(table) + steps
        if 0 <= place < len(self.tables):
            self.tables[place].begin()
        else:
            self.left.emit(steps)


def item_state_name(state: ItemState) -> str:
    """How far an item is, in a word."""
    return {
        ItemState.DONE: gettext("done"),
        ItemState.OPEN: gettext("open"),
        ItemState.MISSING: gettext("missing"),
    }[state]
