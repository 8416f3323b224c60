"""Three real libraries with one engagement: random acts, undo, restarts, copies and merges, until all have met."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from library_samples import rating, replayed, small, tables_of

from models.engagement.edit import Edit
from models.engagement.engagement import Action, Engagement, Note, Record
from models.engagement.registers import RegisterCell, RegisterEntry, cell_id
from models.sharing.side import Side
from models.storage import Library
from models.storage.shared.container import read, written
from models.storage.shared.sharing import Decisions, Sharing
from models.values.sentence import act_called
from models.values.terms import Answer

ONE = small().id


def something(chance: random.Random, e: Engagement, text: str) -> tuple[tuple[Record, ...], tuple[Record, ...]]:
    """What to put and what to remove."""
    current, round_id = e.current, e.current.assessment.id
    held = (*current.notes, *current.actions, *current.entries, *e.stakeholders)
    entry = RegisterEntry(id=f"entry {text}", assessment_id=round_id, register_id="metrics")
    of = chance.choice(current.entries).id if current.entries else entry.id
    cell = RegisterCell(id=cell_id(of, "c"), assessment_id=round_id, entry_id=of, column_id="c", value=text)
    person = replace(e.stakeholders[0], name=text) if e.stakeholders else e.client
    choices: tuple[tuple[tuple[Record, ...], tuple[Record, ...]], ...] = (
        ((Note(id=f"note {text}", assessment_id=round_id, sign_id="gap", text=text),), ()),
        ((rating(round_id, chance.choice("ab"), chance.choice(list(Answer)), reason=text),), ()),
        ((Action(id=f"action {text}", assessment_id=round_id, title=text),), ()),
        ((cell,) if current.entries else (entry, cell), ()),
        ((replace(e.pilot, problem=text), replace(e.client, name=text)), ()),
        ((person,), ()),
        (tuple(replace(note, text=text) for note in current.notes[:1]), ()),
        (tuple(replace(action, title=text) for action in current.actions[-1:]), ()),
        ((), (chance.choice(held),) if held else ()),
    )
    return chance.choice(choices)


class World:
    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.folder, self.chance = folder, chance
        self.libraries = [self.opened(name) for name in ("Ann", "Ben", "Eve")]
        self.libraries[0].add(small(), act_called("Add"))
        self.texts: set[str] = set()
        for other in self.libraries[1:]:
            self.merge(self.libraries[0], other)

    def opened(self, name: str) -> Library:
        return Library.open(self.folder / name / "library.clearway", who=name, device=name)

    def merge(self, giver: Library, taker: Library) -> None:
        package = read(written(Sharing(giver).package([ONE])), "file")
        decisions = {}
        for incoming in Sharing(taker).look(package):
            choices = {c.key: self.chance.choice(list(Side)) for c in incoming.joining.conflicts}
            out = {p.act.gid for p in incoming.joining.parts if not incoming.is_new and self.chance.random() < 0.1}
            decisions[ONE] = Decisions(choices, out)
        Sharing(taker).take(package, decisions)

    def play(self, step: int) -> None:
        place = self.chance.randrange(3)
        library, what = self.libraries[place], self.chance.random()
        if what < 0.6:
            put, remove = something(self.chance, library.engagement(ONE), f"text {step}")
            typing = self.chance.choice(("", "", "t"))
            library.save(Edit(act_called(f"Act {step}"), ONE, put=put, remove=remove, typing=typing))
        elif what < 0.75:
            before = library.recent_steps(ONE)
            assert library.steps(ONE).undo == (before.undo[-1].label if before.undo else None)
            library.undo(ONE)
        elif what < 0.8:
            library.redo(ONE)
        elif what < 0.85:
            library.close()
            self.libraries[place] = self.opened(library.path.parent.name)
        elif what < 0.9:
            self.put_back_or_keep(place)
        else:
            self.merge(library, self.libraries[self.chance.randrange(3)])

    def put_back_or_keep(self, place: int) -> None:
        """An older copy of the file is put back by hand, in the same place and under the same name."""
        library = self.libraries[place]
        copy = library.path.with_suffix(".copy")
        if not copy.exists():
            library.backup(copy)
            return
        self.merge(library, self.libraries[(place + 1) % 3])
        library.close()
        copy.replace(library.path)
        self.libraries[place] = self.opened(library.path.parent.name)

    def settle(self) -> None:
        for _ in range(2):
            for giver in self.libraries:
                for taker in self.libraries:
                    Sharing(taker).take(Sharing(giver).package([ONE]), {})
        first, *others = (library.engagement(ONE) for library in self.libraries)
        assert all(other == first for other in others)
        for library in self.libraries:
            assert library.check() == []
            library.recent_steps(ONE)
            library.close()
            assert replayed(library.path) == tables_of(library.path)


@pytest.mark.parametrize("seed", range(12))
def test_three_libraries_end_as_one(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    world = World(tmp_path, chance)
    for step in range(60):
        world.play(step)
    world.settle()
