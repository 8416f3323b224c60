"""Actions moved along the calendar in one act, which says what it did."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from desktop.view_models.session import EngagementSession
from desktop.words import gettext, ngettext, spoken
from models.plan.moving import Moved, moved_by_days
from models.values.months import day_and_month
from models.values.sentence import act_called
from models.values.working_days import DAYS_IN_A_WEEK


class Moving:
    """With what waits for them, unless that is not wanted."""

    def __init__(self, session: EngagementSession) -> None:
        self._session = session

    def by_weeks(self, action_ids: Collection[str], weeks: int, *, with_waiting: bool) -> str:
        """Moves the agreed actions with these ids; what there is to say about it."""
        moved = moved_by_days(self._session.current, action_ids, weeks * DAYS_IN_A_WEEK, with_waiting=with_waiting)
        changed = (*moved.chosen, *moved.waiting)
        if changed:
            later = act_called("Move {n} action a week later", "Move {n} actions a week later", n=len(changed))
            earlier = act_called("Move {n} action a week earlier", "Move {n} actions a week earlier", n=len(changed))
            self._session.edit(later if weeks > 0 else earlier, *changed)
        return " ".join(_told(moved, weeks))

    def by_days(self, action_id: str, days: int, *, with_waiting: bool) -> str:
        """Moves one agreed action to another day; what there is to say about it."""
        moved = self.would_be(action_id, days, with_waiting=with_waiting)
        changed = (*moved.chosen, *moved.waiting)
        if not moved.chosen:
            return ""
        label = act_called("Move {n} action to another day", "Move {n} actions to another day", n=len(changed))
        self._session.edit(label, *changed)
        day = next((day_and_month(action.due, spoken(), date.today()) for action in moved.chosen if action.due), "")
        return gettext("Moved {what} to {day}.").format(what=_what(moved), day=day)

    def would_be(self, action_id: str, days: int, *, with_waiting: bool) -> Moved:
        """The same before it is done."""
        return moved_by_days(self._session.current, [action_id], days, with_waiting=with_waiting)


def _told(moved: Moved, weeks: int) -> list[str]:
    said = []
    if moved.chosen or moved.waiting:
        text = gettext("Moved {what} by a week.") if weeks > 0 else gettext("Moved {what} back by a week.")
        said.append(text.format(what=_what(moved)))
    if moved.undated:
        said.append(ngettext("{n} has no date.", "{n} have no date.", moved.undated).format(n=moved.undated))
    if moved.done:
        said.append(ngettext("{n} is done and stays.", "{n} are done and stay.", moved.done).format(n=moved.done))
    return said or [gettext("No agreed action is chosen.")]


def _what(moved: Moved) -> str:
    chosen, waiting = len(moved.chosen), len(moved.waiting)
    actions = ngettext("{n} action", "{n} actions", chosen).format(n=chosen)
    if not waiting:
        return actions
    if chosen == 1:
        others = ngettext("{n} that waits for it", "{n} that wait for it", waiting)
    else:
        others = ngettext("{n} that waits for them", "{n} that wait for them", waiting)
    return gettext("{actions} and {others}").format(actions=actions, others=others.format(n=waiting))
