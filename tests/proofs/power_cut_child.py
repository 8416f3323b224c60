"""Works in a library while the recorder listens: `power_cut_child LIBRARY SEED ACTS ENDING LIE`.

Before each act it says which state of the library the act leads to, and after it that this state is now saved: the
acknowledgement, which is what a screen would show. It says so by writing into a file beside the library, and thereby
into the recording. ENDING is `close`, or `crash` to leave the library as a killed process would. LIE is `none`, or what
has to make the proof fail: `early` acknowledges before the act, `normal` and `off` weaken SQLite's syncs.
"""

from __future__ import annotations

import hashlib
import os
import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from kill_child import ONE, digest, random_edit
from library_samples import small

from models.engagement.edit import Edit, apply_edit
from models.engagement.engagement import Engagement, Pilot
from models.storage import Library, connection, opening
from models.storage.database import Database
from models.storage.lock.key import Key
from models.values.sentence import act_called

ACKNOWLEDGEMENTS = "acknowledgements"
"""The file beside the library that is written into; no part of the disk that is rebuilt."""

Engagements = dict[str, Engagement]


def state_of(engagements: Engagements) -> str:
    """A short text that differs between any two states of a library that a person could tell apart."""
    digests = [f"{key} {digest(engagement)}" for key, engagement in sorted(engagements.items())]
    return hashlib.sha256("\n".join(digests).encode()).hexdigest()


def all_in(library: Library) -> Engagements:
    return {key: library.engagement(key) for key in library.ids_beginning("")}


@dataclass
class Facilitator:
    """One person at work in one session. `now` is what the library must hold."""

    library: Library
    acknowledgements: int
    early: bool
    chance: random.Random
    now: Engagements = field(default_factory=dict)

    def work(self, acts: int) -> None:
        self.now = all_in(self.library)
        self._say("done", self.now)
        if ONE not in self.now:
            self._do(partial(self.library.add, small(), act_called("Add")), self.now | {ONE: small()})
        for _ in range(acts):
            number = self.chance.randrange(1 << 40)
            match self.chance.randrange(10):
                case 0:
                    self._add(f"engagement {number}")
                case 1 | 2:
                    self._type(number)
                case _:
                    self._edit(random_edit(self.chance, number, self.now[ONE]))

    def _add(self, name: str) -> None:
        added = small(name)
        before, after = self.now, self.now | {added.id: added}
        self._do(partial(self.library.add, added, act_called("Add")), after)
        self._perhaps_undo("", before, after)

    def _type(self, number: int) -> None:
        """A burst of typing in one field: many commits, each acknowledged, and one step of undo."""
        before = self.now
        for pilot in self._typed(number):
            edit = Edit(act_called("Type the purpose"), ONE, put=(pilot,), typing=f"purpose {number}")
            self._do(partial(self.library.save, edit), self._after(edit))
        self._perhaps_undo(ONE, before, self.now)

    def _typed(self, number: int) -> Iterator[Pilot]:
        text = f"Sorts letters {number} – 信件 "
        return (replace(self.now[ONE].pilot, purpose=text[:end]) for end in range(3, len(text), 3))

    def _edit(self, edit: Edit) -> None:
        before, after = self.now, self._after(edit)
        self._do(partial(self.library.save, edit), after)
        if not edit.typing:
            self._perhaps_undo(ONE, before, after)

    def _after(self, edit: Edit) -> Engagements:
        return self.now | {ONE: apply_edit(self.now[ONE], edit)}

    def _perhaps_undo(self, scope: str, before: Engagements, after: Engagements) -> None:
        # An act that changed nothing left no step, and undo would take back the one before it.
        if self.chance.random() < 0.3 and state_of(before) != state_of(after):
            self._do(partial(self.library.undo, scope), before)
            if self.chance.random() < 0.5:
                self._do(partial(self.library.redo, scope), after)

    def _do(self, act: Callable[[], object], after: Engagements) -> None:
        self._say("next", after)
        if self.early:
            self._say("done", after)
        act()
        self.now = after
        if not self.early:
            self._say("done", after)

    def _say(self, word: str, state: Engagements) -> None:
        os.write(self.acknowledgements, f"{word} {state_of(state)}\n".encode())


def weaken_syncs(setting: str) -> None:
    """Plants a fault: libraries opened from now on sync less than the product asks SQLite to."""
    honest = connection.connect_for_writing

    def weakened(path: Path, key: Key | None = None) -> Database:
        database = honest(path, key)
        database.execute(f"PRAGMA synchronous={setting}")
        return database

    # The name under which `opening` has imported it.
    opening.connect_for_writing = weakened  # type: ignore[attr-defined]


def main() -> None:
    path, seed, acts, ending, lie = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4], sys.argv[5]
    if lie in ("normal", "off"):
        weaken_syncs(lie)
    acknowledgements = os.open(path.with_name(ACKNOWLEDGEMENTS), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    library = Library.open(path, who="Ann")
    Facilitator(library, acknowledgements, lie == "early", random.Random(seed)).work(acts)
    if ending == "close":
        library.close()
    # Past Python's own tidying up, which would close the library after all.
    os._exit(0)


if __name__ == "__main__":
    main()
