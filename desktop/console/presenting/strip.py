"""In the rail: what the room sees now, in small, and the three keys that decide it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.view_models.room.showing import Showing
from desktop.widgets.labels import button, label, restyle
from desktop.words import gettext

THUMBNAIL_WIDTH, SMALL_WIDTH = 168, 112
"""Pixels."""
PLENTY = 800
"""Height of the rail, in pixels, from which the room's picture may be large."""


class RoomStrip(QWidget):
    """Always there while an engagement is open, so that the facilitator never has to turn round."""

    live_wanted = Signal()
    hold_wanted = Signal()
    blank_wanted = Signal()
    stop_wanted = Signal()
    check_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._picture = label("")
        self._picture.setAccessibleName(gettext("What the room sees"))
        self.make_room(PLENTY)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._state = label("", "caption", wrap=True)
        self._state.setContentsMargins(5, 0, 0, 0)  # in line with the text of the buttons below
        self._live = button(gettext("Show the room"), "quiet", key="F5")
        self._hold = button(gettext("Hold"), "quiet", key="Esc")
        self._blank = button(gettext("Blank"), "quiet", key=".")
        self._stop = button(gettext("End"), "quiet")
        self._check = button(gettext("Check the room"), "quiet", tip="Ctrl+R")
        self._check.clicked.connect(self.check_wanted)
        self._live.clicked.connect(self.live_wanted)
        self._hold.clicked.connect(self.hold_wanted)
        self._blank.clicked.connect(self.blank_wanted)
        self._stop.clicked.connect(self.stop_wanted)
        self._lay_out()

    def make_room(self, height: int) -> None:
        """Takes less of a rail that is only so many pixels high."""
        width = THUMBNAIL_WIDTH if height >= PLENTY else SMALL_WIDTH
        self._picture.setFixedHeight(round(width * 9 / 16))

    def show_state(self, showing: Showing, notice: str) -> None:
        """Which state the room is in; `notice` says instead what a facilitator has to know about the screens.

        There is a notice only while the room has no screen, and so sees nothing to be shown in small.
        """
        texts = {
            Showing.OFF: gettext("The room sees nothing"),
            Showing.LIVE: gettext("● Live: the room follows"),
            Showing.HELD: gettext("■ Held: the room stays"),
            Showing.BLANK: gettext("□ Blank: the brand alone"),
        }
        self._state.setText(notice or texts[showing])
        restyle(self._state, "role", "danger" if notice else "caption")
        on = showing is not Showing.OFF
        self._picture.setVisible(on and not notice)
        self._live.setVisible(showing is not Showing.LIVE)
        self._live.setText(gettext("Go live") + "   F5" if on else gettext("Show the room") + "   F5")
        self._hold.setVisible(showing is Showing.LIVE)
        self._blank.setVisible(on and showing is not Showing.BLANK)
        self._stop.setVisible(on)
        self._check.setVisible(not on)

    def reset(self) -> None:
        """Nothing is shown to any room."""
        self.show_state(Showing.OFF, "")

    def show_picture(self, picture: QPixmap) -> None:
        """The room's page in small."""
        ratio = self.devicePixelRatioF()
        box = QSize(THUMBNAIL_WIDTH, self._picture.height()) * ratio
        small = picture.scaled(box, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        small.setDevicePixelRatio(ratio)
        self._picture.setPixmap(small)

    def _lay_out(self) -> None:
        one, other = QHBoxLayout(), QHBoxLayout()
        for line, buttons in ((one, (self._live, self._hold)), (other, (self._blank, self._stop, self._check))):
            line.setSpacing(4)
            for made in buttons:
                line.addWidget(made)
            line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 0, 8, 4)
        column.setSpacing(1)
        column.addWidget(self._picture)
        column.addWidget(self._state)
        column.addLayout(one)
        column.addLayout(other)
