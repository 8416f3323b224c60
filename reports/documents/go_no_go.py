"""The go/no-go sheet: the verdict, the rule, the points and who signs. One page; two where what was written is long."""

from __future__ import annotations

from models.values.months import long_date
from reports.archive.document_text import document_text
from reports.documents.kinds import DOCUMENTS, DocumentKind, PageSize
from reports.layout.flowables import Flowable, PageBreak
from reports.layout.page_frame import build_pdf
from reports.layout.page_kit import PageKit, stacked_height
from reports.layout.signatures import Signer, signatures
from reports.layout.tables import CLOSE, TIGHT, TIGHTEST, TableLook
from reports.pages.points import points_table, tally
from reports.pages.readiness import Lists, rule_box, two_lists, verdict_style
from reports.words.facts import Facts
from reports.words.findings import readiness_title
from reports.words.phrases import person
from reports.words.shortener import Shortener

ATTEMPTS = (
    (CLOSE, 1000, True), (CLOSE, 1000, False), (TIGHT, 1000, True), (TIGHT, 1000, False), (TIGHTEST, 1000, False),
    (TIGHT, 5, False), (TIGHTEST, 5, False),
)  # fmt: skip
"""How close the page is set, lines that a list may have, and whether the practice's closing line stands on it."""
LIMITS = ((None, 1000), (600, 20), (300, 12), (160, 8), (90, 5), (50, 3), (24, 2), (12, 1))
"""Characters that each text from a person may take, and lines that a list may; the first pair that fits is used."""


def go_no_go(facts: Facts, page_size: PageSize) -> bytes:
    """On one page, if need be in smaller type; else the points on the first and all that follows on the second."""
    kit = PageKit(facts, page_size, title_level=1)
    story = _on_one_page(kit, facts) or _on_two_pages(kit, facts)
    text = document_text(facts, DOCUMENTS[DocumentKind.GO_NO_GO].said(facts.words))
    return build_pdf(kit, text, story, cover=False)


def _on_one_page(kit: PageKit, facts: Facts) -> list[Flowable]:
    """Nothing where what was written of the points is too much for a page."""
    for look, lines, closing in ATTEMPTS:
        above = _points(kit, facts, Shortener(), look)
        below = [*(kit.last_words() if closing else []), signatures(kit, _signers(facts, Shortener(), 1000))]
        lists = two_lists(kit, facts, Lists(look.cell, most=lines, gap=min(look.above, 2.6), notes=False))
        used = stacked_height([*above, lists, *below], kit.width)
        if used <= kit.height:
            return [*above, lists, kit.space(kit.height - used - 0.5), *below]
    return []


def _on_two_pages(kit: PageKit, facts: Facts) -> list[Flowable]:
    """The signatures are on the second page with the lists, never alone."""
    for most, lines, look in ((*pair, look) for pair in LIMITS for look in (CLOSE, TIGHT)):
        short = Shortener(most)
        first = _points(kit, facts, short, look)
        second = [two_lists(kit, facts, Lists("cell", short, lines, notes=False)), kit.space(20)]
        second += [*kit.last_words(short), signatures(kit, _signers(facts, short, lines))]
        if short.used:
            text = facts.words.gettext("Texts ending in … are shortened here; the workshop record has them whole.")
            second.append(kit.paragraph(text, "source"))
        if kit.fits(first) and kit.fits(second):
            break
    return [*first, PageBreak(), *second]


def _points(kit: PageKit, facts: Facts, short: Shortener, look: TableLook) -> list[Flowable]:
    words = facts.words
    kicker = words.gettext("Go/no-go, {date}").format(date=long_date(facts.today, words))
    head = kit.heading(kicker, readiness_title(facts), verdict_style(kit, facts))
    return [
        *head,
        rule_box(kit, facts),
        kit.space(6),
        tally(kit, facts),
        kit.space(6),
        points_table(kit, facts, short, look=look),
    ]


def _signers(facts: Facts, short: Shortener, lines: int) -> list[Signer]:
    """The sponsor, whoever answers for a waiver, and the facilitator."""
    _, current = facts.words.gettext, facts.engagement.current
    sponsor = Signer(short.name(person(facts.sponsor)), _("Sponsor: decides"))
    waivers = dict.fromkeys(current.judgements[key].waived_by for key in facts.verdict.waived)
    answering = [Signer(short.name(facts.person(key)), _waiver(facts, key)) for key in list(waivers)[:lines]]
    practice = short.name(facts.engagement.brand.practice.strip())
    led = _("{practice}: facilitated").format(practice=practice) if practice else _("Facilitated")
    return [sponsor, *answering, Signer(short.name(current.assessment.facilitator.strip()), led)]


def _waiver(facts: Facts, stakeholder_id: str) -> str:
    count = sum(facts.engagement.current.judgements[key].waived_by == stakeholder_id for key in facts.verdict.waived)
    return facts.words.ngettext("Answers for the waiver", "Answers for {count} waivers", count).format(count=count)
