"""The readiness points: how each was judged, what shows it, who sees to it, and which action answers it."""

from __future__ import annotations

from collections.abc import Container, Sequence

from models.engagement.judgements import Judgement
from models.method.method import ReadinessPoint
from models.readiness.readiness import WaiverPart, has_run_out, waiver_lacks
from models.values.months import long_date
from models.values.terms import PointState
from reports.figures.point_label import point_label, point_tally
from reports.layout.flowables import Flowable
from reports.layout.marks import Drawn
from reports.layout.page_kit import PageKit
from reports.layout.tables import CLOSE, GUTTER, Column, HouseTable, Row, TableLook
from reports.tagging.structure import Tag
from reports.words.facts import Facts
from reports.words.plan_words import listed
from reports.words.shortener import Shortener

SHARES = (69, 116, 191, 69, 42)
"""Widths of the columns, which are shares of the page's: state, point, what shows it, owner, action."""
TIGHT_SHARES = (SHARES, (66, 116, 196, 69, 40), (66, 108, 204, 69, 40), (64, 116, 201, 66, 40))
"""Those from which a tight table takes the lowest."""


def tally(kit: PageKit, facts: Facts) -> Flowable:
    """How many points are judged how, all five states in a row, read as one line."""
    drawing = point_tally(facts.verdict.tally, kit.colours, facts.words, kit.width)
    return Drawn(drawing, Tag("P"))


def points_table(
    kit: PageKit,
    facts: Facts,
    short: Shortener | None = None,
    only: Container[PointState] | None = None,
    look: TableLook = CLOSE,
) -> HouseTable:
    """The points in their groups; those in a state of `only`, if given. `short` may shorten what people wrote."""
    made = [
        _table(kit, facts, short or Shortener(), only, look, shares)
        for shares in (TIGHT_SHARES if look.cell == "tight" else (SHARES,))
    ]
    return min(made, key=lambda table: table.height)


def _table(
    kit: PageKit,
    facts: Facts,
    short: Shortener,
    only: Container[PointState] | None,
    look: TableLook,
    shares: Sequence[float],
) -> HouseTable:
    _ = facts.words.gettext
    titles = (_("State"), _("Point"), _("What shows it, or why not"), _("Owner"), _("Action"))
    columns = [
        Column(title, share, right=n == 4, names_row=n == 1)
        for n, (title, share) in enumerate(zip(titles, shares, strict=True))
    ]
    state = kit.width * shares[0] / sum(shares) - GUTTER
    rows: list[Row] = []
    for group in facts.method.readiness:
        points = [point for point in group.points if only is None or facts.states[point.id] in only]
        if points:
            rows.append(Row([kit.paragraph(group.title, "group")], group=True))
        for point in points:
            rows += _rows(kit, facts, point, short, look, state)
    return kit.table(columns, rows, look)


def _rows(
    kit: PageKit, facts: Facts, point: ReadinessPoint, short: Shortener, look: TableLook, width: float
) -> list[Row]:
    """A point; the column of its state is so wide."""
    judged, style = facts.engagement.current.judgements.get(point.id), look.cell
    owner = short.name(facts.person(judged.owner_id if judged else ""))
    action = answered_by(facts, point.id)
    rows = kit.rows(
        [
            [],
            [(point.title, f"{style}-strong")],
            _shows(facts, point, judged, short, style),
            [(owner, style)],
            [(str(action) if action else "", f"{style}-right-muted")],
        ]
    )
    state = Drawn(point_label(facts.states[point.id], kit.colours, facts.words, width), Tag("P"))
    return [Row([state, *rows[0].cells[1:]], joined=rows[0].joined), *rows[1:]]


def answered_by(facts: Facts, point_id: str) -> int | None:
    """The number of the action that settles an open or waived point: the one that confirms the fewest others."""
    if facts.states[point_id] not in (PointState.OPEN, PointState.WAIVED, PointState.NOT_JUDGED):
        return None
    found = []
    for line in facts.lines:
        template = facts.template(line.action.proposal)
        if template and point_id in template.confirms:
            found.append((len(template.confirms), line.number))
        elif not template and any(point_id in _confirmed_through(facts, reason.id) for reason in line.because):
            found.append((len(facts.states), line.number))
    return min(found)[1] if found else None


def _confirmed_through(facts: Facts, reason_id: str) -> set[str]:
    """The points that the actions against a sign confirm: what is found out of the sign answers them first."""
    sign = next((s for s in facts.method.signs if s.id == reason_id), None)
    return {point for action in (sign.actions if sign else ()) for point in facts.method.action(action).confirms}


def _shows(
    facts: Facts, point: ReadinessPoint, judged: Judgement | None, short: Shortener, style: str
) -> list[tuple[str, str]]:
    """What was written about a point, each with its style."""
    _, state = facts.words.gettext, facts.states[point.id]
    if judged is None or state is PointState.NOT_JUDGED:
        said = short(judged.evidence.strip()) if judged else ""
        return [(said, style)] if said else [(_("Nobody has said yet how it is."), f"{style}-muted")]
    evidence, reason = short(judged.evidence.strip()), short(judged.reason.strip())
    found = [(evidence, style)] if evidence else []
    if judged.state is PointState.WAIVED:
        found.append((_waiver(facts, judged, short), f"{style}-note" if found else style))
    elif state is PointState.DOES_NOT_APPLY and reason:
        found.append((reason, style))
    elif state is PointState.CONFIRMED and not found:
        found.append((_("Nothing is named that shows it."), f"{style}-missing"))
    return found or [(_("Nothing noted."), f"{style}-muted")]


def _waiver(facts: Facts, judged: Judgement, short: Shortener) -> str:
    """Who waived a point, until when and why; or what the waiver still lacks."""
    _, lacks = facts.words.gettext, waiver_lacks(judged)
    who, reason = short.name(facts.person(judged.waived_by)), short(judged.reason.strip())
    if lacks:
        names = {
            WaiverPart.BY: _("who answers for it"),
            WaiverPart.REASON: _("the reason"),
            WaiverPart.UNTIL: _("until when"),
        }
        text = _("A waiver was begun; not said yet: {lacks}.").format(
            lacks=listed([names[part] for part in lacks], facts)
        )
        return f"{text} {reason}".strip()
    until = long_date(judged.until, facts.words) if judged.until else ""
    text = _("Waived by {who} until {until}: {reason}")
    if has_run_out(judged, facts.today):
        text = _("The waiver by {who} ran out on {until}: {reason}")
    return text.format(who=who, until=until, reason=reason)
