"""What is not known yet, how the numbers are made, and who signs."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from models.diagnosis.diagnosis import Band, ModeResult, why_this_number
from models.engagement.engagement import Stakeholder
from models.method.rules import PriorityRule
from models.values.names import group_name
from models.values.numbers import count_word, shown_number
from models.values.terms import Answer
from reports.layout.page_kit import PageKit
from reports.layout.tables import Column, Row
from reports.pages.captured import closed_with_gaps
from reports.words.facts import Facts
from reports.words.findings import numbers_title, open_title, sign_off_title
from reports.words.phrases import person, sentence
from reports.words.text import shown

ROOM_FOR_ROWS = 190
"""Points a table needs below its title; with less left the part begins on a new page."""
LINE_FOR_SIGNING = 24


def not_known(kit: PageKit, facts: Facts) -> list[Flowable]:
    """The open signs with whom to ask and what to ask for."""
    words = facts.words
    story = kit.heading(words.gettext("What is not known yet"), open_title(facts))
    if not facts.open_signs:
        text = words.gettext("Nothing was left open: each sign has a level, or a reason why it does not apply.")
        return kit.together([*story, kit.paragraph(text, "lead")])
    text = words.gettext(
        "What is not known is left out of every index, and never counts as fine. Settling it may move a mode."
    )
    story.append(kit.paragraph(text, "lead"))
    columns = [
        Column(words.gettext("State"), 62),
        Column(words.gettext("Warning sign"), 158),
        Column(words.gettext("Whom to ask"), 92),
        Column(words.gettext("What to ask for"), 175),
    ]
    return [*kit.together(story, ROOM_FOR_ROWS), kit.table(columns, _open_rows(kit, facts))]


def _open_rows(kit: PageKit, facts: Facts) -> list[Row]:
    words = facts.words
    rows: list[Row] = []
    last = ""
    for mode, sign, answer in facts.open_signs:
        if mode.id != last:
            rows.append(Row([kit.paragraph(mode.title, "group")], group=True))
            last = mode.id
        state = words.gettext("Not known") if answer is Answer.NOT_KNOWN else words.gettext("Not asked yet")
        ask = sentence(words.gettext(", ").join(group_name(g, words) for g in sign.ask))
        evidence = sign.evidence[0] if sign.evidence else "–"
        rows.append(
            Row([kit.paragraph(state, "cell-missing"), kit.paragraph(sign.title, "cell-strong"), ask, evidence])
        )
    return rows


def numbers(kit: PageKit, facts: Facts, further: Sequence[str] = ()) -> list[Flowable]:
    """The formulae, `further` ones too, and each mode's index worked out."""
    _ = facts.words.gettext
    story = kit.heading(_("How the numbers are made"), numbers_title(facts))
    for text in (*_formulae(facts), *further):
        story.append(kit.paragraph(text))
    columns = [Column(_("Failure mode"), 130), Column(_("Index, worked out"), 357)]
    rows = [Row([kit.paragraph(facts.mode(r).short, "cell-strong"), _working(kit, facts, r)]) for r in facts.results]
    return [*kit.together(story, ROOM_FOR_ROWS), kit.table(columns, rows)]


def _formulae(facts: Facts) -> list[str]:
    _, rules = facts.words.gettext, facts.method.rules
    return [
        _(
            "Index of a failure mode = 100 × sum of levels ÷ (3 × number of signs with a level). Signs that are not "
            "known, not asked yet, or do not apply stay out of the sum."
        ),
        _(
            "Bands: low below {moderate}, moderate from {moderate}, high from {high}, critical from {critical}. One "
            "severe sign makes a mode at least high. Low or moderate is claimed only where at least as many signs are "
            "answered as are open."
        ).format(moderate=rules.bands.moderate, high=rules.bands.high, critical=rules.bands.critical),
        _priority_formula(facts),
        _cost_formula(facts),
    ]


def _priority_formula(facts: Facts) -> str:
    rule = facts.method.rules.priority
    text = facts.words.gettext(
        "Priority of an action = {severity} × highest level ÷ 3 + {reach} × reasons for it (at most {most}) ÷ {most} "
        "+ {ease} × (1 − days (at most {days}) ÷ {days}). "
        "An action of the room's own counts as level {own}; {reasons}, a gap in the playbook as level {gap}. Where the "
        "room placed the impact, its share stands for level and reasons."
    )
    return text.format(
        severity=rule.severity,
        reach=rule.reach,
        most=rule.most_reasons,
        ease=rule.ease,
        days=rule.most_days,
        own=rule.own,
        reasons=_other_reasons(rule, facts),
        gap=rule.gap,
    )


