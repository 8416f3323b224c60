"""Holds what is said against what was recorded: signs, modes, points, people, votes and sums.

It reads finished text as a person does. What it knows of the product is the method's words and the record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from gettext import NullTranslations

from models.diagnosis.diagnosis import Band, mode_results
from models.diagnosis.voting import ballot_tally, newest_revealed
from models.engagement.engagement import Engagement, Rating
from models.method.method import Method
from models.playbook.budget import Range, budget
from models.readiness.readiness import VerdictKind, rule_text, verdict
from models.statements.people import attendance
from models.statements.votes import how_it_came
from models.values.money import money_in_words, shown_money
from models.values.terms import Came

WORDS = NullTranslations()
NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
COUNT = r"(zero|one|two|three|four|five|six|seven|eight|nine|ten|\d+)"
LONG_ENOUGH = 12
"""Letters of a text of the method that nobody types by chance."""
_ON_AN_AXIS = re.compile(r"[£$€](?:[1-9]|[1-9][05]|[1-9]25|[1-9]75)?0*(?:,000)*(?: M)?|[£$€]\d(?:\.\d)? M")
"""A round figure, as a scale has it."""
_SUM = re.compile(r"[£$€]\d[\d,]*(?:\.\d+)?(?: M)?")


@dataclass(frozen=True)
class Said:
    """A finished text and where it stands."""

    where: str
    text: str
    offers_levels: bool = False
    """Whether it shows all four anchors to choose from, as a sign's page does."""

    @property
    def plain(self) -> str:
        """With single spaces and straight quotes, without the rule of the verdict, which names them all."""
        text = " ".join(self.text.replace("\u00a0", " ").replace("\u202f", " ").split())
        return plainly(text).replace(plainly(rule_text(WORDS)), "")


