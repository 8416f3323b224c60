"""The stakeholders: a line a person, filled in at the speed of an introduction round."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.console.prepare.example_people import ExamplePeople
from desktop.console.prepare.person_row import LEAST, PersonRow, shared
from desktop.system.long_text import breakable
from desktop.view_models.preparing import Preparing
from desktop.view_models.workshop.taking_in import TakingIn, files_in
from desktop.widgets.file_dialogs import ask_files
from desktop.widgets.flow import Flow
from desktop.widgets.labels import bring_into_sight, button, label, let_go
from desktop.widgets.parts.scale import scaled
from desktop.words import gettext
from models.engagement.engagement import Stakeholder

MARGIN = 12
"""Pixels at both sides by which a row goes out beyond what stands above and below."""


class PeopleForm(QWidget):
    """Adds, changes and removes stakeholders; Enter in a line starts the next person. One row is the one at hand.

    `wanted`: what was done here is to be seen.
    """

    wanted = Signal()

    def __init__(self, model: Preparing) -> None:
        super().__init__()
        self._model, self._taking = model, TakingIn(model.session)
        self._rows: dict[str, PersonRow] = {}
        self._order: tuple[str, ...] = ()
        self._here = ""
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._examples = ExamplePeople()
        self._told = label("", "muted", wrap=True)
        self._told.hide()
        self.acts = self._acts()
        """What makes more of them, to be laid out below."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._examples)
        column.addLayout(self._lines)
        column.addWidget(self._told)
        column.addStretch(1)

    def add(self) -> None:
        """A new person, with the cursor in the name."""
        self.wanted.emit()
        name = self._rows[self._model.add_stakeholder()].name
        name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QTimer.singleShot(0, name, lambda: bring_into_sight(name, 120))

    def go_to_address(self, person_id: str) -> None:
        """Puts the keyboard into a person's address."""
        if person_id in self._rows:
            self._open(person_id)
            field = self._rows[person_id].email
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.selectAll()
            bring_into_sight(field, 120)

    def paste(self) -> None:
        """Takes in what was copied."""
        self.take(QGuiApplication.clipboard().mimeData() or QMimeData())

    def take(self, given: QMimeData) -> None:
        """Takes in people from what was copied or dropped: text, or files."""
        self._say(self._taking.files(paths) if (paths := files_in(given.urls())) else self._taking.text(given.text()))

    def ask_files(self) -> None:
        """Asks for files to take people from."""
        kinds = gettext("Invitations, cards, lists (*.ics *.vcf *.vcard *.csv *.tsv *.txt)")
        ask_files(self, gettext("Take people from a file"), kinds, lambda paths: self._say(self._taking.files(paths)))

    def show_people(self, people: tuple[Stakeholder, ...]) -> None:
        """Shows these people in their order; examples while there are none."""
        if self._model.session.labels.redo is not None:
            self._told.hide()
        order = tuple(person.id for person in people)
        for person_id in self._rows.keys() - set(order):
            let_go(self._rows.pop(person_id))
        for person in people:
            row = self._rows.get(person.id) or self._make_row(person.id)
            row.show_person(person)
        if order != self._order:
            self._lay_out(order)
        self._examples.setVisible(not people)
        self._set_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_columns()

    def _set_columns(self) -> None:
        """The same in all rows, from what is longest in each."""
        rows = tuple(self._rows.values())
        if not rows:
            return
        needs = [max(column) for column in zip(*(row.needs() for row in rows), strict=True)]
        widths = shared(rows[0].room(self.width()), needs, scaled(self, LEAST))
        for row in rows:
            row.set_columns(widths)

    def _make_row(self, person_id: str) -> PersonRow:
        row = PersonRow(person_id, self._model)
        row.entered.connect(lambda: self._open(person_id))
        row.next_wanted.connect(self.add)
        row.several.connect(self.take)
        self._rows[person_id] = row
        return row

    def show_acts(self, shown: bool) -> None:
        """Whether what makes more of them can be seen: below a list of them alone."""
        for place in range(self.acts.count()):
            item = self.acts.itemAt(place)
            if item is not None and (act := item.widget()) is not None:
                act.setVisible(shown)

    def _open(self, person_id: str) -> None:
        """The row that the keyboard came into shows all there is to it, and no other."""
        if person_id == self._here:
            return
        before, self._here = self._rows.get(self._here), person_id
        self._rows[person_id].open_up(True)
        if before is not None:
            before.open_up(False)

    def _say(self, text: str) -> None:
        """What an act did; once something is taken back, it is no longer true."""
        self.wanted.emit()
        self._told.setText(breakable(text))
        self._told.show()
        QTimer.singleShot(0, self._told, lambda: bring_into_sight(self._told, 40))

    def _acts(self) -> Flow:
        line = Flow(8)
        for text, key, act in (
            (gettext("Add a stakeholder"), "Enter", self.add),
            (gettext("Paste people"), "Ctrl+V", self.paste),
            (gettext("Take from a file…"), "T", self.ask_files),
        ):
            first = not line.count()
            made = button(text, "quiet", key=key, edge="left" if first else "", icon="plus" if first else "")
            made.clicked.connect(act)
            line.addWidget(made)
        return line

    def _lay_out(self, order: tuple[str, ...]) -> None:
        self._order = order
        self._lines.setEnabled(False)  # or each row that is shown has the whole page laid out anew
        for place, person_id in enumerate(order):
            self._lines.insertWidget(place, self._rows[person_id])
            self._rows[person_id].show()
        self._lines.setEnabled(True)
        self._lines.activate()
