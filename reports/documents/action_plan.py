"""The action plan: what the client keeps."""

from __future__ import annotations

from reports.archive.document_text import document_text
from reports.documents.kinds import DOCUMENTS, DocumentKind, PageSize
from reports.layout.page_frame import build_pdf
from reports.layout.page_kit import PageKit
from reports.pages.actions import calendar, priorities
from reports.pages.captured import decisions
from reports.pages.closing import not_known, sign_off
from reports.pages.cover import cover
from reports.pages.diagnosis import modes_in_detail, six_modes
from reports.pages.money import budget_part
from reports.pages.overview import overview
from reports.pages.readiness import in_the_way
from reports.pages.status_reply import status_reply
from reports.reply.plan_data import plan_attachment
from reports.words.facts import Facts


def action_plan(facts: Facts, page_size: PageSize) -> bytes:
    """From cover and summary to sign-off and reply: the pages in the order in which they are read."""
    kit = PageKit(facts, page_size)
    story = [
        *cover(kit, facts, facts.words.gettext("Action plan to production")),
        *overview(kit, facts),
        *six_modes(kit, facts),
        *modes_in_detail(kit, facts),
        *priorities(kit, facts),
        *calendar(kit, facts),
        *budget_part(kit, facts),
        *decisions(kit, facts),
        *not_known(kit, facts),
        *in_the_way(kit, facts),
        *sign_off(kit, facts),
        *kit.last_words(),
        *status_reply(kit, facts),
    ]
    text = document_text(facts, DOCUMENTS[DocumentKind.ACTION_PLAN].said(facts.words))
    return build_pdf(kit, text, story, data=plan_attachment(facts))
