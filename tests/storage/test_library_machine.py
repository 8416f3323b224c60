"""Random edits, undo, redo, typing and restarts, against the same acts on plain engagements in memory."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from library_samples import ballot, cast, dispatch, rating, replayed, small, tables_of

from models.engagement.edit import Edit, apply_edit
from models.engagement.engagement import Action, Assessment, Engagement, Note, Record, Stakeholder
from models.engagement.judgements import Judgement, judgement_id
from models.engagement.library_entry import Steps
from models.engagement.registers import RegisterCell, RegisterEntry, cell_id
from models.engagement.workshop import AgendaBox
from models.storage import Library
from models.values.sentence import Sentence, act_called
from models.values.terms import Answer, Confidence, PointState, VoteWay

names = st.sampled_from(["one", "two"])
texts = st.text(max_size=6) | st.sampled_from(["", "a", "b", "nul\0", "\U0001f4ec"])
numbers = st.integers(0, 2)


@dataclass
class Scope:
    """What can be undone and redone: labels, each with the state to go back to."""

    undo: list[tuple[Sentence, Any]] = field(default_factory=list)
    redo: list[tuple[Sentence, Any]] = field(default_factory=list)

    @property
    def steps(self) -> Steps:
        return Steps(self.undo[-1][0] if self.undo else None, self.redo[-1][0] if self.redo else None)


class LibraryMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="clearway-machine-"))
        self.path = self.folder / "library.clearway"
        self.library = Library.open(self.path, who="Ann")
        self.model: dict[str, Engagement] = {}
        self.scopes = {"": Scope(), "pilot-one": Scope(), "pilot-two": Scope()}
        self.typing: tuple[str, str] | None = None
        self.count = 0

    @initialize()
    def start(self) -> None:
        self.add("one")

    @rule(name=names)
    def add(self, name: str) -> None:
        engagement = small(name)
        # An engagement that was undone lives on in the history, with the steps of its own.
        if engagement.id in self.model or self.scopes[engagement.id].undo or self.scopes[engagement.id].redo:
            return
        self.library.add(engagement, act_called(f"Add {name}"))
        self.scopes[""].undo.append((act_called(f"Add {name}"), dict(self.model)))
        self.scopes[""].redo.clear()
        self.model[engagement.id] = engagement
        self.typing = None

    def save(self, name: str, put: tuple[Record, ...] = (), remove: tuple[Record, ...] = (), typing: str = "") -> None:
        before = self.model.get(f"pilot-{name}")
        if before is None:
            return
        self.count += 1
        edit = Edit(act_called(f"Edit {self.count}"), before.id, put, remove, typing)
        after = apply_edit(before, edit)
        self.library.save(edit)
        token = (before.id, typing) if typing and not remove else None
        if token and self.typing == token:
            self.model[before.id] = after
        elif after != before or apply_edit(before, replace(edit, put=())) != before:
            # A record that goes and comes back in one edit has left its traces, even where it came back the same.
            self.scopes[before.id].undo.append((edit.label, before))
            self.scopes[before.id].redo.clear()
            self.model[before.id] = after
            self.typing = token
        else:
            self.typing = None

    def round_id(self, name: str, number: int) -> str:
        """The id of a round that there is."""
        rounds = self.model[f"pilot-{name}"].rounds if f"pilot-{name}" in self.model else ()
        return rounds[number % len(rounds)].assessment.id if rounds else ""

    @rule(
        name=names,
        number=numbers,
        sign=numbers,
        answer=st.sampled_from(Answer),
        confidence=st.none() | st.sampled_from(Confidence),
    )
    def rate(self, name: str, number: int, sign: int, answer: Answer, confidence: Confidence | None) -> None:
        if round_id := self.round_id(name, number):
            self.save(name, put=(rating(round_id, f"sign{sign}", answer, confidence=confidence),))

    @rule(name=names, number=numbers, sign=numbers)
    def unrate(self, name: str, number: int, sign: int) -> None:
        if round_id := self.round_id(name, number):
            self.save(name, remove=(rating(round_id, f"sign{sign}"),))

    @rule(name=names, number=numbers, key=numbers, text=texts, typing=st.sampled_from(["", "t", "u"]))
    def note(self, name: str, number: int, key: int, text: str, typing: str) -> None:
        if round_id := self.round_id(name, number):
            note = Note(id=f"note {round_id} {key}", assessment_id=round_id, position=len(text), text=text)
            self.save(name, put=(note,), typing=typing)

    @rule(name=names, number=numbers, key=numbers, text=texts)
    def replace_notes(self, name: str, number: int, key: int, text: str) -> None:
        if round_id := self.round_id(name, number):
            gone = next(r for r in self.model[f"pilot-{name}"].rounds if r.assessment.id == round_id).notes
            note = Note(id=f"note {round_id} {key}", assessment_id=round_id, text=text)
            self.save(name, put=(note,), remove=gone, typing="t")

    @rule(name=names, number=numbers, key=numbers, title=texts, effort=numbers)
    def action(self, name: str, number: int, key: int, title: str, effort: int) -> None:
        if round_id := self.round_id(name, number):
            action = Action(id=f"a {round_id} {key}", assessment_id=round_id, title=title, effort_low=Decimal(effort))
            self.save(name, put=(action,))

    @rule(name=names, number=numbers, sign=numbers, revealed=st.booleans(), count=numbers)
    def open_ballot(self, name: str, number: int, sign: int, revealed: bool, count: int) -> None:
        if round_id := self.round_id(name, number):
            self.save(name, put=(ballot(round_id, 1, f"sign{sign}", revealed=revealed, count_2=count),))

    @rule(name=names, number=numbers, sign=numbers, person=numbers, answer=st.sampled_from(Answer))
    def vote(self, name: str, number: int, sign: int, person: int, answer: Answer) -> None:
        if round_id := self.round_id(name, number):
            on = ballot(round_id, 1, f"sign{sign}")
            rounds = self.model[f"pilot-{name}"].rounds
            if any(on.id in r.ballots for r in rounds):
                self.save(name, put=(cast(on, f"person {name} {person}", answer),))

    @rule(name=names, number=numbers, sign=numbers, person=numbers)
    def vote_goes(self, name: str, number: int, sign: int, person: int) -> None:
        if round_id := self.round_id(name, number):
            on = ballot(round_id, 1, f"sign{sign}")
            self.save(name, remove=(cast(on, f"person {name} {person}", Answer.EARLY),))

    @rule(name=names, number=numbers, sign=numbers, people=st.sets(numbers))
    def vote_anew(self, name: str, number: int, sign: int, people: set[int]) -> None:
        if round_id := self.round_id(name, number):
            on = ballot(round_id, 1, f"sign{sign}", way=VoteWay.NAMED)
            votes = [cast(on, f"person {name} {person}", Answer.SEVERE) for person in sorted(people)]
            self.save(name, put=(*votes, on), remove=(on,))

    @rule(name=names, number=numbers, sign=numbers)
    def ballot_goes(self, name: str, number: int, sign: int) -> None:
        if round_id := self.round_id(name, number):
            self.save(name, remove=(ballot(round_id, 1, f"sign{sign}"),))

    @rule(name=names, number=numbers, key=numbers, title=texts, spent=numbers)
    def agenda(self, name: str, number: int, key: int, title: str, spent: int) -> None:
        if round_id := self.round_id(name, number):
            box = AgendaBox(id=f"box {round_id} {key}", assessment_id=round_id, title=title, position=key, spent=spent)
            self.save(name, put=(box,))

    @rule(name=names, number=numbers, key=numbers)
    def box_goes(self, name: str, number: int, key: int) -> None:
        if round_id := self.round_id(name, number):
            self.save(name, remove=(AgendaBox(id=f"box {round_id} {key}", assessment_id=round_id),))

    @rule(name=names, number=numbers, point=numbers, state=st.sampled_from(PointState), evidence=texts)
    def judge(self, name: str, number: int, point: int, state: PointState, evidence: str) -> None:
        if round_id := self.round_id(name, number):
            key = f"point{point}"
            record = Judgement(
                id=judgement_id(round_id, key), assessment_id=round_id, point_id=key, state=state, evidence=evidence
            )
            self.save(name, put=(record,))

    @rule(name=names, number=numbers, key=numbers, column=numbers, value=texts, typing=st.sampled_from(["", "t"]))
    def fill_in(self, name: str, number: int, key: int, column: int, value: str, typing: str) -> None:
        if round_id := self.round_id(name, number):
            entry = RegisterEntry(id=f"entry {round_id} {key}", assessment_id=round_id, register_id="metrics")
            key_of = cell_id(entry.id, str(column))
            cell = RegisterCell(
                id=key_of, assessment_id=round_id, entry_id=entry.id, column_id=str(column), value=value
            )
            self.save(name, put=(cell, entry), typing=typing)

    @rule(name=names, number=numbers, key=numbers)
    def row_goes(self, name: str, number: int, key: int) -> None:
        if round_id := self.round_id(name, number):
            entry = RegisterEntry(id=f"entry {round_id} {key}", assessment_id=round_id, register_id="metrics")
            self.save(name, remove=(entry,))

    @rule(name=names, key=numbers, subject=texts)
    def send(self, name: str, key: int, subject: str) -> None:
        self.save(name, put=(dispatch(f"pilot-{name}", f"{name} {key}", subject=subject),))

    @rule(name=names, key=numbers)
    def unsend(self, name: str, key: int) -> None:
        self.save(name, remove=(dispatch(f"pilot-{name}", f"{name} {key}"),))

    @rule(name=names, key=numbers, person=texts, typing=st.sampled_from(["", "t"]))
    def person(self, name: str, key: int, person: str, typing: str) -> None:
        record = Stakeholder(id=f"person {name} {key}", engagement_id=f"pilot-{name}", position=key, name=person)
        self.save(name, put=(record,), typing=typing)

    @rule(name=names, key=numbers)
    def person_goes(self, name: str, key: int) -> None:
        self.save(name, remove=(Stakeholder(id=f"person {name} {key}", engagement_id=f"pilot-{name}"),))

    @rule(name=names, number=st.integers(2, 4), who=texts)
    def new_round(self, name: str, number: int, who: str) -> None:
        record = Assessment(
            id=f"round {name} {number}", engagement_id=f"pilot-{name}", number=number, facilitator=who, method="m@1"
        )
        self.save(name, put=(record, rating(record.id, "sign0")))

    @rule(name=names, number=st.integers(1, 4))
    def round_goes(self, name: str, number: int) -> None:
        if round_id := self.round_id(name, number):
            self.save(name, remove=(Assessment(id=round_id, engagement_id=f"pilot-{name}", method=""),))

    @rule(name=names, text=texts, archived=st.booleans(), typing=st.sampled_from(["", "t"]))
    def rename(self, name: str, text: str, archived: bool, typing: str) -> None:
        if engagement := self.model.get(f"pilot-{name}"):
            pilot, client = (
                replace(engagement.pilot, name=text, archived=archived),
                replace(engagement.client, name=text),
            )
            self.save(name, put=(pilot, client, replace(engagement.brand, practice=text)), typing=typing)

    def step(self, scope: str, back: bool) -> None:
        stacks = self.scopes[scope]
        source, target = (stacks.undo, stacks.redo) if back else (stacks.redo, stacks.undo)
        label = (self.library.undo if back else self.library.redo)(scope)
        assert label == (source[-1][0] if source else None)
        self.typing = None
        if not source:
            return
        _, state = source.pop()
        if scope:
            target.append((label or act_called(""), self.model[scope]))
            self.model[scope] = state
            return
        target.append((label or act_called(""), dict(self.model)))
        # The library's own steps bring engagements and take them, and leave the others as they are.
        self.model = {key: self.model.get(key, engagement) for key, engagement in state.items()}

    @precondition(lambda self: self.model)
    @rule(name=names, times=st.integers(1, 3), back=st.booleans())
    def steps_of_engagement(self, name: str, times: int, back: bool) -> None:
        for _ in range(times):
            if f"pilot-{name}" in self.model:
                self.step(f"pilot-{name}", back)

    @rule(back=st.booleans())
    def steps_of_library(self, back: bool) -> None:
        self.step("", back)

    @rule()
    def restart(self) -> None:
        self.library.close()
        self.library = Library.open(self.path, who="Ann")
        self.typing = None

    @rule(name=names)
    def touch(self, name: str) -> None:
        self.library.touch(f"pilot-{name}")

    @invariant()
    def the_library_equals_the_model(self) -> None:
        for key, engagement in self.model.items():
            assert self.library.engagement(key) == engagement
        for key, scope in self.scopes.items():
            assert self.library.steps(key) == scope.steps
        listed = {e.id: e for a in (False, True) for e in self.library.entries(archived=a)}
        assert set(listed) == set(self.model)
        for key, engagement in self.model.items():
            entry = listed[key]
            assert (entry.client, entry.pilot, entry.archived) == (
                engagement.client.name, engagement.pilot.name, engagement.pilot.archived,
            )  # fmt: skip
            assert entry.answered == (len(engagement.current.ratings) if engagement.rounds else 0)

    def teardown(self) -> None:
        assert self.library.check() == []
        self.library.close()
        assert replayed(self.path) == tables_of(self.path)
        shutil.rmtree(self.folder)


TestLibraryMachine = LibraryMachine.TestCase
TestLibraryMachine.settings = settings(max_examples=25, stateful_step_count=40, deadline=None)
