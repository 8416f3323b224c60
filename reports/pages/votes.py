"""The signs that were voted on, by what the votes came to."""

from __future__ import annotations

from models.diagnosis.vote_words import level_text
from models.method.method import WarningSign
from models.statements.votes import came_sentence
from reports.layout.flowables import Flowable
from reports.layout.page_kit import PageKit
from reports.layout.tables import Column, Row
from reports.pages.signs import revealed
from reports.words.facts import Facts
from reports.words.phrases import sign_name
from reports.words.record_findings import votes_title
from reports.words.vote_phrases import agreement_figure

ROOM_FOR_ROWS = 150


def votes(kit: PageKit, facts: Facts) -> list[Flowable]:
    """What stops a pilot first; what was answered without a vote is told beside it.

    Nothing where no sign was voted on and all came about alike: that stands above the signs.
    """
    _, came = facts.words.gettext, facts.came
    if came.alike and not came.voted:
        return []
    story = kit.heading(_("What the votes came to"), votes_title(facts))
    names = _("No vote is printed with a name. Where the room differs, that is said, and not averaged away.")
    lead = " ".join(filter(None, (came_sentence(came, facts.words), names if came.voted else "")))
    if lead:
        story.append(kit.settled(lead, "lead"))
    if not came.voted:
        return kit.together(story)
    columns = [
        Column(_("Sign"), 262, names_row=True),
        Column(_("Rounds"), 60, right=True),
        Column(_("Votes"), 50, right=True),
        Column(_("Middle"), 50, right=True),
        Column(_("Agreement"), 65, right=True),
    ]
    rows: list[Row] = []
    for name, signs in (
        (_("Split"), came.split),
        (_("Agreed to be a problem"), came.problems),
        (_("Most did not know"), came.not_known),
        (_("Agreed to be fine"), came.fine),
    ):
        found = [_row(facts, facts.method.sign(key)) for key in signs if revealed(facts, key)]
        if found:
            rows += [Row([kit.paragraph(name, "group")], group=True), *found]
    return [*kit.together(story, ROOM_FOR_ROWS), *([kit.table(columns, rows)] if rows else [])]


def _row(facts: Facts, sign: WarningSign) -> Row:
    tallies, rating = revealed(facts, sign.id), facts.rating(sign.id)
    last, name = tallies[-1], sign_name(sign, rating.answer if rating else None)
    return Row(
        [
            name,
            str(len(tallies)),
            str(last.answers),
            level_text(last, facts.words) or "–",
            agreement_figure(last, facts.words),
        ]
    )
