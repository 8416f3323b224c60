"""People who were found joined with those who stand there: nobody twice, nothing written over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.attending.found import FoundPerson
from models.engagement.engagement import Stakeholder
from models.engagement.people import says_nothing
from models.frozen import frozen
from models.values.folding import folded

MOST_STAKEHOLDERS = 500
"""As many as an engagement's JSON may hold."""


@frozen
class Joined:
    """What taking people in would change."""

    added: tuple[Stakeholder, ...]
    filled: tuple[Stakeholder, ...]
    """Those who stood there, with what was empty filled in."""
    known: int = 0
    """Of those found, who stood there with all of it."""
    guessed: int = 0
    """Of those added, whose name is taken from their address."""
    facilitator: bool = False
    """Whether the facilitator was among them, who is none of the stakeholders."""
    beyond: int = 0
    """How many found no place."""


def join(
    found: Sequence[FoundPerson], people: Sequence[Stakeholder], engagement_id: str, facilitator: str = ""
) -> Joined:
    """The same person has the same address, or the same name. Lines that say nothing are used first."""
    own = folded(facilitator)
    others = [person for person in found if not (own and folded(person.name) == own)]
    joining = _Joining(people, engagement_id)
    for person in others:
        joining.take(person)
    return joining.joined(facilitator=len(others) < len(found))


class _Joining:
    """The list as it grows."""

    def __init__(self, people: Sequence[Stakeholder], engagement_id: str) -> None:
        self._before = {person.id: person for person in people}
        self._blank = [person for person in people if says_nothing(person)]
        blank = {person.id for person in self._blank}
        self._now = {key: person for key, person in self._before.items() if key not in blank}
        self._ids: dict[str, str] = {}
        for person in self._now.values():
            self._know(person)
        self._engagement_id, self._beyond = engagement_id, 0
        self._position = max((person.position for person in people), default=-1)
        self._added, self._met, self._guessed = set[str](), set[str](), set[str]()

    def take(self, person: FoundPerson) -> None:
        """One who was found."""
        key = self._ids.get(person.email.lower()) or self._ids.get(folded(person.name))
        if key is not None:
            self._met.add(key)
            self._put(_filled(self._now[key], person, new=key in self._added))
        elif self._blank:
            self._add(self._blank.pop(0), person)
        elif len(self._now) < MOST_STAKEHOLDERS:
            self._position += 1
            self._add(Stakeholder(engagement_id=self._engagement_id, position=self._position), person)
        else:
            self._beyond += 1

    def joined(self, *, facilitator: bool) -> Joined:
        """What came of it."""
        added = tuple(self._now[key] for key in self._now if key in self._added)
        met = self._met - self._added
        filled = tuple(self._now[key] for key in self._now if key in met and self._now[key] != self._before[key])
        return Joined(added, filled, len(met) - len(filled), len(self._guessed), facilitator, self._beyond)

    def _add(self, line: Stakeholder, person: FoundPerson) -> None:
        self._added.add(line.id)
        if person.guessed:
            self._guessed.add(line.id)
        self._put(_filled(line, person, new=True))

    def _put(self, person: Stakeholder) -> None:
        self._now[person.id] = person
        self._know(person)

    def _know(self, person: Stakeholder) -> None:
        for said in (person.email.strip().lower(), folded(person.name)):
            if said:
                self._ids.setdefault(said, person.id)


def _filled(person: Stakeholder, found: FoundPerson, *, new: bool) -> Stakeholder:
    """Only what is empty; the group has no empty state, so it is taken for those who are new."""
    return replace(
        person,
        name=person.name if person.name.strip() else found.name,
        role=person.role if person.role.strip() else found.role,
        email=person.email if person.email.strip() else found.email,
        decides=person.decides if person.decides.strip() else found.decides,
        group=found.group if new and found.group is not None else person.group,
    )
