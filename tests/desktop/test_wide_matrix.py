"""A matrix with more people than find room: all are reached, and who is out of sight is said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt

from desktop.console.playbook.page import PlaybookPage
from desktop.console.playbook.register_table import RegisterTable
from desktop.console.steps import Step
from models.playbook.raci import MATRIX
from models.values.sentence import act_called
from models.values.terms import new_id

PEOPLE = 30


@pytest.fixture
def matrix(facilitator: Facilitator) -> RegisterTable:
    facilitator.window.resize(1024, 768)
    facilitator.opens_the_sample()
    base = facilitator.engagement.stakeholders[0]
    more = [
        replace(base, id=new_id(), name=f"Person Surname{n}", position=100 + n, sponsor=False, present=True)
        for n in range(PEOPLE - len(facilitator.engagement.stakeholders))
    ]
    facilitator.session.edit(act_called("Many"), *more)
    facilitator.goes_to(Step.PLAYBOOK)
    page = facilitator.window.pages[Step.PLAYBOOK]
    assert isinstance(page, PlaybookPage)
    registers = page.session.method
    stop = next(
        s
        for s in page.model.stops
        if s.activity and any(registers.register(item.register).kind == MATRIX for item in s.activity.items)
    )
    page.show_stop(stop.key)
    table = next(t for t in page.findChildren(RegisterTable) if t.sheet.register.kind == MATRIX)
    facilitator.waits_until(table.isVisible)
    facilitator.comes_to_rest()
    return table


def in_sight(table: RegisterTable) -> list[int]:
    return [n for n in range(table.rows.columnCount()) if not table.isColumnHidden(n)]


def test_everybody_is_reached_by_key_and_who_is_out_of_sight_is_said(
    matrix: RegisterTable, facilitator: Facilitator
) -> None:
    people = len(matrix.sheet.places) - 1
    assert people == PEOPLE
    shown = len(in_sight(matrix)) - 1
    assert 4 <= shown < people
    assert all(matrix.columnWidth(n) >= 60 for n in in_sight(matrix)), "a name can be read"
    assert f"1 to {shown} of {people} people" in facilitator.reads()

    matrix.go_to(matrix.sheet.entry_id(0), matrix.sheet.places[1].id)
    reached = set()
    for _ in range(people):
        at = matrix.currentIndex().column()
        assert at in in_sight(matrix)
        assert 0 in in_sight(matrix), "the tasks stay"
        reached.add(at)
        facilitator.presses_key(Qt.Key.Key_Right)
    assert reached == set(range(1, people + 1))
    assert f"{people - shown + 1} to {people} of {people} people" in facilitator.reads()

    facilitator.types("a")
    last = matrix.sheet.places[-1].id
    assert matrix.sheet.text(0, people) == "A"
    assert any(cell.column_id == last for cell in facilitator.engagement.current.cells.values())


def test_the_others_are_a_press_away_and_a_wide_window_shows_more(
    matrix: RegisterTable, facilitator: Facilitator
) -> None:
    shown = len(in_sight(matrix)) - 1
    facilitator.presses("Those after")
    assert in_sight(matrix)[1] == shown + 1
    facilitator.presses("Those before")
    assert in_sight(matrix)[1] == 1
    facilitator.window.resize(1440, 900)
    facilitator.waits_until(lambda: len(in_sight(matrix)) - 1 > shown)
