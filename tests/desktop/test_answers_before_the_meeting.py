"""Answers before the meeting, on Prepare: questionnaires out, answers in, who is missing, and an agenda from it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from facilitator import Facilitator
from pypdf import PdfWriter
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from desktop.console.steps import Step
from models.diagnosis.by_letter import answered_by_letter
from models.engagement.engagement import Stakeholder
from models.values.sentence import act_called

PEOPLE = ("Ann", "Ben", "Cem", "Dora")
FOLDER = "Harbour Trust - Berth planner - Questionnaires"


@pytest.fixture
def preparing(facilitator: Facilitator) -> Facilitator:
    """Four people and an agenda, the day before."""
    facilitator.begins("Harbour Trust", "Berth planner")
    scope = facilitator.engagement.id
    people = [Stakeholder(engagement_id=scope, position=n, name=name) for n, name in enumerate(PEOPLE)]
    facilitator.session.edit(act_called("People"), *people)
    facilitator.goes_to(Step.PREPARE)
    facilitator.presses(facilitator.session.method.agenda[0].title)
    facilitator.presses_key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    return facilitator


def test_before_anybody_was_asked_it_says_how_it_goes_and_offers_nothing_for_the_list(preparing: Facilitator) -> None:
    said = preparing.reads()
    assert "What comes back is the room’s first vote" in said
    assert "Add a stakeholder" not in said
    preparing.presses("Who attends")
    assert "Add a stakeholder" in preparing.reads()


def chooses(facilitator: Facilitator, act: str, *paths: Path) -> None:
    facilitator.presses(act)
    (dialog,) = facilitator.window.findChildren(QFileDialog)
    if len(paths) == 1:
        dialog.fileSelected.emit(str(paths[0]))
    dialog.filesSelected.emit([str(path) for path in paths])
    dialog.close()


def filled(path: Path, marks: dict[int, str]) -> Path:
    writer = PdfWriter(clone_from=BytesIO(path.read_bytes()))
    names = [name for name in (writer.get_fields() or {}) if name.endswith(":answer")]
    writer.update_page_form_field_values(
        None, {names[n]: f"/{mark}" for n, mark in marks.items()}, auto_regenerate=False
    )
    writer.write(path)
    return path


@pytest.fixture
def asked(preparing: Facilitator, tmp_path: Path) -> list[Path]:
    chooses(preparing, "Questionnaires for all", tmp_path)
    preparing.waits_until(lambda: "4 questionnaires, each with a message to open, in" in preparing.reads())
    return sorted((tmp_path / FOLDER).glob("*.pdf"))


def test_questionnaires_go_out_and_answers_come_in(preparing: Facilitator, asked: list[Path], tmp_path: Path) -> None:
    assert "their messages have nobody to go to yet: Ann, Ben, Cem, Dora." in preparing.reads()
    assert len(preparing.engagement.outbox) == 4
    assert [path.name for path in asked] == [f"Berth planner - Questionnaire - {name}.pdf" for name in PEOPLE]
    for path, mark in zip(asked[:3], ("level-0", "level-3", "level-0"), strict=True):
        filled(path, {0: mark, 1: "level-2"})
    odd = tmp_path / "odd.pdf"
    odd.write_bytes(b"no PDF")
    chooses(preparing, "Take in answers", *asked[:3], odd)
    preparing.waits_until(lambda: "3 of 4 people have answered" in preparing.reads())

    said = preparing.reads()
    assert "Answers of 3 files taken in." in said
    assert "odd.pdf: This file is no PDF" in said
    assert "Not yet: Dora" in said
    first, second = preparing.session.method.signs[:2]
    assert f"The answers differ: {first.title}" in said
    assert f"The answers agree: {second.title}" in said
    assert len(answered_by_letter(preparing.session.current)) == 3
    assert not any(ballot.revealed for ballot in preparing.session.current.ballots.values())

    chooses(preparing, "Remind who has not answered", tmp_path)
    preparing.waits_until(lambda: "1 questionnaire with a message to open" in preparing.reads())
    reminders = sorted(path.name for path in (tmp_path / "Harbour Trust - Berth planner - Reminders").iterdir())
    assert reminders == [f"Berth planner - Questionnaire - Dora{ending}" for ending in (".eml", ".pdf")]
    assert preparing.engagement.outbox[-1].title == "A reminder: your answers before the workshop"

    preparing.presses("Take the agenda that follows")
    titles = [box.title for box in preparing.session.current.agenda]
    assert "What you agree on, in one sweep" in titles
    assert "Take the agenda that follows" not in preparing.reads()


def test_answers_of_a_page_that_was_left_come_to_nothing(preparing: Facilitator, asked: list[Path]) -> None:
    filled(asked[0], {0: "level-1"})
    chooses(preparing, "Take in answers", asked[0])
    preparing.goes_to(Step.LIBRARY)
    preparing.waits_until_saved()
