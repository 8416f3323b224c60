"""One readiness point: what is asked, what would show it, how it is judged, and on whose word."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.system.long_text import breakable, shortened
from desktop.theme import Theme
from desktop.view_models.judging import Judging
from desktop.view_models.not_understood import Where
from desktop.widgets.evidence.strip import EvidenceStrip
from desktop.widgets.fields import TextField
from desktop.widgets.flow import Flow
from desktop.widgets.labels import button, clear, label, restyle
from desktop.widgets.parts.act import Act
from desktop.widgets.person_field import PersonField
from desktop.widgets.typed.understood_field import DateField
from desktop.words import gettext, spoken
from models.engagement.evidence import Beside
from models.engagement.judgements import Judgement
from models.values.names import point_state_name
from models.values.terms import PointState

LONGEST_OFFER = 180
"""Characters shown of evidence that is offered; all of it is used."""

KEYS = {
    PointState.CONFIRMED: "C",
    PointState.OPEN: "O",
    PointState.WAIVED: "W",
    PointState.DOES_NOT_APPLY: "X",
}


class PointDetail(QWidget):
    """Fields appear with the state that asks for them; what was written in them stays."""

    judged = Signal(PointState)

    def __init__(self, model: Judging, files: EvidenceStrip) -> None:
        super().__init__()
        self._model, self._files = model, files
        self._shown: Where | None = None
        self._title, self._question = label("", "caption", wrap=True), label("", "question", wrap=True)
        self._shows = label("", wrap=True)
        self._against = label("", "danger", wrap=True)
        self._rows = {state: self._row(state) for state in KEYS}
        states = Flow(4)
        for row in self._rows.values():
            states.addWidget(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._title, self._question, self._shows):
            column.addWidget(part)
        column.addLayout(states)
        column.addWidget(self._against)
        column.addLayout(self._fields())
        column.addWidget(self._waiver())
        column.addStretch(1)

    def show_point(self, theme: Theme) -> None:
        """Shows the point on the screen as it was judged."""
        model, point, judgement = self._model, self._model.point, self._model.judgement
        stands = judgement.state if judgement else PointState.NOT_JUDGED
        self._title.setText(point.title)
        self._question.setText(point.question)
        self._shows.setText(gettext("What would show it: {0}").format(point.evidence))
        for state, row in self._rows.items():
            row.setChecked(stands is state)
        said = [c.sentence for c in model.contradictions() if c.point_id == point.id]
        if waiver := model.waiver_words():
            said.append(waiver)
        self._against.setText("\n".join(said))
        self._against.setVisible(bool(said))
        self._show_fields(judgement, stands)

    def _show_fields(self, judgement: Judgement | None, stands: PointState) -> None:
        people = self._model.session.people()
        self.owner.show_person(people, judgement.owner_id if judgement else "")
        self.waived_by.show_person(people, judgement.waived_by if judgement else "")
        self.evidence.show_text(judgement.evidence if judgement else "")
        self.reason.show_text(judgement.reason if judgement else "")
        where, kept = self._where_until(), self._model.session.not_understood
        anew, self._shown = where != self._shown, where
        self.until.show_value(judgement.until if judgement else None, anew=anew, unclear=kept.text(where))
        waived = stands is PointState.WAIVED
        excused = waived or stands is PointState.DOES_NOT_APPLY
        self._excuse.setVisible(excused)
        for part in (self.waived_by, self._by, self._until, self._until_name):
            part.setVisible(waived)
        restyle(self.reason, "invalid", excused and not (judgement and judgement.reason.strip()))
        self._show_offers()
        self._files.show_beside(Beside(point_id=self._model.point.id))

    def _show_offers(self) -> None:
        clear(self._offers)
        for text in self._model.offered():
            line = QHBoxLayout()
            line.setSpacing(8)
            use = button(gettext("Use"), "small")
            use.setAccessibleName(gettext("Use as evidence: {0}").format(text))
            use.clicked.connect(lambda _=False, t=text: self._use(t))
            line.addWidget(label(breakable(shortened(text, LONGEST_OFFER)), "muted", wrap=True), 1)
            line.addWidget(use, 0, Qt.AlignmentFlag.AlignTop)
            self._offers.addLayout(line)

    def _use(self, text: str) -> None:
        judgement = self._model.judgement
        before = judgement.evidence.rstrip() if judgement else ""
        self._model.write("evidence", f"{before}\n{text}".strip())

    def _row(self, state: PointState) -> Act:
        row = button(point_state_name(state, spoken()), "segment", key=KEYS[state])
        row.setCheckable(True)
        row.clicked.connect(lambda: self._pressed(state))
        return row

    def _pressed(self, state: PointState) -> None:
        """The judgement decides what is chosen: pressing asks for it."""
        stands = self._model.judgement
        self._rows[state].setChecked(stands is not None and stands.state is state)
        self.judged.emit(state)

    def _fields(self) -> QVBoxLayout:
        self.evidence = TextField(gettext("Evidence"), gettext("What shows it: a document, a figure, who saw it"))
        self.evidence.typed.connect(lambda text, typing: self._model.write("evidence", text, typing))
        self.owner = PersonField(gettext("Owner"))
        self.owner.chosen.connect(lambda key: self._model.write("owner_id", key))
        self._offers = QVBoxLayout()
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(label(gettext("Evidence   E"), "label"))
        column.addWidget(self.evidence)
        column.addWidget(self._files)
        column.addLayout(self._offers)
        column.addSpacing(8)
        self.owner.setProperty("bare", True)
        owned = QHBoxLayout()
        owned.setSpacing(8)
        owned.addWidget(label(gettext("Owner"), "label"))
        owned.addWidget(self.owner, 1)
        column.addLayout(owned)
        return column

    def _waiver(self) -> QWidget:
        self.waived_by = PersonField(gettext("Waived by"))
        self.waived_by.chosen.connect(lambda key: self._model.write("waived_by", key))
        self.reason = TextField(gettext("Why"), gettext("Why it is waived, or does not apply"))
        self.reason.typed.connect(lambda text, typing: self._model.write("reason", text, typing))
        self.until = DateField(gettext("Until"), gettext("12 mar"), date.today())
        self.until.settled.connect(lambda day: self._model.write("until", day))
        self.until.unclear.connect(lambda text: self._model.session.not_understood.keep(self._where_until(), text))
        self._until = self.until.note.under_field()
        self._by, self._until_name = label(gettext("Waived by"), "label"), label(gettext("Until"), "label")
        self._excuse = QWidget()
        grid = QGridLayout(self._excuse)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setVerticalSpacing(2)
        grid.setHorizontalSpacing(16)
        grid.addWidget(label(gettext("Why   Y"), "label"), 0, 0, 1, 2)
        grid.addWidget(self.reason, 1, 0, 1, 2)
        grid.setRowMinimumHeight(2, 6)
        grid.addWidget(self._by, 3, 0)
        grid.addWidget(self._until_name, 3, 1)
        grid.addWidget(self.waived_by, 4, 0)
        grid.addWidget(self._until, 4, 1, Qt.AlignmentFlag.AlignTop)
        return self._excuse

    def _where_until(self) -> Where:
        return Where("readiness", self._model.point.id, self.until.accessibleName())
