"""The slides that say what was found: the first one, the decision, the modes, what it costs, what is not known."""

from __future__ import annotations

from pptx.enum.text import PP_ALIGN

from models.diagnosis.diagnosis import Band, ModeResult
from models.playbook.budget import Range
from models.readiness.readiness import points_of
from models.statements.standing import evidence_for_client, what_decides
from models.values.letters import headed, small
from models.values.months import long_date
from models.values.names import group_name, point_state_name
from reports.figures.mode_bar import band_colour
from reports.pages.overview import lead
from reports.pages.readiness import asked_of
from reports.pages.what_decides import bar_in_words, signs_in_words, source_line
from reports.slides.area import Area
from reports.slides.chart import Bar, add_bars
from reports.slides.kit import BRAND, QUIET, Look, SlideKit, SlidePage
from reports.slides.table import Cell, Column, table_slides
from reports.words.cost_words import cost_sentence
from reports.words.facts import Facts, OpenSign
from reports.words.findings import as_title, budget_title, open_title, readiness_title
from reports.words.not_known import finds_out
from reports.words.open_signs import how_many_open, open_head, state_name, was_text
from reports.words.phrases import money, sentence, subject
from reports.words.text import one_line
from reports.words.what_works import in_good_order, metric_text, moved_metric, works_title

CHART, BESIDE = 0.62, 0.68
"""Shares of the width: where the chart ends, and where what decides begins beside it."""
TOLD = 3
"""Modes of which is told what decides."""
HEAD, TEXT = Look(13, BRAND, bold=True), Look(16)
STRONG, SUM = Look(14.4, bold=True), Look(14.4, align=PP_ALIGN.RIGHT)
HEADS = 0.24
"""Share of the width for what names a line."""


def cover(kit: SlideKit) -> None:
    """The finding that leads, whose pilot it is, and of which day."""
    facts = kit.facts
    day = kit.words.gettext("{document}, {date}").format(document=kit.kind, date=long_date(facts.held_on, kit.words))
    brand = facts.engagement.brand
    kit.cover(
        as_title(facts.headline), [subject(facts.engagement, kit.words), day, brand.practice, brand.confidentiality]
    )


def decision(kit: SlideKit) -> None:
    """A finding: the verdict, what is asked of whom, what works, what it costs, and how much is open."""
    facts, words = kit.facts, kit.words
    nothing = words.gettext("Nothing has been found in good order yet.")
    rows = [
        (asked_of(facts), facts.engagement.pilot.decision_asked),
        (works_title(moved_metric(facts), words), " ".join(_works(facts)) or nothing),
        (words.gettext("What it costs"), cost_sentence(facts)),
        (open_head(facts), how_many_open(facts)),
    ]
    rows = [row for row in rows if row[1].strip()]
    states = [
        f"{headed(p.title, small(point_state_name(facts.states[p.id], words)), words)}."
        for p in points_of(facts.method)
    ]
    source = words.gettext("Source: {count} points of readiness, as they were judged.").format(count=len(states))
    notes = [*(headed(head, text, words) for head, text in rows), *states]
    _lines(kit, kit.page(readiness_title(facts), subject(facts.engagement, words), source, notes), rows)


def _works(facts: Facts) -> list[str]:
    """The metric that moved, then what is in good order."""
    moved, found = moved_metric(facts), [one.text for one in in_good_order(facts, 3)]
    if moved is None or moved.baseline is None:
        return found
    text = facts.words.gettext("{metric}: {figures}.")
    return [text.format(metric=one_line(moved.title), figures=metric_text(moved, facts)), *found]


def _lines(kit: SlideKit, page: SlidePage, rows: list[tuple[str, str]]) -> None:
    """What each is about, and what there is to say of it, under a hairline."""
    area = page.area
    height = area.height / max(len(rows), 1)
    for number, (head, text) in enumerate(rows):
        part = Area(area.left, area.top + number * height, area.width, height)
        kit.rule(page.slide.shapes, part.left, part.top, part.left + part.width, kit.colours.rule)
        inner = part.below(9)
        kit.text(page.slide, inner.column(0, HEADS - 0.02), head, HEAD)
        kit.text(page.slide, inner.column(HEADS, 1), text, Look(18 if not number else 16))


def modes(kit: SlideKit) -> None:
    """A chart: every mode from the worst down, and beside it what decides in those that lead."""
    facts, words = kit.facts, kit.words
    known = words.gettext("Higher is worse. Thin line: where it can end once all is known. {source}")
    told = [f"{bar_in_words(facts, r)} {signs_in_words(facts, r)}" for r in facts.ranked]
    page = kit.page(
        as_title(facts.headline), lead(facts), known.format(source=source_line(facts)), [*told, *_evidence(facts)]
    )
    left = page.area.column(0, CHART)
    series = words.gettext("What holds it back, 0 to 100")
    kit.text(page.slide, left.upper(18), series, Look(13, QUIET))
    add_bars(kit, page.slide, left.below(20), [_bar(kit, r) for r in facts.ranked], series, " ".join(told))
    _beside(kit, page)


