"""Edits a library until it is killed: `kill_child.py LIBRARY SEED [early] [locked]`.

Before each act it prints `next DIGEST`, the state that the act leads to, and after it `done DIGEST`, the
acknowledgement. With `early` it acknowledges before the act, which a kill must show to be a lie. `locked` says that the
library has the passphrase of these proofs.
"""

from __future__ import annotations

import hashlib
import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from library_samples import rating, small

from models.engagement.edit import Edit, apply_edit
from models.engagement.engagement import Engagement, Note
from models.storage import Library
from models.values.sentence import act_called
from models.values.terms import Answer

ONE = small().id
PASSPHRASE = "kiln ferry harbour salt"


def digest(engagement: Engagement) -> str:
    rounds = [(r.assessment, sorted(r.ratings.items()), r.notes, r.actions) for r in engagement.rounds]
    everything = (engagement.client, engagement.pilot, engagement.stakeholders, rounds)
    return hashlib.sha256(repr(everything).encode()).hexdigest()


def random_edit(chance: random.Random, number: int, now: Engagement) -> Edit:
    round_id = now.current.assessment.id
    note = Note(id=f"note {chance.randrange(12)}", assessment_id=round_id, text="word " * chance.randrange(900))
    match chance.randrange(4):
        case 0:
            record = rating(round_id, f"sign{chance.randrange(24)}", chance.choice(list(Answer)), reason=str(number))
            return Edit(act_called(f"Rate {number}"), ONE, put=(record,))
        case 1:
            return Edit(act_called(f"Rename {number}"), ONE, put=(replace(now.pilot, name=f"Pilot {number}"),))
        case 2 if now.current.notes:
            return Edit(act_called(f"Remove {number}"), ONE, remove=now.current.notes[-1:])
        case _:
            return Edit(
                act_called("Type"), ONE, put=(replace(note, position=number),), typing=note.id if number % 2 else ""
            )


def say(word: str, state: str) -> None:
    print(word, state, flush=True)


def run(path: Path, seed: int, early: bool, locked: bool) -> None:
    chance = random.Random(seed)
    library = Library.open(path, who="Ann", passphrase=PASSPHRASE if locked else None)
    now = library.engagement(ONE)
    say("done", digest(now))
    for number in range(100_000):
        edit = random_edit(chance, number, now)
        after = apply_edit(now, edit)
        steps: list[tuple[Callable[[], object], Engagement]] = [(partial(library.save, edit), after)]
        if chance.random() < 0.2 and after != now and not edit.typing:
            steps += [(partial(library.undo, ONE), now), (partial(library.redo, ONE), after)]
        for act, state in steps:
            say("next", digest(state))
            if early:
                say("done", digest(state))
                time.sleep(0.02)
            act()
            say("done", digest(state))
        now = after


if __name__ == "__main__":
    run(Path(sys.argv[1]), int(sys.argv[2]), "early" in sys.argv, "locked" in sys.argv)
