"""The practice's hub in the settings: joined or not, what is shared with whom, what waits, when both met last."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.system.long_text import breakable
from desktop.view_models.hub.meeting import HubMeeting
from desktop.widgets.labels import button, clear, label, section_head
from desktop.widgets.parts.secret_field import SecretField
from desktop.words import gettext, ngettext

MOST, LONGEST, WIDEST = 12, 400, 420
"""Engagements that are told one by one, letters of an address, and pixels of its field."""


class HubPart(QWidget):
    """Follows the meeting while it is shown; `end` lets go of it."""

    def __init__(self, meeting: HubMeeting) -> None:
        super().__init__()
        self._meeting = meeting
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(section_head(gettext("The practice’s hub"), ""))
        self.said = label("", "caption", wrap=True)
        column.addWidget(self.said)
        self._people = QVBoxLayout()
        self._people.setSpacing(2)
        column.addLayout(self._people)
        self._joining = self._made_joining()
        column.addWidget(self._joining)
        self._acts = self._made_acts()
        column.addWidget(self._acts)
        meeting.changed.connect(self._refresh)
        meeting.named.connect(self._refresh)
        meeting.refused.connect(self._refuse)
        self._refresh()
        meeting.ask_names()

    def end(self) -> None:
        """Nothing is shown any more."""
        self._meeting.changed.disconnect(self._refresh)
        self._meeting.named.disconnect(self._refresh)
        self._meeting.refused.disconnect(self._refuse)

    def _made_joining(self) -> QWidget:
        side = QWidget()
        row = QVBoxLayout(side)
        row.setContentsMargins(0, 0, 0, 0)
        self.address, self.password = QLineEdit(), SecretField(gettext("Password there"))
        self.address.setAccessibleName(gettext("Address of the hub"))
        self.address.setPlaceholderText("postgresql://ann@db.example.com/practice")
        self.address.setMaxLength(LONGEST)
        self.address.setMaximumWidth(WIDEST)
        name = label(gettext("Address of the hub"), "label")
        name.setBuddy(self.address)
        join = button(gettext("Join"))
        join.clicked.connect(self._join)
        self.password.line.returnPressed.connect(self._join)
        line = QHBoxLayout()
        line.addWidget(join)
        line.addStretch(1)
        for widget in (name, self.address, self.password):
            row.addWidget(widget)
        row.addLayout(line)
        return side

    def _made_acts(self) -> QWidget:
        side = QWidget()
        line = QHBoxLayout(side)
        line.setContentsMargins(0, 0, 0, 0)
        now = button(gettext("Meet the hub now"), "quiet", key="F9", edge="left")
        now.clicked.connect(self._meeting.meet)
        leave = button(gettext("Leave the hub"), "quiet")
        leave.setToolTip(gettext("Everything stays where it is"))
        leave.clicked.connect(self._meeting.leave)
        line.addWidget(now)
        line.addWidget(leave)
        line.addStretch(1)
        return side

    def _join(self) -> None:
        if self.address.text().strip():
            self.said.setText(gettext("Looking for it …"))
            self._meeting.join(self.address.text(), self.password.take())

    def _refuse(self, sentence: str) -> None:
        self.said.setText(breakable(sentence))

    def _refresh(self) -> None:
        meeting = self._meeting
        self._joining.setVisible(not meeting.joined)
        self._acts.setVisible(meeting.joined)
        clear(self._people)
        if not meeting.joined:
            self.said.setText(gettext("With one, colleagues work on an engagement together. Your library stays whole."))
            return
        met = f"{meeting.met:%Y-%m-%d %H:%M}" if meeting.met else "–"
        told = [meeting.memory.address, gettext("Last met: {time}").format(time=met)]
        if meeting.waiting:
            told.append(gettext("waiting ({n})").format(n=meeting.waiting))
        self.said.setText(breakable("\n".join([" · ".join(told), *([meeting.problem] if meeting.problem else [])])))
        engagements = list(meeting.memory.engagements.items())
        for key, _ in engagements[:MOST]:
            text = f"{meeting.names.get(key, key[:8])}: {meeting.people(key)}"
            self._people.addWidget(label(breakable(text), "caption", wrap=True))
        if len(engagements) > MOST:
            more = len(engagements) - MOST
            text = ngettext("… and {n} more", "… and {n} more", more).format(n=more)
            self._people.addWidget(label(text, "caption"))
