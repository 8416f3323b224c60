"""Two real pilots through six months, as a facilitator carries them: questionnaires out, ten answers in, the workshop,
letters, replies, a second round, what moved, and both in the practice's portfolio.

The facts are public: the screening of eyes in Thai clinics, and a retailer's robots that look at shelves.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, replace
from datetime import date, timedelta
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from desktop.command_line.main import main
from desktop.library_acts import LibraryActs
from desktop.own_library import open_library
from models.diagnosis.agenda import preset_agenda
from models.diagnosis.by_letter import answered_by_letter
from models.diagnosis.leanings import Leaning, leanings
from models.engagement.edit import Edit, apply_edit
from models.engagement.engagement import Engagement, Rating, Stakeholder, rating_id
from models.method.method import Method
from models.plan.plan import accept, accepted_actions
from models.plan.proposals import propose
from models.values.sentence import act_called
from models.values.terms import Answer, Group, Progress

TODAY = date.today()
WORDS = NullTranslations()
GROUPS = (*Group, Group.USERS, Group.USERS, Group.BUSINESS)[:10]
AGREED = 4


@dataclass(frozen=True)
class Case:
    """What is known of a pilot in public, as two workshops would find it."""

    client: str
    pilot: str
    split: str
    """A sign on which the ten do not agree."""
    first: dict[str, int]
    second: dict[str, int]
    moved: str
    """What the second round says first."""


SCREENING = Case(
    "A screening programme",
    "Eye screening",
    "users-absent",
    {"accuracy-not-value": 3, "no-workflow-link": 2, "poor-under-load": 2, "fast-degradation": 3, "users-absent": 2},
    {"accuracy-not-value": 0, "no-workflow-link": 1, "poor-under-load": 2, "fast-degradation": 0, "users-absent": 3},
    "Two signs cleared; users had no say in it, still",
)
ROBOTS = Case(
    "A large retailer",
    "Shelf robots",
    "resistance",
    {"accuracy-not-value": 2, "no-workflow-link": 2, "users-absent": 2, "resistance": 2, "integration-uncosted": 2},
    {"accuracy-not-value": 3, "no-workflow-link": 3, "users-absent": 1, "resistance": 0, "integration-uncosted": 2},
    "One sign cleared; two are worse",
)


class Facilitator:
    """One library, the command line, and what is entered in the window by day."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys
        self.library = folder / "library.clearway"

    def types(self, *words: object, refused: bool = False) -> str:
        """A command; what it prints."""
        self._capsys.readouterr()
        assert main(["--library", str(self.library), *map(str, words)]) == int(refused)
        said = self._capsys.readouterr()
        return said.err if refused else said.out

    def opens(self, key: str) -> tuple[Engagement, Method]:
        with open_library(self.library) as library:
            return LibraryActs(library).open(key)

    def enters(self, key: str, *records: object) -> None:
        with open_library(self.library) as library:
            library.save(Edit(act_called("Enter"), key, put=records))  # type: ignore[arg-type]


