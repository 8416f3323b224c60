"""The practice’s hub: joined or not, what is shared with whom, what waits, when both met last."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.system.long_text import breakable
from desktop.view_models.hub.meeting import MOST_NAMES, HubMeeting
from desktop.widgets.labels import button, clear, label, restyle
from desktop.widgets.overlay import CardOverlay
from desktop.widgets.parts.scrolled import OwnScroll
from desktop.widgets.parts.secret_field import WIDEST, SecretField
from desktop.widgets.tab_order import tab_as_read
from desktop.words import gettext, ngettext

LONGEST = 400
"""Letters of an address."""
BAR = 12
"""Pixels: the room of a scroll bar."""


class HubCard(CardOverlay):
    """Follows the meeting while it is shown."""

    widest = 720
    highest = 560
    grows = True

    def __init__(self, meeting: HubMeeting, console: QWidget, show_people: Callable[[str, str], None]) -> None:
        """`show_people` is given an engagement's id and what it is called."""
        super().__init__(console, gettext("The practice’s hub"))
        self._meeting, self._show_people = meeting, show_people
        self._listed: list[tuple[str, str, str, bool]] | None = None
        self.said = label("", wrap=True)
        self._people = QVBoxLayout()
        self._people.setSpacing(4)
        inside = QWidget()
        inside.setObjectName("inCard")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, BAR, 0)
        column.addLayout(self._people)
        column.addStretch(1)
        self._joining, self._acts = self._made_joining(), self._made_acts()
        self.inside.addWidget(self.said)
        self.inside.addWidget(self._joining)
        self._shared = OwnScroll(inside)
        self.inside.addWidget(self._shared)
        self.inside.addStretch(1)
        self._join = button(gettext("Join"), "primary")
        self._join.clicked.connect(self._enter)
        self._done = self.end_with_done(self._join, self._acts)
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
        meeting = self._meeting
        there = self._done if meeting.joined else self.address
        (self.password.line if meeting.wants_password else there).setFocus(Qt.FocusReason.OtherFocusReason)

    def _listeners(self) -> list[tuple[SignalInstance, Callable[..., None]]]:
        meeting = self._meeting
        return [(meeting.changed, self._refresh), (meeting.named, self._refresh), (meeting.refused, self._refuse)]

    def _made_joining(self) -> QWidget:
        side = QWidget()
        row = QVBoxLayout(side)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.address, self.password = QLineEdit(), SecretField(gettext("Password there"))
        self.address.setAccessibleName(gettext("Address of the hub"))
        self.address.setPlaceholderText("postgresql://ann@db.example.com/practice")
        self.address.setMaxLength(LONGEST)
        self.address.setMaximumWidth(WIDEST)
        name = label(gettext("Address of the hub"), "label")
        name.setBuddy(self.address)
        self.password.line.returnPressed.connect(self._enter)
        self._where = QWidget()
        where = QVBoxLayout(self._where)
        where.setContentsMargins(0, 0, 0, 0)
        where.setSpacing(4)
        where.addWidget(name)
        where.addWidget(self.address)
        row.addWidget(self._where)
        row.addWidget(self.password)
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

    def _enter(self) -> None:
        """Where it is joined already, with another password."""
        address = self._meeting.memory.address or self.address.text()
        if address.strip():
            self.said.setText(gettext("Looking for it …"))
            self._meeting.join(address, self.password.take())

    def _refuse(self, sentence: str) -> None:
        self.said.setText(breakable(sentence))

    def _refresh(self) -> None:
        meeting = self._meeting
        asks = not meeting.joined or meeting.wants_password
        for part in (self._joining, self._join):
            part.setVisible(asks)
        restyle(self._done, "role", "quiet" if asks else "primary")
        restyle(self._done, "edge", "right" if asks else "")
        self._where.setVisible(not meeting.joined)
        self._acts.setVisible(meeting.joined)
        self._shared.setVisible(meeting.joined)
        if not meeting.joined:
            text = gettext("With one, colleagues work on an engagement together. Your library stays whole.")
            guide = gettext("How a practice sets one up, and who sees what, is in the guide.")
            self.said.setText(f"{text} {guide}")
            return
        self.address.clear()  # a password may stand in it
        met = gettext("Last met: {time}").format(time=f"{meeting.met:%Y-%m-%d %H:%M}") if meeting.met else ""
        told = [meeting.memory.address, met or gettext("Not met yet")]
        if meeting.waiting:
            told.append(gettext("waiting ({n})").format(n=meeting.waiting))
        self.said.setText(breakable("\n".join([*told, *([meeting.problem] if meeting.problem else [])])))
        self._list_engagements()

    def _list_engagements(self) -> None:
        """Anew only where something else stands there: the keyboard may be in it."""
        meeting = self._meeting
        known = meeting.memory.engagements
        keys = sorted(known, key=lambda key: key not in meeting.let_go)
        listed = [
            (key, meeting.names.get(key, key[:8]), meeting.people(key), key in meeting.let_go)
            for key in keys[:MOST_NAMES]
        ]
        if listed == self._listed:
            return
        self._listed = listed
        clear(self._people)
        for row in listed:
            self._people.addLayout(self._row(*row))
        tab_as_read(self)
        if len(keys) > MOST_NAMES:
            more = len(keys) - MOST_NAMES
            text = ngettext("… and {n} more", "… and {n} more", more).format(n=more)
            self._people.addWidget(label(text, "caption"))

    def _row(self, key: str, name: str, people: str, gone: bool) -> QHBoxLayout:
        line = QHBoxLayout()
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(label(breakable(name), wrap=True))
        said.addWidget(label(breakable(people), "caption", wrap=True))
        line.addLayout(said, 1)
        if gone:
            said.addWidget(label(gettext("You have taken it out of this library."), "caption", wrap=True))
            back = button(gettext("Have it again"), "quiet")
            back.setAccessibleName(gettext("Have {name} again").format(name=name))
            back.clicked.connect(lambda: self._meeting.bring(key))
            line.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        act = button(gettext("People…"), "quiet", edge="right")
        act.setAccessibleName(gettext("Who has {name}").format(name=name))
        act.clicked.connect(lambda: self._show_people(key, name))
        line.addWidget(act, 0, Qt.AlignmentFlag.AlignTop)
        return line
