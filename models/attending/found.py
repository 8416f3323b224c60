"""People as they were found outside, gathered one by one with what was not understood."""

from __future__ import annotations

import re
import unicodedata

from models.attending.groups import group_meant
from models.frozen import frozen
from models.values.lengths import LONGEST_NAME, LONGEST_TEXT
from models.values.terms import Group
from models.values.typed.addresses import NamedAddress, read_address, read_name

MOST_AT_ONCE = 100
"""People that one act takes in: more than any room holds, few enough to be shown at once."""
_LONGEST = 1_000
"""Letters of anything that can be a part of a person, or be told as an example of what is none."""
_NO_LETTERS = frozenset({"Cc", "Cs", "Zl", "Zp"})
_UNSEEN = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"), "")
"""What turns the order of signs round, in the middle of another text."""
_NAME_IN_ADDRESS = re.compile(r"[^\W\d_]{2,}(?:[._][^\W\d_]{2,}){1,2}")


@frozen(kw_only=True)
class FoundPerson:
    """What is known of somebody; empty where it is not."""

    name: str = ""
    email: str = ""
    role: str = ""
    group: Group | None = None
    decides: str = ""
    guessed: bool = False
    """Whether the name is taken from the address, for want of another."""


@frozen
class FoundPeople:
    """What a text or a file holds."""

    people: tuple[FoundPerson, ...]
    unclear: tuple[str, ...] = ()
    """What was not understood, as it stood."""
    others: tuple[str, ...] = ()
    """Names of what was invited and does not attend: rooms, lists, those who are only informed."""
    beyond: int = 0
    """How many more there were than are taken at once."""
    columns: int = 0
    """How many columns of a table there is no place for."""

    def and_also(self, more: FoundPeople) -> FoundPeople:
        """With what was found elsewhere."""
        people = (*self.people, *more.people)
        beyond = self.beyond + more.beyond + max(len(people) - MOST_AT_ONCE, 0)
        unclear, others = (*self.unclear, *more.unclear), (*self.others, *more.others)
        return FoundPeople(people[:MOST_AT_ONCE], unclear, others, beyond, self.columns + more.columns)


class Gathering:
    """Takes what is read, cell by cell; says of each whether it makes a person."""

    def __init__(self) -> None:
        self._people: list[FoundPerson] = []
        self._unclear: list[str] = []
        self._others: list[str] = []
        self._beyond = self._columns = 0

    def found(self) -> FoundPeople:
        """All of it."""
        return FoundPeople(tuple(self._people), tuple(self._unclear), tuple(self._others), self._beyond, self._columns)

    def not_understood(self, stood: str) -> None:
        """Something that says nothing about anybody."""
        if text := one_line(stood[:_LONGEST]):
            self._unclear.append(text)

    def does_not_attend(self, name: str) -> None:
        """A room, a list of addresses, or somebody who is only informed."""
        self._others.append(one_line(name[:_LONGEST]))

    def left_out(self, columns: int) -> None:
        """Columns that say nothing we ask of a person."""
        self._columns += columns

    def take(
        self, *, name: str = "", address: str = "", role: str = "", group: str = "", decides: str = "", stood: str = ""
    ) -> None:
        """Somebody, as the parts stand there; `stood` is all of it. Two addresses of one person: the first counts."""
        if max(map(len, (name, address, role, group))) > _LONGEST:
            self.not_understood(stood or name)
            return
        name, address, role, decides = map(one_line, (name, address, role, decides[:LONGEST_TEXT]))
        if "@" in name and not address:
            name, address = "", name
        read = self._address(address)
        name = read_name(name) or (read.name if read else "")
        email = read.address if read else ""
        guessed = not name and bool(email)
        if guessed:
            name = _name_from(email)
        if not (name or email) or max(map(len, (name, role))) > LONGEST_NAME:
            self.not_understood(stood or address)
        elif len(self._people) >= MOST_AT_ONCE:
            self._beyond += 1
        else:
            known = group_meant(group)
            self._people.append(
                FoundPerson(
                    name=name, email=email, role=role, group=known, decides=decides, guessed=guessed and bool(name)
                )
            )
            if read is None and address and name:
                self.not_understood(address)
            if known is None and group.strip():
                self.not_understood(group)

    def _address(self, address: str) -> NamedAddress | None:
        first = next((part for part in address.split() if "@" in part), address) if address.count("@") > 1 else address
        read = read_address(first) if first else None
        return read if isinstance(read, NamedAddress) else None


def one_line(text: str) -> str:
    """The text without line ends, tabs and signs nobody sees, its spaces single."""
    text = text.translate(_UNSEEN)
    return " ".join("".join(" " if unicodedata.category(c) in _NO_LETTERS else c for c in text).split())


def _name_from(address: str) -> str:
    """As in "ana.ruiz@harbour.example"; empty where the address tells no name."""
    local = address.partition("@")[0]
    return local.replace("_", ".").replace(".", " ").title() if _NAME_IN_ADDRESS.fullmatch(local) else ""
