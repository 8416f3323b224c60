"""The workshop record: everything the client may keep of the day, for the file. As long as it needs."""

from __future__ import annotations

from models.diagnosis.voting import SMALLEST_GROUP
from models.readiness.readiness import rule_text
from models.values.numbers import with_marks
from reports.archive.document_text import document_text
from reports.documents.kinds import DOCUMENTS, DocumentKind, PageSize
from reports.layout.flowables import PageBreak
from reports.layout.page_frame import build_pdf
from reports.layout.page_kit import PageKit
from reports.pages.attendance import attendance
from reports.pages.captured import decided_and_parked
from reports.pages.closing import numbers
from reports.pages.cover import cover
from reports.pages.money import budget_part
from reports.pages.plates import plate_section
from reports.pages.playbook import playbook
from reports.pages.readiness import readiness
from reports.pages.signs import signs_in_full
from reports.pages.votes import votes
from reports.pages.what_moved import what_moved
from reports.words.facts import Facts


def record(facts: Facts, page_size: PageSize) -> bytes:
    """Who was there, every sign with its votes, the playbook, readiness, the budget, what was said, the formulae."""
    kit, kind = PageKit(facts, page_size), DOCUMENTS[DocumentKind.RECORD].said(facts.words)
    story = [
        *cover(kit, facts, kind, facts.plain_cover),
        *attendance(kit, facts),
        *([PageBreak(), *moved, PageBreak()] if (moved := what_moved(kit, facts)) else []),
        *signs_in_full(kit, facts),
        *votes(kit, facts),
        *playbook(kit, facts),
        *readiness(kit, facts),
        *budget_part(kit, facts),
        *decided_and_parked(kit, facts),
        *numbers(kit, facts, _further_formulae(facts)),
        *plate_section(kit, facts),
        *kit.last_words(),
    ]
    return build_pdf(kit, document_text(facts, kind), story)


def _further_formulae(facts: Facts) -> list[str]:
    """What stands behind the numbers that only the record shows."""
    words, rule = facts.words, facts.method.rules.agreement
    _ = words.gettext
    named = _("Groups are told apart only where each has at least {count} votes for a level.")
    return [
        _(
            "Middle of a vote = interpolated median = M − ½ + (N ÷ 2 − votes below M) ÷ votes at M, where M is the "
            "median of N votes; the plain median where nobody voted M. Over 1, 2, 4 and 2 votes for levels 0 to 3: "
            "1.875."
        ),
        _(
            "Agreement = 1 + Σ p × log₂(1 − |x − μ| ÷ 3) over the levels x with their shares p of the votes and their "
            "mean μ: 1 when all agree, 0 when half stand at each end. Over 1, 2, 4 and 2 votes: 0.543. (Tastle and "
            "Wierman, 2007.)"
        ),
        _(
            "Agreed from an agreement of {agreed}; a problem from a middle of {problem}; not known where more did not "
            "know than voted a level. The facilitator agrees the rating with the room; the vote only proposes it."
        ).format(agreed=with_marks(str(rule.agreed), words), problem=with_marks(str(rule.problem), words))
        + " "
        + named.format(count=SMALLEST_GROUP),
        _("Readiness. {rule}").format(rule=rule_text(facts.words)),
    ]
