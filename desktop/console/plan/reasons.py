"""Why an action is proposed, and of a proposal what it would take: named texts in one column with the fields above."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop.system.long_text import breakable
from desktop.view_models.planning import Part, Planning, PlanRow
from desktop.view_models.room.sentences import days_of_work
from desktop.widgets.labels import label
from desktop.words import gettext, spoken

LOWER, BEFORE_TEXT, BETWEEN = 3, 9, 8
"""Pixels by which a name stands lower than its text, before the text as before that in a field, and between both."""
Named = tuple[QLabel, QLabel]


class Reasons(QWidget):
    """What there is nothing to say of is not there."""

    def __init__(self, model: Planning) -> None:
        super().__init__()
        self._model = model
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(BETWEEN)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._because = self._row(gettext("Because of"))
        self._priority = self._row(gettext("Priority"), "caption")
        self._usually = self._row(gettext("Owner"))
        self._effort = self._row(gettext("Effort"))
        self._done_when = self._row(gettext("Done when"))

    def begin_at(self, names: int) -> None:
        """The column of names takes so many pixels at the least."""
        self._grid.setColumnMinimumWidth(0, names)

    def show_row(self, row: PlanRow) -> None:
        """Says it of a line of the list."""
        proposal = row.proposal if row.part is Part.PROPOSED else None
        priority = row.priority.reason(self._model.session.words) if row.priority else ""
        _say(self._because, "\n".join(row.because))
        _say(self._priority, priority)
        usually = gettext("Usually: {0}").format(proposal.owner_role) if proposal else ""
        _say(self._usually, usually)
        days = days_of_work(proposal.effort_low, proposal.effort_high, spoken()) if proposal else ""
        _say(self._effort, days)
        _say(self._done_when, proposal.done_when if proposal else "")

    def _row(self, name: str, role: str = "body") -> Named:
        named, said = label(name, "label", wrap=True), label("", role, wrap=True)
        named.setContentsMargins(0, LOWER if role == "body" else 0, 0, 0)
        said.setContentsMargins(BEFORE_TEXT, 0, 0, 0)
        place = self._grid.rowCount()
        for column, part in enumerate((named, said)):
            self._grid.addWidget(part, place, column, Qt.AlignmentFlag.AlignTop)
        return named, said


def _say(row: Named, text: str) -> None:
    named, said = row
    for part in (named, said):
        part.setVisible(bool(text))
    said.setText(breakable(text))
