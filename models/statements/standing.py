"""Where the pilot stands, as wall, page, message and documents all say it: from what was recorded and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from gettext import NullTranslations

from models.diagnosis.diagnosis import Band, ModeResult, mode_results, worst_first
from models.engagement.engagement import Rating, Round
from models.frozen import frozen
from models.method.method import FailureMode, Method, WarningSign
from models.values.letters import on_one_line
from models.values.numbers import count_word
from models.values.sought import the_first
from models.values.terms import Answer, Confidence, NoteKind

LONGEST_HEADLINE, LONGEST_WORDS = 50, 80
"""Letters of one that follows from the answers, and of one in the room's words."""
_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_END = rf"(?:[!?…]|(?<!\d)\.|(?<=\d)\.(?! (?:{_MONTHS})\b))"
"""Of a sentence. The stop after a day, as in "8. September", is none."""
_SENTENCE = re.compile(rf".+?{_END}[”“’\"')]*(?=\s+[^a-z]|\s*$)", re.DOTALL)
_BACKING = {None: 0, Confidence.CLAIMED: 1, Confidence.SEEN: 2, Confidence.TESTED: 3}


def worst_modes(results: Sequence[ModeResult]) -> tuple[ModeResult, ...]:
    """The mode that leads, or those that tie in everything that orders them; empty while nothing has a level."""
    known = [result for result in worst_first(results) if result.index is not None]
    return tuple(result for result in known if _place(result) == _place(known[0]))


def _place(result: ModeResult) -> tuple[object, ...]:
    return result.band, result.index, result.severe, result.answered


def lead_sign(method: Method, current: Round, result: ModeResult) -> WarningSign | None:
    """The gravest sign of a mode, of several the best backed; None where none has a level above 0."""
    signs = [s for s in _mode(method, result).signs if (answer := result.answers[s.id]) and answer.level]
    return max(signs, key=lambda s: _gravity(current, current.ratings[s.id]), default=None)


def _gravity(current: Round, rating: Rating) -> tuple[int, int, bool]:
    shown = bool(evidence_for_client(current, rating.sign_id))
    return rating.answer.level or 0, _BACKING[rating.confidence], shown


def _mode(method: Method, result: ModeResult) -> FailureMode:
    return the_first(mode for mode in method.modes if mode.id == result.mode_id)


def headline(method: Method, current: Round, words: NullTranslations) -> str:
    """What was found, in the room's words where it gave some."""
    return on_one_line(current.assessment.headline) or proposed_headline(method, current, words)


def proposed_headline(method: Method, current: Round, words: NullTranslations) -> str:
    """The finding that leads: that of the gravest, best backed sign of the worst mode, in at most 50 characters.

    A pack without findings has the sign's title here, in at most 60. Where modes tie they are named, or counted where
    the names are too long. Where none is high, nothing is the worst.
    """
    results = mode_results(method, current)
    worst = worst_modes(results)
    if not current.ratings:
        return words.gettext("The diagnosis has not begun")
    if not worst:
        return words.gettext("Where the pilot stands is not known yet")
    if worst[0].band.urgency < Band.HIGH.urgency:
        return _calm(results, words)
    if len(worst) > 1:
        return _tied([_mode(method, result) for result in worst], words)
    sign = lead_sign(method, current, worst[0])
    return sign_text(sign, current.ratings[sign.id].answer) if sign else _mode(method, worst[0]).short


def _calm(results: Sequence[ModeResult], words: NullTranslations) -> str:
    """What is not known leads, because it may yet be high; only where all is known is nothing said to be."""
    moderate = sum(r.band is Band.MODERATE for r in results)
    unknown = [r for r in results if r.band is Band.NOT_KNOWN]
    if len(unknown) == len(results):
        return words.gettext("Too little is known yet to say what is worst")
    if unknown:
        said = _without_a_band(unknown, words)
        said = said.format(count=count_word(len(unknown), words), total=count_word(len(results), words))
        return said[:1].upper() + said[1:]
    if moderate:
        text = words.ngettext(
            "Nothing is high; one part needs care", "Nothing is high; {count} parts need care", moderate
        )
        return text.format(count=count_word(moderate, words))
    return words.gettext("Nothing found stands in the way")


def _without_a_band(unknown: Sequence[ModeResult], words: NullTranslations) -> str:
    """What nobody knows is told apart from what nobody was asked."""
    count = len(unknown)
    if all(result.left_out for result in unknown):
        return words.ngettext(
            "{count} of {total} was not asked; no other is high",
            "{count} of {total} were not asked; no other is high",
            count,
        )
    if any(result.not_asked for result in unknown):
        return words.ngettext(
            "{count} of {total} cannot be judged; no other is high",
            "{count} of {total} cannot be judged; no other is high",
            count,
        )
    return words.ngettext(
        "{count} of {total} is not known; no other is high",
        "{count} of {total} are not known; no other is high",
        count,
    )


def _tied(modes: Sequence[FailureMode], words: NullTranslations) -> str:
    if len(modes) == 2:
        text = words.gettext("{first} and {second} weigh the same")
        named = text.format(first=modes[0].short, second=modes[1].short)
        if len(named) <= LONGEST_HEADLINE:
            return named
    text = words.gettext("{count} failure modes are equally grave")
    named = text.format(count=count_word(len(modes), words))
    return named[:1].upper() + named[1:]


def sign_text(sign: WarningSign, answer: Answer | None) -> str:
    """What is so: good news for level 0, the finding of levels 2 and 3; the sign itself where the pack says no more."""
    if answer is Answer.NOT_PRESENT and sign.healthy:
        return sign.healthy
    level = answer.level if answer else None
    return (sign.finding_at(level) if level is not None else "") or sign.title


def evidence_for_client(current: Round, sign_id: str) -> str:
    """The first evidence under a sign that the client may read; empty for none."""
    notes = current.notes_on(sign_id, NoteKind.EVIDENCE)
    return next((n.text.strip() for n in notes if n.for_client and n.text.strip()), "")


def first_sentence(text: str) -> str:
    """As it was written; all of it where it has no end."""
    text = on_one_line(text)
    found = _SENTENCE.match(text)
    return found[0] if found else text


@frozen
class Deciding:
    """What decides how a mode stands."""

    sign: WarningSign
    answer: Answer
    text: str
    """The first sentence of the evidence for the client; what is seen at that level where there is none."""
    from_evidence: bool
    confidence: Confidence | None


def what_decides(method: Method, current: Round, result: ModeResult) -> Deciding | None:
    """By the gravest, best backed sign; where none is above 0, by the first that has a level. None for none."""
    with_level = (s for s in _mode(method, result).signs if (a := result.answers[s.id]) and a.level is not None)
    sign = lead_sign(method, current, result) or next(with_level, None)
    if sign is None:
        return None
    rating = current.ratings[sign.id]
    said = why_line(current, sign.id)
    return Deciding(sign, rating.answer, said or sign.anchors[rating.answer.level or 0], bool(said), rating.confidence)


def why_line(current: Round, sign_id: str) -> str:
    """The first sentence of the evidence for the client; empty where there is none."""
    return first_sentence(evidence_for_client(current, sign_id))
