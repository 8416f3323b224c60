"""Lines, grids and pages: where they break, what stays together, what is said where nothing fits."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pytest

from reports.layout.flowables import CondPageBreak, Flowable, PageBreak, Spacer
from reports.layout.grid import EMPTY, Grid
from reports.layout.lines import SHRINKAGE, Line, broken, broken_between_letters
from reports.layout.page_flow import PageFlow, PageTemplate, TooHigh
from reports.layout.styles import TypeStyle
from reports.layout.text import Text
from reports.tagging.canvas import TaggedCanvas
from reports.tagging.tables import row_tags
from reports.type.fonts import SANS, SANS_SEMIBOLD, covered, em_width, register_fonts
from reports.words.text import Run

register_fonts()
SIZE, INK = 10.0, "#1B2430"
STYLE = TypeStyle(SANS, SIZE, 12)


def texts(lines: Sequence[Line]) -> list[str]:
    return [line.text for line in lines]


def lines(text: str, room: float) -> list[Line]:
    return broken([Run(text, SANS, INK)], SIZE, room)


def paragraph(count: int) -> Text:
    return Text([Run("\n".join(map(str, range(count))), SANS, INK)], STYLE)


def test_spaces_give_way_by_a_twentieth_and_no_more() -> None:
    text = "a line of six words here"
    wide, space = em_width(text, SANS) * SIZE, em_width(" ", SANS) * SIZE
    least = wide - 5 * space * SHRINKAGE

    (line,) = lines(text, least + 0.01)

    assert line.spacing(least + 0.01) == pytest.approx(-space * SHRINKAGE, abs=0.01)
    assert texts(lines(text, least - 0.01)) == ["a line of six words", "here"]
    assert lines(text, wide)[0].spacing(wide) == 0


def test_a_word_of_two_looks_stays_one_and_a_space_holds_where_it_should() -> None:
    runs = [Run("see the un", SANS, INK), Run("break", SANS_SEMIBOLD, INK), Run("able 10\u00a0% of it", SANS, INK)]
    room = em_width("see the unbreak", SANS) * SIZE

    found = broken(runs, SIZE, room)

    assert texts(found) == ["see the", "unbreakable", "10\u00a0% of it"]
    assert [piece for _, piece in found[1].pieces] == ["un", "break", "able"]


def test_a_word_too_wide_for_a_line_begins_where_it_stands() -> None:
    found = texts(lines("so " + "W" * 20, em_width("W" * 8, SANS) * SIZE))

    assert found[0].startswith("so W")
    assert "".join(found).replace(" ", "") == "so" + "W" * 20


def test_scripts_without_spaces_begin_no_line_with_a_stop() -> None:
    text = "客户理赔分流助手。客户理赔分流助手。"
    assert covered("MicroHei").issuperset(map(ord, text))
    room = em_width(text[:8], "MicroHei") * SIZE

    assert texts(broken_between_letters([Run(text, "MicroHei", INK)], SIZE, room)) == ["客户理赔分流助手。"] * 2


@pytest.mark.parametrize(
    ("many", "room", "parts"), [(5, 3, [3, 2]), (5, 4, [3, 2]), (3, 2, []), (4, 1, []), (4, 2, [2, 2])]
)
def test_no_line_of_a_paragraph_is_left_alone(many: int, room: int, parts: list[int]) -> None:
    made = paragraph(many)
    made.wrap(100, 1000)

    assert [len(part.lines) for part in made.split(100, room * STYLE.leading)] == parts


def test_a_grid_is_split_between_rows_and_within_the_first_where_that_does_not_fit() -> None:
    rows: list[list[Text | str]] = [[paragraph(6), ""], [paragraph(1), ""]]
    grid = Grid(rows, [80, 20], [("BOTTOMPADDING", (0, 0), (-1, 0), 4), ("LINEBELOW", (0, 0), (-1, -1), 1, INK)])
    grid.rows = [row_tags([1, 1]), row_tags([1, 1])]
    assert grid.wrap(100, 1000) == (100, 6 * 12 + 4 + 12)

    first, second = grid.split(100, 80)
    assert (first.height, second.height) == (76, EMPTY)
    upper, lower = grid.split(100, 40)
    assert [upper.height, lower.height] == [3 * 12 + 4, 3 * 12 + 4 + EMPTY]
    assert upper.rows[0] is lower.rows[0] is grid.rows[0]
    assert not grid.split(100, 13), "an empty cell is a line high, and no line stands alone"


class Block(Flowable):
    """Notes the page it is drawn on."""

    def __init__(self, height: float, keep: bool = False) -> None:
        self.width, self.height, self.keep_with_next, self.page = 10.0, height, keep, 0

    def draw(self, canvas: TaggedCanvas) -> None:
        self.page = canvas.getPageNumber()


def test_a_head_in_a_cell_does_not_end_a_page_alone() -> None:
    grid = Grid([[[Block(20), Block(10, keep=True), paragraph(4)]]], [80], [])
    grid.wrap(80, 1000)
    upper, lower = grid.split(80, 30 + 13)
    assert (upper.height, lower.height) == (20, 10 + 4 * 12), "it goes on with its text"
    assert not Grid([[[Block(10, keep=True), paragraph(4)]]], [80], []).split(80, 10 + 13)


def pages(*story: Flowable) -> list[int]:
    canvas = TaggedCanvas(BytesIO(), initialFontName=SANS)
    template = PageTemplate((100, 100), (0, 0, 100, 100), lambda canvas: None)
    PageFlow(canvas, {"inside": template}, lambda outlined, height: None).fill(story)
    return [part.page for part in story if isinstance(part, Block)]


def test_parts_stay_together_and_begin_pages_where_they_should() -> None:
    assert pages(Block(60), Block(30), Block(20)) == [1, 1, 2]
    assert pages(Block(60), Block(10, keep=True), Block(40)) == [1, 2, 2]
    assert pages(Block(60), CondPageBreak(50), Block(10)) == [1, 2]
    assert pages(Block(60), Spacer(30), Block(10), PageBreak(), Block(10)) == [1, 1, 2]


def test_what_fits_on_no_page_is_a_fault() -> None:
    with pytest.raises(TooHigh):
        pages(Block(10), Block(101))
