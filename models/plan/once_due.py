"""What was to be done by a day once: calendars that took in an earlier file still show it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from models.engagement.changes import Added, Change, Changed, Removed
from models.engagement.engagement import Action, Engagement
from models.values.terms import Decision, Progress


def is_awaited(action: Action) -> bool:
    """Whether a calendar shows it: agreed, with a date, and not done."""
    return action.decision is Decision.ACCEPTED and action.due is not None and action.progress is not Progress.DONE


def once_due(engagement: Engagement, acts: Iterable[Sequence[Change]]) -> tuple[Action, ...]:
    """Every action as it stood when it was awaited last, once for each owner it had while it was.

    `acts` are all changes to actions there ever were, act by act, the newest first. Each is taken back in turn, so that
    what the plan said after each of them is seen: any of these plans may be in somebody's calendar.
    """
    known = {action.id: action for one in engagement.rounds for action in one.actions}
    found: dict[tuple[str, str], Action] = {}

    def look(ids: Iterable[str]) -> None:
        for action in (known[key] for key in ids if key in known):
            if is_awaited(action):
                found.setdefault((action.id, action.owner_id), action)

    look(known)
    for changes in acts:
        for change in reversed(changes):
            _take_back(change, known)
        look(dict.fromkeys(map(_action_of, changes)))
    return tuple(found.values())


def _take_back(change: Change, known: dict[str, Action]) -> None:
    match change:
        case Added(record):
            known.pop(record.id, None)
        case Removed(Action() as action):
            known[action.id] = action
        case Changed(_, key, field, before, _) if key in known:
            known[key] = replace(known[key], **{field: before})


def _action_of(change: Change) -> str:
    return change.id if isinstance(change, Changed) else change.record.id
