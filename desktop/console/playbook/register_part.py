"""A register within an activity: what there is to say before it, the table, and what there is to say of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.console.playbook.matrix.answers_line import AnswersLine
from desktop.console.playbook.matrix.people_bar import PeopleBar
from desktop.console.playbook.matrix.table import MatrixTable
from desktop.console.playbook.register_line import RegisterLine
from desktop.console.playbook.register_model import OUT
from desktop.console.playbook.register_table import RegisterTable
from desktop.system.long_text import shortened
from desktop.theme import Theme
from desktop.view_models.playbook.matrix_sheet import MatrixSheet
from desktop.view_models.playbook.sheet import RegisterSheet
from desktop.view_models.playbook.stops import PlaybookStops, Sheet, is_matrix
from desktop.widgets.evidence.strip import EvidenceStrip
from desktop.widgets.labels import button, label
from desktop.words import gettext
from models.engagement.evidence import Beside
from models.method.method import PlaybookItem, Register
from models.playbook.phases import ItemState
from models.playbook.readings import movement_text, movements
from models.values.letters import headed

MARKS = {ItemState.OPEN: "half", ItemState.MISSING: "ring"}
"""Over what is asked, as long as it is not answered."""
LONGEST_ROW = 60
"""Letters of a row's first cell, where it is named."""
MOST_SENTENCES, LONGEST_SENTENCE = 40, 400
"""Below a register: a line for each of its rows, which may name a whole page that somebody pasted."""


class RegisterPart(QWidget):
    """`settle` is called once the typing pauses."""

    noticed = Signal(str)

    def __init__(self, model: PlaybookStops, shown: Sheet, theme: Theme) -> None:
        super().__init__()
        self._model, self._theme = model, theme
        self.items = shown.items
        self.table = self._table(shown, theme)
        self.table.noticed.connect(self.noticed)
        self._line = RegisterLine(self.table)
        self._said = label("", "caption", wrap=True)
        self._answers = AnswersLine(self.table, theme) if isinstance(self.table, MatrixTable) else None
        self.offer: QPushButton | None = None
        """For the head of the page where nothing else stands above the register; else beside what does."""
        if self._offer_text():
            self.offer = button(self._offer_text(), "quiet", key="Alt+A", edge="right")
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._add_above(shown)
        if isinstance(self.table, MatrixTable):
            column.addWidget(self._people_bar(self.table))
        column.addWidget(self.table)
        if self._answers is not None:
            column.addWidget(self._answers)
        for part in (self._line.label, self._said):
            part.setContentsMargins(OUT, 8, OUT, 0)
            column.addWidget(part)

    def show_theme(self, theme: Theme) -> None:
        """Takes on another look."""
        self._theme = theme
        self.table.show_theme(theme)

    def settle(self) -> None:
        """The marks over what is asked, and what the register says."""
        states = {item.id: self._model.state(item) for item in self.items}
        self.table.rows.states = {key: item_state_name(state) for key, state in states.items()}
        self.table.head.show_marks({key: MARKS[state] for key, state in states.items() if state in MARKS})
        self.table.updateGeometry()
        self.follow_line()
        said = self._sentences()
        self._said.setText("\n".join(shortened(text, LONGEST_SENTENCE) for text in said[:MOST_SENTENCES]))
        self._said.setVisible(bool(said))
        if self.offer is not None:
            self.offer.setEnabled(bool(self.table.sheet.to_offer()))
        if self._answers is not None:
            self._answers.show_counts(self._theme)

    def follow_line(self) -> None:
        """What there is to say of the cell at hand."""
        self._line.follow()

    def at_hand(self) -> tuple[PlaybookItem, str]:
        """The item that is being answered, and the id of the row that is written; it may be empty."""
        index, sheet = self.table.currentIndex(), self.table.sheet
        place = sheet.places[index.column()].id if index.isValid() else ""
        item = next((i for i in self.items if place in i.columns), self.items[0])
        return item, sheet.entry_id(index.row()) if index.isValid() else ""

    def show_files(self, files: EvidenceStrip) -> None:
        """What hangs beside the row that is being written, below the register."""
        line = self._column.indexOf(self._line.label)
        if self._column.indexOf(files) != line + 1:
            files.setContentsMargins(OUT, 8, OUT, 0)
            self._column.insertWidget(line + 1, files)
        files.show_beside(*self.beside())

    def beside(self) -> tuple[Beside | None, str]:
        """The row that is being written, and what stands over what hangs beside it."""
        _, key = self.at_hand()
        if not key:
            return None, ""
        name = shortened(self.table.sheet.text(self.table.currentIndex().row(), 0), LONGEST_ROW)
        return Beside(entry_id=key), gettext("Beside “{row}”").format(row=name) if name else ""

    def _table(self, shown: Sheet, theme: Theme) -> RegisterTable:
        filling, register = self._model.filling, shown.register
        if is_matrix(register):
            return MatrixTable(MatrixSheet(filling, register), theme, shown.items)
        return RegisterTable(RegisterSheet(filling, register, shown.columns), theme, shown.items)

    def _people_bar(self, table: MatrixTable) -> PeopleBar:
        bar = PeopleBar()
        bar.wanted.connect(table.go_across)
        table.crossed.connect(lambda: bar.show_people(table.across))
        return bar

    def _add_above(self, shown: Sheet) -> None:
        """Where the rows come from, what stays with the facilitator, and what is offered; nothing for nothing."""
        texts = [gettext("The rows of “{0}”").format(shown.begun_in)] if shown.begun_in else []
        texts += list(filter(None, [self._private_text(shown.register)]))
        if self.offer is not None:
            self.offer.clicked.connect(self.table.sheet.add_offered)
        if not texts:
            return
        line = QHBoxLayout()
        line.setContentsMargins(OUT, 0, OUT, 0)
        line.addWidget(label("  ·  ".join(texts), "caption", wrap=True), 1)
        if self.offer is not None:
            line.addWidget(self.offer)
        self._column.addLayout(line)

    def _private_text(self, register: Register) -> str:
        """What of the register stays with the facilitator; empty for nothing."""
        if register.private:
            return gettext("Private: neither the room nor any document shows these lines")
        method = self._model.session.method
        titles = [
            gettext("“{name}”").format(name=column.title) for column in register.columns if method.is_private(column)
        ]
        return gettext("Private, in the room and in documents: {0}").format(", ".join(titles)) if titles else ""

    def _offer_text(self) -> str:
        kinds = [place.kind for place in self.table.sheet.places]
        if is_matrix(self.table.sheet.register):
            return ""
        if kinds[0] == "person":
            return gettext("Add everybody present")
        return gettext("Add a reading of each, today") if kinds[0] == "reference" and "date" in kinds else ""

    def _sentences(self) -> list[str]:
        session = self._model.session
        found = movements(session.method, session.current, self.table.sheet.register)
        return [headed(movement.title, movement_text(movement, session.words), session.words) for movement in found]


def item_state_name(state: ItemState) -> str:
    """How far an item is, in a word."""
    return {
        ItemState.DONE: gettext("done"),
        ItemState.OPEN: gettext("open"),
        ItemState.MISSING: gettext("missing"),
    }[state]
