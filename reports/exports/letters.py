"""What goes to the owners of actions: a letter for each, their days for a calendar, and a message to send."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from models.engagement.engagement import Action, Stakeholder
from models.values.files import safe_name
from reports.documents.kinds import PageSize
from reports.exports.due_dates import due_dates, has_events
from reports.exports.mail import Addressee, Message, closing, greeting, one_subject
from reports.exports.parcel import Parcel, addressee
from reports.personal.file_names import own_names
from reports.personal.letter import has_a_day, letter, letter_title, owned, owners
from reports.reply.plan_data import plan_revision
from reports.words.facts import Facts
from reports.words.phrases import subject

LETTER = "letter"
"""What the outbox knows a letter by."""


def owners_letters(
    facts: Facts,
    changed: datetime,
    earlier: Iterable[Action],
    only_late: bool = False,
    page_size: PageSize = PageSize.A4,
) -> tuple[Parcel, ...]:
    """One for each owner of something that is not done; with `only_late` for those of something overdue.

    `changed` and `earlier` are as `due_dates` has them. The same input gives the same bytes.
    """
    people, past = owners(facts, only_late), tuple(earlier)
    pilot, names = safe_name(facts.engagement.pilot.name), own_names(people, "owner")
    return tuple(
        _letter_to(facts, who, " - ".join(filter(None, (pilot, names[who.id]))), (changed, past), only_late, page_size)
        for who in people
    )


def _letter_to(
    facts: Facts,
    who: Stakeholder,
    name: str,
    past: tuple[datetime, tuple[Action, ...]],
    only_late: bool,
    page_size: PageSize,
) -> Parcel:
    theirs = owned(facts, who.id, only_late)
    title, days = letter_title(facts, theirs), due_dates(facts, *past, who.id)
    return Parcel(
        who=who,
        kind=LETTER,
        title=title,
        name=name,
        document=letter(facts, who, only_late, page_size),
        calendar=days if has_events(days) else b"",
        message=_message(facts, addressee(who), title, _attached(facts, len(theirs), has_a_day(theirs), only_late)),
        revision=plan_revision(facts.engagement),
    )


def _attached(facts: Facts, count: int, dated: bool, only_late: bool) -> str:
    """What goes along, and what is asked."""
    words = facts.words
    if only_late:
        return words.gettext(
            "Attached is what is past its day. In the file, say how it stands, which day it needs or what holds it up, "
            "save it and send it back to me; two minutes are enough."
        )
    if not dated:
        return words.ngettext(
            "Attached is your action, which has no date yet. In the letter you can give it one and say how it stands: "
            "fill it in, save it and send it back to me; two minutes are enough.",
            "Attached are your actions, which have no dates yet. In the letter you can give each one and say how it "
            "stands: fill it in, save it and send it back to me; two minutes are enough.",
            count,
        )
    return words.ngettext(
        "Attached is your action, and a file that puts its day into your calendar. In the letter you can say how "
        "it stands: fill it in, save it and send it back to me; two minutes are enough.",
        "Attached are your actions, and a file that puts their days into your calendar. In the letter you can say "
        "how each stands: fill it in, save it and send it back to me; two minutes are enough.",
        count,
    )


def _message(facts: Facts, to: Addressee | None, title: str, text: str) -> Message:
    line = facts.words.gettext("{title}: {subject}").format(title=title, subject=subject(facts.engagement, facts.words))
    parts = [greeting(facts, [to] if to else []), text, closing(facts)]
    return Message(one_subject(line), "\n\n".join(filter(None, parts)) + "\n")
