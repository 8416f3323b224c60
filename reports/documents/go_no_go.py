"""The go/no-go sheet: the rule, the 15 points, the verdict and who signs it. One or two pages, whatever the data."""

from __future__ import annotations

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, PageBreak

from models.playbook.phases import decision_name
from models.readiness.readiness import VerdictKind, rule_text, verdict_name
from models.values.months import long_date
from models.values.terms import GateDecision
from reports.archive.document_text import document_text
from reports.documents.kinds import DOCUMENTS, DocumentKind, PageSize
from reports.layout.page_frame import build_pdf
from reports.layout.page_kit import PageKit, stacked_height
from reports.layout.tables import Column, Row
from reports.pages.readiness import points_table
from reports.type.ink import AMBER, GREEN, MUTED, RED
from reports.words.facts import Facts
from reports.words.phrases import subject
from reports.words.record_findings import gate_title
from reports.words.shortener import Shortener

LIMITS = ((600, 20), (300, 12), (160, 8), (90, 5), (50, 3), (24, 2), (12, 1))
"""Characters that each text from a person may take, and lines that a list may; the first pair that fits is used."""
VERDICT_COLOURS = {
    VerdictKind.GO: GREEN,
    VerdictKind.CONDITIONS: AMBER,
    VerdictKind.NO_GO: RED,
    VerdictKind.UNDECIDED: MUTED,
    VerdictKind.NOT_JUDGED: MUTED,
}
VERDICT_WIDTH = 168.0
MOST_USED = 1.8
"""Pages that may be filled where a table goes on from the first to the second: the rest is lost where it is cut."""
LINE_FOR_SIGNING = 22


def go_no_go(facts: Facts, page_size: PageSize) -> bytes:
    """The verdict and its points, then contradictions, conditions and signatures."""
    kit = PageKit(facts, page_size, title_level=1)
    for most, lines in LIMITS:
        short = Shortener(most)
        points, rest = _points(kit, facts, short), _rest(kit, facts, short, lines)
        story = _on_two_pages(kit, points, rest)
        if story:
            break
    text = document_text(facts, DOCUMENTS[DocumentKind.GO_NO_GO].said(facts.words))
    return build_pdf(kit, text, story or [*points, *rest], cover=False)


def _on_two_pages(kit: PageKit, points: list[Flowable], rest: list[Flowable]) -> list[Flowable]:
    """All on one page, or each part on its own, or one after the other; nothing where that takes more than two."""
    if kit.fits([*points, *rest]):
        return [*points, *rest]
    if kit.fits(points) and kit.fits(rest):
        return [*points, PageBreak(), *rest]
    used = stacked_height([*points, *rest], kit.width)
    return [*points, *rest] if used <= kit.height * MOST_USED else []


def _points(kit: PageKit, facts: Facts, short: Shortener) -> list[Flowable]:
    words = facts.words
    kicker = words.gettext("Go/no-go sheet, {date}").format(date=long_date(facts.today, words))
    story = kit.heading(kicker, gate_title(facts))
    story.append(kit.paragraph(subject(facts.engagement, words), "lead"))
    found = facts.verdict.kind
    style = kit.styles["verdict-long" if found is VerdictKind.CONDITIONS else "verdict"]
    style = style.clone("verdict-in-colour", textColor=HexColor(VERDICT_COLOURS[found]))
    verdict = kit.styled(verdict_name(found, words), style)
    rule = [kit.paragraph(words.gettext("The rule"), "cell-strong"), kit.paragraph(rule_text(words), "cell")]
    return [*story, kit.side_by_side([verdict], rule, VERDICT_WIDTH), kit.space(12), points_table(kit, facts, short)]


def _rest(kit: PageKit, facts: Facts, short: Shortener, lines: int) -> list[Flowable]:
    words = facts.words
    against = [found.sentence for found in facts.contradictions]
    story = [
        *_list(kit, words.gettext("What does not add up"), "▲", against, short, lines),
        *_list(kit, words.gettext("Conditions"), "→", _conditions(facts), short, lines),
        *_signatures(kit, facts, short, lines),
        *kit.last_words(short),
    ]
    if short.used:
        text = words.gettext("Texts ending in … are shortened here; the workshop record has them whole.")
        story.append(kit.paragraph(text, "caption"))
    return story


def _list(kit: PageKit, head: str, mark: str, texts: list[str], short: Shortener, lines: int) -> list[Flowable]:
    """At most so many texts under a head, and how many more there are; nothing for none."""
    if not texts:
        return []
    words, more = kit.words, len(texts) - lines
    shown = [short.sentence(text) for text in texts[:lines]]
    if more > 0:
        text = words.ngettext("{count} more, in the workshop record", "{count} more, in the workshop record", more)
        shown.append(text.format(count=more))
    return [kit.paragraph(head, "section"), kit.listed(mark, shown)]


def _conditions(facts: Facts) -> list[str]:
    """What the phases were passed or held on, in the order of the method."""
    text, found = facts.words.gettext("{phase}, {decision}: {conditions}"), []
    for phase in facts.method.phases:
        gate = facts.engagement.current.gates.get(phase.id)
        if gate and gate.conditions.strip() and gate.decision in (GateDecision.CONDITIONS, GateDecision.HELD):
            decision = decision_name(gate.decision, facts.words).lower()
            found.append(text.format(phase=phase.title, decision=decision, conditions=gate.conditions.strip()))
    return found


def _signatures(kit: PageKit, facts: Facts, short: Shortener, lines: int) -> list[Flowable]:
    _ = facts.words.gettext
    columns = [Column(_("Name"), 150), Column(_("Signs as"), 137), Column(_("Signature"), 130), Column(_("Date"), 70)]
    people = [(name, _("Answers for what is waived")) for name in _waivers(facts)[:lines]]
    people += [("", _("Sponsor")), (facts.engagement.current.assessment.facilitator, _("Facilitator"))]
    rows = [
        Row([kit.paragraph(short.name(name), "cell-strong"), part, kit.space(LINE_FOR_SIGNING), ""])
        for name, part in people
    ]
    table = kit.table(columns, rows)
    return [*kit.together([kit.paragraph(_("Signed"), "section")], table.height), table]


def _waivers(facts: Facts) -> list[str]:
    """Whoever waived a point that is waived now, each once."""
    judged = [facts.engagement.current.judgements[key] for key in facts.verdict.waived]
    return list(dict.fromkeys(filter(None, (facts.person(j.waived_by) for j in judged))))
