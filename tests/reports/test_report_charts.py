"""Charts: plain shapes only, every label whole and inside, none over another, not known never drawn like fine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, product

import pytest
from report_cases import (
    HELD,
    TODAY,
    WORDS,
    all_not_known,
    built_in_method,
    complete,
    empty,
    full,
    hostile,
    many,
    thai,
    wide_method,
    with_levels,
)
from reportlab.pdfbase.pdfmetrics import getAscentDescent, getRegisteredFontNames
from round_cases import two_rounds

from models.diagnosis.diagnosis import Band, ModeResult
from models.diagnosis.voting import Tally
from models.engagement.engagement import Engagement
from models.method.method import Method
from models.method.rules import ProductionCost
from models.playbook.budget import Budget, CostKind, CostLine, Range
from models.rounds.modes import ModeMoved
from reports.charts.budget_band import budget_band
from reports.charts.colours import ChartColours, dark_colours, paper_colours
from reports.charts.cost_range import cost_range_bars
from reports.charts.heat_map import heat_map
from reports.charts.index_bars import index_bars
from reports.charts.marks import fitted, wrapped
from reports.charts.priority_bars import priority_bars
from reports.charts.radar import radar
from reports.charts.shapes import Circle, Drawing, Group, Line, Polygon, PolyLine, Rect, String
from reports.charts.timeline import timeline
from reports.figures.moved import moved_bar
from reports.figures.vote_distribution import ROUND, vote_distribution
from reports.type.fonts import OFTEN, register_fonts, text_width
from reports.words.facts import Facts

PLAIN = (Rect, Line, Circle, Polygon, PolyLine, String)
PAPER = paper_colours()
RULE = ProductionCost(Decimal(2), Decimal(5))

VOTES = (Tally((6, 1, 0, 0)), Tally((0, 2, 14, 0), 3), Tally((9999, 1, 9999, 12), 9999), Tally((0, 0, 0, 0), 7))

Chart = Callable[[Facts], Drawing]
CHARTS: dict[str, Chart] = {
    "radar": lambda f: radar(f.results, f.method, PAPER, WORDS),
    "radar, narrowest": lambda f: radar(f.results, f.method, PAPER, WORDS, 280, 220),
    "heat map": lambda f: heat_map(f.results, f.method, PAPER, WORDS),
    "heat map, low": lambda f: heat_map(f.results, f.method, PAPER, WORDS, 487, 228),
    "index bars": lambda f: index_bars(f.ranked, f.method, PAPER, WORDS),
    "index bars, bare": lambda f: index_bars(f.ranked, f.method, PAPER, WORDS, details=False),
    "priority bars": lambda f: priority_bars(f.lines, PAPER, WORDS),
    "timeline": lambda f: timeline(f.lines, f.engagement, f.method, PAPER, WORDS, HELD),
    "budget band": lambda f: budget_band(f.budget, PAPER, WORDS),
    "votes": lambda f: vote_distribution(VOTES, PAPER, WORDS),
    "votes, narrow": lambda f: vote_distribution(VOTES, PAPER, WORDS, 96),
    "votes, one round": lambda f: vote_distribution(VOTES[:1], PAPER, WORDS, 60),
    "cost range": lambda f: cost_range_bars(f.engagement.pilot.cost or Decimal(9), RULE, "GBP", PAPER, WORDS),
}
CASES: dict[str, Callable[[], Engagement]] = {
    "full": full,
    "complete": complete,
    "thai": thai,
    "empty": empty,
    "all not known": all_not_known,
    "hostile": hostile,
    "does not apply": lambda: with_levels("does-not-apply", "3", "n", "0", "1"),
    "one action": lambda: many(1, 1),
    "forty actions": lambda: many(40, 8),
}


def facts(engagement: Engagement, method: Method | None = None) -> Facts:
    return Facts(engagement, method or built_in_method(), TODAY, WORDS)


def shapes(node: object) -> Iterator[object]:
    if isinstance(node, Group):
        for child in node.shapes():
            yield from shapes(child)
    else:
        yield node


def box(text: String) -> tuple[float, float, float, float]:
    width = text_width(text.text, text.font, text.size)
    left = text.x - {"start": 0.0, "middle": width / 2, "end": width}[text.anchor]
    # Letters reach about 0.72 of the size up and 0.2 down; the font's own ascent counts room above accents.
    return left, text.y - 0.2 * text.size, left + width, text.y + 0.72 * text.size


def labels(drawing: Drawing) -> list[String]:
    return [s for s in shapes(drawing) if isinstance(s, String)]


def problems(drawing: Drawing) -> list[str]:
    """Labels that reach out of the drawing or lie on one another."""
    boxes = [(s.text, box(s)) for s in labels(drawing) if s.text.strip()]
    found = [
        f"{text!r} reaches outside: {b}"
        for text, b in boxes
        if b[0] < -0.5 or b[1] < -0.5 or b[2] > drawing.width + 0.5 or b[3] > drawing.height + 0.5
    ]
    for (first, a), (second, b) in combinations(boxes, 2):
        if min(a[2], b[2]) - max(a[0], b[0]) > 0.5 and min(a[3], b[3]) - max(a[1], b[1]) > 0.5:
            found.append(f"{first!r} lies on {second!r}")
    return found


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("case", CASES)
def test_labels_are_inside_and_apart(chart: str, case: str) -> None:
    for method in (built_in_method(), wide_method()):
        drawing = CHARTS[chart](facts(CASES[case](), method))
        assert not problems(drawing)
        assert all(isinstance(s, PLAIN) for s in shapes(drawing))


@pytest.mark.parametrize("width", [130.0, 310.0])
def test_what_moved_has_room_for_both_figures_wherever_a_mode_stands(width: float) -> None:
    results, method = facts(full()).results, built_in_method()
    indexes = [None, *map(Fraction, (0, 8, 50, 92, 100))]
    for then, now in product(indexes, repeat=2):
        ends = (replace(results[0], index=index) for index in (then, now))
        drawing = moved_bar(ModeMoved(method.modes[0], *ends, ()), PAPER, width, 28)
        assert not problems(drawing), (then, now)


def test_the_check_sees_a_cut_and_a_covered_label() -> None:
    drawing = Drawing(40, 20)
    drawing.add(String(2, 5, "much too long for this", "SourceSans", 9, "#000000"))
    drawing.add(String(2, 5, "over", "SourceSans", 9, "#000000"))
    assert len(problems(drawing)) == 2


@pytest.mark.parametrize(
    "colours", [PAPER, paper_colours("#FFE600", "#00FF88"), dark_colours(), dark_colours("#000000")]
)
def test_every_colour_comes_from_the_theme(colours: ChartColours) -> None:
    drawing = heat_map(facts(thai()).results, built_in_method(), colours, WORDS)
    used = {s.fill[1:].upper() for s in shapes(drawing) if isinstance(s, Rect)}
    assert used <= {c[1:].upper() for c in (*colours.ramp, colours.background)}


def test_no_label_of_a_sign_is_shortened() -> None:
    for method in (built_in_method(), wide_method()):
        texts = [s.text for s in labels(heat_map(facts(full(), method).results, method, PAPER, WORDS))]
        assert not [t for t in texts if "…" in t]


def test_heat_map_tells_the_four_kinds_of_answer_apart() -> None:
    engagement = with_levels("0", "3", "n", "does-not-apply")
    drawing = heat_map(facts(engagement).results[:1], built_in_method(), PAPER, WORDS, 487, 48)
    marks = [s.text for s in labels(drawing) if len(s.text) == 1]
    assert marks == ["0", "3", "?", "–"]
    cells = [s for s in shapes(drawing) if isinstance(s, Rect)]
    assert [not c.stroke for c in cells] == [True, True, False, False]
    assert [c.dashes for c in cells[2:]] == [(2, 2), ()]


def test_heat_map_does_not_show_not_asked_as_fine() -> None:
    drawing = heat_map(facts(empty()).results, built_in_method(), PAPER, WORDS)
    assert "?" not in [s.text for s in labels(drawing)], "nobody was asked, so nobody did not know"
    assert all(c.fill == "#FFFFFF" for c in shapes(drawing) if isinstance(c, Rect))


def areas(drawing: Drawing) -> list[Polygon]:
    return [s for s in shapes(drawing) if isinstance(s, Polygon) and s.fill]


def test_radar_joins_only_neighbours_that_are_known() -> None:
    assert len(areas(CHARTS["radar"](facts(full())))) == 6
    thai_facts = facts(thai())
    assert len(areas(CHARTS["radar"](thai_facts))) == 0
    unknown = len(thai_facts.banded(Band.NOT_KNOWN))
    texts = [s.text for s in labels(CHARTS["radar"](thai_facts))]
    assert texts.count("?") == unknown == 3
    assert not areas(CHARTS["radar"](facts(empty())))


def test_radar_shows_the_round_before_as_a_ghost() -> None:
    found = facts(two_rounds(leave_out=0))
    assert found.moved is not None
    then = [moved.then for moved in found.moved.modes]

    def dashed(drawing: Drawing) -> int:
        return sum(bool(s.dashes) for s in shapes(drawing) if isinstance(s, Line))

    plain, ghost = (radar(found.results, found.method, PAPER, WORDS, before=before) for before in ((), then))
    assert dashed(ghost) - dashed(plain) == 6
    assert len(areas(ghost)) == len(areas(plain))


def test_radar_of_a_half_known_mode_shows_no_dot() -> None:
    result: ModeResult = facts(with_levels("2", "n", "n", "n")).results[0]
    assert result.index is not None
    assert result.band is Band.NOT_KNOWN
    drawing = radar([result] * 6, built_in_method(), PAPER, WORDS)
    assert all(s.fill == "#FFFFFF" for s in shapes(drawing) if isinstance(s, Circle))


def test_one_bar_a_vote_the_first_vote_pale_above_the_last_dark_below() -> None:
    tallies = (Tally((0, 1, 4, 2), 1), Tally((7, 0, 0, 1)), Tally((0, 0, 7, 1)))
    drawing = vote_distribution(tallies, PAPER, WORDS)
    bars = [s for s in shapes(drawing) if isinstance(s, Rect)]
    assert len(bars) == 8 + 8, "the vote between the first and the last is told in words"
    middle = drawing.height - ROUND
    assert [bar.fill == PAPER.ramp[1] for bar in bars] == [bar.y >= middle for bar in bars]
    assert [s.text for s in labels(drawing)] == ["0", "1", "2", "3", "?"]


def test_more_votes_than_there_is_room_for_are_a_block_with_their_number() -> None:
    drawing = vote_distribution((Tally((0, 0, 9999, 1)),), PAPER, WORDS)
    assert next(s.text for s in labels(drawing)) == "9999"


def test_index_bars_have_no_bar_for_what_is_not_known() -> None:
    drawing = CHARTS["index bars"](facts(empty()))
    assert all(s.dashes for s in shapes(drawing) if isinstance(s, Rect))


def test_priority_bars_have_the_actions_under_their_numbers_in_the_plan_and_stop_at_the_limit() -> None:
    lines = facts(many(300, 60)).lines
    numbers = [s for s in labels(priority_bars(lines, PAPER, WORDS, most=12)) if s.x == 12]
    assert [s.text for s in numbers] == [str(line.number) for line in lines[:12]]


@pytest.mark.parametrize("days", [0, 1, 30, 400, 4000, 900_000])
def test_timeline_labels_stay_apart_over_any_span(days: int) -> None:
    start = date(2026, 1, 31)
    engagement = many(2, 2)
    first, second = engagement.current.actions
    plan = (replace(first, due=start + timedelta(days=days)), replace(second, due=start))
    engagement = replace(engagement, rounds=(replace(engagement.current, actions=plan),))
    found = facts(engagement)
    assert not problems(timeline(found.lines, engagement, found.method, PAPER, WORDS, start))


def test_timeline_copes_with_dates_before_the_workshop_and_the_ends_of_the_calendar() -> None:
    engagement = many(2, 2)
    first, second = engagement.current.actions
    plan = (replace(first, due=date.min), replace(second, due=date.max))
    engagement = replace(engagement, rounds=(replace(engagement.current, actions=plan),))
    found = facts(engagement)
    assert not problems(timeline(found.lines, engagement, found.method, PAPER, WORDS, HELD))


def test_no_line_of_the_calendar_runs_through_a_date_or_a_name() -> None:
    drawn = list(shapes(CHARTS["timeline"](facts(many(20, 12)))))
    uprights = [s for s in drawn if isinstance(s, Line) and s.x1 == s.x2]
    for place, text in ((n, s) for n, s in enumerate(drawn) if isinstance(s, String) and s.x > 226):
        left, low, right, high = box(text)
        if not any(left < line.x1 < right and line.y1 < low and high < line.y2 for line in uprights):
            continue
        grounds = [s for s in drawn[:place] if isinstance(s, Rect) and s.fill == PAPER.background]
        assert any(r.x <= left and right <= r.x + r.width and r.y <= low for r in grounds), text.text


def test_actions_without_owner_or_date_say_so() -> None:
    texts = [s.text for s in labels(CHARTS["timeline"](facts(full())))]
    assert "No date yet" in texts
    assert "No owner yet" in texts


def test_cost_range_holds_large_sums_and_long_currencies() -> None:
    drawing = cost_range_bars(Decimal("98765432109876.55"), RULE, "x" * 200, PAPER, WORDS)
    assert not problems(drawing)


@pytest.mark.parametrize(("low", "high"), [("1", "1.5"), ("1", "100"), ("2", "2.01"), ("99", "100"), ("1.25", "3.75")])
def test_charts_of_cost_hold_any_rule_that_a_pack_may_have(low: str, high: str) -> None:
    rule = ProductionCost(Decimal(low), Decimal(high))
    assert not problems(cost_range_bars(Decimal(186_400), rule, "GBP", PAPER, WORDS))
    for likely in ("1", "150000", "99000000"):
        assert not problems(budget_band(replace(budget_of(likely, likely), rule=rule), PAPER, WORDS))
    without = replace(budget_of("1", "2"), rule=None)
    assert not problems(budget_band(without, PAPER, WORDS))


def budget_of(*likely: str, cost: str | None = "100000", currency: str = "GBP") -> Budget:
    """A budget with one line of each sum, half as much at least and twice as much at most."""
    sums = [Decimal(text) for text in likely]
    lines = [CostLine(str(n), "", Range(s / 2, s, s * 2), False, True) for n, s in enumerate(sums)]
    kinds = [CostKind(str(n), f"Kind of cost {n}", (line,)) for n, line in enumerate(lines)]
    return Budget(tuple(kinds), None if cost is None else Decimal(cost), currency, RULE)


@pytest.mark.parametrize(
    "found",
    [
        budget_of("10", "20", "30", "40"),
        budget_of("98765432109876.55", "1", "0", "0", cost="0.01"),
        budget_of("1", "1", "1", "1", cost="98765432109876.55", currency="x" * 200),
        budget_of("50000", "50000", "50000", "49999"),
        budget_of("300000", "100000", "90000", "10000", cost=None),
        budget_of("0", "0", "0", "0", cost="0"),
        budget_of("-5", "0", "0", "0"),
        budget_of(),
    ],
)
def test_the_budget_band_holds_any_sums(found: Budget) -> None:
    for width in (300, 487, 720):
        assert not problems(budget_band(found, PAPER, WORDS, width))


def test_the_budget_band_shows_the_rule_the_plan_and_its_range() -> None:
    texts = [s.text for s in labels(budget_band(budget_of("60000", "60000", "60000", "60000"), PAPER, WORDS, 330))]
    assert "2 ×  £200,000" in texts
    assert "5 ×  £500,000" in texts
    assert "£240,000  (£120,000 – £480,000)" in texts
    assert "25%  Kind of cost 2" in texts


def test_wrapping_breaks_long_words_with_a_hyphen_and_says_what_it_left_out() -> None:
    lines = wrapped("W" * 300, "SourceSans", 8, 60, 2)
    assert len(lines) == 2
    assert lines[0].endswith("-")
    assert lines[1].endswith("…")
    assert all(text_width(line, "SourceSans", 8) <= 60 for line in lines)
    assert wrapped("", "SourceSans", 8, 60, 2) == []
    assert fitted("short", "SourceSans", 8, 60) == "short"


def test_registering_fonts_twice_does_nothing() -> None:
    register_fonts()
    before = list(getRegisteredFontNames())
    register_fonts()
    assert list(getRegisteredFontNames()) == before
    assert set(OFTEN) <= set(before)
    assert getAscentDescent("SourceSans", 10)[0] > 0
