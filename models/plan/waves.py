"""Which actions come first: one order for screen, wall, paper, workbook and message, by a rule that explains itself."""

from __future__ import annotations

import calendar
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from gettext import NullTranslations
from heapq import heapify, heappop, heappush

from models.engagement.engagement import Action, Round
from models.plan.priority import Priority
from models.values.months import long_date
from models.values.terms import Progress

MOST_FIRST = 7
MONTHS_OF_NEXT = 3
"""What is due by the end of the month so many after the workshop comes next, the rest later."""


class Wave(StrEnum):
    """When an action's turn comes."""

    FIRST = "first"
    NEXT = "next"
    LATER = "later"

    def name_in(self, words: NullTranslations) -> str:
        """The wave's name for people."""
        _ = words.gettext
        return {Wave.FIRST: _("First"), Wave.NEXT: words.pgettext("plan", "Next"), Wave.LATER: _("Later")}[self]


def rule_text(words: NullTranslations, since: date) -> str:
    """The rule, for people."""
    text = words.gettext(
        "First, at most {most}: what the decision rests on, in the order in which it is needed; then, of what waits "
        "for nothing, the gravest, what most else waits for, and what is due soonest. Next: the rest by date, until "
        "{until}. Later: after that, or without a date."
    )
    return text.format(most=MOST_FIRST, until=long_date(end_of_next(since), words))


def end_of_next(since: date) -> date:
    """The last day of the next wave, for a workshop held on that day."""
    months = since.year * 12 + since.month - 1 + MONTHS_OF_NEXT
    year, month = min(months // 12, date.max.year), months % 12 + 1
    return date(year, month, calendar.monthrange(year, month)[1])


def in_waves(current: Round, priorities: Mapping[str, Priority], since: date) -> tuple[tuple[Action, Wave], ...]:
    """The agreed actions in the order of the plan, each with its wave. `priorities` are by action id, of these actions.

    `since` is the day of the workshop.
    """
    actions = {a.id: a for a in current.actions if a.id in priorities}
    waits = _waits(current, actions)
    wanted = Counter(key for before in waits.values() for key in before)
    to_do = [a for a in actions.values() if a.progress is not Progress.DONE]
    needed = _needed(actions, waits)
    decisive = _in_order([actions[key] for key in needed], waits)[:MOST_FIRST]
    free = [a for a in to_do if a.id not in needed and not waits[a.id]]
    free.sort(key=lambda a: (-priorities[a.id].severity, -wanted[a.id], *_by_date(a)))
    others = sorted(free[: MOST_FIRST - len(decisive)], key=lambda a: (a.due or date.max, -priorities[a.id].severity))
    first = [*decisive, *others]
    chosen = {a.id for a in first}
    rest = sorted((a for a in actions.values() if a.id not in chosen), key=_by_date)
    until = end_of_next(since)
    return (
        *((action, Wave.FIRST) for action in first),
        *((a, Wave.NEXT if a.due and a.due <= until else Wave.LATER) for a in rest),
    )


def rested_on(current: Round, actions: Iterable[Action]) -> set[str]:
    """Ids of those agreed `actions` that the decision rests on: marked and to do, with all that these wait for."""
    known = {a.id: a for a in actions}
    return _needed(known, _waits(current, known))


def _waits(current: Round, actions: Mapping[str, Action]) -> dict[str, set[str]]:
    """Ids of what each waits for that is still to do, by its own id."""
    waits: dict[str, set[str]] = {key: set() for key in actions}
    for dependency in current.dependencies.values():
        before = actions.get(dependency.after_id)
        if dependency.action_id in actions and before and before.progress is not Progress.DONE:
            waits[dependency.action_id].add(before.id)
    return waits


def _needed(actions: Mapping[str, Action], waits: Mapping[str, set[str]]) -> set[str]:
    marked = [a.id for a in actions.values() if a.decisive and a.progress is not Progress.DONE]
    return _with_what_they_wait_for(marked, waits)


def _by_date(action: Action) -> tuple[date, int, str]:
    return action.due or date.max, action.position, action.id


def _with_what_they_wait_for(keys: Sequence[str], waits: Mapping[str, set[str]]) -> set[str]:
    found, left = set[str](), list(keys)
    while left:
        key = left.pop()
        if key not in found:
            found.add(key)
            left += waits[key]
    return found


def _in_order(actions: Sequence[Action], waits: Mapping[str, set[str]]) -> list[Action]:
    """What is waited for first, otherwise by date."""
    known = {a.id: a for a in actions}
    left = {key: waits[key] & known.keys() for key in known}
    waited_for = defaultdict[str, list[str]](list)
    for key, before in left.items():
        for one in before:
            waited_for[one].append(key)
    ready = [(_by_date(known[key]), key) for key, before in left.items() if not before]
    heapify(ready)
    found: list[Action] = []
    while ready:
        _, key = heappop(ready)
        found.append(known[key])
        for other in waited_for[key]:
            left[other].discard(key)
            if not left[other]:
                heappush(ready, (_by_date(known[other]), other))
    return found
