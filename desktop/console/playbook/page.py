"""The playbook: five phases, an activity at a time, and the gate that closes each phase."""

from __future__ import annotations

from typing import Self

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout

from desktop.console.page import Page, page_column
from desktop.console.playbook.activity_form import SETTLES_AFTER, ActivityForm
from desktop.console.playbook.finding_line import FindingLine
from desktop.console.playbook.foot_hints import FootHints, Kind
from desktop.console.playbook.forms import activity_form
from desktop.console.playbook.gate.conditions_form import ConditionsForm
from desktop.console.playbook.gate.form import GateForm, gate_asked, gate_place
from desktop.console.playbook.gate.keys import GATE_KEYS
from desktop.console.playbook.map_lines import map_of
from desktop.console.playbook.phase_map import PhaseMap
from desktop.console.playbook.register_keys import REGISTER_KEYS
from desktop.console.playbook.register_model import OUT
from desktop.console.steps import Step
from desktop.system.long_text import as_tip
from desktop.theme import Theme
from desktop.view_models.playbook.finding import finding
from desktop.view_models.playbook.stops import PlaybookStops, Stop, is_matrix
from desktop.view_models.room.pages import RoomPage
from desktop.view_models.room.presenting import Presenter
from desktop.view_models.session import EngagementSession
from desktop.widgets.evidence.strip import EVIDENCE_KEYS, EvidenceStrip
from desktop.widgets.keys import KeyAct, cap
from desktop.widgets.labels import button, label, let_go
from desktop.widgets.parts.act import BEFORE_KEY
from desktop.words import gettext
from models.engagement.engagement import Action, Pilot, Record, Stakeholder
from models.engagement.evidence import Evidence
from models.engagement.registers import Gate, GateCondition, RegisterCell, RegisterEntry
from models.method.method import Register
from models.method.roles import RegisterRole
from resources.words import marked


