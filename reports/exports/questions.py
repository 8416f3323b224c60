"""What goes out before the meeting: a questionnaire for each stakeholder, with a message; once more to who is late."""

from __future__ import annotations

from collections.abc import Sequence

from models.diagnosis.by_letter import answered_by_letter, asked_people, asked_signs
from models.engagement.engagement import Assessment, Stakeholder
from models.engagement.outbox import ALL_SIGNS, OWN_SIGNS
from models.values.files import safe_name
from models.values.months import long_date
from models.values.refusal import Refusal
from models.values.terms import RoundState
from reports.documents.kinds import PageSize
from reports.exports.mail import Message, closing, greeting, one_subject
from reports.exports.parcel import Parcel, addressee
from reports.personal.file_names import own_names
from reports.personal.questionnaire import minutes_said, questionnaire, questions_said, still_to_come, who_sees
from reports.words.facts import Facts
from reports.words.phrases import subject


def questionnaires(
    facts: Facts, only_theirs: bool, reminder: bool = False, page_size: PageSize = PageSize.A4
) -> tuple[Parcel, ...]:
    """One for each stakeholder; as a `reminder` for those who have not answered. The same input gives the same bytes.

    With `only_theirs` everyone is asked what their group is likely to know; whose group is asked nothing has none.
    Raises Refusal where the round is closed: what came back would be refused.
    """
    _refuse_closed(facts.engagement.current.assessment)
    method, late = facts.method, answered_by_letter(facts.engagement.current) if reminder else frozenset()
    asked = [one for one in asked_people(facts.engagement) if asked_signs(method, one, only_theirs)]
    kind, pilot = safe_name(facts.words.gettext("Questionnaire")), safe_name(facts.engagement.pilot.name)
    names = own_names(asked, kind)
    return tuple(
        _parcel(facts, one, " - ".join(filter(None, (pilot, kind, names[one.id]))), (only_theirs, reminder), page_size)
        for one in asked
        if one.id not in late
    )


def _refuse_closed(current: Assessment) -> None:
    if current.state is RoundState.CLOSED:
        raise Refusal(
            "Round {number} is closed and takes in no more answers. Begin the next round, or open this one again.",
            number=current.number,
        )


def _parcel(facts: Facts, who: Stakeholder, name: str, way: tuple[bool, bool], page_size: PageSize) -> Parcel:
    only_theirs, reminder = way
    signs, words = asked_signs(facts.method, who, only_theirs), facts.words
    title = words.gettext("A reminder: your answers before the workshop") if reminder else _title(facts, len(signs))
    return Parcel(
        who=who,
        kind=OWN_SIGNS if only_theirs else ALL_SIGNS,
        title=title,
        name=name,
        document=questionnaire(facts, who, signs, page_size),
        message=_message(facts, who, title, [_wanted(facts, reminder), _how(facts, len(signs))]),
    )


def _title(facts: Facts, count: int) -> str:
    text = facts.words.gettext("{questions} before the workshop")
    said = text.format(questions=questions_said(count, facts.words))
    return said[:1].upper() + said[1:]


def _message(facts: Facts, who: Stakeholder, title: str, paragraphs: Sequence[str]) -> Message:
    words, to = facts.words, addressee(who)
    line = words.gettext("{title}: {subject}").format(title=title, subject=subject(facts.engagement, words))
    seen = words.gettext("Who sees your answers: {who}").format(who=who_sees(facts))
    parts = [greeting(facts, [to] if to else []), *paragraphs, seen, closing(facts)]
    return Message(one_subject(line), "\n\n".join(filter(None, parts)) + "\n")


def _wanted(facts: Facts, reminder: bool) -> str:
    words, day = facts.words, still_to_come(facts)
    if reminder:
        return words.gettext(
            "Your answers are not with me yet, and without them the workshop lacks what you know. The questionnaire is "
            "attached once more; if it is on its way to me, thank you, and nothing is left to do."
        )
    when = words.gettext(" on {date}").format(date=long_date(day, words)) if day else ""
    return words.gettext(
        "Before our workshop{when} I would like to know how things stand where you work. The questionnaire is attached."
    ).format(when=when)


def _how(facts: Facts, count: int) -> str:
    words, day = facts.words, still_to_come(facts)
    text = words.gettext(
        "It takes about {minutes}. Open it in any PDF reader, choose one sentence for each question, save it and send "
        "it back to me{before}. No answer is wrong, and “I do not know” helps as much as the others."
    )
    before = words.gettext(" before {date}").format(date=long_date(day, words)) if day else ""
    return text.format(minutes=minutes_said(count, words), before=before)
