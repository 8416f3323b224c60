"""Random acts, typing, undo, redo and opening, over a library that is slow, full for a while, or refuses for good.

After each run three things are one: what the screen shows, what the reopened file holds, and what undo would take back.
A planted fault of each kind that made them differ once is found.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.library_thread import LibraryThread
from desktop.view_models import ledger as ledger_module
from desktop.view_models.ledger import Ledger, OnScreen
from desktop.view_models.saving import Saving
from desktop.view_models.session import EngagementSession
from desktop.words import spoken
from models.engagement.beginning import new_engagement
from models.engagement.changes import Changed, OutOfPlaceError
from models.engagement.edit import Edit
from models.engagement.engagement import Engagement, Note, Rating, rating_id
from models.engagement.workshop import Ballot, Vote, ballot_id, vote_id
from models.method.method import Method
from models.storage import Library, LibraryFullError
from models.values.sentence import act_called
from models.values.terms import Answer, Confidence, VoteWay

NOW = datetime(2026, 11, 12, 9, 0, tzinfo=UTC)

STEPS = 160
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
        acts += [self.undo, self.undo, self.redo, self.burst, self.other, self.wait, self.weather]
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

    def runs(self, slow: float = 0) -> None:
        """Anything, then the end."""
        self.disk.slow = slow
        for _ in range(STEPS):
            self.step()
        self.ends()

    def ends(self) -> None:
        """The disk is there again: all that was typed is on it, and nothing else."""
        self.disk.full, self.disk.slow = False, 0
        until(lambda: not self.ledger.unsaved)
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


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    made = Disk()
    monkeypatch.setattr(ledger_module, "RETRY_AFTER", 3)
    for name in ("save", "undo", "redo"):
        at_once = getattr(Library, name)

        def slowly(library: Library, what: object, act: Callable[..., object] = at_once) -> object:
            made.take(library)
            return act(library, what)

        monkeypatch.setattr(Library, name, slowly)
    return made


@pytest.fixture
def machine(
    dressed_app: QApplication, qtbot: QtBot, tmp_path: Path, method: Method, disk: Disk
) -> Iterator[Callable[[int], Machine]]:
    made: list[Machine] = []

    def begin(seed: int) -> Machine:
        made.append(Machine(tmp_path / f"{seed}.clearway", method, random.Random(seed), disk))
        return made[-1]

    yield begin
    for one in made:
        one.thread.stop()


@pytest.mark.parametrize("seed", range(8))
def test_screen_file_and_history_are_one_after_anything(machine: Callable[[int], Machine], seed: int) -> None:
    at = machine(seed)
    at.runs()
    assert at.rescued == []


@pytest.mark.expects_log
@pytest.mark.parametrize("seed", range(20, 24))
def test_what_can_never_be_written_is_kept_and_stands_in_nobodys_way(
    machine: Callable[[int], Machine], seed: int
) -> None:
    at = machine(seed)
    for number in range(STEPS // 2):
        if number % 20 == 10:
            at.disk.refuses = 1
        at.step()
    at.disk.full, at.disk.refuses = False, 1
    until(lambda: not at.ledger.unsaved)
    at.disk.refuses = 1
    at.note()
    at.rate()
    at.ends()
    assert at.rescued


def found_by(machine: Callable[[int], Machine], seeds: range) -> bool:
    """Whether one of the runs sees a planted fault."""
    for seed in seeds:
        try:
            machine(seed).runs(slow=0.01)
        except (AssertionError, OutOfPlaceError):
            return True
    return False


@pytest.mark.expects_log
def test_an_overtaking_read_would_be_found(machine: Callable[[int], Machine], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Ledger, "brought_up_to_date", lambda self, e, acts, written: OnScreen(e, acts))
    assert found_by(machine, range(100, 108))


@pytest.mark.expects_log
def test_an_undo_that_waits_for_the_disk_would_be_found(
    machine: Callable[[int], Machine], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it once was: undo was asked of the disk and the answer laid over what had been done meanwhile."""

    def waits(session: EngagementSession) -> None:
        scope = session.engagement.id

        def shown(engagement: Engagement) -> None:
            session.engagement = engagement

        def undo(library: Library) -> Engagement:
            library.undo(scope)
            return library.engagement(scope)

        session._ledger.act(undo, shown, lambda _: None)

    monkeypatch.setattr(EngagementSession, "undo", waits)
    assert found_by(machine, range(200, 208))


def test_an_act_says_cells_and_not_records(machine: Callable[[int], Machine]) -> None:
    at = machine(1)
    at.rate()
    until(lambda: not at.ledger.unsaved)
    at.disk.full = True
    at.trust()
    (entry,) = at.ledger._waiting
    assert entry.edit is not None
    assert [c.field for c in entry.edit.changes if isinstance(c, Changed)] == ["confidence"]


@pytest.mark.parametrize("full", [False, True], ids=["written", "refused"])
def test_a_burst_with_something_between_is_two_acts_everywhere(machine: Callable[[int], Machine], full: bool) -> None:
    """Else undo takes back both there, and the next one what the screen still has."""
    at = machine(1)
    at.note()
    (note,) = at.at.current.notes
    at.at.edit(act_called("Type"), replace(note, text="a"), typing="burst")
    until(lambda: not at.ledger.unsaved)
    at.disk.full = full
    at.rate()
    if full:
        until(lambda: at.ledger.saving is Saving.REFUSED)
        at.at.undo()
    at.ledger.act(lambda library: None, lambda _: None, lambda _: None)
    at.disk.full = False
    until(lambda: not at.ledger.unsaved)
    at.at.edit(act_called("Type"), replace(note, text="b"), typing="burst")
    at.ledger.act(lambda library: None, lambda _: None, lambda _: None)
    at.at.edit(act_called("Type"), replace(note, text="bc"), typing="burst")
    at.at.undo()
    assert at.at.current.notes[0].text == "b"
    at.ends()


def test_a_fault_in_whoever_hears_an_answer_stands_in_nobodys_way(
    machine: Callable[[int], Machine], qtbot: QtBot
) -> None:
    at = machine(1)

    def fails(answer: object) -> None:
        raise KeyError(answer)

    with qtbot.capture_exceptions() as faults:
        at.ledger.ask(lambda library: 1, fails, raised)
        at.note()
        until(lambda: not at.ledger.unsaved)
    assert [kind for kind, _, _ in faults] == [KeyError]
    at.ends()
