"""People with a library each, who meet a hub: the parts that the product uses, without a window around them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desktop.own_hub import library_side, ways
from models.engagement.edit import Edit
from models.engagement.engagement import Note, Record
from models.hub.address import read_address
from models.hub.hub import Hub
from models.hub.memory import Memory
from models.hub.steps import all_at_once
from models.hub.syncing import Report, sync
from models.storage import Library
from models.values.sentence import act_called
from tests.storage.library_samples import small

ONE = small().id
ROUND = small().current.assessment.id


def newest_stands(package: Any) -> Any:
    """Takes everything as it stands by itself."""
    return {}


def leave(package: Any) -> Any:
    """Leaves what needs choosing."""


class Client:
    """One person: a library, what it remembers, and a hub."""

    def __init__(self, library: Library, enter: Callable[[], Hub]) -> None:
        self.library, self._enter = library, enter
        self.side, self.memory = library_side(library), Memory()

    def sync(self, decide: Callable[[Any], Any] = newest_stands, bring: frozenset[str] = frozenset()) -> Report:
        """Meets the hub."""
        report = Report(self.memory)
        with self._enter() as hub:
            given = ways(hub.address, decide, bring)
            all_at_once(sync(report, given), hub, self.side)
        return report

    def do(self, label: str, *put: Record, remove: tuple[Record, ...] = (), engagement: str = ONE) -> None:
        """One act."""
        self.library.save(Edit(act_called(label), engagement, put=put, remove=remove))

    def note(self, text: str) -> None:
        """Adds one."""
        self.do(f"Note {text}", Note(id=f"note {text}", assessment_id=ROUND, sign_id="gap", text=text))

    def texts(self) -> set[str]:
        """Of all notes."""
        return {note.text for note in self.library.engagement(ONE).current.notes}


def entering(address: str) -> Callable[[], Hub]:
    """As that person."""
    return lambda: Hub(read_address(address)[0], None)
