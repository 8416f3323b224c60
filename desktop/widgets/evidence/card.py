"""What there is to say of the chosen piece of evidence, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.system.long_text import shortened
from desktop.widgets.fields import LineField
from desktop.widgets.flow import Flow
from desktop.widgets.keys import cap
from desktop.widgets.labels import button, label
from desktop.widgets.note_list import CLIENT_KEY, tick
from desktop.widgets.parts.act import BEFORE_KEY
from desktop.words import gettext
from models.engagement.evidence import Evidence
from models.pictures.naming import shown_name
from models.values.lengths import LONGEST_TEXT

ROOM_KEY = "Alt+I"
LONGEST_NAME = 60
KILO = 1000


class EvidenceCard(QWidget):
    """`captioned` and `described` carry a text and the token of its typing, `shared` whether it is for the client."""

    captioned = Signal(str, str)
    described = Signal(str, str)
    shared = Signal(bool)
    large_wanted = Signal()
    room_wanted = Signal()
    open_wanted = Signal()
    export_wanted = Signal()
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = label("", "caption", wrap=True)
        self.caption = LineField(
            gettext("Caption"), gettext("Caption: what there is to say of it"), longest=LONGEST_TEXT
        )
        self.caption.setProperty("bare", True)
        self.caption.typed.connect(self.captioned)
        shown = gettext("What it shows, for those who cannot see it")
        self.alternative = LineField(gettext("What it shows"), shown, longest=LONGEST_TEXT)
        self.alternative.setProperty("bare", True)
        self.alternative.typed.connect(self.described)
        self.for_client = tick(gettext("For the client"), CLIENT_KEY)
        self.for_client.clicked.connect(self.shared)
        asked = gettext("It is internal. {key} once more shows it to the room all the same.")
        self._asked = label(asked.format(key=cap(ROOM_KEY)), "danger", wrap=True)
        self._large = button(gettext("Large"), "small", key="Space", edge="left")
        self._room = button(gettext("To the room"), "small", key=ROOM_KEY)
        acts = Flow(12)
        acts.addWidget(self.for_client)
        for made, signal in (
            (self._large, self.large_wanted),
            (self._room, self.room_wanted),
            (button(gettext("Open"), "small"), self.open_wanted),
            (button(gettext("Export"), "small"), self.export_wanted),
            (button(gettext("Remove"), "small", key="Del"), self.removed),
        ):
            made.clicked.connect(signal)
            acts.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (self.caption, self.alternative, self._name, self._asked):
            column.addWidget(part)
        column.addLayout(acts)

    def show_evidence(self, evidence: Evidence, *, asks: bool, on_wall: bool) -> None:
        """Shows its state. `asks`: whether something internal is about to be shown to the room."""
        size = gettext("{size} kB").format(size=f"{max(evidence.size // KILO, 1):,}")
        self._name.setText(f"{shortened(shown_name(evidence.name), LONGEST_NAME)}  ·  {size}")
        self.caption.show_text(evidence.caption)
        self.alternative.show_text(evidence.alternative)
        self.alternative.setVisible(evidence.is_picture)
        self._large.setVisible(evidence.is_picture)
        self.for_client.setChecked(evidence.for_client)
        self._asked.setVisible(asks)
        text = gettext("Back from the room") if on_wall else gettext("To the room")
        self._room.setAccessibleName(text)
        self._room.setText(f"{text}{BEFORE_KEY}{cap(ROOM_KEY)}")
