"""What is not known yet: signs without a level, what they leave open, and who finds out by when."""

from __future__ import annotations

from models.frozen import frozen
from models.method.method import FailureMode, WarningSign
from models.plan.plan import PlanLine
from models.plan.proposals import ReasonKind
from models.rounds.open_signs import Open
from models.values.months import day_and_month
from models.values.numbers import count_word
from models.values.sought import the_first
from models.values.terms import Answer, Confidence
from reports.words.facts import Facts
from reports.words.late import late_text
from reports.words.phrases import sentence, sign_name
from reports.words.plan_words import listed, seen
from reports.words.text import one_line

MOST_NAMED = 3
"""Signs that a sentence may name."""


@frozen
class NotKnown:
    """One thing that nobody knows."""

    what: str
    said: str
    range: str
    """Where its mode can end, in a sentence; empty where that is settled."""
    who: str
    """Who finds out by when; empty while nobody does."""


def not_known(facts: Facts) -> list[NotKnown]:
    """The signs that were asked and that nobody could answer, in the order of the method."""
    return [_of(facts, one.mode, one.sign) for one in facts.open_signs if one.why is Open.NOT_KNOWN]


def _of(facts: Facts, mode: FailureMode, sign: WarningSign) -> NotKnown:
    return NotKnown(sign.question, seen(facts, sign.id), _range(facts, mode), finds_out(facts, sign.id))


def not_known_by_mode(facts: Facts) -> list[NotKnown]:
    """The same in a sentence for each mode, the worst first: for where there are too many to tell."""
    found, words = list[NotKnown](), facts.words
    for result in facts.ranked:
        mode, count = facts.mode(result), result.not_known
        if not count:
            continue
        text = words.ngettext("One of {total} signs is not known.", "{count} of {total} signs are not known.", count)
        if count == result.applicable:
            text = words.ngettext("Its one sign is not known.", "None of its {total} signs is known.", count)
        said = sentence(text.format(count=count_word(count, words), total=count_word(result.applicable, words)))
        who = {finds_out(facts, s.id) for s in mode.signs if result.answers[s.id] is Answer.NOT_KNOWN}
        whole = count == result.applicable
        between = words.gettext("Its figure can end anywhere from {low} to {high}.")
        between = between.format(low=round(result.lowest), high=round(result.highest))
        who_finds = who.pop() if len(who) == 1 else ""
        found.append(NotKnown(f"{mode.short}:", said, "" if whole else between, who_finds))
    return found


def _range(facts: Facts, mode: FailureMode) -> str:
    result = the_first(r for r in facts.results if r.mode_id == mode.id)
    low, high = round(result.lowest), round(result.highest)
    if low == high:
        return ""
    text = facts.words.gettext("{mode} can end anywhere from {low} to {high}.")
    return text.format(mode=mode.short, low=low, high=high)


def finds_out(facts: Facts, sign_id: str) -> str:
    """Who finds out by when, in a sentence: the owner of the first action that is to find out."""
    line = next((entry for entry in facts.lines if _asks(entry, sign_id)), None)
    if line is None:
        return ""
    words, owner, due = facts.words, one_line(facts.owner(line)), line.action.due
    day = day_and_month(due, words, facts.held_on) if due else ""
    if owner and day and late_text(facts, line.action):
        return words.gettext("{owner} was to find out by {day}; that day is past.").format(owner=owner, day=day)
    if owner and day:
        return words.gettext("{owner} to find out by {day}.").format(owner=owner, day=day)
    if owner:
        return words.gettext("{owner} to find out; no day yet.").format(owner=owner)
    return words.gettext("Nobody has taken it on yet.")


def _asks(line: PlanLine, sign_id: str) -> bool:
    return any(reason.kind is ReasonKind.SIGN and reason.id == sign_id for reason in line.because)


def on_word_alone(facts: Facts) -> tuple[str, str]:
    """How many ratings rest on what was said and not checked, and of which signs; two empty texts for none."""
    ratings = facts.engagement.current.ratings
    claimed = [
        sign_name(sign, r.answer)
        for sign in facts.method.signs
        if (r := ratings.get(sign.id)) and r.answer.level is not None and r.confidence is Confidence.CLAIMED
    ]
    if not claimed:
        return "", ""
    words = facts.words
    text = words.ngettext(
        "One of {total} ratings rests on word alone:", "{count} of {total} ratings rest on word alone:", len(claimed)
    )
    total = facts.answered
    if len(claimed) == total:
        text = words.ngettext("The one rating rests on word alone:", "All {total} ratings rest on word alone:", total)
    head = sentence(text.format(count=count_word(len(claimed), words), total=count_word(total, words)))
    quoted = [words.gettext("“{name}”").format(name=title) for title in claimed]
    return head, listed(quoted, facts) + "." if len(claimed) <= MOST_NAMED else ""


def nothing_open(facts: Facts) -> str:
    """That every sign has an answer, and that each is backed where that is so."""
    levels = [rating for rating in facts.engagement.current.ratings.values() if rating.answer.level is not None]
    if levels and all(rating.confidence for rating in levels):
        return facts.words.gettext("Every sign has an answer, and each is backed.")
    return facts.words.gettext("Every sign has an answer.")