@pytest.fixture
def facilitator(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Facilitator:
    return Facilitator(tmp_path, capsys)


def begins(facilitator: Facilitator, case: Case) -> str:
    """The day before: ten people with addresses, and an agenda."""
    with open_library(facilitator.library) as library:
        key = LibraryActs(library).begin(case.client, case.pilot)
    engagement, method = facilitator.opens(key)
    people = [
        Stakeholder(engagement_id=key, position=n, name=f"Person {n}", email=f"p{n}@{n}.example", group=group)
        for n, group in enumerate(GROUPS)
    ]
    agenda = preset_agenda(method.agenda[0], method, engagement.current.assessment.id, WORDS)
    facilitator.enters(key, *people, *agenda)
    return key


def asks_ten_and_reads_them(facilitator: Facilitator, key: str, case: Case) -> None:
    asked, back = facilitator.folder / f"{case.pilot} asked", facilitator.folder / f"{case.pilot} back"
    facilitator.types("questionnaire", key, asked, "--asked-only")
    forms = sorted(asked.glob("*.pdf"))
    assert len(forms) == len(list(asked.glob("*.eml"))) == len(facilitator.opens(key)[0].outbox) == 10
    back.mkdir()
    for number, form in enumerate(forms):
        writer = PdfWriter(clone_from=BytesIO(form.read_bytes()))
        fields = [name for name in writer.get_fields() or {} if name.endswith(":answer")]
        by_sign = {name.split(":")[-2]: name for name in fields}
        marks = {by_sign[sign]: f"/level-{level}" for sign, level in case.first.items() if sign in by_sign}
        if case.split in by_sign:
            marks[by_sign[case.split]] = f"/level-{0 if number % 2 else 3}"
        marks = marks or {fields[0]: "/not-known"}
        writer.update_page_form_field_values(None, marks, auto_regenerate=False)
        writer.write(back / form.name)
    facilitator.types("read-back", back, "--apply")
    engagement, method = facilitator.opens(key)
    assert len(answered_by_letter(engagement.current)) == 10
    assert not any(ballot.revealed for ballot in engagement.current.ballots.values())
    assert leanings(method, engagement).signs[case.split] is Leaning.SPLIT
    assert "10 of 10 people have answered" in facilitator.types("answers", key, "--apply")
    assert "Everybody has answered" in facilitator.types(
        "questionnaire", key, facilitator.folder / "again", "--remind", refused=True
    )


def rates(facilitator: Facilitator, key: str, levels: dict[str, int]) -> None:
    scope = facilitator.opens(key)[0].current.assessment.id
    ratings = [
        Rating(id=rating_id(scope, sign), assessment_id=scope, sign_id=sign, answer=Answer(str(level)))
        for sign, level in levels.items()
    ]
    facilitator.enters(key, *ratings)


def holds_the_workshop(facilitator: Facilitator, key: str, case: Case) -> None:
    """What was answered is shown, levels are agreed, actions have owners and days; then the round is closed."""
    engagement, _ = facilitator.opens(key)
    facilitator.enters(key, *(replace(ballot, revealed=True) for ballot in engagement.current.ballots.values()))
    rates(facilitator, key, case.first)
    engagement, method = facilitator.opens(key)
    for number, proposal in enumerate(propose(method, engagement, WORDS, TODAY)[:AGREED]):
        agreed = accept(proposal, engagement.current, engagement.stakeholders)
        owner, day = engagement.stakeholders[number % 2].id, TODAY + timedelta(days=20 + number)
        edit = Edit(act_called("Agree"), key, put=(replace(agreed, owner_id=owner, due=day),))
        facilitator.enters(key, *edit.put)
        engagement = apply_edit(engagement, edit)
    assert "closed and stays" in facilitator.types("close-round", key, "--reason", "The sponsor names the others")


def hears_from_owners(facilitator: Facilitator, key: str) -> None:
    """A letter for each of two; one replies that an action is done and another takes longer; one is chased."""
    letters, back = facilitator.folder / f"letters {key}", facilitator.folder / f"replies {key}"
    facilitator.types("letters", key, letters)
    first, second = sorted(letters.glob("*.pdf"))
    back.mkdir()
    own = [one for one in accepted_actions(facilitator.opens(key)[0].current) if one.owner_id][::2]
    writer = PdfWriter(clone_from=BytesIO(first.read_bytes()))
    fields = list(writer.get_fields() or {})
    (days,) = ([name for name in fields if name.endswith(":day") and own[1].id in name],)
    later = TODAY + timedelta(days=60)
    done = next(name for name in fields if own[0].id in name and name.rpartition(":")[2] == "status")
    values = {done: "/done", days[0]: f"{later:%d/%m/%Y}" if later.day > 12 else later.isoformat()}
    writer.update_page_form_field_values(None, values, auto_regenerate=False)
    writer.write(back / "reply.pdf")
    facilitator.types("read-back", back, "--apply")
    after = {one.id: one for one in accepted_actions(facilitator.opens(key)[0].current)}
    assert (after[own[0].id].progress, after[own[1].id].due) == (Progress.DONE, later)
    assert f"1 of {AGREED} done" in facilitator.types("progress", key)

    theirs = next(one for one in after.values() if one.owner_id != own[0].owner_id)
    facilitator.enters(key, replace(theirs, due=TODAY - timedelta(days=2)))
    facilitator.types("letters", key, facilitator.folder / f"late {key}", "--late")
    assert [path.stem for path in (facilitator.folder / f"late {key}").glob("*.pdf")] == [second.stem]
    shutil.rmtree(letters)


def holds_the_second_round(facilitator: Facilitator, key: str, case: Case) -> None:
    assert facilitator.types("begin-round", key) == "2\n"
    rates(facilitator, key, case.second)
    assert facilitator.types("compare", key).splitlines()[0] == case.moved
    told = json.loads(facilitator.types("compare", key, "--json"))
    assert told["asked_both_times"] == len(case.first)
    assert sorted(one["became"] for one in told["actions"]) == ["carried"] * (AGREED - 1) + ["done"]


def test_two_pilots_through_six_months(facilitator: Facilitator) -> None:
    cases = {begins(facilitator, case): case for case in (SCREENING, ROBOTS)}
    for key, case in cases.items():
        asks_ten_and_reads_them(facilitator, key, case)
        holds_the_workshop(facilitator, key, case)
        hears_from_owners(facilitator, key)
        holds_the_second_round(facilitator, key, case)

    pilots = {pilot["id"]: pilot for pilot in json.loads(facilitator.types("portfolio", "--json"))}
    assert {key: (pilots[key]["pilot"], pilots[key]["round"], pilots[key]["overdue"]) for key in cases} == {
        key: (case.pilot, 2, 1) for key, case in cases.items()
    }
    facilitator.types("portfolio", facilitator.folder / "pilots.pdf", "--sort", "client")
    text = PdfReader(facilitator.folder / "pilots.pdf").pages[0].extract_text()
    assert text.index(ROBOTS.pilot) < text.index(SCREENING.pilot)
    assert "Two actions are late, at two clients" in " ".join(text.split())
