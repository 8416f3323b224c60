"""The action plan: what the client keeps."""

from __future__ import annotations

from reportlab.platypus import Flowable, PageBreak

from reports.archive.document_text import document_text
from reports.documents.kinds import DOCUMENTS, DocumentKind, PageSize
from reports.layout.filling import used_on_last_page
from reports.layout.page_frame import build_pdf
from reports.layout.page_kit import PageKit
from reports.pages.actions import actions
from reports.pages.calendar import calendar_pages
from reports.pages.closing import not_known_part, sign_off
from reports.pages.cover import cover
from reports.pages.money import budget_part
from reports.pages.overview import MOST_UNKNOWN, overview
from reports.pages.readiness import what_it_takes
from reports.pages.status_reply import status_reply
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
        *_plan(kit, facts),
        *(sign_off(kit, facts) if facts.lines else []),
        *kit.last_words(),
        *status_reply(kit, facts),
    ]
    return build_pdf(kit, document_text(facts, kind), story, data=plan_attachment(facts))


def _plan(kit: PageKit, facts: Facts) -> list[Flowable]:
    """What it takes, the actions, the calendar, then cost and what is not known.

    The calendar takes pages of its own: what follows it goes before it where it fills a page that was begun.
    """
    story = [*what_it_takes(kit, facts), *(actions(kit, facts) if facts.lines else [])]
    along = calendar_pages(kit, facts)
    following = [budget_part(kit, facts), not_known_part(kit, facts, MOST_UNKNOWN)]
    while along and following and used_on_last_page(kit, story) < kit.height * LEAST_FILLED:
        story += following.pop(0)
    return [*story, *along, *(flowable for part in following for flowable in part)]
