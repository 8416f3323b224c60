"""The practice’s hub: joined or not, what is shared with whom, what waits, when both met last."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.system.long_text import breakable
from desktop.view_models.hub.meeting import MOST_NAMES, HubMeeting
from desktop.widgets.labels import button, clear, label
from desktop.widgets.overlay import CardOverlay
from desktop.widgets.parts.scrolled import scrolled
from desktop.widgets.parts.secret_field import SecretField
from desktop.words import gettext, ngettext

LONGEST, FIELD = 400, 480
"""Letters of an address, and pixels of its field."""


class HubCard(CardOverlay):
    """Follows the meeting while it is shown."""

    widest = 720
    highest = 560

    def __init__(self, meeting: HubMeeting, console: QWidget) -> None:
        super().__init__(console, gettext("The practice’s hub"))
        self._meeting = meeting
        self.said = label("", wrap=True)
        self._people = QVBoxLayout()
        self._people.setSpacing(4)
        inside = QWidget()
        inside.setObjectName("inCard")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._people)
        column.addStretch(1)
        self._joining, self._acts = self._made_joining(), self._made_acts()
        self.inside.addWidget(self.said)
        self.inside.addWidget(self._joining)
        self._shared = scrolled(inside)
        self.inside.addWidget(self._shared, 1)
        self.inside.addStretch(0)
        self._done = self.end_with_done(self._acts)
        for signal, slot in self._listeners():
            signal.connect(slot)
        self._refresh()
        self.cover(console)
        self.take_keys()
        meeting.ask_names()

    def ended(self) -> None:
        for signal, slot in self._listeners():
            signal.disconnect(slot)

    def take_keys(self) -> None:
        """The keyboard is where something is to be typed."""
        (self._done if self._meeting.joined else self.address).setFocus(Qt.FocusReason.OtherFocusReason)

    def _listeners(self) -> list[tuple[SignalInstance, Callable[..., None]]]:
        meeting = self._meeting
        return [(meeting.changed, self._refresh), (meeting.named, self._refresh), (meeting.refused, self._refuse)]

    def _made_joining(self) -> QWidget:
        side = QWidget()
        row = QVBoxLayout(side)
        row.setContentsMargins(0, 0, 0, 0)
        self.address, self.password = QLineEdit(), SecretField(gettext("Password there"))
        self.address.setAccessibleName(gettext("Address of the hub"))
        self.address.setPlaceholderText("postgresql://ann@db.example.com/practice")
        self.address.setMaxLength(LONGEST)
        self.address.setMaximumWidth(FIELD)
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
        self._shared.setVisible(meeting.joined)
        clear(self._people)
        if not meeting.joined:
            text = gettext("With one, colleagues work on an engagement together. Your library stays whole.")
            guide = gettext("How a practice sets one up, and who sees what, is in the guide.")
            self.said.setText(f"{text} {guide}")
            return
        met = f"{meeting.met:%Y-%m-%d %H:%M}" if meeting.met else "–"
        told = [meeting.memory.address, gettext("Last met: {time}").format(time=met)]
        if meeting.waiting:
            told.append(gettext("waiting ({n})").format(n=meeting.waiting))
        self.said.setText(breakable("\n".join([*told, *([meeting.problem] if meeting.problem else [])])))
        engagements = list(meeting.memory.engagements.items())
        for key, _ in engagements[:MOST_NAMES]:
            text = f"{meeting.names.get(key, key[:8])}: {meeting.people(key)}"
            self._people.addWidget(label(breakable(text), "caption", wrap=True))
        if len(engagements) > MOST_NAMES:
            more = len(engagements) - MOST_NAMES
            text = ngettext("… and {n} more", "… and {n} more", more).format(n=more)
            self._people.addWidget(label(text, "caption"))
