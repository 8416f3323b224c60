"""The heads of a register's columns: what an item asks stands over the columns that answer it."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.view_models.playbook.sheet import Place
from models.frozen import frozen
from models.method.method import PlaybookItem, Register
from models.playbook.phases import item_columns


@frozen
class Head:
    """Neighbouring columns, from `first` to `last`, both counted from 0, and what is asked of them."""

    first: int
    last: int
    item_id: str
    asked: str
    """Empty for columns that no item asks for, as the one that tells the rows by."""

    @property
    def alone(self) -> bool:
        """Whether what is asked says enough of its one column, and stands in the place of the title."""
        return bool(self.asked) and self.first == self.last


def heads_of(register: Register, items: Sequence[PlaybookItem], places: Sequence[Place]) -> tuple[Head, ...]:
    """In their order. An item whose columns do not stand together asks over the first of them."""
    asking = {column: item for item in reversed(items) for column in item_columns(item, register)}
    found: list[Head] = []
    met: set[str] = set()
    for number, place in enumerate(places):
        item = asking.get(place.id)
        key = item.id if item else ""
        if found and key and found[-1].item_id == key and found[-1].last == number - 1:
            before = found.pop()
            found.append(Head(before.first, number, key, before.asked))
            continue
        found.append(Head(number, number, key, item.prompt if item and key not in met else ""))
        met.add(key)
    return tuple(found)
