"""The action plan: what the client keeps."""

from __future__ import annotations

from reports.document_text import DocumentText
from reports.facts import Facts
from reports.page_frame import build_pdf
from reports.page_kit import PageKit
from reports.pages.actions import calendar, priorities
from reports.pages.closing import not_known, numbers, sign_off
from reports.pages.cover import cover
from reports.pages.diagnosis import modes_in_detail, six_modes
from reports.pages.overview import overview
from reports.pages.status_reply import status_reply
from reports.phrases import subject
from reports.plan_data import plan_attachment
from reports.text import one_line, plain, shortened


def action_plan(facts: Facts, page_size: str) -> bytes:
    """Cover, summary, six modes, priorities, timeline, what is not known, how the numbers are made, sign-off, reply."""
    kit = PageKit(facts, page_size)
    story = [
        *cover(kit, facts),
        *overview(kit, facts),
        *six_modes(kit, facts),
        *modes_in_detail(kit, facts),
        *priorities(kit, facts),
        *calendar(kit, facts),
        *not_known(kit, facts),
        *numbers(kit, facts),
        *sign_off(kit, facts),
        *status_reply(kit, facts),
    ]
    text = document_text(facts, facts.words.gettext("Action plan"))
    return build_pdf(kit, text, story, data=plan_attachment(facts))


def document_text(facts: Facts, kind: str, numbered: bool = True) -> DocumentText:
    """What stands on every page and in the file's properties; never a path, a login name or a machine's name."""
    words, engagement = facts.words, facts.engagement
    return DocumentText(
        title=f"{kind}: {shortened(plain(engagement.pilot.name).strip(), 150) or subject(engagement, words)}",
        subject=shortened(plain(engagement.client.name).strip(), 200),
        author=shortened(plain(engagement.brand.practice).strip(), 200),
        running_head=f"{kind} · {subject(engagement, words)}",
        confidentiality=one_line(engagement.brand.confidentiality),
        language=facts.method.language,
        day=facts.today,
        page_of=words.gettext("Page {page} of {pages}") if numbered else "",
    )
