"""The playbook: five phases, an activity at a time, and the gate that closes each phase."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.console.page import Page, page_column
from desktop.console.playbook.activity_form import ICONS, SETTLES_AFTER, ActivityForm
from desktop.console.playbook.conditions_form import ConditionsForm
from desktop.console.playbook.gate_form import KEYS, GateForm, gate_asked
from desktop.console.playbook.phase_map import MapLine, MapPhase, PhaseMap
from desktop.console.playbook.register_keys import REGISTER_KEYS
from desktop.console.steps import Step
from desktop.theme import Theme
from desktop.view_models.playbook.stops import PlaybookStops, Stop
from desktop.view_models.room.pages import RoomPage
from desktop.view_models.room.presenting import Presenter
from desktop.view_models.session import EngagementSession
from desktop.widgets.evidence.strip import EVIDENCE_KEYS, EvidenceStrip
from desktop.widgets.keys import KeyAct, cap
from desktop.widgets.labels import button, label, let_go
from desktop.widgets.parts.act import BEFORE_KEY
from desktop.widgets.parts.hints import key_hints
from desktop.words import gettext
from models.engagement.engagement import Action, Pilot, Record, Stakeholder
from models.engagement.evidence import Evidence
from models.engagement.registers import Gate, GateCondition, RegisterCell, RegisterEntry
from models.playbook.phases import ItemState, decision_name
from models.values.terms import GateDecision
from resources.words import marked

GATE_MARKS = {
    GateDecision.UNDECIDED: ("ring", 0.0),
    GateDecision.PASSED: ("done", 1.0),
    GateDecision.CONDITIONS: ("half", 0.5),
    GateDecision.HELD: ("stop", -1.0),
}
_DECISIONS = tuple(KEYS)


class PlaybookPage(Page):
    """The activity or the gate that one is at, and above it where that is."""

    keys = (
        KeyAct("Right PgDown", marked("The next activity or gate"), lambda page, _: page.step(1)),
        KeyAct("Left PgUp", marked("Back"), lambda page, _: page.step(-1)),
        KeyAct("Enter", marked("Into the register; where there is none, on"), lambda page, _: page.begin()),
        KeyAct("Down", marked("Into the register; at a gate, to what comes first"), lambda page, _: page.fill_in()),
        KeyAct(
            "P C N",
            marked("At a gate: passed, with conditions, not passed"),
            lambda page, n: page.decide(_DECISIONS[n]),
        ),
        KeyAct("D", marked("At a gate: by whom"), lambda page, _: page.name_decider()),
        KeyAct(
            "Alt+A",
            marked("Add everybody present, or a reading of each metric"),
            lambda page, _: page.offer_rows(),
            anywhere=True,
        ),
        *EVIDENCE_KEYS,
    )

    concerns = frozenset({Evidence, RegisterEntry, RegisterCell, Gate, GateCondition, Action, Stakeholder, Pilot})

    def __init__(self, session: EngagementSession, theme: Theme) -> None:
        super().__init__(session, theme)
        self.model = PlaybookStops(session)
        self.part: ActivityForm | GateForm | None = None
        self._shown = self.model.stop
        """What the part on the screen is of: the model is a step ahead while that is exchanged."""
        self._title = label("", "title", wrap=True)
        self.map = PhaseMap(self._map())
        self.map.chosen.connect(self.show_stop)
        self._purpose = label("", "muted", wrap=True)
        self._settling = QTimer(self, singleShot=True, interval=SETTLES_AFTER)
        self._settling.timeout.connect(self._show_map)
        column = page_column(self, self._foot())
        column.addWidget(self.map)
        column.addSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._purpose)
        self._body = QVBoxLayout()
        column.addLayout(self._body)
        self.files = EvidenceStrip(session, self)
        self.files.moved.connect(self.moved)
        self._body.addWidget(self.files)
        column.addStretch(1)

    def show_place(self, place_id: str) -> None:
        if place_id in self.session.method.items:
            self.show_item(place_id)
        elif cell := next((c for c in self.session.current.cells.values() if c.id == place_id), None):
            self.model.go_to_cell(cell)
            self._turn()
            if isinstance(self.part, ActivityForm):
                self.part.go_to_cell(cell.entry_id, cell.column_id)
        else:
            self.show_stop(f"{place_id}/")

    def show_stop(self, key: str) -> None:
        """Shows another activity, or a gate."""
        self.model.go_to(key)
        self._turn()

    def show_item(self, item_id: str) -> None:
        """Shows the activity that an item belongs to, ready to be filled in."""
        self.model.go_to_item(item_id)
        self._turn()
        if isinstance(self.part, ActivityForm):
            self.part.begin()

    def step(self, steps: int) -> None:
        """On or back through the activities and gates, and past the last to readiness."""
        if self.model.move(steps):
            self._turn()
        else:
            self.passed.emit(steps)

    def room_page(self, presenter: Presenter) -> RoomPage:
        stop = self._shown
        if self.files.shown is not None:
            return presenter.evidence(self.files.shown)
        if stop.activity is None or not isinstance(self.part, ActivityForm):
            return presenter.gate(stop.phase.id)
        return presenter.activity(stop.phase.id, stop.activity.id, *self.part.at_hand())

    def refresh(self) -> None:
        self._show_map()
        if self.part is None:
            self._show_part()
        elif isinstance(self.part, ActivityForm):
            self.part.follow(self.concerns)
            self.part.show_theme(self.theme)
        else:
            self.part.show_gate()
        self._show_files()

    def step_out(self) -> bool:
        return self.files.take_from_wall()

    def leave(self) -> None:
        self.files.leave()

    def refresh_after(self, kinds: frozenset[type[Record]]) -> None:
        if isinstance(self.part, ActivityForm):
            self.part.follow(kinds)
        elif self.part is not None:
            self.part.show_gate()
        self._show_files()
        self._settling.start()

    @classmethod
    def key_acts(cls) -> tuple[KeyAct, ...]:
        return (*cls.keys, *ConditionsForm.keys, *REGISTER_KEYS)

    def begin(self) -> None:
        """The keyboard goes into the register; from a gate, on."""
        if isinstance(self.part, ActivityForm):
            self.part.begin()
        else:
            self.step(1)

    def fill_in(self) -> None:
        """The keyboard goes into the register, or at a gate to what has to come first."""
        if isinstance(self.part, ActivityForm):
            self.part.begin()
        elif self.part is not None:
            self.part.conditions.begin()

    def decide(self, decision: GateDecision) -> bool:
        """Closes the phase, at its gate."""
        if isinstance(self.part, GateForm):
            self.part.decide(decision)
        return isinstance(self.part, GateForm)

    def name_decider(self) -> bool:
        """The keyboard goes to who decided, at a gate."""
        if isinstance(self.part, GateForm):
            self.part.by.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return isinstance(self.part, GateForm)

    def _turn(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_part()
        self._show_map()
        self.moved.emit()

    def _show_part(self) -> None:
        stop = self.model.stop
        if self.part is not None:
            self._body.addWidget(self.files)  # out of the part, which would take it along
            self._body.removeWidget(self.part)
            let_go(self.part)
        self.part, self._shown = self._activity(stop) if stop.activity else self._gate(stop), stop
        self._body.addWidget(self.part)
        self.part.show()  # a layout shows what is added to it only later, and the keyboard may be wanted in it now
        self._title.setText(stop.activity.title if stop.activity else gate_asked(self.session, stop.phase))
        self._purpose.setText(stop.phase.purpose)
        self._purpose.setVisible(stop.activity is None)
        following = self.model.following
        self._on.setText(f"{self._called(following) if following else Step.READINESS.title}{BEFORE_KEY}{cap('PgDown')}")
        self._hints.setVisible(stop.activity is not None)
        self._show_files()
        self._scroll_up()

    def _activity(self, stop: Stop) -> ActivityForm:
        if stop.activity is None:
            raise LookupError(f"{stop.key} is a gate")
        made = ActivityForm(self.model, stop.activity, self.theme)
        made.left.connect(self._left)
        made.noticed.connect(self.session.noticed)
        made.moved.connect(self._show_files)
        made.moved.connect(self.moved)
        return made

    def _gate(self, stop: Stop) -> GateForm:
        made = GateForm(self.model, stop.phase)
        made.item_wanted.connect(self.show_item)
        made.show_gate()
        return made

    def _left(self, steps: int) -> None:
        """Past the last register, or back before the first one."""
        if steps > 0:
            self.step(1)
            if isinstance(self.part, ActivityForm):
                self.part.begin()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_rows(self) -> None:
        """Adds everybody present, or a reading of each metric, where the activity at hand offers that."""
        if isinstance(self.part, ActivityForm):
            self.part.offer_rows()

    def _show_files(self) -> None:
        """What hangs beside the row that one is at."""
        if isinstance(self.part, ActivityForm):
            self.part.show_files(self.files)
        else:
            self.files.show_beside(None)

    def _scroll_up(self) -> None:
        for area in self.findChildren(QScrollArea, options=Qt.FindChildOption.FindDirectChildrenOnly):
            area.verticalScrollBar().setValue(0)

    def _show_map(self) -> None:
        self.map.show_map(self._map(), self.model.stop.key, self.theme, self.model.done())

    def _map(self) -> tuple[MapPhase, ...]:
        return tuple(
            MapPhase(phase.title, tuple(self._line(stop) for stop in self.model.stops if stop.phase is phase))
            for phase in self.session.method.phases
        )

    def _line(self, stop: Stop) -> MapLine:
        if stop.activity is None:
            decision = self.model.progress(stop.phase).gate.decision
            name = decision_name(decision, self.session.words)
            icon, share = GATE_MARKS[decision]
            return MapLine(stop.key, icon, gettext("Gate"), name, share)
        states = self.model.states(stop)
        state = states[0] if len(set(states)) == 1 else ItemState.OPEN
        done = sum(one is ItemState.DONE for one in states) / max(len(states), 1)
        return MapLine(stop.key, ICONS[state], stop.activity.title, self._counted(states), done)

    def _called(self, stop: Stop) -> str:
        return stop.activity.title if stop.activity else gettext("Gate")

    def _foot(self) -> QHBoxLayout:
        self._hints = QWidget()
        self._hints.setLayout(
            key_hints(
                (
                    ("Tab", gettext("next cell")),
                    ("Enter", gettext("next line")),
                    ("Alt+Up Alt+Down", gettext("move")),
                    ("Ctrl+Del", gettext("remove")),
                    ("Ctrl+V", gettext("paste rows")),
                )
            )
        )
        back = button(gettext("Back"), key="PgUp")
        back.clicked.connect(lambda: self.step(-1))
        self._on = button("", "primary")
        self._on.clicked.connect(lambda: self.step(1))
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self._hints, 1)
        line.addStretch()
        line.addWidget(back)
        line.addWidget(self._on)
        return line

    def _counted(self, states: tuple[ItemState, ...]) -> str:
        done = sum(state is ItemState.DONE for state in states)
        return gettext("{0} of {1} done").format(done, len(states))
