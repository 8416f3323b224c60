"""The charts of an engagement one by one, to paste into slides."""

from __future__ import annotations

from models.diagnosis.diagnosis import coverage_text
from models.frozen import frozen
from models.plan.plan import loads
from models.plan.titles import titled
from models.playbook.budget import band_of
from models.values.letters import small
from models.values.numbers import count_word
from reports.charts.budget_band import budget_band
from reports.charts.colours import paper_colours
from reports.charts.cost_range import cost_range_bars
from reports.charts.heat_map import heat_map
from reports.charts.index_bars import index_bars
from reports.charts.owner_load import owner_load
from reports.charts.priority_bars import priority_bars
from reports.charts.radar import radar
from reports.charts.shapes import Drawing
from reports.charts.svg import chart_svg
from reports.charts.timeline import timeline
from reports.words.cost_words import cost_sentence
from reports.words.facts import Facts
from reports.words.phrases import due_text, owner_name, sentence
from reports.words.text import one_line

WIDTH, RADAR_WIDTH = 487.0, 320.0
"""Points."""


@frozen
class NamedChart:
    """A chart with the name of its file, its title, and what it shows in words."""

    name: str
    title: str
    description: str
    drawing: Drawing

    @property
    def svg(self) -> bytes:
        """The chart as an SVG file."""
        return chart_svg(self.drawing, self.title, self.description)


def charts_of(facts: Facts) -> tuple[NamedChart, ...]:
    """Every chart the engagement has something to show in, in the brand's colours on white."""
    return (*_diagnosis(facts), *_plan(facts), *_cost(facts))


def _colours(facts: Facts) -> tuple[str, str]:
    return facts.engagement.brand.primary, facts.engagement.brand.accent


def _diagnosis(facts: Facts) -> list[NamedChart]:
    words, colours = facts.words, paper_colours(*_colours(facts))
    standing = " ".join(
        words.gettext("{mode}: {band}, index {index}, {coverage}.").format(
            mode=facts.mode(r).short,
            band=small(r.standing_in(words)),
            index=r.shown_index,
            coverage=coverage_text(r, words),
        )
        for r in facts.ranked
    )
    modes = words.ngettext("One failure mode", "{count} failure modes", len(facts.results))
    modes = sentence(modes.format(count=count_word(len(facts.results), words)))
    then = [moved.then for moved in facts.moved.modes] if facts.moved else []
    if facts.moved:
        modes = words.gettext("{modes}; dashed: the round before").format(modes=modes)
    found = [
        ("radar", modes, radar(facts.results, facts.method, colours, words, RADAR_WIDTH, before=then)),
        ("heat-map", words.gettext("Warning signs"), heat_map(facts.results, facts.method, colours, words, WIDTH)),
        ("modes", words.gettext("Failure modes, worst first"), index_bars(
            facts.ranked, facts.method, colours, words, WIDTH)),
    ]  # fmt: skip
    return [NamedChart(name, title, standing, drawing) for name, title, drawing in found]


def _plan(facts: Facts) -> list[NamedChart]:
    if not facts.lines:
        return []
    words, colours, engagement = facts.words, paper_colours(*_colours(facts)), facts.engagement
    named = {e.action.id: titled(one_line(e.action.title), words) for e in facts.lines}
    dates = "; ".join(f"{named[e.action.id]}: {due_text(e.action, words)}" for e in facts.lines)
    scores = "; ".join(f"{named[e.action.id]}: {e.priority.score}" for e in facts.lines)
    bars = priority_bars(facts.lines, colours, words, WIDTH, len(facts.lines))
    along = timeline(facts.lines, engagement, facts.method, colours, words, facts.held_on, WIDTH)
    found = [
        NamedChart("priorities", words.gettext("Priorities"), scores, bars),
        NamedChart("timeline", words.gettext("Timeline"), dates, along),
    ]
    if carried := loads(engagement.current):
        owners = "; ".join(
            f"{owner_name(load.actions[0], engagement) or words.gettext('Nobody yet')}: {len(load.actions)}"
            for load in carried
        )
        drawing = owner_load(carried, engagement, colours, words, WIDTH)
        found.append(NamedChart("owners", words.gettext("Work by owner"), owners, drawing))
    return found


def _cost(facts: Facts) -> list[NamedChart]:
    """The budget against the rule, or the rule alone where there is no budget yet."""
    pilot, words, colours = facts.engagement.pilot, facts.words, paper_colours(*_colours(facts))
    rule = facts.method.rules.production_cost
    title = words.gettext("What production is likely to cost")
    if facts.has_budget:
        return [NamedChart("budget", title, cost_sentence(facts), budget_band(facts.budget, colours, words, WIDTH))]
    if rule is None or pilot.cost is None or band_of(pilot.cost, rule) is None:
        return []
    drawing = cost_range_bars(pilot.cost, rule, pilot.currency, colours, words, WIDTH)
    return [NamedChart("cost", title, cost_sentence(facts), drawing)]
