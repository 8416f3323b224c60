"""What a library with nothing in it shows: who you are, in which language, and how to begin."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QVBoxLayout, QWidget

from desktop.console.library.first_row import FirstRow
from desktop.console.page import MARGIN
from desktop.console.settings.language_choice import language_choices
from desktop.console.settings.practice_field import practice_field
from desktop.settings import LANGUAGE
from desktop.system.choosing import Choosing
from desktop.theme import Theme
from desktop.view_models.library.browsing import Browsing
from desktop.widgets.choice_field import ChoiceField
from desktop.widgets.flow import Flow
from desktop.widgets.labels import button, label
from desktop.widgets.parts.scale import scaled
from desktop.words import gettext

LEAD, FIELD, ROOM = 760, 260, 560
"""Pixels: how wide the lead and a field are at most; the height, at a scale of 1, from which one sees what will
stand here.
"""


class FirstStart(QWidget):
    """Nothing has to be filled in. What is chosen holds at once, and Settings have it later."""

    own_wanted = Signal()
    file_wanted = Signal()
    passphrase_wanted = Signal()

    def __init__(self, model: Browsing, choosing: Choosing, theme: Theme) -> None:
        super().__init__()
        self._row = FirstRow(model.standings, theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(label(gettext("Find out why the pilot is stuck."), "display", wrap=True))
        text = gettext(
            "Clearway takes a room through six failure modes and leaves it with an agreed action plan. "
            "Look at a finished engagement first, or begin your own."
        )
        lead = label(text, "lead-muted", wrap=True)
        lead.setMaximumWidth(LEAD)
        column.addWidget(lead)
        column.addSpacing(8)
        column.addLayout(self._ways(model))
        column.addLayout(self._more_of_it(model))
        column.addSpacing(16)
        column.addWidget(self._row)
        column.addStretch(3)
        column.addLayout(self._who(choosing))
        column.addSpacing(8)
        column.addWidget(label(gettext("Nothing leaves this laptop until you send it."), "caption"))
        column.addLayout(self._locking())

    def show_theme(self, theme: Theme) -> None:
        """Takes on another look."""
        self._row.show_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._row.setVisible(self.height() >= scaled(self, ROOM))

    def _who(self, choosing: Choosing) -> QLayout:
        practice = practice_field(choosing)
        practice.setPlaceholderText(gettext("As it signs your documents"))
        language = ChoiceField(gettext("Language"), language_choices(choosing.value(LANGUAGE)))
        language.show_key(choosing.value(LANGUAGE))
        language.chosen.connect(partial(choosing.choose, LANGUAGE))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        for place, field in enumerate((practice, language)):
            field.setMaximumWidth(FIELD)
            grid.addWidget(label(field.accessibleName(), "label"), 0, place)
            grid.addWidget(field, 1, place)
            grid.setColumnMinimumWidth(place, FIELD)
        grid.setColumnStretch(2, 1)
        return grid

    def _ways(self, model: Browsing) -> QLayout:
        self.open_sample = button(gettext("Open the sample engagement"), "primary", key="Enter")
        self.open_sample.setAutoDefault(True)
        self.open_sample.clicked.connect(model.open_sample)
        own = button(gettext("Begin your own"), key="Ctrl+N")
        own.clicked.connect(self.own_wanted)
        take = button(gettext("Import a file…"))
        take.clicked.connect(self.file_wanted)
        line = Flow(16)
        for made in (self.open_sample, own, take):
            line.addWidget(made)
        return line

    def _more_of_it(self, model: Browsing) -> QLayout:
        """What else the sample has."""
        later = button(gettext("Its second round"), "small")
        later.setToolTip(gettext("The same pilot three months later: what moved"))
        later.clicked.connect(model.open_later_sample)
        practice = button(gettext("Its whole practice"), "small")
        practice.setToolTip(gettext("Five engagements side by side: a practice’s desk, and its portfolio"))
        practice.clicked.connect(model.add_sample_practice)
        line = Flow(24)
        for made in (later, practice):
            line.addWidget(made)
        return line

    def _locking(self) -> QLayout:
        text = gettext("A laptop can be stolen: with a passphrase nobody else reads what is written here.")
        lock = button(gettext("Set a passphrase"), "quiet")
        lock.clicked.connect(self.passphrase_wanted)
        line = Flow(16)
        line.addWidget(label(text, "caption"))
        line.addWidget(lock)
        return line
