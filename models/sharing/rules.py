"""What two people may each do, and not both: two who are accountable, a circle of dependencies, a second open round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import Enum

from models.engagement.dependency import Dependency
from models.engagement.engagement import Engagement, Record, Round
from models.engagement.registers import RegisterCell
from models.frozen import frozen
from models.values.terms import RaciPart, RoundState


class Rule(Enum):
    """What does not go together."""

    ONE_ACCOUNTABLE = "accountable"
    NO_CIRCLE = "circle"
    ONE_OPEN_ROUND = "round"


@frozen
class Broken:
    """Records that break a rule together."""

    rule: Rule
    records: tuple[Record, ...]

    @property
    def key(self) -> str:
        """Tells it from others."""
        return "/".join((self.rule.value, *sorted(record.id for record in self.records)))


@frozen
class Settling:
    """What to put and to remove so that a rule holds again."""

    put: tuple[Record, ...] = ()
    remove: tuple[Record, ...] = ()


def broken(engagement: Engagement) -> Iterator[Broken]:
    """Everything in the engagement that breaks one of the rules."""
    people = {person.id for person in engagement.stakeholders}
    for current in engagement.rounds:
        yield from _accountable(current, people)
        yield from _circles(current)
    numbered = defaultdict[int, list[Record]](list)
    for current in engagement.rounds:
        if current.assessment.state is RoundState.OPEN:
            numbered[current.assessment.number].append(current.assessment)
    yield from (Broken(Rule.ONE_OPEN_ROUND, tuple(same)) for same in numbered.values() if len(same) > 1)


def settled(engagement: Engagement, what: Broken, kept: Iterable[Record]) -> Settling:
    """How the rule holds again where these of its records stay as they are. Nothing that was typed goes."""
    stay = {record.id for record in kept}
    others = [record for record in what.records if record.id not in stay]
    if what.rule is Rule.ONE_ACCOUNTABLE:
        part = RaciPart.RESPONSIBLE.value
        return Settling(put=tuple(replace(c, value=part) for c in others if isinstance(c, RegisterCell)))
    if what.rule is Rule.NO_CIRCLE:
        return Settling(remove=tuple(others[:1]))
    last = max(r.assessment.number for r in engagement.rounds)
    now = [r.assessment for r in engagement.rounds]
    return Settling(
        put=(
            *(replace(a, state=RoundState.CLOSED) for a in now if a in others),
            *(replace(a, number=last + 1) for a in now if a.id in stay and a in what.records),
        )
    )


def _accountable(current: Round, people: set[str]) -> Iterator[Broken]:
    found = defaultdict[str, list[Record]](list)
    for cell in current.cells.values():
        if cell.value == RaciPart.ACCOUNTABLE.value and cell.column_id in people:
            found[cell.entry_id].append(cell)
    yield from (Broken(Rule.ONE_ACCOUNTABLE, tuple(cells)) for cells in found.values() if len(cells) > 1)


def _circles(current: Round) -> Iterator[Broken]:
    """One for each group of actions that wait for one another: the shortest way round from its first dependency."""
    after = defaultdict[str, list[Dependency]](list)
    for dependency in current.dependencies.values():
        after[dependency.action_id].append(dependency)
    told: set[str] = set()
    for dependency in sorted(current.dependencies.values(), key=lambda d: d.id):
        if dependency.id in told:
            continue
        way = _way(dependency.after_id, dependency.action_id, after)
        if way is not None:
            circle = (dependency, *way)
            told |= {d.id for d in circle}
            yield Broken(Rule.NO_CIRCLE, circle)


def _way(start: str, end: str, after: dict[str, list[Dependency]]) -> list[Dependency] | None:
    """The dependencies that lead from one action to another; None where there is no way."""
    came: dict[str, Dependency] = {}
    waiting = [start]
    for action in waiting:
        if action == end:
            break
        for dependency in after.get(action, ()):
            if dependency.after_id not in came and dependency.after_id != start:
                came[dependency.after_id] = dependency
                waiting.append(dependency.after_id)
    else:
        return None
    found: list[Dependency] = []
    place = end
    while place != start:
        found.append(came[place])
        place = came[place].action_id
    return found[::-1]
