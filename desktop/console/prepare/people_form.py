"""The stakeholders: two lines a person, filled in at the speed of an introduction round."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from desktop.console.prepare.address_field import AddressField
from desktop.console.prepare.people_line import PeopleLine
from desktop.system.long_text import breakable
from desktop.view_models.preparing import Preparing
from desktop.view_models.workshop.taking_in import TakingIn, files_in
from desktop.widgets.choice_field import ChoiceField
from desktop.widgets.fields import LineField
from desktop.widgets.file_dialogs import ask_files
from desktop.widgets.flow import Flow
from desktop.widgets.labels import bring_into_sight, button, label, let_go
from desktop.widgets.parts.bare import reads_as_text
from desktop.words import gettext, spoken
from models.engagement.engagement import Stakeholder
from models.values.lengths import LONGEST_NAME
from models.values.names import group_name
from models.values.sought import the_first
from models.values.terms import Group
from models.values.typed.addresses import NamedAddress, read_address

_STRETCH = (4, 5, 3, 2, 0)
_LINES = 3
"""Rows of the grid that a person takes: two lines of fields and a little air."""


_PRESENT = {"": None, "here": True, "absent": False}


def _presence() -> list[tuple[str, str]]:
    texts = (gettext("Not said"), gettext("Here"), gettext("Not here"))
    return list(zip(_PRESENT, texts, strict=True))


class _PersonRow:
    """The fields of one person, laid into the grid of the form."""

    def __init__(self, person_id: str, model: Preparing, form: PeopleForm) -> None:
        change = model.stakeholder
        self.name = PeopleLine(gettext("Name"), gettext("Name"), longest=LONGEST_NAME)
        self.name.setProperty("role", "strong")
        self.role = LineField(gettext("Role"), gettext("Role"), longest=LONGEST_NAME)
        self.group = ChoiceField(gettext("Group"), [(g.value, group_name(g, spoken()).capitalize()) for g in Group])
        self.decides = LineField(gettext("Can decide"), gettext("What they can decide"))
        self.email = AddressField()
        self._email = self.email.note.under_field()
        self.present = ChoiceField(gettext("Here?"), _presence())
        self.sponsor = QCheckBox(gettext("Sponsor"))
        self.remove = button("", "icon", icon="cross", tip=gettext("Remove"))
        self.name.typed.connect(lambda text, typing: change(person_id, "name", text, typing))
        self.role.typed.connect(lambda text, typing: change(person_id, "role", text, typing))
        self.group.chosen.connect(lambda key: change(person_id, "group", Group(key)))
        self.decides.typed.connect(lambda text, typing: change(person_id, "decides", text, typing))
        self.name.editingFinished.connect(lambda: self._part_name(person_id, model))
        self.email.typed.connect(lambda text, typing: change(person_id, "email", text, typing))
        self.email.found.connect(lambda found: model.address(person_id, found))
        self.present.chosen.connect(lambda key: change(person_id, "present", _PRESENT[key]))
        self.sponsor.clicked.connect(lambda on: model.make_sponsor(person_id, on))
        self.remove.clicked.connect(lambda: model.remove_stakeholder(person_id))
        for line in (self.name, self.role, self.decides, self.email):
            line.returnPressed.connect(form.add)
        for field in (self.name, self.role, self.decides, self.email, self.group, self.present):
            reads_as_text(field)
        for several in (self.name.several, self.email.several):
            several.connect(form.take)

    def widgets(self) -> tuple[QWidget, ...]:
        """In the order of Tab."""
        fields = (self.name, self.role, self.group, self.present, self.remove)
        return (*fields, self.decides, self._email, self.sponsor)

    def places(self) -> tuple[tuple[int, int, int], ...]:
        """Line, column and span of each widget."""
        return ((0, 0, 1), (0, 1, 1), (0, 2, 1), (0, 3, 1), (0, 4, 1), (1, 0, 2), (1, 2, 2), (1, 4, 1))

    def show(self, person: Stakeholder) -> None:
        self.name.show_text(person.name)
        self.role.show_text(person.role)
        self.group.show_key(person.group.value)
        self.decides.show_text(person.decides)
        self.email.show_address(person.email)
        self.present.show_key(the_first(key for key, said in _PRESENT.items() if said is person.present))
        self.sponsor.setChecked(person.sponsor)
        self.sponsor.setAccessibleName(gettext("Sponsor: {0}").format(person.name or person.role))
        self.remove.setAccessibleName(gettext("Remove {0}").format(person.name or person.role))

    def _part_name(self, person_id: str, model: Preparing) -> None:
        """A name that was copied from a mail program has its address beside it."""
        read = read_address(self.name.text()) if "@" in self.name.text() else None
        if isinstance(read, NamedAddress) and read.name:
            model.part_name(person_id, read)


class PeopleForm(QWidget):
    """Adds, changes and removes stakeholders; Enter in a line starts the next person."""

    def __init__(self, model: Preparing) -> None:
        super().__init__()
        self._model, self._taking = model, TakingIn(model.session)
        self._rows: dict[str, _PersonRow] = {}
        self._order: tuple[str, ...] = ()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        for place, stretch in enumerate(_STRETCH):
            self._grid.setColumnStretch(place, stretch)
        self._told = label("", "muted", wrap=True)
        self._told.hide()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)
        column.addLayout(self._acts())
        column.addWidget(self._told)

    def add(self) -> None:
        """A new person, with the cursor in the name."""
        person_id = self._model.add_stakeholder()
        name = self._rows[person_id].name
        name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QTimer.singleShot(0, name, lambda: bring_into_sight(name, 120))

    def go_to_address(self, person_id: str) -> None:
        """Puts the keyboard into a person's address."""
        if person_id in self._rows:
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

    def _say(self, text: str) -> None:
        """What an act did; once something is taken back, it is no longer true."""
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
            made = button(text, "quiet", key=key, edge="" if line.count() else "left")
            made.clicked.connect(act)
            line.addWidget(made)
        return line

    def show_people(self, people: tuple[Stakeholder, ...]) -> None:
        """Shows these people in their order."""
        if self._model.session.labels.redo is not None:
            self._told.hide()
        order = tuple(person.id for person in people)
        for person_id in self._rows.keys() - set(order):
            for widget in self._rows.pop(person_id).widgets():
                let_go(widget)
        for person in people:
            if person.id not in self._rows:
                self._rows[person.id] = _PersonRow(person.id, self._model, self)
            self._rows[person.id].show(person)
        if order != self._order:
            self._lay_out(order)

    def _lay_out(self, order: tuple[str, ...]) -> None:
        self._order = order
        before: QWidget | None = None
        self._column.setEnabled(False)  # or each widget that is shown has the whole page laid out anew
        for number, person_id in enumerate(order):
            row = self._rows[person_id]
            self._grid.setRowMinimumHeight(number * _LINES + 2, 12)
            for widget, (line, column, span) in zip(row.widgets(), row.places(), strict=True):
                self._grid.addWidget(widget, number * _LINES + line, column, 1, span)
                widget.show()
                if before is not None:
                    QWidget.setTabOrder(before, widget)
                before = widget
        self._column.setEnabled(True)
        self._column.activate()
