"""Who is asked to vote, and whether they have; one of them is marked as the next to answer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.system.long_text import as_tip, shortened
from desktop.widgets.flow import Flow
from desktop.widgets.labels import bring_into_sight, button, clear, label
from desktop.widgets.parts.act import BEFORE_KEY, Act
from desktop.words import gettext
from models.engagement.engagement import Stakeholder

MOST_LETTERS = 44
"""Of a name with its role, in a line of the list."""


class VoterList(QWidget):
    """Says who has voted, never what."""

    chosen = Signal()
    """Another person was marked with the mouse."""

    def __init__(self) -> None:
        super().__init__()
        self._people: tuple[Stakeholder, ...] = ()
        self._voted: frozenset[str] = frozenset()
        self._at = 0
        self._rows: list[Act] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._nobody = label(gettext("There is nobody to ask. Under Prepare, say who is here."), wrap=True)
        self._column.addWidget(self._nobody)
        self._list = Flow(4)
        self._column.addLayout(self._list)

    @property
    def current(self) -> Stakeholder | None:
        """Whose answer comes next."""
        return self._people[self._at] if self._people else None

    def show_people(self, people: tuple[Stakeholder, ...], voted: frozenset[str]) -> None:
        """Shows who is asked, in their order."""
        if people != self._people:
            self._people, self._at = people, 0
            clear(self._list)
            self._rows = [self._row(place) for place in range(len(people))]
            self._at = self._first_open(voted)
        self._voted = voted
        self._nobody.setVisible(not people)
        self._show_rows()

    def go(self, steps: int) -> None:
        """Marks another person."""
        self._at = min(max(self._at + steps, 0), max(len(self._people) - 1, 0))
        self._show_rows()

    def go_on(self, voted: frozenset[str]) -> None:
        """Marks the next person who has not voted; stays where everyone has."""
        later = [n for n, p in enumerate(self._people) if p.id not in voted]
        self._at = next((n for n in later if n > self._at), later[0] if later else self._at)
        self._show_rows()

    def _called(self, person: Stakeholder) -> str:
        """The name; with the role only where another is called the same."""
        alike = sum(other.name == person.name for other in self._people)
        return person.name if person.name and alike == 1 else voter_name(person)

    def _first_open(self, voted: frozenset[str]) -> int:
        return next((n for n, person in enumerate(self._people) if person.id not in voted), 0)

    def _row(self, place: int) -> Act:
        made = button("", "voter")
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(lambda: self._choose(place))
        self._list.addWidget(made)
        return made

    def _choose(self, place: int) -> None:
        self._at = place
        self._show_rows()
        self.chosen.emit()

    def _show_rows(self) -> None:
        for place, (person, made) in enumerate(zip(self._people, self._rows, strict=True)):
            voted, asked = person.id in self._voted, place == self._at
            state = gettext("has answered") if voted else gettext("to answer")
            name = shortened(self._called(person), MOST_LETTERS)
            made.setToolTip(as_tip(voter_name(person)))
            made.setText(f"{name}{BEFORE_KEY}{state}")
            made.setAccessibleName(f"{name}, {state}")
            made.show_icon("done" if voted else "now" if asked else "ring")
            made.setChecked(asked)
        if self._rows:
            bring_into_sight(self._rows[self._at])


def voter_name(person: Stakeholder) -> str:
    """Name and role, as far as they are known."""
    return ", ".join(part for part in (person.name, person.role) if part) or "–"
