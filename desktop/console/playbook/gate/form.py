"""The gate of a phase: the decision that closes it, what has to come first, and what the phase asked for."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.console.playbook.gate.before import BeforeGate
from desktop.console.playbook.gate.conditions_form import ConditionsForm
from desktop.console.playbook.register_model import OUT
from desktop.system.long_text import breakable, with_numbers_kept
from desktop.view_models.not_understood import Where
from desktop.view_models.playbook.conditions import Conditions
from desktop.view_models.playbook.standing import DECISION_MARKS, will_be_printed
from desktop.view_models.playbook.stops import PlaybookStops
from desktop.view_models.session import EngagementSession
from desktop.widgets.flow import Flow
from desktop.widgets.labels import button, label, rule
from desktop.widgets.parts.act import Act
from desktop.widgets.parts.hints import Cap
from desktop.widgets.parts.scale import scale_of
from desktop.widgets.person_field import PersonField
from desktop.widgets.typed.understood_field import DateField
from desktop.words import gettext, spoken
from models.method.method import Phase
from models.playbook.phases import decision_name, gate_gaps, gate_of
from models.values.sentence import Sentence
from models.values.terms import GateDecision

KEYS = {GateDecision.PASSED: "P", GateDecision.CONDITIONS: "C", GateDecision.HELD: "N"}
NAMES = 104
"""Pixels of what stands before a field."""
BEFORE_FIELD = 9
"""Pixels from the edge of a field that reads as text to its words."""
BESIDE, TWO = 980, 700
"""Pixels of the form, at a scale of 1, from which who and when stand beside each other, and what comes first beside
the decision.
"""
SPACE, DAY = 8, 176
"""Pixels between who and that they are the sponsor; and, at a scale of 1, in which a day is read whole beside them."""


class GateForm(QWidget):
    """`item_wanted` carries the id of the playbook item that was pressed."""

    item_wanted = Signal(str)

    def __init__(self, model: PlaybookStops, phase: Phase) -> None:
        super().__init__()
        self._model, self._phase = model, phase
        self._where = Where("playbook", phase.id, gettext("Decided on"))
        self._conditions = Conditions(model.session, phase)
        self.conditions = ConditionsForm(self._conditions)
        self._before = BeforeGate(model, phase)
        self._before.item_wanted.connect(self.item_wanted)
        self._gaps, self._printed = label("", "danger", wrap=True), label("", wrap=True)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addLayout(self._decision())
        left.addWidget(self.conditions)
        left.addLayout(self._will_be_printed())
        left.addStretch(1)
        self._columns = columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        columns.setContentsMargins(0, 0, OUT, 0)
        columns.setSpacing(40)
        columns.addLayout(left, 3)
        columns.addWidget(self._before, 2)

    def show_gate(self) -> None:
        """Shows the phase and its decision as they stand."""
        session = self._model.session
        gate = gate_of(session.engagement, self._phase.id)
        for decision, made in self._choices.items():
            chosen = gate.decision is decision
            made.setChecked(chosen)
            made.show_icon(DECISION_MARKS[decision] if chosen else "")
        self._undecide.setVisible(gate.decision is not GateDecision.UNDECIDED)
        self.by.show_person(session.people(), gate.decided_by)
        person = session.engagement.stakeholder(gate.decided_by) if gate.decided_by else None
        self._sponsor.setVisible(person is not None and person.sponsor)
        self._stand_who()
        self.when.show_value(gate.decided_on, unclear=session.not_understood.text(self._where))
        on_conditions = gate.decision in (GateDecision.PASSED, GateDecision.CONDITIONS)
        self.conditions.show_conditions(gettext("Conditions") if on_conditions else gettext("What has to come first"))
        gaps = gate_gaps(gate, session.words, self._conditions.rows())
        self._gaps.setText(gettext("Still to say: {0}.").format(", ".join(gaps)) if gaps else "")
        self._gaps.setVisible(bool(gaps))
        self._printed.setText(with_numbers_kept(breakable(will_be_printed(self._model, self._phase))))
        self._before.show_standing()

    def decide(self, decision: GateDecision) -> None:
        """The decision for a key that was pressed."""
        self._model.filling.decide(self._phase.id, decision)

    def undecide(self) -> None:
        """Takes the decision back; what was written beside it stays."""
        gate = gate_of(self._model.session.engagement, self._phase.id)
        if gate.decision is not GateDecision.UNDECIDED:
            self.decide(gate.decision)

    def move_action(self) -> bool:
        """The first action that is due after its day is due on it; False where there is none."""
        return self._conditions.move_first()

    def _three(self) -> Flow:
        """One of three words; pressing the one that stands takes it back."""
        line, group = Flow(8), QButtonGroup(self)
        group.setExclusive(False)
        self._choices: dict[GateDecision, Act] = {}
        for decision, key in KEYS.items():
            made = button(_answer(decision), "segment", key=key)
            made.setAccessibleName(decision_name(decision, self._model.session.words))
            made.setCheckable(True)
            made.clicked.connect(lambda _=False, d=decision: self._pressed(d))
            group.addButton(made)
            line.addWidget(made)
            self._choices[decision] = made
        return line

    def _pressed(self, decision: GateDecision) -> None:
        self.decide(decision)
        self.show_gate()

    def _decided_on(self, day: date | None) -> None:
        if day is not None and day > date.today():
            self.when.refuse(Sentence("That day is still to come. Say the day on which it was decided."))
        else:
            self._model.filling.gate(self._phase.id, "decided_on", day)

    def _decision(self) -> QLayout:
        filling, phase_id = self._model.filling, self._phase.id
        self.by = PersonField(gettext("Decided by"))
        self.by.chosen.connect(lambda key: filling.gate(phase_id, "decided_by", key))
        self._sponsor = button(gettext("Sponsor"), "mark", icon="flag")
        self._sponsor.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sponsor.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.when = DateField(gettext("Decided on"), gettext("12 mar"), date.today(), past=True)
        self.when.settled.connect(self._decided_on)
        self.when.unclear.connect(lambda text: self._model.session.not_understood.keep(self._where, text))
        self._undecide = button(gettext("Leave it undecided"), "quiet", key="U", edge="left")
        self._undecide.clicked.connect(self.undecide)
        for field in (self.by, self.when):
            field.setProperty("bare", True)
        grid = QGridLayout()
        grid.setContentsMargins(OUT, 4, OUT, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, NAMES)
        grid.setColumnStretch(1, 1)
        self._named_decision = _named(gettext("The decision"))
        grid.addWidget(self._named_decision, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_named(gettext("Decided by"), "D"), 1, 0, Qt.AlignmentFlag.AlignTop)
        self._grid, self._answers = grid, self._three()
        grid.addLayout(self._answers, 0, 1)
        who = QHBoxLayout()
        who.setSpacing(SPACE)
        who.addWidget(self.by, 1, Qt.AlignmentFlag.AlignTop)
        who.addWidget(self._sponsor, 0, Qt.AlignmentFlag.AlignTop)
        self._who_when = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._who_when.setSpacing(4)
        self._who_when.addLayout(who, 3)
        self._who_when.addLayout(self._on_a_day(), 2)
        grid.addLayout(self._who_when, 1, 1)
        grid.addWidget(self._gaps, 2, 1)
        return grid

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Who and when stand in one line where both have room; elsewhere the three answers follow the question, which
        names them. In a form that is narrow for its type, what comes first is below the decision.
        """
        super().resizeEvent(event)
        beside = self.width() >= BESIDE * scale_of(self)
        directions = QBoxLayout.Direction
        if beside == self._named_decision.isHidden():
            self._named_decision.setVisible(beside)
            self._grid.removeItem(self._answers)
            self._grid.addLayout(self._answers, 0, 1 if beside else 0, 1, 1 if beside else 2)
        self._stand_who()
        two = self.width() >= TWO * scale_of(self)
        self._columns.setDirection(directions.LeftToRight if two else directions.TopToBottom)
        self._before.setContentsMargins(*((0, 0, 0, 0) if two else (OUT, 0, OUT, 0)))

    def _stand_who(self) -> None:
        """A name is read whole: the day beside it gives it room, or stands below it."""
        name = self.by.width_of_chosen()
        sponsor = 0 if self._sponsor.isHidden() else self._sponsor.sizeHint().width() + SPACE
        need = name + sponsor + DAY * scale_of(self)
        beside = self.width() >= BESIDE * scale_of(self) and need <= self._who_when.geometry().width()
        self.by.setMinimumWidth(name if beside else 0)
        directions = QBoxLayout.Direction
        self._who_when.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    def _on_a_day(self) -> QLayout:
        line = QHBoxLayout()
        line.setContentsMargins(BEFORE_FIELD, 0, 0, 0)
        line.setSpacing(4)
        name = label(gettext("On"), "label")
        name.setContentsMargins(0, BEFORE_FIELD, 0, 0)
        line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.when.note.under_field(), 1, Qt.AlignmentFlag.AlignTop)
        return line

    def _will_be_printed(self) -> QLayout:
        """The sentence above the act that it follows from, word for word."""
        column = QVBoxLayout()
        column.setContentsMargins(OUT, 8, OUT, 0)
        column.setSpacing(12)
        column.addWidget(rule())
        line = QHBoxLayout()
        name = label(gettext("Will be printed"), "label")
        name.setContentsMargins(0, 3, 0, 0)
        name.setMinimumWidth(NAMES)
        line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(8)
        said.addWidget(self._printed)
        said.addWidget(self._undecide, 0, Qt.AlignmentFlag.AlignLeft)
        line.addLayout(said, 1)
        column.addLayout(line)
        return column


