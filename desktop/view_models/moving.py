"""Several actions moved by a week in one act, which says what it did."""

from __future__ import annotations

from collections.abc import Collection

from desktop.view_models.session import EngagementSession
from desktop.words import gettext, ngettext
from models.plan.moving import Moved, moved_by_weeks
from models.values.sentence import act_called


class Moving:
    """With what waits for them, unless that is not wanted."""

    def __init__(self, session: EngagementSession) -> None:
        self._session = session

    def by_weeks(self, action_ids: Collection[str], weeks: int, *, with_waiting: bool) -> str:
        """Moves the agreed actions with these ids; what there is to say about it."""
        moved = moved_by_weeks(self._session.current, action_ids, weeks, with_waiting=with_waiting)
        changed = (*moved.chosen, *moved.waiting)
        if changed:
            later = act_called("Move {n} action a week later", "Move {n} actions a week later", n=len(changed))
            earlier = act_called("Move {n} action a week earlier", "Move {n} actions a week earlier", n=len(changed))
            self._session.edit(later if weeks > 0 else earlier, *changed)
        return " ".join(_told(moved, weeks))


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
