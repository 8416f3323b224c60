"""One person in an engagement on the hub: who, as what, and when they were there last."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy

from desktop.system.long_text import breakable
from desktop.view_models.hub.sharing import HubSharing
from desktop.view_models.hub.words import met_text, part_choices, part_name
from desktop.widgets.choice_field import ChoiceField
from desktop.widgets.labels import button, label
from desktop.widgets.parts.bare import reads_as_text
from desktop.words import gettext
from models.hub.people import LEAD, Participant

END = 64
"""Pixels of what surrounds the words of a choice."""


class PersonRow:
    """A lead changes what somebody is and puts them out; everybody else may take themselves out."""

    def __init__(self, role: str, sharing: HubSharing) -> None:
        self._sharing = sharing
        self._name, self._as = label(breakable(role), wrap=True), label("")
        self.met = label("", "caption")
        self.part = reads_as_text(part_field(gettext("What {name} is in it").format(name=role)))
        self.part.chosen.connect(lambda part: sharing.share(role, part))
        self.out = button(gettext("Put out"), "quiet", edge="right")
        self.out.clicked.connect(lambda: sharing.put_out(role))

    def lie_in(self, grid: QGridLayout) -> None:
        """Below the rows that are in it."""
        row = grid.rowCount()
        grid.addWidget(self._name, row, 0)
        grid.addWidget(self.part, row, 1)
        grid.addWidget(self._as, row, 1)
        grid.addWidget(self.met, row, 2)
        grid.addWidget(self.out, row, 3, Qt.AlignmentFlag.AlignRight)

    def show_person(self, one: Participant) -> None:
        """As the hub says."""
        sharing = self._sharing
        leads, own = sharing.part == LEAD, one.role == sharing.own
        self.part.show_key(one.part)
        self.part.setVisible(leads)
        self.part.ensurePolished()  # one that reads as text asks for no width
        self.part.setMinimumWidth(
            self.part.fontMetrics().horizontalAdvance("x" * self.part.minimumContentsLength()) + END
        )
        self._as.setText(part_name(one.part))
        self._as.setVisible(not leads)
        self.met.setText(met_text(one.met) if sharing.answered else "")
        text = gettext("Take me out") if own else gettext("Put out")
        self.out.setText(text)
        self.out.setAccessibleName(gettext("Put {name} out").format(name=one.role) if not own else text)
        self.out.setVisible(leads != own)


def part_field(name: str) -> ChoiceField:
    """What somebody is, as wide as the longest."""
    choices = part_choices()
    field = ChoiceField(name, choices)
    field.setMinimumContentsLength(max(len(text) for _, text in choices))
    field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return field
