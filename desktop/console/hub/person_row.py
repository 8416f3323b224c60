"""One person in an engagement on the hub: who, as what, and when they were there last."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.system.long_text import breakable
from desktop.view_models.hub.sharing import HubSharing
from desktop.view_models.hub.words import met_text, part_choices, part_name
from desktop.widgets.choice_field import ChoiceField
from desktop.widgets.labels import button, label
from desktop.widgets.parts.bare import reads_as_text
from desktop.words import gettext
from models.hub.people import LEAD, Participant

NAME, PART, GAP = 230, 140, 12
"""Pixels."""


class PersonRow(QWidget):
    """A lead changes what somebody is and puts them out; everybody else may take themselves out."""

    def __init__(self, role: str, sharing: HubSharing) -> None:
        super().__init__()
        self._sharing = sharing
        self._name, self.met = label(breakable(role), wrap=True), label("", "caption")
        self._name.setFixedWidth(NAME)
        self.part = reads_as_text(ChoiceField(gettext("What {name} is in it").format(name=role), part_choices()))
        self.part.setFixedWidth(PART)
        self.part.chosen.connect(lambda part: sharing.share(role, part))
        self._as = label("")
        self._as.setFixedWidth(PART)
        self.out = button(gettext("Put out"), "quiet", edge="right")
        kept = self.out.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.out.setSizePolicy(kept)
        self.out.clicked.connect(lambda: sharing.put_out(role))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(self._name)
        line.addWidget(self.part)
        line.addWidget(self._as)
        line.addWidget(self.met, 1, Qt.AlignmentFlag.AlignLeft)
        line.addWidget(self.out)

    def show_person(self, one: Participant) -> None:
        """As the hub says."""
        sharing = self._sharing
        leads, own = sharing.part == LEAD, one.role == sharing.own
        self.part.show_key(one.part)
        self.part.setVisible(leads)
        self._as.setText(part_name(one.part))
        self._as.setVisible(not leads)
        self.met.setText(met_text(one.met) if sharing.answered else "")
        text = gettext("Take me out") if own else gettext("Put out")
        self.out.setText(text)
        self.out.setAccessibleName(gettext("Put {name} out").format(name=one.role) if not own else text)
        self.out.setVisible(leads != own)
        for field in (self.part, self.out):
            field.setEnabled(not sharing.under_way)
