"""What people are called where they are named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from models.engagement.engagement import Stakeholder


def name_of(person: Stakeholder) -> str:
    """The name, or the role where there is none; empty where there is neither."""
    return person.name.strip() or person.role.strip()


def takes_part(person: Stakeholder) -> bool:
    """Whether somebody is reckoned with: not away, and more than a line that was begun and says nothing yet."""
    return bool(name_of(person)) if person.present is None else person.present


def says_nothing(person: Stakeholder) -> bool:
    """Whether the line of a person was begun and left empty."""
    said = (person.name, person.role, person.email, person.decides)
    return not any(text.strip() for text in said) and not person.sponsor


def is_role(name: str) -> bool:
    """Whether several words are what somebody does rather than a name ("Lead ophthalmologist"): the last is written
    small. Such a name is shortened to no first word.
    """
    _, *rest = name.split() or [""]
    return bool(rest) and rest[-1][:1].islower()


def called(people: Iterable[Stakeholder]) -> dict[str, str]:
    """Names by id: a role where there is no name, and beside it where two have the same name; then a number as well."""
    people = tuple(people)
    names = {p.id: name_of(p) for p in people}
    doubled = _doubled(names.values())
    for person in people:
        if names[person.id] in doubled and person.name.strip() and person.role.strip():
            names[person.id] = f"{names[person.id]}, {person.role.strip()}"
    doubled, met = _doubled(names.values()), Counter[str]()
    for key, name in names.items():
        if name in doubled:
            met[name] += 1
            names[key] = f"{name} ({met[name]})"
    return names


def _doubled(names: Iterable[str]) -> set[str]:
    return {name for name, count in Counter(names).items() if name and count > 1}
