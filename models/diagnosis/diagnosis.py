"""What the ratings add up to: index, band, coverage and confidence of each failure mode.

There is no overall score: the worst mode is what stops a pilot, so it leads.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from gettext import NullTranslations
from typing import Protocol, TypeVar

from models.diagnosis.voting import was_asked
from models.engagement.engagement import Rating, Round
from models.frozen import frozen
from models.method.method import FailureMode, Method
from models.method.rules import HIGHEST_LEVEL, BandRule
from models.values.numbers import count_word
from models.values.terms import Answer, Confidence


class Band(StrEnum):
    """How badly a failure mode stands."""

    NOT_KNOWN = "not-known"
    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"
    CRITICAL = "critical"

    @property
    def urgency(self) -> int:
        """From 0 for low to 4 for critical; not known stands between moderate and high, since it is never fine."""
        order = (Band.LOW, Band.MODERATE, Band.NOT_KNOWN, Band.HIGH, Band.CRITICAL)
        return order.index(self)

    def name_in(self, words: NullTranslations) -> str:
        """The band's name for people."""
        _ = words.gettext
        names = {
            Band.NOT_KNOWN: _("Not known"),
            Band.LOW: _("Low"),
            Band.MODERATE: _("Moderate"),
            Band.HIGH: _("High"),
            Band.CRITICAL: _("Critical"),
        }
        return names[self]


@frozen
class ModeResult:
    """Where one failure mode stands."""

    mode_id: str
    answers: Mapping[str, Answer | None]
    """By warning sign id, in the order of the method; None where nothing has been answered yet."""
    index: Fraction | None
    """0 (no sign present) to 100 (all severe) over the signs with a level; None when there is none."""
    lowest: Fraction
    """What the index would be if every open sign turned out not present."""
    highest: Fraction
    """What the index would be if every open sign turned out severe."""
    band: Band
    confidence: Mapping[Confidence, int]
    """How many of the levels rest on each kind of backing."""
    bands: BandRule
    """Where each band begins."""
    voted: tuple[str, ...] = ()
    """Ids of signs that were voted on in the round and have no answer yet."""
    asked_before: int = 0
    """Of the signs that were not asked in the round, how many were asked in an earlier one."""

    @property
    def unsettled(self) -> int:
        """How many signs were voted on in the round and have no answer yet."""
        return len(self.voted)

    @property
    def shown(self) -> Mapping[str, Answer | None]:
        """The answers as pictures show them: what was voted on and not settled is not known, and was asked."""
        return {key: Answer.NOT_KNOWN if key in self.voted else answer for key, answer in self.answers.items()}

    @property
    def left_out(self) -> bool:
        """Whether none of its signs was asked in the round, which says nothing of what anybody knows."""
        return self.not_asked == len(self.answers)

    def standing_in(self, words: NullTranslations) -> str:
        """Its band for people; of a mode that was not asked about, that it was not."""
        if not self.left_out:
            return self.band.name_in(words)
        return words.gettext("Not asked again") if self.asked_before else words.gettext("Not asked")

    @property
    def levels(self) -> tuple[int, ...]:
        """The levels given, in the order of the method."""
        return tuple(a.level for a in self.answers.values() if a is not None and a.level is not None)

    @property
    def answered(self) -> int:
        """Signs with a level."""
        return len(self.levels)

    @property
    def not_known(self) -> int:
        """Signs answered "not known"."""
        return sum(a is Answer.NOT_KNOWN for a in self.answers.values())

    @property
    def not_asked(self) -> int:
        """Signs that have neither an answer nor a vote."""
        return sum(a is None for a in self.answers.values()) - self.unsettled

    @property
    def applicable(self) -> int:
        """Signs that apply to this pilot."""
        return sum(a is not Answer.DOES_NOT_APPLY for a in self.answers.values())

    @property
    def severe(self) -> int:
        """Signs rated severe."""
        return sum(a is Answer.SEVERE for a in self.answers.values())

    @property
    def shown_index(self) -> str:
        """The index as a whole number, or a dash where there is none."""
        return "–" if self.index is None else str(round(self.index))


class Rankable(Protocol):
    """What tells the worse of two modes."""

    @property
    def index(self) -> Fraction | None:
        """From 0 to 100; None while nothing has a level."""

    @property
    def band(self) -> Band:
        """How badly it stands."""

    @property
    def severe(self) -> int:
        """Signs rated severe."""

    @property
    def answered(self) -> int:
        """Signs with a level."""


Ranked = TypeVar("Ranked", bound=Rankable)


def mode_result(
    mode: FailureMode, ratings: Mapping[str, Rating], bands: BandRule, asked: Container[str] = ()
) -> ModeResult:
    """Index = 100 × sum of levels / (3 × number of levels). (Method, "Numbers that explain themselves".)

    Open signs (not known or not asked) stay out of the index; `lowest` and `highest` say how far they could move it.
    `asked` has the ids of signs that were voted on, whatever came of it.
    """
    answers = {s.id: ratings[s.id].answer if s.id in ratings else None for s in mode.signs}
    levels = [a.level for a in answers.values() if a is not None and a.level is not None]
    applicable = sum(a is not Answer.DOES_NOT_APPLY for a in answers.values())
    unknown = applicable - len(levels)
    index = index_of(sum(levels), len(levels))
    full = HIGHEST_LEVEL * max(applicable, 1)
    counts = dict.fromkeys(Confidence, 0)
    for sign in mode.signs:
        rating = ratings.get(sign.id)
        if rating and rating.answer.level is not None and rating.confidence:
            counts[rating.confidence] += 1
    return ModeResult(
        mode_id=mode.id,
        answers=answers,
        index=index,
        lowest=Fraction(100 * sum(levels), full),
        highest=Fraction(100 * (sum(levels) + HIGHEST_LEVEL * unknown), full),
        band=band_for(index, HIGHEST_LEVEL in levels, len(levels), unknown, bands),
        confidence=counts,
        bands=bands,
        voted=tuple(sign_id for sign_id, answer in answers.items() if answer is None and sign_id in asked),
    )


