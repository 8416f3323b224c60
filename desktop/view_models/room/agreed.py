"""The room's page of everything that was voted on, and apart from it what was entered without a vote."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from gettext import NullTranslations

from desktop.view_models.room.entries import AgreementGroup, RoomVote
from desktop.view_models.room.marks import NOT_KNOWN
from desktop.view_models.room.pages import RoomAgreement
from desktop.view_models.room.sentences import counted, listed, lowered, names_in
from desktop.view_models.room.votes import as_voted
from desktop.view_models.session import EngagementSession
from models.diagnosis.voting import Tally, ballot_tally, interpolated_median, newest_revealed
from models.statements.standing import sign_text
from models.statements.votes import HowItCame, how_it_came, votes_title
from models.values.letters import in_a_row, in_row
from models.values.terms import Answer

MOST_ROWS = 9
"""Votes that one page shows."""
MOST_FINE = 3
"""Of what is in good order, said in words; of more, one less, and the rest counted."""
SPLIT, PROBLEM, FINE, UNKNOWN = "split", "problem", "fine", "not-known"


def agreement_page(session: EngagementSession) -> RoomAgreement:
    """Told from what was voted; what was entered or agreed aloud is said as that."""
    words, found = session.words, how_it_came(session.method, session.current)
    split, problems = _worst_first(session, found.split), _worst_first(session, found.problems)
    kinds = ((SPLIT, split), (PROBLEM, problems), (FINE, found.fine), (UNKNOWN, found.not_known))
    groups, left = [], MOST_ROWS
    for kind, ids in kinds:
        shown = _fitting(kind, ids, found, left)
        left -= len(shown)
        if shown:
            votes = tuple(_vote(session, sign_id, kind) for sign_id in shown)
            groups.append(AgreementGroup(_name(kind, words), kind, votes))
    without = _without(session, found)
    marks = sorted(answer.mark for answer in without.values() if answer.level is not None)
    return RoomAgreement(
        title=votes_title(found, words),
        lead=_lead(session, found) if groups else "",
        groups=tuple(groups),
        more=_more(kinds, {group.kind: len(group.rows) for group in groups}, words),
        without=_entered(found, len(marks), words) if without else "",
        levels=tuple(marks),
        rest=_rest(without.values(), words),
        fine=_fine(session, without),
    )


def _worst_first(session: EngagementSession, ids: Iterable[str]) -> tuple[str, ...]:
    """By what was voted; the method's order where that is the same."""
    return tuple(sorted(ids, key=lambda sign_id: -(interpolated_median(_tally(session, sign_id).counts) or 0.0)))


def _fitting(kind: str, ids: Sequence[str], found: HowItCame, left: int) -> Sequence[str]:
    """Where not all votes find room, what is fine or not known is counted."""
    few = found.voted <= MOST_ROWS
    return ids[:left] if few or kind in (SPLIT, PROBLEM) else ()


def _name(kind: str, words: NullTranslations) -> str:
    _ = words.gettext
    names = {SPLIT: _("Split: talk again"), PROBLEM: _("Agreed: a problem"), FINE: _("Agreed: fine")}
    return names.get(kind, _("Not known"))


def _tally(session: EngagementSession, sign_id: str) -> Tally:
    """What was voted last; nothing where nothing was."""
    ballot, _ = newest_revealed(session.current, sign_id)
    return ballot_tally(session.current, ballot) if ballot else Tally((0, 0, 0, 0))


def _vote(session: EngagementSession, sign_id: str, kind: str) -> RoomVote:
    words, sign, tally = session.words, session.method.sign(sign_id), _tally(session, sign_id)
    rating = session.current.ratings.get(sign_id)
    answer = rating.answer if rating else None
    title = sign.title
    if kind == FINE and (answer is None or as_voted(tally, answer)):
        level = answer.level if answer else None
        level = tally.counts.index(max(tally.counts)) if level is None else level
        title = sign.healthy if level == 0 and sign.healthy else sign.anchors[level]
    elif kind in (FINE, UNKNOWN):
        # Where the answer is another than was voted, neither is said of it here: the figure beside it is.
        title = sign.question
    zero, one, two, three = tally.counts
    return RoomVote(
        title=title,
        counts=(zero, one, two, three, tally.not_known),
        level=answer.mark if answer else NOT_KNOWN if kind == UNKNOWN else "",
        aside=_aside(tally, kind, answer, words),
    )


