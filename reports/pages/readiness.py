"""Whether the pilot is ready: the 15 points with their state, what shows it, who sees to it, and what is waived."""

from __future__ import annotations

from collections.abc import Container

from reportlab.platypus import Flowable

from models.engagement.judgements import Judgement
from models.method.method import ReadinessPoint
from models.readiness.readiness import has_run_out, rule_text, state_of
from models.values.months import short_date
from models.values.names import point_state_name
from models.values.terms import PointState
from reports.layout.marks import Pill
from reports.layout.page_kit import PageKit
from reports.layout.tables import Column, Row
from reports.type.ink import AMBER, GREEN, RED
from reports.words.facts import Facts
from reports.words.findings import readiness_title
from reports.words.shortener import Shortener

STATE_WIDTH = 84
ROOM_FOR_ROWS = 150


def readiness(kit: PageKit, facts: Facts) -> list[Flowable]:
    """The verdict with its rule, all points, and what does not add up."""
    words = facts.words
    story = kit.heading(words.gettext("Readiness for production"), readiness_title(facts))
    story.append(kit.paragraph(rule_text(words)))
    if not facts.engagement.current.judgements:
        return [*kit.together(story), *contradictions_part(kit, facts)]
    return [*kit.together(story, ROOM_FOR_ROWS), points_table(kit, facts), *contradictions_part(kit, facts)]


def in_the_way(kit: PageKit, facts: Facts) -> list[Flowable]:
    """The verdict with its rule, and what stands between the pilot and production."""
    words, found = facts.words, facts.verdict
    story = kit.heading(words.gettext("Readiness for production"), readiness_title(facts))
    story.append(kit.paragraph(rule_text(words)))
    if not facts.engagement.current.judgements:
        return [*kit.together(story), *contradictions_part(kit, facts)]
    rest = len(found.confirmed) + len(found.not_applying)
    if rest:
        text = words.ngettext(
            "One point is confirmed or does not apply; the go/no-go sheet has them all.",
            "{count} points are confirmed or do not apply; the go/no-go sheet has them all.",
            rest,
        )
        story.append(kit.paragraph(text.format(count=rest)))
    if not found.open and not found.waived:
        return [*kit.together(story), *contradictions_part(kit, facts)]
    table = points_table(kit, facts, only={*found.open, *found.waived})
    return [*kit.together(story, ROOM_FOR_ROWS), table, *contradictions_part(kit, facts)]


def points_table(
    kit: PageKit, facts: Facts, short: Shortener | None = None, only: Container[str] | None = None
) -> Flowable:
    """The points in their groups, or those of the ids in `only`; what people wrote passes `short`."""
    short = short or Shortener()
    _ = facts.words.gettext
    columns = [
        Column(_("State"), STATE_WIDTH),
        Column(_("Point"), 138),
        Column(_("What shows it, or why not"), 187),
        Column(_("Owner"), 78),
    ]
    rows: list[Row] = []
    for group in facts.method.readiness:
        points = [point for point in group.points if only is None or point.id in only]
        if points:
            rows.append(Row([kit.paragraph(group.title, "group")], group=True))
        for point in points:
            rows += _point_rows(kit, facts, point, short)
    return kit.table(columns, rows)


def _point_rows(kit: PageKit, facts: Facts, point: ReadinessPoint, short: Shortener) -> list[Row]:
    judged = facts.engagement.current.judgements.get(point.id)
    owner = short.name(facts.person(judged.owner_id if judged else ""))
    rows = kit.rows([[], [(point.title, "cell-strong")], _shows(facts, judged, short), [(owner, "cell")]])
    state = state_pill(facts, state_of(judged, facts.today))
    return [Row([state, *rows[0].cells[1:]], joined=rows[0].joined), *rows[1:]]


def state_pill(facts: Facts, state: PointState) -> Pill:
    """The state as a mark, a word and a colour."""
    words = facts.words
    mark, colour = {
        PointState.NOT_JUDGED: ("–", None),
        PointState.CONFIRMED: ("✓", GREEN),
        PointState.OPEN: ("☐", RED),
        PointState.WAIVED: ("▲", AMBER),
        PointState.DOES_NOT_APPLY: ("–", None),
    }[state]
    short = words.gettext("Not applying")  # the name in full is wider than the pill
    name = short if state is PointState.DOES_NOT_APPLY else point_state_name(state, words)
    return Pill(f"{mark} {name}", colour, STATE_WIDTH - 14)


def _shows(facts: Facts, judged: Judgement | None, short: Shortener) -> list[tuple[str, str]]:
    """What was written about a point, each with its style."""
    _ = facts.words.gettext
    if judged is None:
        return [(_("Not judged yet."), "cell-muted")]
    evidence, reason = short(judged.evidence.strip()), short(judged.reason.strip())
    found = [(evidence, "cell")] if evidence else []
    if judged.state is PointState.WAIVED:
        found.append((_waiver(facts, judged, short), "cell-note" if found else "cell"))
    elif judged.state is PointState.DOES_NOT_APPLY:
        found.append((_("Does not apply: {reason}").format(reason=reason) if reason else _("Does not apply."), "cell"))
    elif judged.state is PointState.CONFIRMED and not found:
        found.append((_("Nothing is named that shows it."), "cell-missing"))
    return found


def _waiver(facts: Facts, judged: Judgement, short: Shortener) -> str:
    """Who waived a point, until when and why; and whether that no longer holds."""
    _ = facts.words.gettext
    who = short.name(facts.person(judged.waived_by)) or _("nobody named")
    until = short_date(judged.until, facts.words) if judged.until else _("no day named")
    text = _("Waived by {who} until {until}: {reason}")
    if has_run_out(judged, facts.today):
        text = _("A waiver that no longer holds, by {who}, until {until}: {reason}")
    return text.format(who=who, until=until, reason=short(judged.reason.strip()) or _("no reason given"))


def contradictions_part(kit: PageKit, facts: Facts) -> list[Flowable]:
    """Everything that does not add up, as sentences; nothing where there is nothing."""
    if not facts.contradictions:
        return []
    words = facts.words
    head = kit.paragraph(words.gettext("What does not add up"), "section")
    return [head, kit.listed("▲", [found.sentence for found in facts.contradictions])]
