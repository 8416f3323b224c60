"""Prepare in a narrow window: figures are whole, and what people wrote takes the room that is free."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from facilitator import Facilitator
from painted_audit import cut_when_painted
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QScrollArea
from test_languages_fit import in_the_sample
from test_looks import at_rest, lasting

from desktop.console.prepare.person_row import PersonRow, shared
from desktop.console.steps import Step
from desktop.settings import TYPE_SIZE
from desktop.words import speak, spoken
from resources.words import catalogue

NARROW = QSize(1024, 768)


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak(catalogue("en"))


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_no_figure_is_shortened_and_nothing_scrolls_sideways(start: Callable[[], Facilitator], language: str) -> None:
    facilitator = in_the_sample(start, language)
    for size in ("100", "125"):
        facilitator.clearway.choosing.choose(TYPE_SIZE, size)
        facilitator.window.resize(NARROW)
        at_rest(facilitator, Step.PREPARE)
        assert lasting(facilitator, lambda window: cut_when_painted(window, spoken())) == []
        stages = facilitator.window.findChildren(QScrollArea, "stage")
        assert [stage.horizontalScrollBar().maximum() for stage in stages if stage.isVisible()] == [0]


def test_facts_stand_below_one_another_where_two_columns_have_no_room(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.PREPARE)
    fields = (facilitator.field("Client"), facilitator.field("Sector"))
    for size, beside in (("100", True), ("150", False), ("100", True)):
        facilitator.clearway.choosing.choose(TYPE_SIZE, size)
        facilitator.window.resize(NARROW)
        at_rest(facilitator, Step.PREPARE)
        client, sector = (field.mapToGlobal(QPoint()) for field in fields)
        assert (client.y() == sector.y()) is beside, size


def test_columns_of_people_are_the_same_in_all_rows_and_names_are_whole(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    facilitator.window.resize(NARROW)
    at_rest(facilitator, Step.PREPARE)
    rows = [row for row in facilitator.window.pages[Step.PREPARE].findChildren(PersonRow) if row.isVisible()]
    assert len(rows) == 8
    for field in ("name", "role", "group", "decides"):
        assert len({getattr(row, field).x() for row in rows}) == 1, field
    assert all(row.name.width() >= row.name.wide() for row in rows)
    alone = next(row for row in rows if not row.property("here") and row._standing.isHidden())
    assert alone.decides.geometry().right() > alone.width() - 12, "the room behind is empty"


@pytest.mark.parametrize(
    ("needs", "widths"),
    [
        ((100, 100, 100, 100), (200, 230, 210, 360)),
        ((250, 230, 100, 300), (250, 230, 210, 310)),
        ((250, 300, 100, 600), (250, 290, 100, 360)),
        ((400, 300, 200, 600), (400, 230, 200, 170)),
    ],
)
def test_a_column_gives_what_it_does_not_need(needs: tuple[int, ...], widths: tuple[int, ...]) -> None:
    assert shared(1000, needs, 72) == widths