def _named(name: str, key: str = "") -> QWidget:
    """What stands before a field, and the key that leads into it."""
    named = QWidget()
    line = QHBoxLayout(named)
    line.setContentsMargins(0, BEFORE_FIELD, 8, 0)
    line.setSpacing(8)
    line.addWidget(label(name, "label"))
    if key:
        line.addWidget(Cap(key))
    line.addStretch(1)
    return named


def _answer(decision: GateDecision) -> str:
    """In one breath with its two siblings."""
    short = {GateDecision.CONDITIONS: gettext("With conditions")}
    return short.get(decision) or decision_name(decision, spoken())


def gate_asked(session: EngagementSession, phase: Phase) -> str:
    """The gate is a question: whether the pilot may go on, and to what."""
    pilot = session.engagement.pilot.name.strip()
    following = next((after for before, after in pairwise(session.method.phases) if before.id == phase.id), None)
    if following is None:
        return gettext("May {pilot} go on?").format(pilot=pilot) if pilot else gettext("May the pilot go on?")
    text = gettext("May {pilot} go on to “{phase}”?") if pilot else gettext("May the pilot go on to “{phase}”?")
    return text.format(pilot=pilot, phase=following.title)


def gate_place(session: EngagementSession, phase: Phase) -> str:
    """Which gate it is, of how many."""
    phases = session.method.phases
    text = gettext("Gate {number} of {count}  ·  after “{phase}”")
    return text.format(number=phases.index(phase) + 1, count=len(phases), phase=phase.title)
