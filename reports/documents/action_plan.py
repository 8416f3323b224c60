"""The action plan: what the client keeps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reports.archive.document_text import document_text
from reports.documents.kinds import DOCUMENTS, DocumentKind, PageSize
from reports.layout.filling import used_on_pages
from reports.layout.flowables import Flowable, PageBreak
from reports.layout.page_frame import build_pdf
from reports.layout.page_kit import PageKit
from reports.layout.tables import CLOSE, TIGHT
from reports.pages.actions import actions
from reports.pages.calendar import calendar_pages
from reports.pages.closing import not_known_part, sign_off
from reports.pages.cover import cover
from reports.pages.money import budget_part
from reports.pages.overview import MOST_UNKNOWN, overview
from reports.pages.readiness import what_it_takes
from reports.pages.status_reply import status_reply
from reports.pages.what_moved import what_moved
from reports.reply.plan_data import plan_attachment
from reports.words.facts import Facts

LEAST_FILLED = 1 / 3
"""Of a page, below which it is filled with what would follow later."""


def action_plan(facts: Facts, page_size: PageSize) -> bytes:
    """From the cover to sign-off and reply: the pages in the order in which they are read.

    Without an agreed action it is a diagnosis, and asks nobody to sign.
    """
    kit = PageKit(facts, page_size)
    kind = DOCUMENTS[DocumentKind.ACTION_PLAN].said(facts.words) if facts.lines else facts.words.gettext("A diagnosis")
    story = [
        *cover(kit, facts, kind, facts.plain_cover),
        *overview(kit, facts),
        PageBreak(),
        *_moved(kit, facts),
        *_plan(kit, facts),
        *status_reply(kit, facts),
    ]
    return build_pdf(kit, document_text(facts, kind), story, data=plan_attachment(facts))


def _moved(kit: PageKit, facts: Facts) -> list[Flowable]:
    """A page of its own, in a later round."""
    page = what_moved(kit, facts)
    return [*page, PageBreak()] if page else []


def _plan(kit: PageKit, facts: Facts) -> list[Flowable]:
    """What it takes, the actions, the calendar; then cost, what is not known, who signs, and the practice's last words.

    The calendar takes pages of its own: what follows it goes before it where that leaves no page nearly empty, or
    takes fewer pages.
    """
    before = [*what_it_takes(kit, facts), *(actions(kit, facts) if facts.lines else [])]
    along, last = calendar_pages(kit, facts), kit.last_words()
    looks = _following(kit, facts)
    if not along:
        return [*before, *_joined(looks[0]), *last]
    splits = [split for following in looks for split in _splits(following)]
    early, late = min(splits, key=lambda split: _cost(kit, [*before, *split[0]], [*split[1], *last]))
    return [*before, *early, *along, *late, *last]


def _following(kit: PageKit, facts: Facts) -> list[list[list[Flowable]]]:
    """What it costs, what is not known, and who signs; once close and once closer."""
    cost, signing = budget_part(kit, facts), sign_off(kit, facts) if facts.lines else []
    return [[cost, not_known_part(kit, facts, MOST_UNKNOWN, look), signing] for look in (CLOSE, TIGHT)]


def _joined(parts: Sequence[list[Flowable]]) -> list[Flowable]:
    return [flowable for part in parts for flowable in part]


def _splits(parts: Sequence[list[Flowable]]) -> Iterator[tuple[list[Flowable], list[Flowable]]]:
    """What may go before the calendar, and what stays after it, which is something: as little as may be before."""
    for early, late in (*((parts[:count], parts[count:]) for count in range(len(parts))), (parts[-1:], parts[:-1])):
        if any(late):
            yield _joined(early), _joined(late)


def _cost(kit: PageKit, before: list[Flowable], after: list[Flowable]) -> tuple[int, int]:
    """How many pages come out nearly empty, then how many there are."""
    pages = [*used_on_pages(kit, before), *used_on_pages(kit, after)]
    return sum(used < kit.height * LEAST_FILLED for used in pages), len(pages)
