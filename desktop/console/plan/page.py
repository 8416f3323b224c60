"""Plan: what was found calls for actions, decided line by line; owners, dates and the order of things."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Self

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.console.page import Page, page_frame
from desktop.console.plan.action_detail import ActionDetail, with_detail
from desktop.console.plan.calendar.load_view import LoadView
from desktop.console.plan.calendar.timeline_view import TimelineView
from desktop.console.plan.decide.decide_view import DecideView
from desktop.console.plan.in_the_room import in_the_room
from desktop.console.plan.list_pane import ListPane
from desktop.console.plan.picture.impact_marks import marks_of
from desktop.console.plan.picture.picture_pane import PicturePane
from desktop.console.plan.plan_head import PlanHead
from desktop.console.plan.progress_view import ProgressView
from desktop.console.plan.view_choice import View
from desktop.console.steps import Step
from desktop.theme import Theme
from desktop.view_models.planning import Part, Planning, PlanRow
from desktop.view_models.room.pages import RoomPage
from desktop.view_models.room.presenting import Presenter
from desktop.view_models.session import EngagementSession
from desktop.view_models.triaging import Triaging
from desktop.widgets.keys import KeyAct
from desktop.widgets.parts.front_stack import FrontStack
from models.engagement.dependency import Dependency
from models.engagement.engagement import Action, Pilot, Rating, Stakeholder
from models.engagement.judgements import Judgement
from models.engagement.registers import Gate, GateCondition, RegisterCell, RegisterEntry
from models.values.sought import the_first
from models.values.terms import new_id
from resources.words import marked


class PlanPage(Page):
    """What is called for, decided one by one; then what was agreed, seen in one of five ways."""

    keys = (
        KeyAct("Up Down", marked("Choose an action")),
        KeyAct("A R L", marked("Agree, reject, leave for later"), lambda page, n: page.act_on(n)),
        KeyAct("Enter", marked("Fill in the owner"), lambda page, _: page.fill_in()),
        KeyAct("N", marked("Add an action of the room’s own"), lambda page, _: page.add_own()),
        KeyAct(
            "Alt+O Alt+K",
            marked("Where two bear one title: open the other, keep both"),
            lambda page, way: page.detail.fields.same.act(way),
            anywhere=True,
        ),
        KeyAct("D", marked("Whether the decision rests on it"), lambda page, _: page.rest_on_it()),
        KeyAct(
            "1 2 3 4 5 6",
            marked("Decide, list, picture, timeline, who carries how much, progress"),
            lambda page, n: page.show_view(tuple(View)[n]),
        ),
    )

    concerns = frozenset(
        {Action, Dependency, Rating, Stakeholder, Pilot, Judgement, RegisterEntry, RegisterCell, Gate, GateCondition}
    )

    def __init__(self, session: EngagementSession, theme: Theme) -> None:
        super().__init__(session, theme)
        self.model = Planning(session)
        self._chosen, self._drag = "", new_id()
        self.decide_view = DecideView(Triaging(self.model))
        self.list_pane, self._picture_pane = ListPane(self.model), PicturePane()
        self.list, self.picture = self.list_pane.list, self._picture_pane.picture
        self.timeline, self.load = TimelineView(self.model), LoadView(self.model)
        self.progress = ProgressView(self.model)
        self.detail = ActionDetail(self.model, self.decide)
        self._outer = outer = page_frame(self)
        self._head = PlanHead(self.model, self.decide_view.head)
        outer.addLayout(self._head)
        outer.addWidget(with_detail(self._left(), self.detail), 1)
        self._connect()
        to_decide = any(line.open for line in self.decide_view.model.first())
        self._turn_to(View.DECIDE if to_decide else View.LIST)

    @classmethod
    def key_acts(cls) -> tuple[KeyAct, ...]:
        return (*cls.keys, *ListPane.keys, *PicturePane.keys, *TimelineView.keys)

    def enter(self) -> None:
        super().enter()
        self.decide_view.visited = True

    def take_keys(self) -> None:
        if (view := self._views.currentWidget()) is not None:
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_view(self, view: View) -> None:
        """Looks at the plan in another way; what was agreed in Decide is what one looks at then."""
        agreed = [row.key for row in self.model.rows() if row.part is Part.ACCEPTED]
        if self._views.currentWidget() is self.decide_view and agreed and self._chosen not in agreed:
            self._chosen = agreed[0]
        self._turn_to(view)
        self._outer.activate()
        self.refresh()
        self._ways[view].setFocus(Qt.FocusReason.OtherFocusReason)
        self.moved.emit()

    def stand_as(self, before: Self) -> None:
        self._chosen = before._chosen
        self.decide_view.stand_as(before.decide_view)
        self.timeline.fold_as(before.timeline)
        view = the_first(view for view, way in before._ways.items() if way is before._views.currentWidget())
        self._turn_to(view)
        self.refresh()
        self.take_keys()

    def _turn_to(self, view: View) -> None:
        """Only the chosen actions of list and picture stand beside them: the others need the whole width."""
        self._views.setCurrentWidget(self._ways[view])
        self.detail.setVisible(view in (View.LIST, View.PICTURE))

    def step_out(self) -> bool:
        return self.timeline.step_out()

    def show_place(self, place_id: str) -> None:
        self.show_view(View.LIST)
        self.show_action(place_id)

    def show_action(self, action_id: str) -> None:
        """Chooses an action by its id."""
        if row := next((r for r in self.model.rows() if r.action and r.action.id == action_id), None):
            self._choose(row.key)

    def refresh(self) -> None:
        rows = self.model.rows()
        if self._chosen not in (keys := [row.key for row in rows]):
            self._chosen = keys[0] if keys else ""
        self.detail.setVisible(bool(keys) and self._views.currentWidget() in (self.list_pane, self._picture_pane))
        self._show_view(rows)
        self.detail.show_row(next((r for r in rows if r.key == self._chosen), None))

    def _show_view(self, rows: tuple[PlanRow, ...]) -> None:
        """Only the view in front is drawn."""
        self._head.show_plan(the_first(v for v, way in self._ways.items() if way is self._views.currentWidget()))
        match self._views.currentWidget():
            case self.decide_view:
                self.decide_view.refresh(self.theme)
            case self.list_pane:
                self.list_pane.show_rows(rows, self._chosen, self.theme)
            case self._picture_pane:
                self._picture_pane.show_marks(marks_of(self.model.lines()), self._chosen, self.theme)
            case self.timeline:
                row = next((r for r in rows if r.key == self._chosen), None)
                self.timeline.refresh(row.action.id if row and row.action else "", self.theme)
            case self.load:
                self.load.refresh(self.theme)
            case self.progress:
                self.progress.refresh()

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._ways: dict[View, QWidget] = {
            View.DECIDE: self.decide_view,
            View.LIST: self.list_pane,
            View.PICTURE: self._picture_pane,
            View.TIMELINE: self.timeline,
            View.LOAD: self.load,
            View.PROGRESS: self.progress,
        }
        self._views = FrontStack()
        for way in self._ways.values():
            self._views.addWidget(way)
        column.addWidget(self._head.below)
        column.addWidget(self._views, 1)
        return left

    def _connect(self) -> None:
        self._head.choice.wanted.connect(self.show_view)
        self._head.own_wanted.connect(self.add_own)
        self._head.diagnosis_wanted.connect(lambda sign: self.place_wanted.emit(Step.DIAGNOSE, sign))
        self.decide_view.moved.connect(self.moved)
        self.list.chosen.connect(self._choose)
        self.list.key_pressed.connect(self.keyPressEvent)
        self.picture.chosen.connect(self._choose)
        self.picture.placed.connect(self._place)
        self.picture.reset_wanted.connect(lambda key: self._with_action(key, self.model.place_anew))
        self.timeline.chosen.connect(self.show_action)
        self.progress.chosen.connect(self.show_place)
        self.timeline.wanted.connect(self._edit_from_timeline)
        self.detail.fields.agreed.connect(self._go_on)
        self.detail.fields.same.open_wanted.connect(self._open_same)
        self.detail.fields.same.keep_wanted.connect(self._keep_both)

    def _open_same(self, key: str) -> None:
        """Goes to the action of the same title; the one that holds nothing else goes."""
        before, self._chosen = self._chosen, key
        if not self.model.drop_doubled(before):
            self.refresh()
        self.moved.emit()
        self.take_keys()

    def _go_on(self) -> None:
        """Back to the list, on the next action that lacks something."""
        self._choose(self.model.next_bare(self._chosen))
        self.take_keys()

    def _keep_both(self, key: str) -> None:
        self.model.keep_both(self._chosen, key)
        self.detail.edit_first()
        self.refresh()

    def _edit_from_timeline(self) -> None:
        self.show_view(View.LIST)
        self.detail.edit_first()

    def _choose(self, key: str) -> None:
        if key != self._chosen:
            self._chosen = key
            self.refresh()
            self.moved.emit()

    def _with_action(self, key: str, act: Callable[[Action], None]) -> None:
        agreed = (line.action for line in self.model.lines())
        action = next((a for a in agreed if key in (a.proposal, a.id)), None)
        if action is not None:
            act(action)

    def _place(self, key: str, impact: int, days: float, more: bool) -> None:
        """One drag is one step of undo."""
        typing = self._drag
        if not more:
            self._drag = new_id()
        self._with_action(key, lambda a: self.model.place(a.id, impact, Decimal(str(days)), typing))

    def room_page(self, presenter: Presenter) -> RoomPage:
        """What is talked about in the view in front."""
        return in_the_room(presenter, self._views.currentWidget(), self.model, self._chosen)

    def step(self, steps: int) -> None:
        """From one proposal to the next, or from one agreed action to the next, as the room sees them."""
        if self._views.currentWidget() is self.decide_view and self.decide_view.step(steps):
            return
        alone = self._views.currentWidget() in (self.decide_view, self.load)
        keys = [] if alone else [row.key for row in self.model.rows() if row.part is Part.ACCEPTED]
        place = keys.index(self._chosen) + steps if self._chosen in keys else (0 if steps > 0 else -1)
        if 0 <= place < len(keys):
            self._choose(keys[place])
        else:
            self.passed.emit(steps)

    def add_own(self) -> None:
        """An action of the room's own, to be given a title."""
        self.show_view(View.LIST)
        self._chosen = self.model.add_own()
        self.refresh()
        self.detail.edit_title()

    def fill_in(self) -> None:
        """The cursor goes to the owner of what is chosen."""
        if self._views.currentWidget() is self.decide_view:
            self.decide_view.agree()
        else:
            self.detail.edit_first()

    def act_on(self, way: int) -> bool:
        """Agrees (0), rejects (1) or leaves for later (2) what is shown; False where that means nothing here."""
        if self._views.currentWidget() is self.decide_view:
            (self.decide_view.agree, self.decide_view.reject, self.decide_view.later)[way]()
        elif way == 2:
            return False
        else:
            self.decide(way == 0)
        return True

    def rest_on_it(self) -> bool:
        """Whether the decision rests on the chosen action: on or off, where one is agreed."""
        row = next((r for r in self.model.rows() if r.key == self._chosen), None)
        if row is None or row.line is None:
            return False
        self.model.rest_on(row.line.action.id, not row.line.action.decisive)
        return True

    def decide(self, accept: bool) -> None:
        """Accepts or rejects what is chosen and goes on to the next line still to decide."""
        rows = self.model.rows()
        row = next((r for r in rows if r.key == self._chosen), None)
        if row is None:
            return
        following = [r.key for r in rows[rows.index(row) + 1 :] if r.part is Part.PROPOSED]
        if row.part is Part.PROPOSED and following:
            self._chosen = following[0]
        (self.model.accept if accept else self.model.reject)(row)
        self.refresh()
        self.take_keys()
