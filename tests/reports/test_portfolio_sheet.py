"""The practice's pilots as a workbook, read back by a program of another maker."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from report_cases import HOSTILE, WORDS, built_in_method

from models.portfolio.counted import Counted, ModeCount
from models.portfolio.standing import PilotStanding, standing
from models.portfolio.wording import headline, mode_names
from models.values.terms import PointState
from reports.documents.kinds import PageSize
from reports.exports.portfolio_sheet import portfolio_sheet
from reports.words.text import plain
from resources.words import catalogue

TODAY = date(2026, 12, 1)
NAMES = mode_names([built_in_method()])
MODES = [mode.id for mode in built_in_method().modes]


def pilot(number: int = 0, text: str = "", **more: object) -> PilotStanding:
    modes = {mode: ModeCount(3, (number + place) % 7, 0, 0) for place, mode in enumerate(MODES)}
    made = Counted(
        f"e{number}", text or f"Client {number}", text or f"Pilot {number}", text or "Water", built_in_method().key, 1,
        TODAY, date(2027, 1, 1 + number), modes, {PointState.OPEN: 5}, number,
        next_due=TODAY, next_action=text or "Rota", ends_late=bool(number % 2),
    )  # fmt: skip
    return standing(replace(made, **more), built_in_method())


def sheets(*pilots: PilotStanding) -> tuple[Worksheet, Worksheet]:
    book = load_workbook(BytesIO(portfolio_sheet(pilots, NAMES, TODAY, WORDS)))
    first, second = book.worksheets
    return first, second


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    head, *rest = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rest]


def test_each_pilot_has_a_row_with_its_figures() -> None:
    found = rows(sheets(pilot(3), pilot(0))[0])

    assert [row["Client"] for row in found] == ["Client 0", "Client 3"]
    last, figures = found[1], pilot(3)
    assert [last[NAMES[mode]] for mode in MODES] == [figures.mode(mode).figure for mode in MODES]
    assert last["Worst"] == NAMES[figures.worst.mode_id]
    assert (last["Verdict"], last["Overdue"], last["Holds"]) == ("No-go: 5 open", 3, "no")
    assert last["Go-live"] == datetime(2027, 1, 4)
    assert found[0]["Holds"] == "yes"


def test_what_is_not_known_has_no_figure_and_a_pilot_not_begun_no_mark() -> None:
    little = {MODES[0]: ModeCount(1, 2, 0, 0)}
    known, empty = rows(sheets(pilot(0, modes=little), pilot(1, modes={}, points={}, next_due=None, target=None))[0])

    assert [known[NAMES[mode]] for mode in MODES] == ["?", *[None] * 5]
    assert [empty[NAMES[mode]] for mode in MODES] == [None] * 6
    assert (empty["Worst"], empty["Verdict"], empty["Go-live"], empty["Holds"]) == (
        "Not asked yet", "Not judged yet", None, "",
    )  # fmt: skip


@pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "\t=1", HOSTILE])
def test_what_people_typed_is_text_and_never_a_formula(text: str) -> None:
    for cell in next(sheets(pilot(0, text))[0].iter_rows(min_row=2)):
        assert cell.data_type != "f"
        assert cell.quotePrefix == (str(cell.value or "").lstrip()[:1] in "=+-@" and bool(cell.value))
    row = rows(sheets(pilot(0, text))[0])[0]
    assert row["Client"] == row["Pilot"] == row["Sector"] == plain(text)
    assert row["What is due"] == plain(text).strip()


def test_what_is_usual_is_told_from_five_pilots_on() -> None:
    assert rows(sheets(*map(pilot, range(4)))[1]) == []
    told = rows(sheets(*map(pilot, range(5)))[1])

    assert [row["Failure mode"] for row in told] == list(NAMES.values())
    figures = sorted(pilot(number).mode(MODES[0]).figure for number in range(5))
    assert (told[0]["Pilots"], told[0]["Median"]) == (5, figures[2])
    assert "Client" not in str(told)


def test_the_title_says_what_to_look_at_first() -> None:
    held = [pilot(number, ends_late=False) for number in range(3)]

    assert headline([pilot(1), pilot(2)], NAMES, WORDS) == "One of two go-live dates does not hold"
    assert headline([pilot(1), pilot(3)], NAMES, WORDS) == "Two of two go-live dates do not hold"
    assert "is the worst in" in headline(held, NAMES, WORDS)
    assert headline([], NAMES, WORDS) == "No pilot has been diagnosed yet"


def test_the_same_pilots_give_the_same_bytes() -> None:
    pilots = [pilot(number) for number in range(6)]

    assert portfolio_sheet(pilots, NAMES, TODAY, WORDS) == portfolio_sheet(pilots, NAMES, TODAY, WORDS)


@pytest.mark.parametrize(("size", "number"), [(PageSize.A4, 9), (PageSize.LETTER, 1)])
def test_both_sheets_are_printed_on_the_paper_that_was_chosen_and_as_wide_as_that(size: PageSize, number: int) -> None:
    pilots = [pilot(number) for number in range(6)]
    book = load_workbook(BytesIO(portfolio_sheet(pilots, NAMES, TODAY, WORDS, page_size=size)))

    for found in book.worksheets:
        assert (int(found.page_setup.paperSize), found.page_setup.orientation) == (number, "landscape")
        assert (found.page_setup.fitToHeight, found.print_title_rows) == (0, "$1:$1")
        assert found.sheet_properties.pageSetUpPr.fitToPage
        assert found.oddHeader.left.text


def test_a_row_is_as_high_as_its_tallest_text() -> None:
    found = sheets(pilot(0), pilot(1, "Regional water supply for the whole of the north, with its waste water " * 2))[0]

    assert found.row_dimensions[2].height == 15 + 3
    assert found.row_dimensions[3].height >= 4 * 15


@pytest.mark.parametrize(("language", "written"), [("en", "d mmm yyyy"), ("de", "dd.mm.yyyy"), ("fr", "dd/mm/yyyy")])
def test_a_day_is_written_as_its_language_writes_it(language: str, written: str) -> None:
    book = load_workbook(BytesIO(portfolio_sheet([pilot(1)], NAMES, TODAY, catalogue(language))))
    days = [cell for cell in book.worksheets[0][2] if cell.is_date]

    assert len(days) == 3
    assert {cell.number_format for cell in days} == {written}