def _bar(kit: SlideKit, result: ModeResult) -> Bar:
    name, known = kit.facts.mode(result).short, result.index is not None and result.band is not Band.NOT_KNOWN
    if not known:
        name = headed(name, small(result.standing_in(kit.words)), kit.words)
    value = float(result.index) if known and result.index is not None else None
    colour = band_colour(result.band, kit.colours) if known else kit.colours.muted
    return Bar(name, value, colour, float(result.lowest), float(result.highest))


def _evidence(facts: Facts) -> list[str]:
    """What decides in each mode, whole, for the notes."""
    found = ((r, what_decides(facts.method, facts.engagement.current, r)) for r in facts.ranked)
    current = facts.engagement.current
    return [
        headed(facts.mode(r).short, evidence_for_client(current, d.sign.id) or d.text, facts.words)
        for r, d in found
        if d
    ]


def _beside(kit: SlideKit, page: SlidePage) -> None:
    facts, area = kit.facts, page.area.column(BESIDE, 1)
    found = [(r, what_decides(facts.method, facts.engagement.current, r)) for r in facts.ranked]
    rows = [(facts.mode(r).short, d.text) for r, d in found if d][:TOLD]
    height = area.height / TOLD
    for number, (head, text) in enumerate(rows):
        top = area.top + number * height
        kit.rule(page.slide.shapes, area.left, top, area.left + area.width, kit.colours.rule)
        kit.text(page.slide, Area(area.left, top + 8, area.width, 17), head, HEAD)
        kit.text(page.slide, Area(area.left, top + 27, area.width, height - 33), text, TEXT)


def cost(kit: SlideKit) -> None:
    """A table: each kind of cost, once, a year, and the first year with its range; nothing while none is entered."""
    facts, _ = kit.facts, kit.words.gettext
    found = facts.budget
    if not facts.has_budget:
        return
    columns = [
        Column(_("Kind of cost"), 190, STRONG),
        Column(_("Once"), 90, SUM),
        Column(_("A year"), 90, SUM),
        Column(_("First year"), 100, Look(14.4, bold=True, align=PP_ALIGN.RIGHT)),
        Column(_("From low to high"), 170, SUM),
    ]
    rows = [_cost_row(kit, kind.title, kind.one_off, kind.yearly, kind.first_year, kind.lines) for kind in found.kinds]
    rows.append(_cost_row(kit, _("All together"), found.one_off, found.yearly, found.first_year))
    source = _("Source: the cost lines of the playbook, and what the client said the pilot cost.")
    table_slides(kit, budget_title(facts), cost_sentence(facts), source, columns, rows, most=9)


def _cost_row(kit: SlideKit, name: str, once: Range, yearly: Range, first: Range, entered: object = True) -> list[Cell]:
    _, currency = kit.words.gettext, kit.facts.budget.currency
    if not entered:
        nothing = Look(14.4, QUIET, align=PP_ALIGN.RIGHT)
        return [Cell(name), Cell(""), Cell(""), Cell(_("Not entered"), nothing), Cell("")]
    likely = [money(amount.likely, currency, kit.words) if amount.likely else "–" for amount in (once, yearly, first)]
    low, high = (money(amount, currency, kit.words) for amount in (first.low, first.high))
    between = _("{low} to {high}").format(low=low, high=high)
    return [Cell(name), *map(Cell, likely), Cell(between)]


def open_signs(kit: SlideKit) -> None:
    """A table: every sign without a level, whom to ask, and who finds out; nothing where all have one."""
    facts, words = kit.facts, kit.words
    if not facts.open_signs:
        return
    before = any(one.last for one in facts.open_signs)
    columns = [
        Column(words.gettext("Question"), 330, Look(14.4, bold=True)), Column(words.gettext("Whom to ask"), 160),
        *([Column(words.gettext("State, and last time"), 180)] if before else []),
        Column(words.gettext("What to ask for"), 230), Column(words.gettext("Who finds out"), 180),
    ]  # fmt: skip
    rows = []
    for one in facts.open_signs:
        ask = sentence(words.gettext(", ").join(group_name(g, words) for g in one.sign.ask))
        evidence = one.sign.evidence[0] if one.sign.evidence else "–"
        state = [Cell(_state(facts, one))] if before else []
        who = finds_out(facts, one.sign.id) or "–"
        rows.append([Cell(one.sign.question), Cell(ask), *state, Cell(evidence), Cell(who)])
    lead_ = words.gettext("A sign without an answer is left out of every figure, never counted as fine.")
    table_slides(kit, open_title(facts), lead_, source_line(facts), columns, rows)


def _state(facts: Facts, one: OpenSign) -> str:
    """Why it has no level, and what it was last time."""
    state = state_name(one.why, facts.words)
    return (
        facts.words.gettext("{state}. Last time: {answer}").format(state=state, answer=was_text(one.last, facts))
        if one.last
        else state
    )
