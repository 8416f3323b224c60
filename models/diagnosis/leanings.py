"""What answers before the meeting say of the meeting: where they agree, where not, and what to talk about first.

Never which level they agree on: that stays hidden until it is revealed, from the facilitator too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum
from gettext import NullTranslations
from itertools import groupby

from models.diagnosis.by_letter import answered_by_letter, asked_people
from models.diagnosis.voting import SMALLEST_GROUP, Agreement, agreement, ballot_tally
from models.engagement.engagement import Engagement, Round, Stakeholder
from models.engagement.workshop import AgendaBox
from models.frozen import frozen
from models.method.method import FailureMode, Method
from models.method.presets import dealt
from models.method.rules import AgreementRule
from models.values.sought import the_first
from models.values.terms import VoteWay

MODE = "mode:"
"""How the kind of a time box begins that is for signs; the id of a failure mode follows."""
SWEEP = "mode:*"
"""What is agreed, over all failure modes."""
SHORTEST = 3
"""Minutes that every part has, where there are as many."""


class Leaning(Enum):
    """What the answers to a sign have in common. The value is the share of time it is worth."""

    SPLIT = 6
    NOT_KNOWN = 4
    TOO_FEW = 3
    """Fewer than would keep anybody from telling who said what: nothing is said of them."""
    AGREED = 1


@frozen
class Leanings:
    """Who has answered, and what the answers to each sign have in common."""

    answered: tuple[Stakeholder, ...]
    missing: tuple[Stakeholder, ...]
    signs: dict[str, Leaning]
    """By sign, in the order of the method."""

    def of(self, leaning: Leaning) -> tuple[str, ...]:
        """The ids of the signs that lean so."""
        return tuple(key for key, found in self.signs.items() if found is leaning)


def leanings(method: Method, engagement: Engagement) -> Leanings:
    """Where the answers by letter to the current round stand."""
    current, people = engagement.current, asked_people(engagement)
    in_time = answered_by_letter(current)
    return Leanings(
        answered=tuple(one for one in people if one.id in in_time),
        missing=tuple(one for one in people if one.id not in in_time),
        signs={sign.id: _leaning(current, sign.id, method.rules.agreement) for sign in method.signs},
    )


def _leaning(current: Round, sign_id: str, rule: AgreementRule) -> Leaning:
    ballot = next((one for one in current.ballots_on(sign_id) if one.way is VoteWay.LETTER), None)
    tally = ballot_tally(current, ballot) if ballot else None
    if tally is None or tally.answers < SMALLEST_GROUP:
        return Leaning.TOO_FEW
    kind = agreement(tally, rule)
    return {Agreement.SPLIT: Leaning.SPLIT, Agreement.NOT_KNOWN: Leaning.NOT_KNOWN}.get(kind, Leaning.AGREED)


def proposed_agenda(method: Method, engagement: Engagement, words: NullTranslations) -> tuple[AgendaBox, ...]:
    """The agenda with its time for signs dealt out anew: what is split first, what is agreed in one sweep at the end.

    Empty where nobody has answered enough, where no box is for signs, and once the workshop has begun.
    """
    agenda, found = engagement.current.agenda, leanings(method, engagement)
    stretches = [(modes, list(boxes)) for modes, boxes in groupby(agenda, key=lambda box: box.kind.startswith(MODE))]
    places = [sum(box.minutes for box in boxes) for modes, boxes in stretches if modes]
    begun = any(box.spent or box.since for box in agenda)
    if begun or not places or not set(found.signs.values()) - {Leaning.TOO_FEW}:
        return ()
    parts = dealt(_parts(method, found, words), len(places))
    dealt_out = iter(zip(parts, places, strict=True))
    boxes: list[AgendaBox] = []
    for modes, kept in stretches:
        boxes += _timed(engagement, *the_first(dealt_out)) if modes else kept
    return tuple(replace(box, position=place) for place, box in enumerate(boxes))


@frozen
class _Part:
    kind: str
    title: str
    share: int


def _parts(method: Method, found: Leanings, words: NullTranslations) -> list[_Part]:
    """The failure modes with anything to talk about, those with most splits first; then what is agreed."""
    parts = [_mode_part(mode, found) for mode in sorted(method.modes, key=lambda mode: _urgency(mode, found))]
    agreed = len(found.of(Leaning.AGREED))
    if agreed:
        parts.append(_Part(SWEEP, words.gettext("What you agree on, in one sweep"), agreed * Leaning.AGREED.value))
    return [part for part in parts if part.share]


def _urgency(mode: FailureMode, found: Leanings) -> tuple[int, int, int]:
    counts = Counter(found.signs[sign.id] for sign in mode.signs)
    return -counts[Leaning.SPLIT], -counts[Leaning.NOT_KNOWN], -counts[Leaning.TOO_FEW]


def _mode_part(mode: FailureMode, found: Leanings) -> _Part:
    signs = [found.signs[sign.id] for sign in mode.signs]
    return _Part(MODE + mode.id, mode.short, sum(one.value for one in signs if one is not Leaning.AGREED))


def _timed(engagement: Engagement, parts: Sequence[_Part], minutes: int) -> Iterator[AgendaBox]:
    """The parts with whole minutes that add up: a few each, the rest by their shares.

    A box of the agenda that is for the same stays that box.
    """
    agenda, scope = {box.kind: box for box in engagement.current.agenda}, engagement.current.assessment.id
    least = min(SHORTEST, minutes // max(len(parts), 1))
    shared = minutes - least * len(parts)
    whole, passed, begun = sum(part.share for part in parts), 0, 0
    for place, part in enumerate(parts, 1):
        passed += part.share
        until = least * place + shared * passed // whole
        box = agenda.get(part.kind) or AgendaBox(assessment_id=scope, kind=part.kind)
        yield replace(box, title=part.title, minutes=until - begun)
        begun = until
