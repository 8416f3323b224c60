"""The actions as a workbook, read back by a program of another maker."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from report_cases import HOSTILE, TODAY, WORDS, built_in_method, empty, full, hostile, many

from models.engagement.engagement import Engagement
from reports.documents.kinds import PageSize
from reports.exports.action_sheet import action_sheet
from reports.exports.sheet_cells import row_height, sheet_column
from reports.type.fonts import SANS, SANS_SEMIBOLD, text_width
from reports.words.facts import Facts
from reports.words.phrases import subject
from reports.words.text import plain
from resources.words import catalogue


def facts(engagement: Engagement) -> Facts:
    return Facts(engagement, built_in_method(), TODAY, WORDS)


def sheet(engagement: Engagement) -> Worksheet:
    book = load_workbook(BytesIO(action_sheet(facts(engagement))))
    assert len(book.worksheets) == 1
    return book.worksheets[0]


def with_first_title(title: str, **more: object) -> Engagement:
    start = full()
    actions = (replace(start.current.actions[0], title=title, **more), *start.current.actions[1:])
    return replace(start, rounds=(replace(start.current, actions=actions),))


def cells_of(found: Worksheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in found.iter_rows(min_row=2)]


def test_every_agreed_action_has_a_row_by_priority_under_its_number_in_the_plan() -> None:
    lines = facts(full()).lines
    rows = cells_of(sheet(full()))

    assert [row[1] for row in rows] == [line.action.title for line in lines]
    assert [row[0] for row in rows] == [line.number for line in lines] != list(range(1, len(lines) + 1))
    assert [row[10] for row in rows] == [line.priority.score for line in lines]
    assert rows[0][3] == facts(full()).owner(lines[0])


def test_an_action_without_a_title_says_so_as_everywhere() -> None:
    assert [row[1] for row in cells_of(sheet(with_first_title(" \n")))].count("No title yet") == 1


def test_dates_are_dates_and_days_are_numbers() -> None:
    found = sheet(full())
    for row, line in enumerate(facts(full()).lines, 2):
        due = found.cell(row, 5)
        if line.action.due is None:
            assert due.value is None
        else:
            assert due.is_date
            assert isinstance(due.value, datetime)
            assert due.value.date() == line.action.due
        assert found.cell(row, 7).data_type == "n"
        assert found.cell(row, 7).value == float(line.action.effort_low)


def test_the_head_stays_in_sight_and_can_be_filtered() -> None:
    found = sheet(full())

    assert found.freeze_panes == "C2"
    assert found.auto_filter.ref == f"A1:K{len(facts(full()).lines) + 1}"
    assert found.print_title_rows == "$1:$1"
    assert found.column_dimensions["B"].width > 39
    assert found.column_dimensions["E"].width > 10


def test_a_number_ends_in_a_figure() -> None:
    """With a format that allows for decimals a program writes one day as `1.`."""
    found = sheet(full())
    formats = {found.cell(row, column).number_format for row in range(2, found.max_row + 1) for column in (1, 7, 8, 11)}

    assert formats == {"General"}


@pytest.mark.parametrize(("size", "number"), [(PageSize.A4, 9), (PageSize.LETTER, 1)])
def test_it_is_printed_on_the_paper_that_was_chosen_and_as_wide_as_that(size: PageSize, number: int) -> None:
    found = load_workbook(BytesIO(action_sheet(facts(full()), size))).worksheets[0]

    assert (int(found.page_setup.paperSize), found.page_setup.orientation) == (number, "landscape")
    assert (found.page_setup.fitToWidth, found.page_setup.fitToHeight) == (None, 0)
    assert found.sheet_properties.pageSetUpPr.fitToPage


def test_a_status_is_chosen_from_a_list() -> None:
    found = sheet(full())
    (rule,) = found.data_validations.dataValidation

    assert rule.type == "list"
    assert rule.formula1 == '"Not started,In progress,Done,Blocked"'
    assert str(rule.sqref) == f"F2:F{len(facts(full()).lines) + 1}"


def test_every_action_says_why() -> None:
    lines = facts(full()).lines
    reasons = [row[9] for row in cells_of(sheet(full()))]

    assert reasons == ["; ".join(r.text for r in line.because) for line in lines]
    assert any("; " in str(reason) for reason in reasons)
    own = sheet(with_first_title("A", why="The board asked for it"))
    assert "The board asked for it" in [row[9] for row in cells_of(own)]
    for proposal, said in (("", "The room’s own action."), ("gone", "Nothing calls for it any more.")):
        assert said in [row[9] for row in cells_of(sheet(with_first_title("A", proposal=proposal)))]


@pytest.mark.parametrize(
    ("text", "least"),
    [("Short", 1), ("word " * 60, 6), ("a\nb\nc", 3), ("x" * 200, 4), ("語" * 100, 5), ("word " * 5_000, 27)],
    ids=["short", "long", "lines", "one word", "wide letters", "too long for any row"],
)
def test_a_row_is_as_high_as_its_tallest_cell(text: str, least: int) -> None:
    found = sheet(with_first_title(text, done_when=""))
    row = next(r for r in range(2, found.max_row + 1) if str(found.cell(r, 2).value).startswith(text[:5]))
    lines = (found.row_dimensions[row].height - 3) / 15

    assert lines >= least
    assert found.row_dimensions[row].height <= 409
    assert lines <= max(2 * least, 8), "nor much higher"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x.example")', " =1", "1e5", "{=1}"]
)
def test_what_looks_like_a_formula_is_text(text: str) -> None:
    engagement = with_first_title(text, done_when=text, why=text)
    found = sheet(engagement)
    row = next(r for r in range(2, found.max_row + 1) if found.cell(r, 2).value == text.strip())

    assert found.cell(row, 2).data_type == "s"
    for column in (9, 10):
        assert (found.cell(row, column).data_type, found.cell(row, column).value) == ("s", text)
    if text.lstrip()[0] in "=+-@":
        assert found.cell(row, 2).quotePrefix


def test_no_formula_and_no_link_is_in_a_file_of_hostile_text() -> None:
    data = action_sheet(facts(hostile('=cmd|"/c calc"!A1 http://x.example mailto:a@b.example ' + HOSTILE)))
    with zipfile.ZipFile(BytesIO(data)) as book:
        texts = {name: book.read(name).decode() for name in book.namelist()}

    assert "<f>" not in texts["xl/worksheets/sheet1.xml"]
    assert not [name for name in texts if "rels" in name and "sheet1" in name]
    assert not [name for name, text in texts.items() if "<hyperlink " in text or "<hyperlinks>" in text]


def test_hostile_text_comes_back_as_it_can_be_printed() -> None:
    rows = cells_of(sheet(hostile()))

    assert {row[1] for row in rows} == {plain(HOSTILE)}


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    rows = cells_of(sheet(with_first_title("word " * 10_000)))
    longest = max(str(row[1]) for row in rows if str(row[1]).startswith("word"))

    assert len(longest) <= 32_000
    assert longest.endswith("…")


def test_a_date_before_spreadsheets_know_any_is_text() -> None:
    found = sheet(with_first_title("Old", due=date(1066, 10, 14)))

    assert "1066-10-14" in [row[4] for row in cells_of(found)]


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert action_sheet(facts(full())) == action_sheet(facts(full()))


def test_a_plan_without_actions_is_a_sheet_with_a_head() -> None:
    found = sheet(empty())

    assert found.max_row == 1
    assert found.cell(1, 2).value == "Action"


def test_three_hundred_actions_are_three_hundred_rows() -> None:
    assert len(cells_of(sheet(many(300, 60)))) == 300


@pytest.mark.parametrize(("language", "written"), [("en", "d mmm yyyy"), ("de", "dd.mm.yyyy"), ("fr", "dd/mm/yyyy")])
def test_a_day_is_written_as_its_language_writes_it(language: str, written: str) -> None:
    told = Facts(full(), built_in_method(), TODAY, catalogue(language))
    found = load_workbook(BytesIO(action_sheet(told))).worksheets[0]

    assert {found.cell(row, 5).number_format for row in range(2, found.max_row + 1)} == {written}


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_no_word_of_the_head_is_broken(language: str) -> None:
    told = Facts(full(), built_in_method(), TODAY, catalogue(language))
    found = load_workbook(BytesIO(action_sheet(told))).worksheets[0]

    for cell in found[1]:
        width = found.column_dimensions[cell.column_letter].width
        if width is not None:  # columns of one width after each other are told once
            longest = max(text_width(word, SANS_SEMIBOLD, 11) for word in str(cell.value).split())
            assert width * 7 * 0.75 >= longest + 9 * 0.75, cell.value


def test_texts_stand_apart_from_the_column_before() -> None:
    """Spreadsheets pass over an indent that has no side."""
    found = sheet(full())

    for row in (1, 2):
        for column in (2, 3, 4, 6, 9, 10):
            alignment = found.cell(row, column).alignment
            assert (alignment.horizontal, alignment.indent) == ("left", 1)


def test_a_row_is_no_higher_than_its_words_need() -> None:
    column = sheet_column("Action", 41)
    fitting = "n" * 8

    per_line = int((column.room + text_width(" ", SANS, 11)) / text_width(fitting + " ", SANS, 11))
    assert row_height([(" ".join([fitting] * per_line), column)]) == 15 + 3
    assert row_height([(" ".join([fitting] * (per_line + 1)), column)]) == 30 + 3


def test_each_page_says_what_it_is_about() -> None:
    assert sheet(full()).oddHeader.left.text.replace("&&", "&") == subject(full(), WORDS)
