"""Somebody who does anything at any time, over a library that is slow, full for a while, or refuses for good.

After each run three things are one: what the screen shows, what the reopened file holds, and what undo would take back.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.library_thread import LibraryThread
from desktop.view_models.ledger import Ledger, OnScreen
from desktop.view_models.playbook.filling import FilledRow, Filling
from desktop.view_models.session import EngagementSession
from desktop.words import spoken
from models.engagement.beginning import new_engagement
from models.engagement.edit import Edit
from models.engagement.engagement import Note, Rating, rating_id
from models.engagement.workshop import Ballot, Vote, ballot_id, vote_id
from models.method.method import Method
from models.storage import Library, LibraryFullError
from models.values.sentence import act_called
from models.values.terms import Answer, Confidence, VoteWay

NOW = datetime(2026, 11, 12, 9, 0, tzinfo=UTC)

STEPS = 160
REGISTER = "metrics"
SIGNS = ("accuracy-not-value", "ownership-gap", "resistance")


class Disk:
    """What the library's file does just now."""

    def __init__(self) -> None:
        self.full, self.slow, self.refuses = False, 0.0, 0

    def take(self, library: Library) -> None:
        time.sleep(self.slow)
        if self.full:
            raise LibraryFullError(path=library.path)
        if self.refuses:
            self.refuses -= 1
            raise RuntimeError("a fault of ours")


