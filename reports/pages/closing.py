"""How the numbers are made, what is not known in full, and who signs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from models.diagnosis.diagnosis import Band, ModeResult, why_this_number
from models.method.method import WarningSign
from models.method.rules import PriorityRule
from models.plan.waves import rule_text
from models.rounds.open_signs import Open
from models.values.names import group_name
from models.values.numbers import shown_number
from reports.layout.flowables import Flowable
from reports.layout.page_kit import PageKit
from reports.layout.tables import CLOSE, Column, Row, TableLook
from reports.pages.captured import closed_with_gaps
from reports.type.fonts import SANS
from reports.type.ink import MUTED
from reports.words.facts import Facts
from reports.words.findings import numbers_title, open_title, sign_off_title
from reports.words.not_known import finds_out
from reports.words.open_signs import counts, open_head, state_name, was_text
from reports.words.phrases import person, sentence
from reports.words.plan_words import numbered
from reports.words.text import Run

ROOM_FOR_ROWS = 190
"""Points a table needs below its title; with less left the part begins on a new page."""
ROOM_FOR_FORMULAE = 90
"""The same for formulae, which may go on over the page."""
LINE_FOR_SIGNING = 20


def not_known_part(kit: PageKit, facts: Facts, shown_already: int, look: TableLook = CLOSE) -> list[Flowable]:
    """Every open question with whom to ask and what to ask for; nothing where so many could be told before."""
    unknown, asked = counts(facts), {Open.NOT_KNOWN}
    if unknown.keys() <= asked and len(facts.open_signs) <= shown_already:
        return []
    story = kit.heading(open_head(facts), open_title(facts))
    return [*kit.together([*story, kit.space(5)], ROOM_FOR_ROWS), kit.table(*_open_table(kit, facts, look.cell), look)]


def _open_table(kit: PageKit, facts: Facts, style: str) -> tuple[list[Column], list[Row]]:
    """Question by question; how each came to be open only where they differ, what it was last time where it was."""
    words, mixed = facts.words, len(counts(facts)) > 1
    before = any(one.last for one in facts.open_signs)
    columns = [
        Column(words.gettext("Question"), 200, names_row=True),
        *([Column(words.gettext("State"), 56)] if mixed else []),
        *([Column(words.gettext("Last time"), 70)] if before else []),
        Column(words.gettext("Whom to ask"), 112),
        Column(words.gettext("What to ask for"), 175),
    ]
    rows = list[Row]()
    for mode, group in groupby(facts.open_signs, key=lambda one: one.mode):
        signs = list(group)
        who = {finds_out(facts, one.sign.id) for one in signs}
        shared = who.pop() if len(who) == 1 else ""
        rows.append(Row([kit.runs([Run(mode.short), Run(shared, SANS, MUTED)], "group")], group=True))
        for one in signs:
            beside = [state_name(one.why, words)] if mixed else []
            beside += [was_text(one.last, facts) if one.last else "–"] if before else []
            rows += _open_rows(kit, facts, one.sign, beside, style, not shared)
    return columns, rows


def _open_rows(
    kit: PageKit, facts: Facts, sign: WarningSign, beside: Sequence[str], style: str, with_who: bool
) -> list[Row]:
    words = facts.words
    ask = sentence(words.gettext(", ").join(group_name(g, words) for g in sign.ask))
    texts = [(sign.evidence[0] if sign.evidence else "–", style)]
    if with_who and (who := finds_out(facts, sign.id)):
        texts.append((who, f"{style}-muted"))
    states = [[(text, f"{style}-muted")] for text in beside]
    return kit.rows([[(sign.question, f"{style}-strong")], *states, [(ask, style)], texts])


def numbers(kit: PageKit, facts: Facts, further: Sequence[str] = ()) -> list[Flowable]:
    """The formulae, `further` ones too, and each mode's index worked out."""
    _ = facts.words.gettext
    story = kit.heading(_("How the numbers are made"), numbers_title(facts))
    said = [kit.paragraph(text) for text in (*_formulae(facts), *further)]
    columns = [Column(_("Failure mode"), 130, names_row=True), Column(_("Its figure, worked out"), 357)]
    rows = [Row([kit.paragraph(facts.mode(r).short, "cell-strong"), _working(kit, facts, r)]) for r in facts.results]
    table = kit.table(columns, rows)
    return [
        *kit.together([*story, said[0]], ROOM_FOR_FORMULAE),
        *said[1:],
        *kit.together([kit.space(2)], table.height),
        table,
    ]


