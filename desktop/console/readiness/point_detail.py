"""One readiness point in two columns: what is asked, what would show it, how it is judged, and on whose word."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.console.readiness.closing_actions import ClosingActions
from desktop.console.readiness.labelled_row import LabelledRow
from desktop.console.readiness.offers import Offers
from desktop.console.readiness.point_row import OUT
from desktop.console.readiness.waiver import Waiver
from desktop.system.long_text import breakable
from desktop.view_models.judging import Judging
from desktop.widgets.evidence.strip import EvidenceStrip
from desktop.widgets.flow import Flow, TurningLine
from desktop.widgets.labels import button, label, restyle
from desktop.widgets.note_list import WordsField
from desktop.widgets.parts.act import Act
from desktop.widgets.parts.bare import reads_as_text
from desktop.widgets.person_field import PersonField
from desktop.words import gettext, spoken
from models.engagement.evidence import Beside
from models.engagement.judgements import Judgement
from models.values.names import point_state_name
from models.values.terms import PointState

KEYS = {
    PointState.CONFIRMED: "C",
    PointState.OPEN: "O",
    PointState.WAIVED: "W",
    PointState.DOES_NOT_APPLY: "X",
}

ROLE_BESIDE = 360
"""Pixels, at a scale of 1, from which the role of who answers for a point stands beside the name."""


class PointDetail(QWidget):
    """Fields appear with the state that asks for them; what was written in them stays."""

    judged = Signal(PointState)
    action_wanted = Signal(str)

    def __init__(self, model: Judging, files: EvidenceStrip) -> None:
        super().__init__()
        self._model, self._files = model, files
        self._place, self._question = label("", "caption", wrap=True), label("", "question", wrap=True)
        self._shows, self._against = label("", wrap=True), label("", "danger", wrap=True)
        self._states = {state: self._state(state) for state in KEYS}
        self.offers, self._closing, self.waiver = Offers(), ClosingActions(), Waiver(model)
        self.evidence = reads_as_text(
            WordsField(gettext("Evidence"), gettext("What shows it: a document, a figure, who saw it"), lines=1)
        )
        self.owner = PersonField(gettext("Answers for it"))
        self._role = label("", "muted", wrap=True)
        self._rows: dict[QWidget, LabelledRow] = {}
        self._lay_out()
        self._connect()

    @property
    def reason(self) -> WordsField:
        """Why it is waived, or does not apply."""
        return self.waiver.reason

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Type may have grown with the window: the column of labels grows with it."""
        super().resizeEvent(event)
        self._keep_column()

    def show_point(self) -> None:
        """Shows the point on the screen as it was judged."""
        model, point, judgement = self._model, self._model.point, self._model.judgement
        stands = judgement.state if judgement else PointState.NOT_JUDGED
        self._place.setText(model.place())
        self._question.setText(point.question)
        self._shows.setText(point.evidence)
        for state, row in self._states.items():
            row.setChecked(stands is state)
        said = [c.sentence for c in model.contradictions() if c.point_id == point.id]
        if waiver := model.waiver_words():
            said.append(waiver)
        self._against.setText("\n".join(said))
        self._rows[self._against].setVisible(bool(said))
        self._show_fields(judgement, stands)

    def _show_fields(self, judgement: Judgement | None, stands: PointState) -> None:
        people, owner = self._model.session.people(), judgement.owner_id if judgement else ""
        self.owner.show_person(people, owner)
        restyle(self.owner, "bare", bool(owner))
        role = next((one.role for one in people if one.id == owner and one.name.strip()), "")
        self._role.setText(breakable(role))
        self.evidence.show_text(judgement.evidence if judgement else "")
        self.waiver.show_judgement(judgement)
        waived = stands is PointState.WAIVED
        excused = waived or stands is PointState.DOES_NOT_APPLY
        offers, closing = self._model.offered(), self._model.closing()
        self.offers.show_offers(offers)
        self._closing.show_actions(closing)
        written = bool(judgement and judgement.evidence.strip())
        shown = {
            self.waiver.by: waived,
            self.waiver.reason: excused,
            self.waiver.until: waived,
            self.evidence: written or not excused,
            self.offers: bool(offers) and not excused,
            self._closing: bool(closing),
        }
        for part, there in shown.items():
            self._rows[part].setVisible(there)
        self._files.show_beside(Beside(point_id=self._model.point.id))

    def _lay_out(self) -> None:
        states = QWidget()
        self.owner.setObjectName("answersForPoint")
        self.owner.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        owned = TurningLine(self.owner, self._role, beside=ROLE_BESIDE, spacing=16, shares=(2, 3))
        flow = Flow(4, states)
        for act in self._states.values():
            flow.addWidget(act)
        rows = (
            LabelledRow(gettext("Would show it"), self._shows),
            LabelledRow(gettext("State"), states, out=11, lower=9),
            LabelledRow("", self._against),
            LabelledRow(gettext("Waived by"), self.waiver.by, out=9, lower=9),
            LabelledRow(gettext("Why"), self.waiver.reason, out=13, lower=8, key="Y"),
            LabelledRow(gettext("Until"), self.waiver.until, out=11, lower=9),
            LabelledRow(gettext("Evidence"), self.evidence, out=13, lower=8, key="E"),
            LabelledRow("", self._files),
            LabelledRow(gettext("The playbook says"), self.offers, lower=8),
            LabelledRow(gettext("Answers for it"), owned, out=9, lower=9),
            LabelledRow(gettext("In the plan"), self._closing, lower=6),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(OUT, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._place)
        column.addWidget(self._question)
        for row in rows:
            self._rows[row.part] = row
            column.addWidget(row)
        column.addStretch(1)
        self._keep_column()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self._keep_column)  # the labels take theirs after this

    def _keep_column(self) -> None:
        widest = max(row.label_width() for row in self._rows.values())
        for row in self._rows.values():
            row.keep_column(widest)

    def _connect(self) -> None:
        self.evidence.typed.connect(lambda text, typing: self._model.write("evidence", text, typing))
        self.owner.chosen.connect(lambda key: self._model.write("owner_id", key))
        self.offers.used.connect(self._model.use)
        self._closing.wanted.connect(self.action_wanted)

    def _state(self, state: PointState) -> Act:
        row = button(point_state_name(state, spoken()), "segment", key=KEYS[state])
        row.setCheckable(True)
        row.clicked.connect(lambda: self._pressed(state))
        return row

    def _pressed(self, state: PointState) -> None:
        """The judgement decides what is chosen: pressing asks for it."""
        stands = self._model.judgement
        self._states[state].setChecked(stands is not None and stands.state is state)
        self.judged.emit(state)
