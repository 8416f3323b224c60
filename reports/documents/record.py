"""The workshop record: everything the client may keep of the day, for the file. As long as it needs."""

from __future__ import annotations

from models.diagnosis.voting import SMALLEST_GROUP
from models.readiness.readiness import rule_text
from reports.archive.document_text import document_text
from reports.documents.kinds import DOCUMENTS, DocumentKind, PageSize
from reports.layout.page_frame import build_pdf
from reports.layout.page_kit import PageKit
from reports.pages.attendance import attendance
from reports.pages.captured import closed_with_gaps, decided_and_parked
from reports.pages.closing import numbers
from reports.pages.cover import Details, cover
from reports.pages.money import budget_part
from reports.pages.playbook import playbook
from reports.pages.readiness import readiness
from reports.pages.signs import agreement_map, signs_in_full
from reports.words.facts import Facts
from reports.words.phrases import person
from reports.words.text import one_line


def record(facts: Facts, page_size: PageSize) -> bytes:
    """Who was there, every sign with its votes, the playbook, readiness, the budget, what was said, the formulae."""
    kit, kind = PageKit(facts, page_size), DOCUMENTS[DocumentKind.RECORD].said(facts.words)
    story = [
        *cover(kit, facts, kind, _took_part(facts)),
        *attendance(kit, facts),
        *signs_in_full(kit, facts),
        *agreement_map(kit, facts),
        *playbook(kit, facts),
        *readiness(kit, facts),
        *budget_part(kit, facts),
        *decided_and_parked(kit, facts),
        *closed_with_gaps(kit, facts),
        *numbers(kit, facts, _further_formulae(facts)),
        *kit.last_words(),
    ]
    return build_pdf(kit, document_text(facts, kind), story)


def _took_part(facts: Facts) -> Details:
    """The names on the title page; the next one has them with their roles."""
    words = facts.words
    names = [one_line(person(s)) for s in facts.engagement.stakeholders if s.present is not False and person(s)]
    agenda = facts.engagement.current.agenda
    parts = words.ngettext("{count} part", "{count} parts", len(agenda)).format(count=len(agenda))
    minutes = words.gettext("{parts}, {minutes} minutes").format(parts=parts, minutes=sum(b.minutes for b in agenda))
    return [
        (words.gettext("Took part"), words.gettext(", ").join(names)),
        (words.gettext("Agenda"), minutes if agenda else ""),
    ]


def _further_formulae(facts: Facts) -> list[str]:
    """What stands behind the numbers that only the record shows."""
    _, rule = facts.words.gettext, facts.method.rules.agreement
    named = _("Groups are told apart only where each has at least {count} votes for a level.")
    return [
        _(
            "Level of a vote = interpolated median = M − ½ + (N ÷ 2 − votes below M) ÷ votes at M, where M is the "
            "median of N votes; the plain median where nobody voted M. Over 1, 2, 4 and 2 votes for levels 0 to 3: "
            "1.875."
        ),
        _(
            "Consensus = 1 + Σ p × log₂(1 − |x − μ| ÷ 3) over the levels x with their shares p of the votes and their "
            "mean μ: 1 when all agree, 0 when half stand at each end. Over 1, 2, 4 and 2 votes: 0.543. (Tastle and "
            "Wierman, 2007.)"
        ),
        _(
            "Agreed from a consensus of {agreed}; a problem from a level of {problem}; not known where more did not "
            "know than voted a level. The facilitator agrees the rating with the room; the vote only proposes it."
        ).format(agreed=rule.agreed, problem=rule.problem)
        + " "
        + named.format(count=SMALLEST_GROUP),
        _("Readiness. {rule}").format(rule=rule_text(facts.words)),
    ]
