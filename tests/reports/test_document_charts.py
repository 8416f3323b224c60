"""The charts of the documents alone: every label whole, inside and apart; not known is never drawn like fine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from report_cases import WORDS, all_not_known, complete, empty, full, hostile, thai, with_levels
from test_report_charts import budget_of, facts, labels, problems, shapes

from models.diagnosis.diagnosis import ModeResult
from models.engagement.engagement import Engagement
from models.playbook.budget import Budget
from models.playbook.readings import Movement, Reading
from models.values.terms import Answer, PointState
from reports.charts.colours import paper_colours
from reports.charts.shapes import Circle, Drawing, Line, Polygon, PolyLine, Rect, String
from reports.figures.budget_scale import budget_scale
from reports.figures.calendar import LEFT, CalendarGroup, CalendarRow, Tie, calendar
from reports.figures.calendar_days import DayMark, Stage, not_whole
from reports.figures.calendar_scale import CalendarScale
from reports.figures.legend import level_legend
from reports.figures.level_square import level_square
from reports.figures.metric_line import metric_line
from reports.figures.mode_bar import mode_axis, mode_bar
from reports.figures.mode_strip import mode_strip
from reports.figures.planned_range import planned_range
from reports.figures.point_label import point_label, point_tally
from reports.figures.point_mark import point_mark
from reports.figures.rating_grid import rating_grid
from reports.type.ink import AMBER, GREEN, RED
from reports.words.facts import Facts

PAPER = paper_colours("#0E4A52", "#B8501A")
PLAIN = (Rect, Line, Circle, Polygon, PolyLine, String)
START = date(2026, 11, 12)

Chart = Callable[[Facts], Drawing]
CHARTS: dict[str, Chart] = {
    "ratings": lambda f: rating_grid(f.results, f.method, PAPER, 487),
    "strip": lambda f: mode_strip(f.ranked, f.method, PAPER, 507),
    "bar": lambda f: mode_bar(f.ranked[0], PAPER, 128, 44),
    "legend": lambda f: level_legend(f.method.levels, PAPER, WORDS, 487),
    "points": lambda f: point_tally(f.verdict.tally, PAPER, WORDS, 487),
    "axis": lambda f: mode_axis(PAPER, 128),
}
CASES: dict[str, Callable[[], Engagement]] = {
    "full": full,
    "complete": complete,
    "thai": thai,
    "empty": empty,
    "all not known": all_not_known,
    "hostile": hostile,
    "does not apply": lambda: with_levels("does-not-apply", "3", "n", "0", "1"),
}


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("case", CASES)
def test_labels_are_inside_and_apart(chart: str, case: str) -> None:
    drawing = CHARTS[chart](facts(CASES[case]()))
    assert not problems(drawing)
    assert all(isinstance(s, PLAIN) for s in shapes(drawing))


def fills(drawing: Drawing) -> list[str]:
    return ["#" + s.fill[1:].upper() for s in shapes(drawing) if isinstance(s, Rect)]


@pytest.mark.parametrize("answer", [None, *Answer])
def test_a_level_is_a_tint_of_the_brand_and_what_is_no_level_is_a_frame(answer: Answer | None) -> None:
    ground, *figure = level_square(0, 0, 14.4, answer, PAPER).contents
    level = answer.level if answer else None
    if level is not None:
        assert (ground.fill, ground.stroke, figure[0].text) == (PAPER.ramp[level], "", str(level))
        return
    assert ground.fill == "#FFFFFF"
    if answer is None:
        assert (bool(ground.dashes), figure) == (True, []), "not asked is not “?”: nobody did not know"
        return
    (figure,) = figure
    assert (not ground.dashes) == (answer is Answer.DOES_NOT_APPLY)
    assert figure.text == ("–" if answer is Answer.DOES_NOT_APPLY else "?")


def test_severity_is_never_red_amber_or_green() -> None:
    severe = facts(with_levels(*("3",) * 24))
    for chart in ("ratings", "strip", "bar", "legend"):
        assert not {RED, AMBER, GREEN} & set(fills(CHARTS[chart](severe)))


def test_the_five_states_of_a_point_are_five_marks() -> None:
    drawn = {state: repr(list(shapes(Drawing(9, 9, point_mark(0, 0, 9, state, PAPER))))) for state in PointState}
    assert len(set(drawn.values())) == len(PointState) == 5
    dashed = [state for state, looks in drawn.items() if "dashes=(2.0, 1.5)" in looks]
    assert dashed == [PointState.NOT_JUDGED], "not judged is told from open by more than its colour"


@pytest.mark.parametrize("state", PointState)
def test_a_mark_has_its_word_beside_it(state: PointState) -> None:
    assert not problems(point_label(state, PAPER, WORDS, 64))
    assert len(labels(point_label(state, PAPER, WORDS, 64))) == 1


def test_the_tally_shows_all_five_states_zero_too_and_adds_up() -> None:
    found = facts(complete())
    counts = [int(s.text) for s in labels(point_tally(found.verdict.tally, PAPER, WORDS, 487)) if s.text.isdigit()]
    assert len(counts) == 5
    assert sum(counts) == 15


def result(*levels: str) -> ModeResult:
    return facts(with_levels(*levels)).results[0]


def test_a_range_is_drawn_only_where_a_sign_is_open() -> None:
    assert len([s for s in shapes(mode_bar(result("3", "2", "1", "0"), PAPER, 128, 44)) if isinstance(s, Line)]) == 5
    open_one = mode_bar(result("3", "2", "1", "n"), PAPER, 128, 44)
    assert len([s for s in shapes(open_one) if isinstance(s, Line)]) == 5 + 3


def test_a_mode_of_which_too_little_is_known_has_no_bar() -> None:
    drawing = mode_bar(result("2", "n", "n", "n"), PAPER, 128, 44)
    assert [s.text for s in labels(drawing)] == ["?"]
    assert not set(fills(drawing)) & set(PAPER.ramp)


def moved(*values: str, baseline: str | None = "11.4", target: str | None = "7", unit: str = "days") -> Movement:
    readings = tuple(Reading(START + timedelta(days=90 * n), Decimal(v)) for n, v in enumerate(values))
    begun, wanted = (None if text is None else Decimal(text) for text in (baseline, target))
    return Movement("m", "Time to find a leak", unit, begun, wanted, readings)


METRICS = [
    moved("9.3", "7.6", "6.8"),
    moved("6.8"),
    moved("6.8", baseline=None, target=None),
    moved("5", "5", "5", baseline="5", target="5"),
    moved(*[str(n) for n in range(40)]),
    moved("1000000000000", "12345678901234.5", unit="a very long unit that nobody should use here"),
    moved("61", "64", baseline="61", target="70", unit="%"),
    moved("1", "2", "3", "4", "5", "6", unit=""),
]


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize(("width", "large"), [(240, False), (211, True)])
@pytest.mark.parametrize("begun", [None, date(2026, 1, 12)])
def test_the_line_of_a_metric_holds_any_figures(
    metric: Movement, width: float, large: bool, begun: date | None
) -> None:
    drawing = metric_line(metric, begun, PAPER, WORDS, width, large)
    assert not problems(drawing)
    assert labels(drawing)[-1].text


BUDGETS = [
    budget_of("10", "20", "30", "40"),
    budget_of("98765432109876.55", "1", "0", "0", cost="0.01"),
    budget_of("1", "1", "1", "1", cost="98765432109876.55", currency="x" * 200),
    budget_of("50000", "50000", "50000", "49999"),
    budget_of("300000", "100000", "90000", "10000", cost=None),
    budget_of("0", "0", "0", "0", cost="0"),
    replace(budget_of("1", "2"), rule=None),
]


@pytest.mark.parametrize("found", BUDGETS)
def test_the_scales_of_money_hold_any_sums(found: Budget) -> None:
    assert not problems(budget_scale(found, PAPER, WORDS, 487))
    assert not problems(planned_range(found, PAPER, WORDS, 211, 10.1))


def test_large_sums_are_written_as_a_director_writes_them() -> None:
    texts = " ".join(
        s.text for s in labels(budget_scale(budget_of("124000000", "1", cost="62000000"), PAPER, WORDS, 487))
    )
    assert "£124 M" in texts.replace("\u00a0", " ")
    assert ",000,000" not in texts


def rows(*dues: date | None) -> list[CalendarRow]:
    return [
        CalendarRow(
            key=str(n), number=n + 1, name=f"Action by name {n}", owner="Margaret Oduya",
            start=due - timedelta(days=9) if due else None, due=due,
            said=f"{due.day} {due.month}" if due else "No date yet", late=False, first=True,
        )
        for n, due in enumerate(dues)
    ]  # fmt: skip


def drawn(
    found: Sequence[CalendarRow], ties: Sequence[Tie] = (), marks: Sequence[DayMark] = (), width: float = 734
) -> Drawing:
    days = [
        START,
        *(row.due for row in found if row.due),
        *(row.start for row in found if row.start),
        *(m.day for m in marks),
    ]
    stages = [
        Stage("38: the pilot", "38", START),
        Stage("412: everywhere there is a district", "412", START + timedelta(200)),
    ]
    scale = CalendarScale(days, LEFT, width)
    groups = [CalendarGroup("First, what the decision rests on", 3, found)]
    return calendar(groups, stages, "Where it runs", marks, ties, scale, PAPER, WORDS, width, 400)


@pytest.mark.parametrize("days", [0, 1, 30, 400, 4000, 900_000])
def test_the_calendar_holds_any_span(days: int) -> None:
    found = rows(START + timedelta(days=days), START, None)
    wanted = DayMark(START + timedelta(days=min(days, 300)), "1 June: production is wanted", wanted=True)
    for width in (684, 734):
        assert not problems(drawn(found, [Tie("0", "1", "two working days to spare", False)], [wanted], width))


def test_the_calendar_copes_with_the_ends_of_time() -> None:
    assert not problems(drawn(rows(date.max, date(1, 1, 20))))


def test_rows_come_closer_before_they_need_another_page() -> None:
    assert drawn(rows(*[START + timedelta(days=n) for n in range(30)])).height <= 400.01


@pytest.mark.parametrize("width", [684, 734])
def test_a_stage_says_its_name_on_two_lines_before_it_is_cut(width: float) -> None:
    scale = CalendarScale([START, START + timedelta(200)], LEFT, width)
    stages = [
        Stage("38: the districts of the pilot", "38", START),
        Stage("120: the rest of North and West", "120", START + timedelta(145)),
        Stage("412: every district", "412", START + timedelta(200)),
    ]
    groups = [CalendarGroup("First", 3, rows(START + timedelta(60)))]
    made = calendar(groups, stages, "Where it runs", [], [], scale, PAPER, WORDS, width, 400)
    said = [shape.text for shape in labels(made)]

    assert not problems(made)
    assert not [text for text in said if "…" in text]
    assert "120: the rest of North and West" in " ".join(said)
    assert "412" in said
    assert not_whole(stages, scale) == [stages[2]], "and what has its count alone is named below the chart"


def test_what_a_line_across_means_is_said_whole_on_as_many_lines_as_it_takes() -> None:
    long = "A run at all districts, with nobody helping it along, and the reason why the tablets of the crews froze"
    marks = [DayMark(START + timedelta(20 + n), f"{n}. {long}") for n in range(4)]
    made = drawn(rows(START + timedelta(200)), marks=marks, width=684)
    found = [shape for shape in labels(made) if long in shape.text]

    assert not problems(made)
    assert [shape.text for shape in found] == [mark.text for mark in marks]
    assert len({shape.y for shape in found}) == 4


def test_a_line_across_never_runs_through_a_date() -> None:
    marks = [DayMark(START + timedelta(days=n), f"gate {n}") for n in range(0, 60, 7)]
    shown = list(shapes(drawn(rows(*[START + timedelta(days=n) for n in range(20)]), marks=marks)))
    for place, text in (
        (n, s) for n, s in enumerate(shown) if isinstance(s, String) and s.x > LEFT and " 11" in s.text
    ):
        grounds = [s for s in shown[:place] if isinstance(s, Rect) and s.fill == "#FFFFFF"]
        assert any(g.x <= text.x and text.x <= g.x + g.width and g.y <= text.y <= g.y + g.height for g in grounds)


def test_a_date_that_does_not_hold_is_red_and_one_that_is_missing_amber() -> None:
    found = rows(START + timedelta(days=30), None)
    late = [replace(found[0], late=True), found[1]]
    colours = {s.text: s.fill for s in labels(drawn(late))}
    assert colours[late[0].said] == RED
    assert colours["No date yet"] == AMBER