class Machine:
    """Two engagements, one of them on the screen, and somebody who does anything at any time."""

    def __init__(self, path: Path, method: Method, chance: random.Random, disk: Disk) -> None:
        self.path, self.method, self.chance, self.disk = path, method, chance, disk
        self.rescued: list[Edit] = []
        with Library.open(path, who="Ann") as library:
            made = [new_engagement("Client", name, method.key, NOW) for name in ("One", "Two")]
            for engagement in made:
                library.add(engagement, act_called("Add"))
        self.ids = [engagement.id for engagement in made]
        self.thread = LibraryThread(lambda: Library.open(path, who="Ann"))
        self.ledger = Ledger(self.thread, self.rescue)
        self.ledger.late.connect(lambda: self.at.reload())
        self.session: EngagementSession | None = None
        self.token = 0
        self.open(self.ids[0])

    def rescue(self, edit: Edit) -> str:
        self.rescued.append(edit)
        return "kept"

    @property
    def at(self) -> EngagementSession:
        assert self.session is not None
        return self.session

    def open(self, engagement_id: str) -> None:
        found: list[OnScreen | None] = []
        self.ledger.read(engagement_id, found.append, raised)
        until(lambda: bool(found))
        assert found[0] is not None
        if self.session is not None:
            self.session.leave()
        self.session = EngagementSession(found[0], self.method, self.ledger, spoken())

    def step(self) -> None:
        acts = [self.rate, self.rate, self.trust, self.note, self.type, self.type, self.drop, self.vote, self.unvote]
        acts += [self.undo, self.undo, self.redo, self.burst, self.other, self.reload, self.wait, self.weather]
        acts += [self.fill, self.write, self.write, self.clear]
        self.chance.choice(acts)()

    def rate(self) -> None:
        sign, answer = self.chance.choice(SIGNS), self.chance.choice(list(Answer)[:4])
        known = self.at.current.ratings.get(sign)
        round_id = self.at.current.assessment.id
        base = known or Rating(id=rating_id(round_id, sign), assessment_id=round_id, sign_id=sign, answer=answer)
        self.at.edit(act_called("Rate {n}", n=answer.value), replace(base, answer=answer))

    def trust(self) -> None:
        for known in list(self.at.current.ratings.values())[:1]:
            chosen = self.chance.choice(list(Confidence))
            self.at.edit(act_called("Confidence"), replace(known, confidence=chosen))

    def note(self) -> None:
        self.token += 1
        self.at.edit(act_called("Note"), Note(assessment_id=self.at.current.assessment.id, position=self.token))

    def type(self) -> None:
        for note in self.chance.sample(self.at.current.notes, min(1, len(self.at.current.notes))):
            text = note.text[:-1] if note.text and self.chance.random() < 0.3 else note.text + self.chance.choice("abc")
            self.at.edit(act_called("Type"), replace(note, text=text), typing=f"{note.id} {self.token}")

    def burst(self) -> None:
        for _ in range(5):
            self.type()

    def fill(self) -> None:
        """A block into rows that are there and others: of five rows two are shown at once, the rest a row at a time."""
        self.token += 1
        known = [entry.id for entry in self.at.current.entries_of(REGISTER)][-self.chance.randrange(1, 4) :]
        rows = [
            FilledRow(key, {"metric": f"{self.token} {n}", "unit": self.chance.choice(["", "days"])})
            for n, key in enumerate((*known, "", "", "")[:5])
        ]
        Filling(self.at).fill(self.method.register(REGISTER), rows, act_called("Paste {n}", n=self.token))

    def write(self) -> None:
        """In any row: one that is shown, one that is still to be filled, or a new one."""
        rows = [*(entry.id for entry in self.at.current.entries_of(REGISTER)), ""]
        text = self.chance.choice(["", "a", "ab", "b"])
        typing = self.chance.choice(["", f"cell {self.token}"])
        Filling(self.at).write(self.method.register(REGISTER), self.chance.choice(rows[-6:]), "metric", text, typing)

    def clear(self) -> None:
        rows = [entry.id for entry in self.at.current.entries_of(REGISTER)][-2:]
        Filling(self.at).clear(self.method.register(REGISTER), [(row, "metric") for row in rows])

    def drop(self) -> None:
        for note in self.chance.sample(self.at.current.notes, min(1, len(self.at.current.notes))):
            self.at.edit(act_called("Drop"), remove=[note])

    def vote(self) -> None:
        sign, round_id = self.chance.choice(SIGNS), self.at.current.assessment.id
        key = ballot_id(round_id, sign, 1)
        ballot = Ballot(id=key, assessment_id=round_id, sign_id=sign, way=VoteWay.NAMED)
        who = self.chance.choice(["ana", "ben"])
        cast = Vote(
            id=vote_id(key, who), assessment_id=round_id, ballot_id=key, stakeholder_id=who, answer=Answer.EARLY
        )
        self.at.edit(act_called("Vote"), self.at.current.ballots.get(key, ballot), cast)

    def unvote(self) -> None:
        for ballot in list(self.at.current.ballots.values())[:1]:
            self.at.edit(act_called("Close the vote"), remove=[ballot])

    def undo(self) -> None:
        self.at.undo()

    def redo(self) -> None:
        self.at.redo()

    def other(self) -> None:
        self.open(self.chance.choice(self.ids))

    def reload(self) -> None:
        """As after an act on the whole library: what is done until the answer comes is not lost by it."""
        self.at.reload()

    def wait(self) -> None:
        for _ in range(self.chance.randrange(4)):
            QCoreApplication.processEvents()
            time.sleep(0.001)

    def weather(self) -> None:
        self.disk.full = self.chance.random() < 0.3
        self.disk.slow = self.chance.choice([0, 0, 0.002, 0.01])

    def asked(self, question: Callable[[Library], object]) -> object:
        """What the library says."""
        found: list[object] = []
        self.ledger.ask(question, found.append, raised)
        until(lambda: bool(found))
        return found[0]

    def runs(self, slow: float = 0, refusing: bool = False) -> None:
        """Anything, then the end. `refusing`: now and then something can never be written."""
        self.disk.slow = slow
        for number in range(STEPS):
            if refusing and number % 8 == 4:
                self.disk.refuses = 1
            self.step()
        if refusing:  # once at least, however slow all was
            self.disk.full, self.disk.refuses = False, 1
            self.note()
            until(lambda: bool(self.rescued))
        self.ends()
        assert refusing or not self.rescued

    def ends(self) -> None:
        """The disk is there again: all that was typed is on it, and nothing else."""
        self.disk.full, self.disk.slow, self.disk.refuses = False, 0, 0
        until(lambda: not self.ledger.unsaved)
        self.asked(lambda _: None)  # and what the screen reads anew has come
        for engagement_id in self.ids:
            if engagement_id != self.at.engagement.id:
                self.open(engagement_id)
            shown, labels = self.at.engagement, self.at.labels
            assert self.asked(lambda library, key=shown.id: (library.engagement(key), library.steps(key))) == (
                shown,
                labels,
            )
        last = self.at.engagement
        self.thread.stop()
        with Library.open(self.path, who="Ben") as library:
            assert library.engagement(last.id) == last
            assert library.check() == []
            walks_back(library, last.id)


def walks_back(library: Library, engagement_id: str) -> None:
    """Everything can be taken back to the beginning, and made again."""
    end, count = library.engagement(engagement_id), 0
    while library.undo(engagement_id) is not None:
        count += 1
    assert library.engagement(engagement_id).current.notes == ()
    for _ in range(count):
        library.redo(engagement_id)
    assert library.engagement(engagement_id) == end


def raised(error: Exception) -> None:
    raise error


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not condition():
        QCoreApplication.processEvents()
        time.sleep(0.0005)
        assert time.monotonic() < end, "it never came"