def plainly(text: str) -> str:
    """Quotes, dashes and hyphens as a typewriter has them."""
    return text.translate(str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00ad": ""}))


def number(word: str) -> int:
    """Of a number in words or figures."""
    return NUMBERS.index(word.lower()) if word.lower() in NUMBERS else int(word)


def falsehoods(engagement: Engagement, method: Method, today: date, said: Said) -> Iterator[str]:
    """Everything in the text that the record contradicts."""
    for check in (_signs, _modes, _points, _people, _votes, _playbook, _sums):
        for found in check(engagement, method, today, said):
            yield f"{said.where}: {found}"


def _signs(engagement: Engagement, method: Method, today: date, said: Said) -> Iterator[str]:
    """A finding, a healthy wording, an anchor is said of a sign only at its level."""
    ratings, text = engagement.current.ratings, said.plain
    true_of: dict[str, set[tuple[str, int]]] = {}
    for sign in method.signs:
        said_at = [(sign.healthy, 0), *((sign.finding_at(level), level) for level in (2, 3))]
        if not said.offers_levels:
            said_at += [(anchor, level) for level, anchor in enumerate(sign.anchors)]
        for words, level in said_at:
            if len(words) >= LONG_ENOUGH:
                true_of.setdefault(plainly(words).rstrip("."), set()).add((sign.id, level))
    so = [words for words, places in true_of.items() if _hold(places, ratings) or _voted(places, engagement)]
    for words, places in true_of.items():
        if words in text and not any(words in true for true in so):
            yield f"“{words}” of {sorted(places)}"


def _hold(places: set[tuple[str, int]], ratings: Mapping[str, Rating]) -> bool:
    return any(sign in ratings and ratings[sign].answer.level == level for sign, level in places)


def _voted(places: set[tuple[str, int]], engagement: Engagement) -> bool:
    """What was voted and has no answer yet is said as the vote had it."""
    current = engagement.current
    for sign, level in places - {(s, n) for s, n in places if s in current.ratings}:
        ballot, _ = newest_revealed(current, sign)
        counts = ballot_tally(current, ballot).counts if ballot else (0,)
        if sum(counts) and counts.index(max(counts)) == level:
            return True
    return False


def _modes(engagement: Engagement, method: Method, today: date, said: Said) -> Iterator[str]:
    """A mode's own finding is a headline for no sign in particular, and nothing is the worst where nothing is high."""
    of_signs = {plainly(text) for sign in method.signs for text in (*sign.finding, sign.title)}
    for mode in method.modes:
        if plainly(mode.finding) not in of_signs and plainly(mode.finding) in said.plain:
            yield f"the canned finding of {mode.id}"
    high = any(r.band in (Band.HIGH, Band.CRITICAL) for r in mode_results(method, engagement.current))
    if not high and re.search(r"\bworst\b|holds it back most|stands? high\b(?<!none stands high)", said.plain, re.I):
        yield "something is the worst, and nothing is high"


def _points(engagement: Engagement, method: Method, today: date, said: Said) -> Iterator[str]:
    found = verdict(method, engagement.current.judgements, today)
    if found.kind in (VerdictKind.NOT_JUDGED, VerdictKind.UNDECIDED) and re.search(r"\bNo-go\b", said.plain):
        yield "a no-go before there is a verdict"
    if found.kind is not VerdictKind.GO and re.search(r"\bGo: all\b", said.plain):
        yield "a go"
    for match in re.finditer(COUNT + r" of \d+ points (?:is|are) open", said.plain, re.I):
        if number(match[1]) != len(found.open):
            yield f"“{match[0]}”, and {len(found.open)} are open"
    for match in re.finditer(COUNT + r" (?:points? )?not judged", said.plain):
        if number(match[1]) != len(found.not_judged):
            yield f"“{match[0]}”, and {len(found.not_judged)} are not judged"


def _people(engagement: Engagement, method: Method, today: date, said: Said) -> Iterator[str]:
    there = len(attendance(engagement, engagement.current).took_part)
    for match in re.finditer(COUNT + r" (?:person|people) took part", said.plain, re.I):
        if number(match[1]) != there:
            yield f"“{match[0]}”, and {there} did"


def _votes(engagement: Engagement, method: Method, today: date, said: Said) -> Iterator[str]:
    found, text = how_it_came(method, engagement.current), said.plain
    if not any(r.came is Came.AGREED for r in engagement.current.ratings.values()) and "agreed aloud" in text.lower():
        yield "“agreed aloud”, and nobody noted that"
    for match in re.finditer(rf"All {COUNT} votes agree", text, re.I):
        if number(match[1]) != found.voted or found.split or found.not_known:
            yield f"“{match[0]}”"
    for match in re.finditer(COUNT + r" signs? (?:is an |are )?agreed (?:problem|to be a problem)", text, re.I):
        if number(match[1]) != len(found.problems):
            yield f"“{match[0]}”, and {len(found.problems)} were voted so"
    for match in re.finditer(COUNT + r" of " + COUNT + r" votes (?:is|are) split", text, re.I):
        if (number(match[1]), number(match[2])) != (len(found.split), found.voted):
            yield f"“{match[0]}”"
    if re.search(r"rated by the room", text, re.I):
        yield "“rated by the room”"


def _playbook(engagement: Engagement, method: Method, today: date, said: Said) -> Iterator[str]:
    """What is written down in a register is not done by that."""
    if match := re.search(r"(?:all \w+|every|\w+ of \w+) items? (?:is|are) done", said.plain, re.I):
        yield f"“{match[0]}” of registers that are filled in"


def _sums(engagement: Engagement, method: Method, today: date, said: Said) -> Iterator[str]:
    """Every sum of money was entered, or follows from what was."""
    known = _known_sums(engagement, method)
    for match in _SUM.finditer(said.plain):
        text = match[0].rstrip(".,")
        if text not in known and not _ON_AN_AXIS.fullmatch(text):
            yield f"{match[0]} is in no record"


def _known_sums(engagement: Engagement, method: Method) -> set[str]:
    found, current = budget(method, engagement), engagement.current
    amounts: set[Decimal] = {Decimal(0)}
    amounts.update(filter(None, (engagement.pilot.cost, *(found.band or ()))))
    ranges: list[Range] = [found.one_off, found.yearly, found.first_year]
    for kind in found.kinds:
        ranges += [kind.one_off, kind.yearly, kind.first_year]
    for one in ranges:
        amounts.update((one.low, one.likely, one.high))
    for cell in current.cells.values():
        if re.fullmatch(r"\d+(\.\d+)?", cell.value):
            amounts.add(Decimal(cell.value))
    typed = [
        *(n.text for n in current.notes),
        engagement.pilot.decision_asked,
        *(c.value for c in current.cells.values()),
    ]
    typed += [text for a in current.actions for text in (a.title, a.done_when, a.why, a.reason)]
    typed += [text for j in current.judgements.values() for text in (j.evidence, j.reason)]
    typed += [g.conditions for g in current.gates.values()] + [c.text for c in current.conditions]
    written = {m.rstrip(".,") for text in typed for m in _SUM.findall(" ".join(text.replace("\u00a0", " ").split()))}
    currency = engagement.pilot.currency
    if found.band:
        away = [abs(found.first_year.likely - end) for end in found.band]
        amounts.update(away + [Decimal(f"{one:.1e}") for one in away])
    shown = {
        form(amount, currency, NullTranslations()).replace("\u00a0", " ")
        for amount in amounts
        for form in (shown_money, money_in_words)
    }
    return shown | written | {"£1 M", "£0"}
