"""One person in a row: here or not, who, what they do and decide; the rest while one is in the row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.console.prepare.address_field import AddressField
from desktop.console.prepare.people_line import PeopleLine
from desktop.console.prepare.present_mark import PresentMark
from desktop.view_models.preparing import Preparing
from desktop.widgets.choice_field import ChoiceField
from desktop.widgets.fields import LineField
from desktop.widgets.labels import button, label, restyle
from desktop.widgets.parts.bare import reads_as_text
from desktop.widgets.parts.icons import Icon
from desktop.widgets.parts.inks import inks
from desktop.widgets.parts.line import Line
from desktop.widgets.parts.scale import scale_of, scaled
from desktop.words import gettext, spoken
from models.engagement.engagement import Stakeholder
from models.values.lengths import LONGEST_NAME
from models.values.names import group_name
from models.values.terms import Group
from models.values.typed.addresses import NamedAddress, read_address

SHARES = (20, 23, 21, 36)
"""Of the width of a row: name, role, group, and what they decide with what stands behind it."""
NAME, ROLE, GROUP, DECIDES = range(len(SHARES))
TAKING = (GROUP, NAME, ROLE, DECIDES)
"""Who takes first: a group is a word of our own, a name is what people are known by."""
FULL = (GROUP, NAME)
"""What takes from roles and decisions, too, where nobody has pixels to spare."""
MARK, AROUND, LEFT, APART, AFTER = 28, 46, 9, 4, 12
"""Pixels: the mark before a name and, at a scale of 1, around a group in its field; before a row, between its columns
and behind them."""
LEAST, NAMED = 72, 120
"""Pixels, at a scale of 1, of a role and of what somebody decides, however long the names are; of a name."""


class PersonRow(Line):
    """`next_wanted`: Enter in one of its fields; `several` carries what was pasted there and is several people."""

    next_wanted = Signal()
    several = Signal(QMimeData)

    def __init__(self, person_id: str, model: Preparing) -> None:
        super().__init__()
        self._person_id, self._model = person_id, model
        self.mark = PresentMark()
        self.name = PeopleLine(gettext("Name"), gettext("Name"), longest=LONGEST_NAME)
        self.name.setProperty("role", "strong")
        self.role = LineField(gettext("Role"), gettext("Role"), longest=LONGEST_NAME)
        self.group = ChoiceField(gettext("Group"), [(g.value, group_name(g, spoken()).capitalize()) for g in Group])
        self.decides = LineField(gettext("Can decide"), gettext("What they can decide"))
        self.email = AddressField()
        self.sponsor = QCheckBox(gettext("Sponsor"))
        self.remove = button(gettext("Remove"), "quiet")
        self._flag, self._said = Icon("flag", muted=False), label("", "caption")
        self._standing, self._detail = QWidget(), QWidget()
        self._measured: tuple[tuple[object, ...], tuple[int, ...]] = ((), ())
        self._examples = [(field, field.placeholderText()) for field in (self.role, self.decides)]
        self._lay_out()
        self._connect()
        self.open_up(False)

    def open_up(self, here: bool) -> None:
        """With what stands below the line while one is in the row."""
        restyle(self, "here", here)
        for field, example in self._examples:
            field.setPlaceholderText(example if here else "")  # said once, not in every row
        self._detail.setVisible(here)

    def show_person(self, person: Stakeholder) -> None:
        """Shows the snapshot's person."""
        called = person.name or person.role
        self.mark.show_present(person.present, called)
        self.name.show_text(person.name)
        self.role.show_text(person.role)
        self.group.show_key(person.group.value)
        self.decides.show_text(person.decides)
        self.email.show_address(person.email)
        self.sponsor.setChecked(person.sponsor)
        self.sponsor.setAccessibleName(gettext("Sponsor: {0}").format(called))
        self.remove.setAccessibleName(gettext("Remove {0}").format(called))
        self._show_standing(person)

    def needs(self) -> tuple[int, ...]:
        """Pixels with which nothing in a column is cut: name, role, group, decisions with what stands behind them."""
        texts = tuple(field.text() for field in (self.name, self.role, self.decides, self._said))
        of = *texts, self.group.currentText(), scale_of(self)
        if of != self._measured[0]:
            group = self.group.fontMetrics().horizontalAdvance(self.group.currentText()) + scaled(self, AROUND)
            self._measured = of, (self.name.wide(), self.role.wide(), group, self.decides.wide() + self._behind())
        return self._measured[1]

    def room(self, width: int) -> int:
        """Pixels for all columns together in a row that is so wide."""
        return width - LEFT - self.mark.sizeHint().width() - len(SHARES) * APART

    def set_columns(self, widths: Sequence[int]) -> None:
        """As wide as in all rows."""
        for place, width in enumerate(widths):
            self._line.setStretch(place + 1, width)

    def minimumSizeHint(self) -> QSize:
        """So wide that a group is never cut; all else is text that may end early."""
        least, beside = super().minimumSizeHint(), LEFT + self.mark.sizeHint().width() + len(SHARES) * APART
        group = self.needs()[GROUP] + 2 * scaled(self, LEAST) + scaled(self, NAMED) + self._behind()
        return QSize(max(least.width(), group + beside), least.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing but the line below it, unless one is here: the style sheet takes far longer for as much."""
        if self.at_hand or self.property("here"):
            super().paintEvent(event)
            return
        with QPainter(self) as painter:
            hair = inks(self).color(QPalette.ColorRole.Midlight)
            painter.fillRect(0, self.height() - 1, self.width(), 1, hair)

    def _show_standing(self, person: Stakeholder) -> None:
        """One thing at the right: what is wrong, who pays, who is away."""
        wrong = bool(person.email.strip()) and not isinstance(read_address(person.email), NamedAddress)
        restyle(self._said, "role", "danger" if wrong else "agreed" if person.sponsor else "caption")
        away = gettext("not here") if person.present is False else ""
        self._said.setText(gettext("address unclear") if wrong else gettext("Sponsor") if person.sponsor else away)
        self._flag.setVisible(person.sponsor and not wrong)
        self._standing.setVisible(bool(self._said.text()))

    def _behind(self) -> int:
        """Pixels of what stands behind all."""
        return self._standing.sizeHint().width() if not self._standing.isHidden() else 0

    def _lay_out(self) -> None:
        self._line, second = QHBoxLayout(), QHBoxLayout(self._detail)
        self._line.setSpacing(APART)
        self._line.addWidget(self.mark)
        said = QHBoxLayout(self._standing)
        said.setContentsMargins(0, 0, AFTER, 0)
        said.addWidget(self._flag)
        said.addWidget(self._said)
        last = QHBoxLayout()
        last.setSpacing(0)
        fields = (self.name, self.role, self.group, self.decides)
        for field in fields:
            field.setSizePolicy(QSizePolicy.Policy.Ignored, field.sizePolicy().verticalPolicy())
            (last if field is self.decides else self._line).addWidget(field, 1)
        last.addWidget(self._standing)
        self._line.addLayout(last, 1)
        self.set_columns(SHARES)
        second.setContentsMargins(MARK + APART, 0, AFTER, 4)
        second.setSpacing(16)
        email = self.email.note.under_field()
        second.addWidget(email, 1)
        second.addWidget(self.sponsor)
        second.addStretch(1)
        second.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(LEFT, 1, 0, 2)
        column.setSpacing(2)
        column.addLayout(self._line)
        column.addWidget(self._detail)
        for field in (*fields, self.email):
            reads_as_text(field, dense=True, wanted=field is self.name)

    def _connect(self) -> None:
        person_id, change = self._person_id, self._model.stakeholder
        self.mark.said.connect(lambda present: change(person_id, "present", present))
        for field, attribute in (
            (self.name, "name"), (self.role, "role"), (self.decides, "decides"), (self.email, "email"),
        ):  # fmt: skip
            field.typed.connect(lambda text, typing, part=attribute: change(person_id, part, text, typing))
            field.returnPressed.connect(self.next_wanted)
        self.group.chosen.connect(lambda key: change(person_id, "group", Group(key)))
        self.name.editingFinished.connect(self._part_name)
        self.email.found.connect(lambda found: self._model.address(person_id, found))
        self.sponsor.clicked.connect(lambda on: self._model.make_sponsor(person_id, on))
        self.remove.clicked.connect(lambda: self._model.remove_stakeholder(person_id))
        for line in (self.name, self.email):
            line.several.connect(self.several)

    def _part_name(self) -> None:
        """A name that was copied from a mail program has its address beside it."""
        read = read_address(self.name.text()) if "@" in self.name.text() else None
        if isinstance(read, NamedAddress) and read.name:
            self._model.part_name(self._person_id, read)


def shared(room: int, needs: Sequence[int], least: int) -> tuple[int, ...]:
    """Pixels for each column, where its longest text needs so many; none gives up the `least` that it has to have."""
    widths = [room * share // sum(SHARES) for share in SHARES]
    for taker in TAKING:
        for giver in (DECIDES, ROLE, GROUP, NAME):
            _give(widths, giver, taker, needs, needs[giver])
    for taker in FULL:
        for giver in (DECIDES, ROLE):
            _give(widths, giver, taker, needs, least)
    return tuple(widths)


def _give(widths: list[int], giver: int, taker: int, needs: Sequence[int], keeps: int) -> None:
    """What the one lacks, as far as the other has more than it `keeps`."""
    taken = min(max(needs[taker] - widths[taker], 0), max(widths[giver] - keeps, 0))
    widths[taker] += taken
    widths[giver] -= taken
