"""How the plan stands: what is overdue, held up and by what, due this week, and what is done."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.progress_words import progress_line, standing_name, tracked_text
from desktop.system.long_text import breakable
from desktop.view_models.planning import Planning
from desktop.widgets.labels import button, clear, label, rule, section_head
from desktop.words import gettext
from models.engagement.people import called
from models.plan.progress import Standing, Tracked, standing_so, tracked

NUMBER_WIDTH, OWNER_WIDTH, STANDING_WIDTH = 24, 120, 170
"""Pixels."""


class ProgressView(QScrollArea):
    """`chosen` carries the id of the action that was clicked."""

    chosen = Signal(str)

    def __init__(self, model: Planning) -> None:
        super().__init__()
        self._model = model
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(gettext("How it stands"))
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 8, 16, 8)
        column.setSpacing(8)
        self._line, self._rows = label("", "muted", wrap=True), QVBoxLayout()
        self._rows.setSpacing(4)
        column.addWidget(self._line)
        column.addLayout(self._rows)
        column.addStretch(1)
        self.setWidget(content)

    def refresh(self) -> None:
        """Shows how each action stands today."""
        clear(self._rows)
        found = tracked(self._model.session.current, date.today())
        self._line.setText(progress_line(found))
        names = called(self._model.session.people())
        for standing in Standing:
            if those := standing_so(found, standing):
                self._rows.addWidget(_head(standing, len(those)))
                for one in those:
                    self._rows.addWidget(self._row(one, names.get(one.action.owner_id, "")))
                    self._rows.addWidget(rule())

    def _row(self, one: Tracked, owner: str) -> QWidget:
        """The action, who owns it, and how it stands; the action opens in the list."""
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        number = label(str(one.action.position), "muted")
        number.setFixedWidth(NUMBER_WIDTH)
        line.addWidget(number)
        line.addWidget(label(breakable(one.action.title.strip() or "–"), wrap=True), 1)
        said = label(breakable(tracked_text(one)), "danger" if one.standing is Standing.OVERDUE else "body", wrap=True)
        said.setFixedWidth(STANDING_WIDTH)
        who = label(breakable(owner or gettext("nobody yet")), "muted", wrap=True)
        who.setFixedWidth(OWNER_WIDTH)
        opens = button(gettext("Show"), "quiet", tip=gettext("Open it in the list"))
        opens.setAccessibleName(gettext("Show action {number}").format(number=one.action.position))
        opens.clicked.connect(lambda: self.chosen.emit(one.action.id))
        line.addWidget(who)
        line.addWidget(said)
        line.addWidget(opens)
        return made


def _head(standing: Standing, count: int) -> QWidget:
    made, head = QWidget(), section_head(f"{standing_name(standing)}  {count}")
    head.setContentsMargins(0, 8, 0, 0)
    made.setLayout(head)
    return made