def index_of(total: int, answered: int) -> Fraction | None:
    """From the sum of so many levels; None where there is none."""
    return Fraction(100 * total, HIGHEST_LEVEL * answered) if answered else None


def band_for(index: Fraction | None, severe: bool, answered: int, unknown: int, bands: BandRule) -> Band:
    """One severe sign makes at least high; without one, a band needs at least as much known as open."""
    if index is None:
        return Band.NOT_KNOWN
    floors = ((bands.critical, Band.CRITICAL), (bands.high, Band.HIGH), (bands.moderate, Band.MODERATE))
    band = next((b for floor, b in floors if index >= floor), Band.LOW)
    if severe:
        return max(band, Band.HIGH, key=lambda b: b.urgency)
    return Band.NOT_KNOWN if unknown > answered else band


def mode_results(method: Method, current: Round) -> tuple[ModeResult, ...]:
    """One result for each failure mode, in the order of the method."""
    asked = {sign.id for sign in method.signs if was_asked(current, sign.id)}
    return tuple(mode_result(mode, current.ratings, method.rules.bands, asked) for mode in method.modes)


def worst_first(results: Sequence[Ranked]) -> tuple[Ranked, ...]:
    """By urgency of the band, then index, severe signs and coverage; ties keep the order of the method."""
    return tuple(sorted(results, key=lambda r: (-r.band.urgency, -(r.index or 0), -r.severe, -r.answered)))


def worst_mode(results: Sequence[Ranked]) -> Ranked | None:
    """The mode that leads, or None while nothing has a level."""
    known = [r for r in worst_first(results) if r.index is not None]
    return known[0] if known else None


def coverage(results: Sequence[ModeResult]) -> tuple[int, int]:
    """Signs with a level, and signs that apply: the one count of how far the diagnosis is."""
    return sum(result.answered for result in results), sum(result.applicable for result in results)


def coverage_text(result: ModeResult, words: NullTranslations) -> str:
    """How much of a mode is known, as in "3 of 4 answered, 1 not known"; of the signs that apply."""
    parts = [words.gettext("{answered} of {total} answered").format(answered=result.answered, total=result.applicable)]
    if result.not_known:
        parts.append(words.gettext("{count} not known").format(count=result.not_known))
    if result.unsettled:
        parts.append(words.gettext("{count} voted on, not answered yet").format(count=result.unsettled))
    if result.not_asked > result.asked_before:
        never = result.not_asked - result.asked_before
        parts.append(words.gettext("{count} not asked yet").format(count=never))
    if result.asked_before:
        parts.append(words.gettext("{count} not asked again").format(count=result.asked_before))
    if skipped := len(result.answers) - result.applicable:
        text = words.ngettext("{count} does not apply", "{count} do not apply", skipped)
        parts.append(text.format(count=skipped))
    return ", ".join(parts)


def confidence_text(result: ModeResult, words: NullTranslations) -> str:
    """How well the levels are backed, as in "2 tested, 1 seen, 1 claimed"; empty where nobody has said."""
    names = {
        Confidence.TESTED: words.gettext("{count} tested"),
        Confidence.SEEN: words.gettext("{count} seen"),
        Confidence.CLAIMED: words.gettext("{count} claimed"),
    }
    return ", ".join(names[c].format(count=result.confidence[c]) for c in names if result.confidence[c])


def why_this_number(result: ModeResult, words: NullTranslations) -> tuple[str, ...]:
    """The sum, what is open and the rule that sets the band, one sentence each."""
    _ = words.gettext
    if result.left_out:
        return (_("No warning sign of this mode was asked in this round, so there is no figure."),)
    if result.index is None:
        return (_("No warning sign of this mode has a level yet, so there is no figure."),)
    lines = [_sum(result, words)]
    if result.answered < result.applicable:
        text = _("Signs without a level are left out. Once known, they put this figure between {low} and {high}.")
        lines.append(text.format(low=round(result.lowest), high=round(result.highest)))
    if result.severe and result.index < result.bands.high:
        lines.append(_("A single severe sign sets the mode to at least high, however the others stand."))
    elif result.band is Band.NOT_KNOWN:
        lines.append(_("More signs are without a level than have one, so no band is claimed."))
    else:
        text = _("Bands: low below {moderate}, moderate below {high}, high below {critical}, critical from {critical}.")
        bands = result.bands
        lines.append(text.format(moderate=bands.moderate, high=bands.high, critical=bands.critical))
    return tuple(lines)


def _sum(result: ModeResult, words: NullTranslations) -> str:
    """The formula with its inputs, as in "3 + 3 + 2 + 2 = 10 of the 12 that four signs can reach: 83 of 100."."""
    total = sum(result.levels)
    added = " + ".join(map(str, sorted(result.levels, reverse=True)))
    text = words.ngettext(
        "{sum} of the {most} that one sign can reach: {index} of 100.",
        "{sum} of the {most} that {count} signs can reach: {index} of 100.",
        result.answered,
    )
    return text.format(
        sum=f"{added} = {total}" if result.answered > 1 else added,
        most=HIGHEST_LEVEL * result.answered,
        count=count_word(result.answered, words),
        index=round(result.index or 0),
    )