def _aside(tally: Tally, kind: str, answer: Answer | None, words: NullTranslations) -> str:
    """What stands instead of a level that the vote did not give."""
    if answer is None or (kind == SPLIT and answer.level is None):
        return ""
    if kind == SPLIT:
        return words.gettext("{level} for now").format(level=answer.mark)
    return "" if as_voted(tally, answer) else words.gettext("{level}, entered").format(level=answer.mark)


def _lead(session: EngagementSession, found: HowItCame) -> str:
    words = session.words
    ids = (*found.split, *found.problems, *found.fine, *found.not_known)
    people = {_tally(session, sign_id).answers for sign_id in ids}
    signs = words.ngettext("one sign", "{count} signs", found.voted).format(count=counted(found.voted, words))
    most = max(people, default=0)
    who = words.ngettext("one person", "{count} people", most).format(count=counted(most, words))
    text = words.gettext("Voted: {signs}, {people}, one bar a vote")
    if len(people) > 1:
        text = words.gettext("Voted: {signs}, up to {people}, one bar a vote")
    return text.format(signs=signs, people=who)


def _more(kinds: Iterable[tuple[str, Sequence[str]]], shown: dict[str, int], words: NullTranslations) -> str:
    """What of the votes has no row, by kind."""
    texts = {
        SPLIT: words.gettext("{count} more are split"),
        PROBLEM: words.gettext("{count} more are a problem"),
        FINE: words.gettext("{count} are fine"),
        UNKNOWN: words.gettext("{count} are not known"),
    }
    missing = ((texts[kind], len(ids) - shown.get(kind, 0)) for kind, ids in kinds)
    parts = [text.format(count=counted(count, words)) for text, count in missing if count]
    return words.gettext("and {parts}").format(parts=listed(parts, words, len(parts))) if parts else ""


def _without(session: EngagementSession, found: HowItCame) -> dict[str, Answer]:
    """The answers that nobody voted on, by sign."""
    ids = {*found.aloud, *found.entered, *found.not_said}
    return {s.id: session.current.ratings[s.id].answer for s in session.method.signs if s.id in ids}


def _entered(found: HowItCame, count: int, words: NullTranslations) -> str:
    """As it came about; where that differs, or nobody noted it, that there was no vote."""
    text = words.gettext("Without a vote: {count}")
    if not found.not_said and not found.aloud:
        text = words.gettext("Entered without a vote: {count}")
    elif not found.not_said and not found.entered:
        text = words.gettext("Agreed aloud, without a vote: {count}")
    return text.format(count=count)


def _rest(answers: Iterable[Answer], words: NullTranslations) -> str:
    """What has no level."""
    given = list(answers)
    unknown, skipped = given.count(Answer.NOT_KNOWN), given.count(Answer.DOES_NOT_APPLY)
    parts = []
    if unknown:
        text = words.ngettext("one more is not known", "{count} more are not known", unknown)
        parts.append(text.format(count=counted(unknown, words)))
    if skipped:
        text = words.ngettext("one does not apply", "{count} do not apply", skipped)
        parts.append(text.format(count=counted(skipped, words)))
    return ", ".join(parts)


def _fine(session: EngagementSession, without: dict[str, Answer]) -> tuple[str, str]:
    """What is in good order among them, in positive words, where the pack has any."""
    words, method = session.words, session.method
    names = names_in(session.engagement)
    signs = [method.sign(key) for key, answer in without.items() if answer is Answer.NOT_PRESENT]
    texts = [lowered(sign_text(s, Answer.NOT_PRESENT), method, names) for s in signs if s.healthy]
    if not texts:
        return ("", "")
    shown = texts if len(texts) <= MOST_FINE else texts[: MOST_FINE - 1]
    said = in_a_row((in_row(text, method.language) if place else text for place, text in enumerate(shown)), words)
    if len(texts) > len(shown):
        rest = counted(len(texts) - len(shown), words)
        said = words.gettext("{first}; and {count} more").format(first=said, count=rest)
    return words.gettext("Fine among them:"), words.gettext("{list}.").format(list=said)
