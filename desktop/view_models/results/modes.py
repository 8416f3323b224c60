"""What the page of results says of each failure mode, and of the signs behind its figure."""

from __future__ import annotations

from desktop.view_models.room.diagnosis import TINTS
from desktop.view_models.session import EngagementSession
from desktop.words import gettext, spoken
from models.diagnosis.diagnosis import ModeResult, confidence_text, coverage_text, why_this_number
from models.diagnosis.voting import Agreement, Tally, agreement, ballot_tally, newest_revealed, was_asked
from models.engagement.engagement import Round
from models.frozen import frozen
from models.method.method import WarningSign
from models.plan.once_done import once_done
from models.statements.standing import first_sentence, sign_text, what_decides, why_line
from models.statements.votes import came_text
from models.values.letters import small
from models.values.names import confidence_name
from models.values.sought import the_first
from models.values.terms import Answer, NoteKind


@frozen
class ModeLine:
    """A row of the chart."""

    mode_id: str
    name: str
    index: str
    band: str
    tint: int
    known: float | None
    """0 to 100; None where nothing is known."""
    lowest: float
    highest: float
    signs: tuple[str, ...]
    coverage: str
    decides: str
    backed: str


@frozen
class SignLine:
    """A sign behind a figure."""

    sign_id: str
    mark: str
    text: str
    votes: str
    """How its answer came about, as in "6 of 7"."""
    seen: str
    backed: str
    said: str
    """What the mark means, in words."""


def mode_line(session: EngagementSession, result: ModeResult) -> ModeLine:
    """Where a failure mode stands."""
    words, method, current = session.words, session.method, session.current
    mode = the_first(m for m in method.modes if m.id == result.mode_id)
    found = what_decides(method, current, result)
    nothing = gettext("Nobody knows yet.") if any(result.answers.values()) else gettext("Not asked yet.")
    backed = found.confidence if found else None
    return ModeLine(
        mode_id=result.mode_id,
        name=mode.short,
        index=result.shown_index,
        band=result.band.name_in(words),
        tint=TINTS[result.band],
        known=None if result.index is None else float(result.index),
        lowest=float(result.lowest),
        highest=float(result.highest),
        signs=tuple(answer.mark if answer else "" for answer in result.answers.values()),
        coverage=coverage_text(result, words),
        decides=found.text if found else nothing,
        backed=confidence_name(backed, spoken()) if backed else "",
    )


def sign_lines(session: EngagementSession, result: ModeResult) -> tuple[SignLine, ...]:
    """Every sign of a mode, the gravest first; then what is not known, was not asked or does not apply."""
    order = {mark: place for place, mark in enumerate("3210?")}
    lines = [_sign_line(session, session.method.sign(key), answer) for key, answer in result.answers.items()]
    return tuple(sorted(lines, key=lambda line: order.get(line.mark, len(order))))


def _sign_line(session: EngagementSession, sign: WarningSign, answer: Answer | None) -> SignLine:
    current = session.current
    rating = current.ratings.get(sign.id)
    confidence = rating.confidence if rating and answer and answer.level is not None else None
    return SignLine(
        sign_id=sign.id,
        mark=answer.mark if answer else "",
        text=sign_text(sign, answer),
        votes=how_it_came_about(session, sign.id, answer),
        seen=rating.reason if rating and answer is Answer.DOES_NOT_APPLY else _seen(current, sign.id),
        backed=confidence_name(confidence, spoken()) if confidence else "",
        said=_answered(session, sign.id, answer),
    )


def _seen(current: Round, sign_id: str) -> str:
    """What the client may read comes before what stays here."""
    internal = next((n.text for n in current.notes_on(sign_id, NoteKind.EVIDENCE) if n.text.strip()), "")
    return why_line(current, sign_id) or first_sentence(internal)


def how_it_came_about(session: EngagementSession, sign_id: str, answer: Answer | None) -> str:
    """Of a vote how many gave that answer, and whether it is split; else how it came, as in "entered"."""
    ballot, _ = newest_revealed(session.current, sign_id)
    if ballot is None:
        return small(came_text(session.current, sign_id, session.words))
    tally = ballot_tally(session.current, ballot)
    text = gettext("{votes} of {total}").format(votes=_given(tally, answer), total=tally.answers)
    split = agreement(tally, session.method.rules.agreement) is Agreement.SPLIT
    return gettext("{votes}, split").format(votes=text) if split else text


def _given(tally: Tally, answer: Answer | None) -> int:
    """Votes for an answer; while none is agreed, for the commonest."""
    if answer is None:
        return max(*tally.counts, tally.not_known)
    return tally.not_known if answer.level is None else tally.counts[answer.level]


def _answered(session: EngagementSession, sign_id: str, answer: Answer | None) -> str:
    if answer is None:
        asked = was_asked(session.current, sign_id)
        return gettext("voted on, not answered yet") if asked else gettext("not asked yet")
    if answer.level is not None:
        return f"{answer.level} {session.method.levels[answer.level]}"
    return gettext("not known") if answer is Answer.NOT_KNOWN else gettext("does not apply")


def why_sentences(session: EngagementSession, result: ModeResult) -> tuple[str, str]:
    """The sum behind a figure, and what else there is to say: what is open, the band, the first action."""
    first, *rest = why_this_number(result, session.words)
    if result.index is None or result.answered < result.applicable or result.answered < len(result.answers):
        detail = coverage_text(result, session.words)
        rest.insert(0, gettext("{parts}.").format(parts=detail))
    if backing := confidence_text(result, session.words):
        rest.append(gettext("Backed by: {backing}.").format(backing=backing))
    if found := once_done(session.method, session.current, result):
        text = gettext("Once action {number} has settled what calls for it, it would be {index}.")
        rest.append(text.format(number=found.action.position, index=round(found.index)))
    return first, " ".join(rest)
