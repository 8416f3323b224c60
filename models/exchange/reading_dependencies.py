"""Which actions of one round wait for which, in an engagement file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import Any

from models.engagement.dependency import Dependency, dependency_id
from models.engagement.engagement import Action
from models.exchange.structure import ExchangeError

MOST_DEPENDENCIES = 10_000
"""In one round: five for each of two thousand actions."""


def read_dependencies(source: list[dict[str, Any]], actions: tuple[Action, ...], place: str) -> dict[str, Dependency]:
    """By id. `after` names the ids of actions in the same round. Raises ExchangeError."""
    if sum(len(entry.get("after", [])) for entry in source) > MOST_DEPENDENCIES:
        raise ExchangeError(
            "{place}: at most {most:,} dependencies may stand in one round.", place=place, most=MOST_DEPENDENCIES
        )
    given = [entry.get("id") for entry in source]
    known = {old: action.id for old, action in zip(given, actions, strict=True) if old is not None}
    found = {}
    for n, (entry, action) in enumerate(zip(source, actions, strict=True)):
        for after in entry.get("after", []):
            if known.get(after, action.id) == action.id:
                raise ExchangeError(
                    "{place}[{n}].after: “{after}” is not another action of this round.", place=place, n=n, after=after
                )
            key = dependency_id(action.id, known[after])
            found[key] = Dependency(
                id=key, assessment_id=action.assessment_id, action_id=action.id, after_id=known[after]
            )
    _check_order(found.values(), {action.id: action.title for action in actions}, place)
    return found


def _check_order(dependencies: Iterable[Dependency], titles: Mapping[str, str], place: str) -> None:
    order = TopologicalSorter[str]()
    for dependency in dependencies:
        order.add(dependency.action_id, dependency.after_id)
    try:
        order.prepare()
    except CycleError as error:
        names = ", ".join(f"“{titles[key][:60]}”" for key in error.args[1][1:6])
        raise ExchangeError(
            "{place}: none of these could begin, each waits for the next: {names}.", place=place, names=names
        ) from error