def _formulae(facts: Facts) -> list[str]:
    _, rules = facts.words.gettext, facts.method.rules
    return [
        _(
            "Figure of a failure mode = 100 × sum of levels ÷ (3 × number of signs with a level). Signs that are not "
            "known, were not asked in this round, or do not apply stay out of the sum."
        ),
        _(
            "Bands: low below {moderate}, moderate from {moderate}, high from {high}, critical from {critical}. One "
            "severe sign makes a mode at least high. Low or moderate is claimed only where at least as many signs have "
            "a level as have none."
        ).format(moderate=rules.bands.moderate, high=rules.bands.high, critical=rules.bands.critical),
        _("Order of the actions. {rule}").format(rule=rule_text(facts.words, facts.held_on)),
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
        return _("Weights and bands are the method’s own conventions.")
    text = _(
        "Usual cost of production = {low} to {high} times the pilot’s cost: a rule of thumb, not a quote. Weights, "
        "bands and this rule are the method’s own conventions."
    )
    return text.format(low=shown_number(rule.low, facts.words), high=shown_number(rule.high, facts.words))


def _working(kit: PageKit, facts: Facts, result: ModeResult) -> list[Flowable]:
    """The sum, then whatever else set the band; the plain bands stand above the table already."""
    lines = why_this_number(result, facts.words)
    if result.index is not None:
        special = result.band is Band.NOT_KNOWN or (result.severe > 0 and result.index < result.bands.high)
        lines = lines if special else lines[:-1]
    return [kit.paragraph(text, "cell-muted" if row else "cell") for row, text in enumerate(lines)]


def sign_off(kit: PageKit, facts: Facts) -> list[Flowable]:
    """A line for the sponsor, each owner and the facilitator to sign on: on one page, as long as it holds them all."""
    _, people = facts.words.gettext, _people(facts)
    story = kit.heading(_("Sign-off"), sign_off_title(facts, sum(bool(name) for name, _part in people)))
    story += closed_with_gaps(kit, facts)
    columns = [
        Column(_("Name"), 130, names_row=True), Column(_("Signs for"), 150), Column(_("Signature"), 137),
        Column(_("Date"), 70),
    ]  # fmt: skip
    rows = [
        Row([[kit.paragraph(name or " ", "cell-strong"), kit.space(LINE_FOR_SIGNING)], part, "", ""])
        for name, part in people
    ]
    table = kit.table(columns, rows)
    room = table.height if kit.fits([*story, table]) else ROOM_FOR_ROWS
    return [*kit.together([*story, kit.space(8)], room), table]


def _people(facts: Facts) -> list[tuple[str, str]]:
    """Each person once, with what they sign for: the sponsor, the owners in the order of the plan, the facilitator."""
    _, parts = facts.words.gettext, dict[str, list[int]]()
    for line in facts.lines:
        if facts.owner(line):
            parts.setdefault(line.action.owner_id, []).append(line.number)
    sponsor = facts.sponsor
    own = parts.pop(sponsor.id, []) if sponsor else []
    found = [(person(sponsor), numbered(own, facts, with_the_decision=True) or _("The decision"))]
    for key, actions in parts.items():
        found.append((facts.person(key), numbered(actions, facts)))
    return [*found, (facts.engagement.current.assessment.facilitator.strip(), _("Facilitated the workshop"))]
