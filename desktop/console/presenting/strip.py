"""In the rail: what the room sees now, in small, in which state it is, and the keys that decide it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.console.presenting.state_mark import StateMark
from desktop.view_models.room.showing import Showing
from desktop.widgets.flow import Flow
from desktop.widgets.labels import button, label, restyle
from desktop.words import gettext

PICTURE = QSize(200, 112)
"""Pixels at a scale of 1: a page of the room as it is, small."""
SMALL_PICTURE = QSize(142, 80)
"""In a rail that has no room to spare."""


class RoomStrip(QWidget):
    """Always there while an engagement is open, so that the facilitator never has to turn round.

    Word, mark, frame and picture all differ from state to state: it can be read without colour.
    """

    live_wanted = Signal()
    hold_wanted = Signal()
    blank_wanted = Signal()
    stop_wanted = Signal()
    check_wanted = Signal()
    window_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._size = PICTURE
        self._next, self._gives_way = "", False
        self._frame = QFrame()
        self._frame.setObjectName("room")
        self._mark, self._word = StateMark(), label("", "state")
        self._live = button(gettext("Go live"), "band", key="F5")
        self._hold = button(gettext("Hold"), "band", key="Esc")
        self._back = button(gettext("Go live"), "band", key="B")
        self._show = button(gettext("Show the room"), "boxed", key="F5")
        self._nothing = label(gettext("The room sees nothing"), "caption")
        self._picture = label("")
        self._picture.setAccessibleName(gettext("What the room sees"))
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._below = label("", "caption", wrap=True)
        self._blank = button(gettext("Blank"), "small", key=".")
        self._stop = button(gettext("End"), "small")
        self._check = button(gettext("Check the room"), "small", key="Ctrl+R")
        self._window = button(gettext("As a window"), "small", tip="Ctrl+F5")
        self._instead = button(gettext("As a window"), "small", tip="Ctrl+F5")
        self._connect()
        self._lay_out()
        self.reset()

    def make_room(self, scale: float, *, small: bool) -> None:
        """Takes the size that goes with the type; the `small` one in a rail without room to spare."""
        self._size = (SMALL_PICTURE if small else PICTURE) * scale
        self._picture.setFixedHeight(self._size.height())
        self._empty.setFixedHeight(max(self._size.height(), self._empty.minimumSizeHint().height()))

    def give_way(self, needed: bool) -> None:
        """Whether something that presses needs the room of what can wait: the room is checked before the day begins."""
        self._gives_way = needed
        self._check.setVisible(self._showing is Showing.OFF and not needed)

    def show_state(self, showing: Showing, notice: str) -> None:
        """Which state the room is in; `notice` says instead what a facilitator has to know about the screens.

        There is a notice only while the room has no screen, and so sees nothing to be shown in small.
        """
        words = {
            Showing.OFF: gettext("NOTHING"),
            Showing.LIVE: gettext("LIVE"),
            Showing.HELD: gettext("HELD"),
            Showing.BLANK: gettext("BLANK"),
        }
        off = showing is Showing.OFF
        self._word.setText(words[showing])
        self._mark.show_state(showing)
        for part in (self._frame, self._band, self._word, self._mark):
            restyle(part, "state", showing.value)
        for made in (self._live, self._hold, self._back):
            restyle(made, "state", showing.value)
        self._live.setVisible(showing is Showing.HELD)
        self._hold.setVisible(showing is Showing.LIVE)
        self._back.setVisible(showing is Showing.BLANK)
        self._picture.setVisible(not off)
        if self._empty.isHidden() is off:  # shown once more, it is laid out anew
            self._empty.setVisible(off)
        self._blank.setVisible(showing in (Showing.LIVE, Showing.HELD))
        self._stop.setVisible(not off)
        self._check.setVisible(off and not self._gives_way)
        self._window.setVisible(not off)
        self._showing = showing
        self._notice = notice
        self._show_below()

    def show_next(self, comes_next: str) -> None:
        """What the next key shows the room; empty where nobody can say."""
        self._next = comes_next
        self._show_below()

    def reset(self) -> None:
        """Nothing is shown to any room."""
        self.show_state(Showing.OFF, "")

    def show_picture(self, picture: QPixmap) -> None:
        """The room's page in small, as `picture_size` asks for it."""
        self._picture.setPixmap(picture)

    @property
    def picture_size(self) -> QSize:
        """Logical pixels."""
        return self._size

    def _show_below(self) -> None:
        texts = {
            Showing.OFF: "",
            Showing.LIVE: gettext("Next: {0}").format(self._next) if self._next else "",
            Showing.HELD: gettext("Stays here until you go live"),
            Showing.BLANK: gettext("The brand, until you press B"),
        }
        text = self._notice or texts[self._showing]
        self._below.setText(text)
        self._below.setVisible(bool(text))
        restyle(self._below, "role", "danger" if self._notice else "caption")

    def _connect(self) -> None:
        for made, signal in (
            (self._live, self.live_wanted),
            (self._show, self.live_wanted),
            (self._hold, self.hold_wanted),
            (self._back, self.blank_wanted),
            (self._blank, self.blank_wanted),
            (self._stop, self.stop_wanted),
            (self._check, self.check_wanted),
            (self._window, self.window_wanted),
            (self._instead, self.window_wanted),
        ):
            made.clicked.connect(signal)

    def _lay_out(self) -> None:
        self._band = QFrame()
        self._band.setObjectName("roomBand")
        band = QHBoxLayout(self._band)
        band.setContentsMargins(8, 0, 4, 0)
        band.setSpacing(4)
        band.addWidget(self._mark)
        band.addWidget(self._word)
        band.addStretch(1)
        for made in (self._live, self._hold, self._back):
            band.addWidget(made)
        self._empty = QWidget()
        empty = QVBoxLayout(self._empty)
        empty.setContentsMargins(0, 0, 0, 0)
        empty.setSpacing(4)
        empty.addStretch(1)
        empty.addWidget(self._nothing, 0, Qt.AlignmentFlag.AlignCenter)
        empty.addWidget(self._show, 0, Qt.AlignmentFlag.AlignCenter)
        empty.addWidget(self._instead, 0, Qt.AlignmentFlag.AlignCenter)
        empty.addStretch(1)
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self._band)
        inside.addWidget(self._picture)
        inside.addWidget(self._empty)
        row = Flow(12)
        for made in (self._blank, self._stop, self._check, self._window):
            row.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 0, 14, 0)
        column.setSpacing(4)
        self._below.setContentsMargins(2, 2, 0, 0)
        column.addWidget(self._frame)
        column.addWidget(self._below)
        row.setContentsMargins(2, 0, 0, 0)
        column.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)  # a fixed one knows no second line