class PlaybookPage(Page):
    """The activity or the gate that one is at, and above it where that is."""

    keys = (
        KeyAct("Right PgDown", marked("The next activity or gate"), lambda page, _: page.step(1)),
        KeyAct("Left PgUp", marked("Back"), lambda page, _: page.step(-1)),
        KeyAct("Enter", marked("Into the register; where there is none, on"), lambda page, _: page.begin()),
        KeyAct("Down", marked("Into the register; at a gate, to what comes first"), lambda page, _: page.fill_in()),
        *GATE_KEYS,
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
        self.map = PhaseMap(map_of(self.model))
        self.map.chosen.connect(self.show_stop)
        self._settling = QTimer(self, singleShot=True, interval=SETTLES_AFTER)
        self._settling.timeout.connect(self._settle)
        self._finding = FindingLine()
        self._register: Register | None = None
        """What the finding is of; None at a gate."""
        column = page_column(self, self._foot(), out=OUT)
        head = QVBoxLayout()
        head.setContentsMargins(OUT, 0, OUT, 0)
        head.setSpacing(8)
        head.addWidget(self.map)
        head.addSpacing(8)
        self._place = label("", "caption", wrap=True)
        for part in (self._place, self._title):
            head.addWidget(part)
        head.addLayout(self._finding)
        column.addLayout(head)
        self._body = QVBoxLayout()
        column.addLayout(self._body)
        self.files = EvidenceStrip(session, self)
        self.files.moved.connect(self.moved)
        self.files.text_pasted.connect(self.paste)
        self._body.addWidget(self.files)
        column.addStretch(1)

    def stand_as(self, before: Self) -> None:
        self.show_stop(before.model.stop.key)
        if isinstance(self.part, ActivityForm) and isinstance(before.part, ActivityForm):
            self.part.stand_as(before.part)
        self.files.stand_as(before.files)

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
            self.part.begin_at(item_id)

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
        item, row = self.part.at_hand()
        return presenter.activity(stop.phase.id, stop.activity.id, item.id, row)

    def refresh(self) -> None:
        self._show_map()
        if self.part is None:
            self._show_part()
        elif isinstance(self.part, ActivityForm):
            self.part.follow(self.concerns)
            self.part.show_theme(self.theme)
        else:
            self.part.show_gate()
        self._show_hand()

    def step_out(self) -> bool:
        return self.files.take_from_wall()

    def leave(self) -> None:
        self.files.leave()

    def refresh_after(self, kinds: frozenset[type[Record]]) -> None:
        if isinstance(self.part, ActivityForm):
            self.part.follow(kinds)
        elif self.part is not None:
            self.part.show_gate()
        if kinds - {RegisterCell}:  # the row's name, which may be what is typed, follows once the typing pauses
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

    def paste(self, text: str) -> None:
        """Lines of text go into the register at hand; of what nothing takes it is said that nothing was pasted."""
        if not (text.strip() and isinstance(self.part, ActivityForm) and self.part.paste(text)):
            told = gettext("Nothing was pasted: lines of text go into a register, photos and files beside a row of it.")
            self.session.noticed.emit(told)

    def _turn(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_part()
        self._show_map()
        self.moved.emit()

    def _show_part(self) -> None:
        stop = self.model.stop
        if self.part is not None:
            self._body.removeWidget(self.part)
            let_go(self.part)
        self.part, self._shown = self._activity(stop) if stop.activity else self._gate(stop), stop
        self._finding.show_offer(self.part.offer_for_head() if isinstance(self.part, ActivityForm) else None)
        self._body.addWidget(self.part)
        self._body.addWidget(self.files)  # out of the part before, which would take it along
        self.part.show()  # a layout shows what is added to it only later, and the keyboard may be wanted in it now
        self._title.setText(stop.activity.title if stop.activity else gate_asked(self.session, stop.phase))
        self._place.setText(gate_place(self.session, stop.phase))
        self._place.setToolTip(as_tip(stop.phase.purpose))
        self._place.setVisible(stop.activity is None)
        following = self.model.following
        self._on.setText(f"{self._called(following) if following else Step.READINESS.title}{BEFORE_KEY}{cap('PgDown')}")
        self._hints.setVisible(stop.activity is not None)
        self._show_hand()
        self._scroll_up()

    def _activity(self, stop: Stop) -> ActivityForm:
        if stop.activity is None:
            raise LookupError(f"{stop.key} is a gate")
        made = activity_form(self.model, stop.activity, self.theme)
        made.left.connect(self._left)
        made.noticed.connect(self.session.noticed)
        made.moved.connect(self._show_hand)
        made.moved.connect(self.moved)
        made.settled.connect(self._show_finding)
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

    def _show_hand(self) -> None:
        """What goes with the register at hand: what it comes to, what keys do there, and what hangs beside its row."""
        self._show_files()
        register = self.part.part.table.sheet.register if isinstance(self.part, ActivityForm) else None
        if register is not self._register or register is None:
            self._register = register
            self._show_finding()
        if register is not None:
            lines = Kind.COSTS if register.role is RegisterRole.COST else Kind.LINES
            self._hints.show_kind(Kind.MATRIX if is_matrix(register) else lines)

    def _show_finding(self) -> None:
        at = self.part.at_hand() if isinstance(self.part, ActivityForm) else None
        self._finding.show_pieces(finding(self.model, self._shown, at[0]) if at else ())

    def _show_files(self) -> None:
        """What hangs beside the row that one is at."""
        if isinstance(self.part, ActivityForm):
            self.part.show_files(self.files)
        else:
            self.files.show_beside(None)

    def _scroll_up(self) -> None:
        for area in self.findChildren(QScrollArea, options=Qt.FindChildOption.FindDirectChildrenOnly):
            area.verticalScrollBar().setValue(0)

    def _settle(self) -> None:
        """Of a large act, once all of it is there."""
        if self.session.whole:
            self._show_files()
            self._show_map()
        else:
            self._settling.start()

    def _show_map(self) -> None:
        self.map.show_map(map_of(self.model), self.model.stop.key, self.theme, self.model.done())

    def _called(self, stop: Stop) -> str:
        return stop.activity.title if stop.activity else gettext("Gate")

    def _foot(self) -> QHBoxLayout:
        self._hints = FootHints()
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
