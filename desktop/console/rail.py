"""The rail on the left: where one can go, what is done there, and whether everything is on disk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.console.hub.mark import HubMark
from desktop.console.pace_strip import PaceStrip
from desktop.console.presenting.strip import RoomStrip
from desktop.console.steps import Step
from desktop.console.unclear_count import UnclearCount
from desktop.system.long_text import as_tip, breakable, shortened
from desktop.view_models.saving import Saving, Way
from desktop.widgets.keys import cap
from desktop.widgets.labels import bring_into_sight, button, label, restyle, rule
from desktop.widgets.parts.icons import Icon
from desktop.widgets.parts.scrolled import scrolled
from desktop.words import gettext, ngettext, spoken

if TYPE_CHECKING:
    from desktop.view_models.session import EngagementSession
    from models.engagement.changes import Change
    from models.engagement.engagement import Record
    from models.engagement.library_entry import Steps
    from models.values.sentence import Sentence

MOST_LETTERS, FEW_LETTERS = 60, 24
"""Of a client's or pilot's name in the rail; fewer, in one line, where it is low."""
WIDTH, NARROW, LARGE = 232, 180, 1.7
"""Pixels at a scale of 1, and the scale from which they are fewer."""
COUNTS_AFTER = 200
"""Milliseconds after which the count of the playbook follows what is typed there."""
TOLD_FOR = 2_000
"""Milliseconds for which the foot says what undo took back."""
LOW = 700
"""Height, in pixels at a scale of 1, below which only what the workshop needs stays in the rail."""


class Rail(QWidget):
    """`wanted` carries the page to go to."""

    wanted = Signal(Step)
    keys_wanted = Signal()
    theme_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    history_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._scale, self._low, self._narrow, self._here = 1.0, False, False, Step.LIBRARY
        self._session: EngagementSession | None = None
        self._filled = QTimer(self, singleShot=True, interval=COUNTS_AFTER)
        self._filled.timeout.connect(self._count_items)
        self._later = QTimer(self, singleShot=True, interval=0)  # the room is painted first
        self._later.timeout.connect(self._follow)
        self._telling = QTimer(self, singleShot=True, interval=TOLD_FOR)
        self._telling.timeout.connect(lambda: self._told.hide())
        self._labels: Steps | None = None
        self._steps: dict[Step, QPushButton] = {}
        column, places = QVBoxLayout(self), QWidget()
        column.setSpacing(0)
        self._column, self._places = column, scrolled(places)
        steps = QVBoxLayout(places)
        steps.setContentsMargins(0, 0, 0, 0)
        steps.setSpacing(0)
        group = QButtonGroup(self)
        for number, step in enumerate(Step):
            made = button(step.title, "step")
            made.setCheckable(True)
            made.setToolTip(cap(f"Ctrl+{number + 1}"))
            made.clicked.connect(lambda _=False, s=step: self.wanted.emit(s))
            group.addButton(made)
            self._steps[step] = made
            steps.addWidget(made)
            if step is Step.LIBRARY:
                steps.addLayout(self._engagement())
        steps.addStretch(1)
        column.addWidget(self._places, 1)
        self.pace, self.room = PaceStrip(), RoomStrip()
        self.pace.pressing.connect(self.room.give_way)
        column.addWidget(self.pace)
        column.addWidget(self.room)
        column.addLayout(self._foot())
        for act in self.findChildren(QPushButton):
            act.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # pressed, it leaves the keyboard where it is
        self.show_session(None)
        self.show_step(Step.LIBRARY)

    def show_session(self, session: EngagementSession | None) -> None:
        """Follows another open engagement, or none."""
        self._session = session
        self._said: tuple[Saving, int] | None = None
        self._told.setContentsMargins(2, 0, 0, 0)
        self._told.hide()
        for step, made in self._steps.items():
            made.setVisible(step is Step.LIBRARY or session is not None)
        shown = (self._client, self._pilot, self._line, self._undo, self._redo, self._saving, self._saved, self.room)
        for part in shown:
            part.setVisible(session is not None)
        self.room.reset()
        self.pace.show_model(None)
        self.unclear.show_session(session)
        if session is not None:
            from desktop.view_models.workshop.pacing import Pacing
            from models.engagement.engagement import Action, Client, Pilot, Rating, Stakeholder
            from models.engagement.judgements import Judgement
            from models.engagement.registers import RegisterCell, RegisterEntry
            from models.engagement.workshop import AgendaBox

            self._follows: tuple[tuple[frozenset[type[Record]], Callable[[], None]], ...] = (
                (frozenset({AgendaBox}), self.pace.refresh),
                (frozenset({RegisterEntry, RegisterCell, Stakeholder}), self._filled.start),
                (frozenset({Client, Pilot, Rating, Action, Judgement}), self._later.start),
            )
            self._share_room()
            self.pace.show_model(Pacing(session))
            session.changed.connect(self._changed)
            session.saving_changed.connect(self._show_saving)
            session.stepped.connect(self._tell_step)
            self.refresh()
            self._show_saving()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click on what is said of saving leads to what was saved."""
        if watched is self._saving and event.type() == QEvent.Type.MouseButtonRelease:
            self.history_wanted.emit()
        return False

    def fit(self, scale: float) -> None:
        """Takes the width that goes with the size of the type."""
        self._scale, self._narrow = scale, scale >= LARGE
        self.setFixedWidth(round((NARROW if self._narrow else WIDTH) * scale))
        if self.window().isVisible():  # else it has no height yet
            self._share_room()

    def _share_room(self) -> None:
        height = self.height() / self._scale
        if self._low != (height < LOW):
            self._low = height < LOW
            for made in self._steps.values():
                restyle(made, "low", self._low)
        if self._session is not None:
            self.pace.make_room(height)
            self.room.make_room(self._scale, small=self._low or self._narrow)
        self._column.setContentsMargins(0, 4 if self._low else 16, 0, 4 if self._low else 12)
        self._theme.setHidden(self._low)
        self._name()

    def show_step(self, step: Step) -> None:
        """Marks the page that is in front."""
        self._here = step
        self._steps[step].setChecked(True)
        bring_into_sight(self._steps[step])
        inside = self._session is not None and step is not Step.LIBRARY
        self._undo.setVisible(inside)
        self._redo.setVisible(inside)

    def _changed(self, kinds: frozenset[type[Record]]) -> None:
        for begin in [begin for concerns, begin in self._follows if kinds & concerns]:
            begin()

    def refresh(self) -> None:
        """Names and counts from the snapshot."""
        self._follow()
        self._count_items()

    def _follow(self) -> None:
        if self._session is None:
            return
        from models.diagnosis.diagnosis import coverage as answered
        from models.diagnosis.diagnosis import mode_results
        from models.readiness.readiness import coverage as judged
        from models.readiness.readiness import verdict

        current = self._session.current
        self._name()
        signs = answered(mode_results(self._session.method, current))
        self._count(Step.DIAGNOSE, "{}/{}".format(*signs))
        points = judged(verdict(self._session.method, current.judgements, date.today()))
        self._count(Step.READINESS, "{}/{}".format(*points))
        agreed = sum(action.decision.value == "accepted" for action in current.actions)
        self._count(Step.PLAN, str(agreed) if agreed else "")

    def _name(self) -> None:
        if self._session is not None:
            engagement, most = self._session.engagement, FEW_LETTERS if self._low else MOST_LETTERS
            client = engagement.client.name or gettext("Client not named yet")
            pilot = engagement.pilot.name or gettext("Pilot not named yet")
            self._client.setText(breakable(shortened(client, most)))
            pilot, number = shortened(pilot, most), engagement.current.assessment.number
            if len(engagement.rounds) > 1:
                pilot = gettext("{pilot}, round {number}").format(pilot=pilot, number=number)
            self._pilot.setText(breakable(pilot))

    def _count_items(self) -> None:
        from models.playbook.phases import ItemState, item_states

        if self._session is not None:
            method, engagement = self._session.method, self._session.engagement
            states = item_states(method, engagement, method.items.values()).values()
            self._count(Step.PLAYBOOK, f"{sum(s is ItemState.DONE for s in states)}/{len(states)}")

    def _count(self, step: Step, count: str) -> None:
        self._steps[step].setText(f"{step.title}   {count}".rstrip())
        self._steps[step].setAccessibleName(f"{step.title} {count}".rstrip())

    def _engagement(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(0)
        self._line = rule()
        self._client, self._pilot = label("", wrap=True), label("", "caption", wrap=True)
        self._client.setObjectName("engagementName")
        column.addWidget(self._line)
        column.addSpacing(8)
        column.addWidget(self._client)
        column.addWidget(self._pilot)
        return column

    def _foot(self) -> QVBoxLayout:
        self._saved, self._saving = Icon("check"), label("", "caption", wrap=True)
        self._saving.setCursor(Qt.CursorShape.PointingHandCursor)
        self._saving.setToolTip(f"{gettext('Who did what')}  {cap('Ctrl+H')}")
        self._saving.installEventFilter(self)
        self._told = label("", "caption", wrap=True)
        self._told.hide()
        self._undo, self._redo = button("", "icon", icon="undo"), button("", "icon", icon="redo")
        self._undo.setAccessibleName(gettext("Undo"))
        self._redo.setAccessibleName(gettext("Redo"))
        self._undo.clicked.connect(self.undo_wanted)
        self._redo.clicked.connect(self.redo_wanted)
        self._theme, keys = button("", "icon", icon="contrast"), button("", "icon", key="?")
        self._theme.setAccessibleName(gettext("Light/dark"))
        self._theme.setToolTip(f"{gettext('Light/dark')}  {cap('Ctrl+T')}")
        keys.setAccessibleName(gettext("Keys"))
        keys.setToolTip(gettext("Keys"))
        self._theme.clicked.connect(self.theme_wanted)
        keys.clicked.connect(self.keys_wanted)
        self.unclear, self.hub = UnclearCount(), HubMark()
        line = QHBoxLayout()
        line.setSpacing(6)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._saved)
        line.addWidget(self._saving, 99)
        line.addStretch(1)  # while nothing is open there is nothing that is saved
        for made in (self._theme, self._undo, self._redo, keys):
            line.addWidget(made)
        column = QVBoxLayout()
        column.setContentsMargins(14, 4, 12, 0)
        column.setSpacing(0)
        column.addWidget(self.unclear, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._told)
        column.addWidget(self.hub, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(line)
        return column

    def _tell_step(self, way: Way, label: Sentence, changes: tuple[Change, ...]) -> None:
        from desktop.console.told_step import told

        self._telling.start()
        self._told.setText(breakable(told(way, label, changes, self._here)))
        self._told.show()

    def _show_saving(self) -> None:
        session = self._session
        if session is None:
            return
        labels = session.labels
        if labels != self._labels:  # at each key of a burst they are the same
            self._labels = labels
            self._show_steps(labels)
        said = saving, unsaved = session.saving, session.unsaved if session.saving is Saving.REFUSED else 0
        if said == self._said:  # so is this, while one commit follows the other
            return
        self._said = said
        text = gettext("Saved") if saving is Saving.SAVED else gettext("Saving …")
        if saving is Saving.REFUSED:
            text = ngettext("{n} change not saved", "{n} changes not saved", unsaved).format(n=unsaved)
        self._saving.setText(text)
        self._saved.setVisible(saving is Saving.SAVED)
        restyle(self._saving, "role", "danger" if saving is Saving.REFUSED else "caption")

    def _show_steps(self, labels: Steps) -> None:
        self._undo.setEnabled(labels.undo is not None)
        self._redo.setEnabled(labels.redo is not None)
        self._undo.setToolTip(as_tip(gettext("Undo: {0}").format(labels.undo.said(spoken())) if labels.undo else ""))
        self._redo.setToolTip(as_tip(gettext("Redo: {0}").format(labels.redo.said(spoken())) if labels.redo else ""))