def _other_reasons(rule: PriorityRule, facts: Facts) -> str:
    """What the two most frequent reasons that are no signs count as."""
    if rule.open_point == rule.contradiction:
        text = facts.words.gettext("an open readiness point or a contradiction as level {point}")
    else:
        text = facts.words.gettext("an open readiness point as level {point}, a contradiction as level {contradiction}")
    return text.format(point=rule.open_point, contradiction=rule.contradiction)


def _cost_formula(facts: Facts) -> str:
    _, rule = facts.words.gettext, facts.method.rules.production_cost
    if rule is None:
        return _("Weights and bands are the method's own conventions.")
    text = _(
        "Cost of production = {low} to {high} times the pilot's cost. Weights, bands and this rule are the method's "
        "own conventions."
    )
    return text.format(low=shown_number(rule.low), high=shown_number(rule.high))


def _working(kit: PageKit, facts: Facts, result: ModeResult) -> list[Flowable]:
    """The sum, then whatever else set the band; the formula and the plain bands stand above the table already."""
    lines = why_this_number(result, facts.words)
    if result.index is not None:
        special = result.band is Band.NOT_KNOWN or (result.severe > 0 and result.index < result.bands.high)
        lines = lines[1:] if special else lines[1:-1]
    return [kit.paragraph(text, "cell-muted" if row else "cell") for row, text in enumerate(lines)]


def sign_off(kit: PageKit, facts: Facts) -> list[Flowable]:
    """The decision once more, and a line for each owner to sign on: on one page, as long as it holds them all."""
    _ = facts.words.gettext
    owners = _owners(facts)
    story = kit.heading(_("Sign-off"), sign_off_title(facts, len(owners)))
    if decision := facts.engagement.pilot.decision_asked.strip():
        story.append(kit.decision(decision))
    story += closed_with_gaps(kit, facts)
    story.append(kit.space(14))
    columns = [Column(_("Name"), 150), Column(_("Signs for"), 117), Column(_("Signature"), 150), Column(_("Date"), 70)]
    rows = [Row([kit.paragraph(name, "cell-strong"), text, kit.space(LINE_FOR_SIGNING), ""]) for name, text in owners]
    facilitator = kit.paragraph(facts.engagement.current.assessment.facilitator, "cell-strong")
    rows.append(Row(["", _("Sponsor"), kit.space(LINE_FOR_SIGNING), ""]))
    rows.append(Row([facilitator, _("Facilitator"), kit.space(LINE_FOR_SIGNING), ""]))
    table = kit.table(columns, rows)
    room = table.height if kit.fits([*story, table]) else ROOM_FOR_ROWS
    return [*kit.together(story, room), table, *_took_part(kit, facts)]


def _owners(facts: Facts) -> list[tuple[str, str]]:
    """Each owner of an accepted action once, with how many actions they sign for."""
    counts: dict[str, int] = {}
    for entry in facts.lines:
        if facts.owner(entry):
            counts[entry.action.owner_id] = counts.get(entry.action.owner_id, 0) + 1
    found = []
    for owner, count in counts.items():
        text = facts.words.ngettext("{count} action", "{count} actions", count).format(count=count)
        found.append((person(facts.engagement.stakeholder(owner)), text))
    return found


def _took_part(kit: PageKit, facts: Facts) -> list[Flowable]:
    """Who was in the room: name, role and part of the organisation. Decision rights and addresses are not printed."""
    words = facts.words
    present = [s for s in facts.engagement.stakeholders if s.present is not False and person(s)]
    if not present:
        return []
    names = [_name_and_role(s) for s in present]
    head = words.ngettext("One person took part", "{count} people took part", len(present)).format(
        count=sentence(count_word(len(present), words))
    )
    return [kit.paragraph(head, "section"), kit.paragraph(words.gettext("; ").join(names) + ".")]


def _name_and_role(who: Stakeholder) -> str:
    name, role = shown(who.name.strip()), shown(who.role.strip())
    return f"{name} ({role})" if name and role else name or role
