"""Plan: what the ratings call for, decided line by line; owners and dates."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.console.action_detail import ActionDetail
from desktop.console.page import MARGIN, Page, heading
from desktop.theme import Theme
from desktop.view_models.planning import Part, Planning
from desktop.view_models.presenting import Presenter
from desktop.view_models.room import RoomPage
from desktop.view_models.session import EngagementSession
from desktop.widgets.action_list import ActionList
from desktop.widgets.labels import button, label
from models.engagement import Action, Rating, Stakeholder
from models.terms import Decision


class PlanPage(Page):
    """The list of actions on the left, the chosen one on the right."""

    concerns = frozenset({Action, Rating, Stakeholder})

    def __init__(self, session: EngagementSession, theme: Theme) -> None:
        super().__init__(session, theme)
        self.model = Planning(session)
        self._chosen = ""
        self.list = ActionList()
        self.list.chosen.connect(self._choose)
        self.list.key_pressed.connect(self._list_key)
        self.detail = ActionDetail(self.model, self._decided)
        self.detail.left.connect(self.list.setFocus)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(MARGIN, 32, MARGIN, 24)
        outer.setSpacing(32)
        outer.addLayout(self._left(), 5)
        outer.addWidget(self.detail, 4)

    def take_keys(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        rows = self.model.rows()
        keys = [row.key for row in rows]
        if self._chosen not in keys:
            self._chosen = keys[0] if keys else ""
        accepted = sum(row.part is Part.ACCEPTED for row in rows)
        proposed = sum(row.part is Part.PROPOSED for row in rows)
        self._title.setText(self._headline(accepted, proposed))
        self._hint.setText(self._advice(accepted, proposed))
        owners = {s.id: s.name or s.role for s in self.session.people()}
        self.list.show_rows(rows, self._chosen, self.theme, owners)
        self.detail.show_row(next((r for r in rows if r.key == self._chosen), None))

    def _headline(self, accepted: int, proposed: int) -> str:
        if not accepted and not proposed:
            return self.tr("No actions yet")
        if not accepted:
            return self.tr("%n action(s) proposed, none agreed yet", "", proposed)
        return self.tr("%n action(s) agreed", "", accepted)

    def _advice(self, accepted: int, proposed: int) -> str:
        if not accepted and not proposed:
            return self.tr("Rate the warning signs under Diagnose: each one calls for its remedies.")
        agreed = (a for a in self.session.current.actions if a.decision is Decision.ACCEPTED)
        open_owners = sum(not (action.owner_id and action.due) for action in agreed)
        parts = []
        if proposed:
            parts.append(self.tr("%n still to decide", "", proposed))
        if open_owners:
            parts.append(self.tr("%n without an owner or a date", "", open_owners))
        return "  ·  ".join(parts) or self.tr("Every action has an owner and a date.")

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        self._title, self._hint = label("", "title", wrap=True), label("", "muted", wrap=True)
        own = button(self.tr("Add an action"), "quiet", key="N")
        own.clicked.connect(self._add_own)
        head = QHBoxLayout()
        head.addWidget(self._hint, 1)
        head.addWidget(own)
        column.addLayout(heading(self.tr("Plan"), self._title))
        column.addLayout(head)
        column.addWidget(self.list, 1)
        return column

    def _choose(self, key: str) -> None:
        if key != self._chosen:
            self._chosen = key
            self.refresh()
            self.moved.emit()

    def room_page(self, presenter: Presenter) -> RoomPage:
        """The agreed action that is chosen, read back; proposals stay between facilitator and console."""
        agreed = [row for row in self.model.rows() if row.part is Part.ACCEPTED]
        place = next((n for n, row in enumerate(agreed) if row.key == self._chosen), None)
        action = None if place is None else agreed[place].action
        if place is None or action is None:
            return presenter.welcome()
        return presenter.commitment(action, place + 1, len(agreed))

    def step(self, steps: int) -> None:
        """From one agreed action to the next, as they are read back to the room."""
        keys = [row.key for row in self.model.rows() if row.part is Part.ACCEPTED]
        place = keys.index(self._chosen) + steps if self._chosen in keys else (0 if steps > 0 else -1)
        if 0 <= place < len(keys):
            self._choose(keys[place])
        else:
            self.passed.emit(steps)

    def _add_own(self) -> None:
        self._chosen = self.model.add_own()
        self.refresh()
        self.detail.edit_title()

    def _decided(self, accept: bool) -> None:
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
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list_key(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_A:
                self._decided(True)
            case Qt.Key.Key_R:
                self._decided(False)
            case Qt.Key.Key_N:
                self._add_own()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.detail.edit_first()
