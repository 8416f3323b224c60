"""The terms that records are filled with: what may be answered, decided, captured, and by whom."""

from __future__ import annotations

import os
import time
from enum import StrEnum

_RANDOM = 10
"""Bytes of an id that nobody can guess or meet by chance."""


def new_id() -> str:
    """A fresh permanent id: 32 hexadecimal digits.

    The first twelve are the millisecond: what is made together lies together in a library of thousands, whose pages are
    read and written as a whole.
    """
    return _now() + os.urandom(_RANDOM).hex()


def new_ids(many: int) -> list[str]:
    """As many at once: the system is asked for their figures one time."""
    now, figures, each = _now(), os.urandom(_RANDOM * many).hex(), 2 * _RANDOM
    return [now + figures[place : place + each] for place in range(0, len(figures), each)]


def _now() -> str:
    return f"{time.time_ns() // 1_000_000:012x}"


class Group(StrEnum):
    """The part of the organisation that a stakeholder speaks for."""

    BUSINESS = "business"
    TECHNOLOGY = "technology"
    DATA = "data"
    OPERATIONS = "operations"
    RISK = "risk"
    USERS = "users"
    FINANCE = "finance"


class Answer(StrEnum):
    """The answer to one warning sign: a level from 0 (not present) to 3 (severe), or why there is none."""

    NOT_PRESENT = "0"
    EARLY = "1"
    ESTABLISHED = "2"
    SEVERE = "3"
    NOT_KNOWN = "not-known"
    DOES_NOT_APPLY = "does-not-apply"

    @property
    def level(self) -> int | None:
        """0 to 3, or None for an answer that is not a level."""
        return int(self.value) if self.value.isdigit() else None

    @property
    def mark(self) -> str:
        """The sign for it in a small cell: the level, ? for not known, – for does not apply."""
        marks = {Answer.NOT_KNOWN: "?", Answer.DOES_NOT_APPLY: "–"}
        return marks.get(self, self.value)


class Confidence(StrEnum):
    """How well an answer is backed, from hearsay to proof."""

    CLAIMED = "claimed"
    SEEN = "seen"
    TESTED = "tested"


class Came(StrEnum):
    """How a rating came about."""

    NOT_SAID = ""
    """It was made before this was kept, or nobody said."""
    VOTED = "voted"
    AGREED = "agreed"
    """Aloud, in the room."""
    ENTERED = "entered"
    """At the desk, by the facilitator."""


class RoundState(StrEnum):
    """Whether a round can still be worked on."""

    OPEN = "open"
    CLOSED = "closed"


class NoteKind(StrEnum):
    """What a piece of captured text is."""

    NOTE = "note"
    EVIDENCE = "evidence"
    PARKED = "parked"
    """Worth talking about, but not now."""
    RETURN = "return"
    """A sign to come back to."""
    DISSENT = "dissent"
    """A view that differs from the agreed answer, word for word."""
    DECISION = "decision"


class VoteWay(StrEnum):
    """How a room votes."""

    COUNTS = "counts"
    """Hands or cards are counted, and the counts are typed."""
    NAMED = "named"
    """The facilitator enters each stakeholder's vote."""
    BALLOT = "ballot"
    """Stakeholders come to the laptop one after another; nobody is told afterwards who voted what."""
    LETTER = "letter"
    """Stakeholders answered before the meeting, each on a form of their own; nobody is told who answered what."""


class Decision(StrEnum):
    """What became of a proposed action."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


class PointState(StrEnum):
    """How a readiness point was judged."""

    NOT_JUDGED = "not-judged"
    """Nobody has said yet how it stands, whatever was written beside it."""
    CONFIRMED = "confirmed"
    OPEN = "open"
    WAIVED = "waived"
    """Somebody answers for going without it, until a day."""
    DOES_NOT_APPLY = "does-not-apply"


class Progress(StrEnum):
    """How far an accepted action has come."""

    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    DONE = "done"
    BLOCKED = "blocked"


class GateDecision(StrEnum):
    """How a phase of the playbook was closed."""

    UNDECIDED = "undecided"
    PASSED = "passed"
    CONDITIONS = "conditions"
    """Passed, on conditions that are written down."""
    HELD = "held"
    """Not passed: what is missing comes first."""


class RaciPart(StrEnum):
    """A stakeholder's part in a task. Each task has exactly one who is accountable."""

    RESPONSIBLE = "responsible"
    ACCOUNTABLE = "accountable"
    CONSULTED = "consulted"
    INFORMED = "informed"

    @property
    def letter(self) -> str:
        """R, A, C or I, as the matrix is written everywhere."""
        return self.value[0].upper()
