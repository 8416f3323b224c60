"""Whether a pilot is ready for production: 15 points, each judged, and the rule that gives the verdict."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from gettext import NullTranslations

from models.engagement.judgements import Judgement
from models.frozen import frozen
from models.method.method import Method, ReadinessPoint
from models.values.numbers import count_word
from models.values.terms import PointState


class VerdictKind(Enum):
    """Whether to go into production."""

    GO = "go"
    CONDITIONS = "conditions"
    NO_GO = "no-go"
    UNDECIDED = "undecided"
    """Nothing is open, but not everything is judged."""
    NOT_JUDGED = "not-judged"
    """Nothing is."""


@frozen
class Verdict:
    """What the rule gives, and the ids of the points that made it."""

    kind: VerdictKind
    open: tuple[str, ...]
    """Judged and in the way: open, or with a waiver that has run out or is not finished."""
    run_out: tuple[str, ...]
    """Those of them whose waiver has run out."""
    unfinished: tuple[str, ...]
    """Those of them whose waiver lacks something."""
    not_judged: tuple[str, ...]
    waived: tuple[str, ...]
    confirmed: tuple[str, ...]
    not_applying: tuple[str, ...]

    @property
    def tally(self) -> tuple[tuple[PointState, int], ...]:
        """How many points stand how, in the order in which they are told; together all there are."""
        return (
            (PointState.CONFIRMED, len(self.confirmed)),
            (PointState.WAIVED, len(self.waived)),
            (PointState.OPEN, len(self.open)),
            (PointState.NOT_JUDGED, len(self.not_judged)),
            (PointState.DOES_NOT_APPLY, len(self.not_applying)),
        )


def coverage(found: Verdict) -> tuple[int, int]:
    """Points that are judged, and points that apply: the one count of how far the judging is."""
    applying = sum(count for _, count in found.tally) - len(found.not_applying)
    return applying - len(found.not_judged), applying


def points_of(method: Method) -> tuple[ReadinessPoint, ...]:
    """All points, in the order of the method."""
    return tuple(point for group in method.readiness for point in group.points)


def state_of(judgement: Judgement | None, today: date) -> PointState:
    """How the point stands on that day: with a waiver that has run out, or was never finished, it is open."""
    if judgement is None:
        return PointState.NOT_JUDGED
    if has_run_out(judgement, today) or waiver_lacks(judgement):
        return PointState.OPEN
    return judgement.state


class WaiverPart(Enum):
    """What a waiver needs before it counts."""

    BY = "waived_by"
    REASON = "reason"
    UNTIL = "until"


def waiver_lacks(judgement: Judgement) -> tuple[WaiverPart, ...]:
    """What is missing of a waiver: until then it has not begun. Nothing for a point that is not waived."""
    if judgement.state is not PointState.WAIVED:
        return ()
    there = {
        WaiverPart.BY: bool(judgement.waived_by),
        WaiverPart.REASON: bool(judgement.reason.strip()),
        WaiverPart.UNTIL: judgement.until is not None,
    }
    return tuple(part for part, said in there.items() if not said)


def has_run_out(judgement: Judgement, today: date) -> bool:
    """Whether it was waived, with all that takes, until a day that is over."""
    waived = judgement.state is PointState.WAIVED and not waiver_lacks(judgement)
    return waived and judgement.until is not None and judgement.until < today


def verdict(method: Method, judgements: Mapping[str, Judgement], today: date) -> Verdict:
    """By the method's rule: see `rule_text`. `judgements` are by point id."""
    states = {point.id: state_of(judgements.get(point.id), today) for point in points_of(method)}

    def those(state: PointState) -> tuple[str, ...]:
        return tuple(key for key, found in states.items() if found is state)

    unmet = those(PointState.OPEN)
    return Verdict(
        kind=verdict_kind(set(states.values())),
        open=unmet,
        run_out=tuple(key for key in unmet if has_run_out(judgements[key], today)),
        unfinished=tuple(key for key in unmet if waiver_lacks(judgements[key])),
        not_judged=those(PointState.NOT_JUDGED),
        waived=those(PointState.WAIVED),
        confirmed=those(PointState.CONFIRMED),
        not_applying=those(PointState.DOES_NOT_APPLY),
    )


def verdict_kind(states: set[PointState]) -> VerdictKind:
    """By the states that occur among the points."""
    if states <= {PointState.NOT_JUDGED}:
        return VerdictKind.NOT_JUDGED
    if PointState.OPEN in states:
        return VerdictKind.NO_GO
    if PointState.NOT_JUDGED in states:
        return VerdictKind.UNDECIDED
    return VerdictKind.CONDITIONS if PointState.WAIVED in states else VerdictKind.GO


def rule_text(words: NullTranslations) -> str:
    """The rule, for people."""
    return words.gettext(
        "Go when every point that applies is confirmed. Go with conditions when what is not confirmed is waived by a "
        "named person, with a reason and until a day that has not passed. No-go as soon as one point is open. While "
        "none is open and some are not judged, there is no verdict."
    )


def verdict_name(kind: VerdictKind, words: NullTranslations) -> str:
    """The verdict in two or three words."""
    _ = words.gettext
    return {
        VerdictKind.GO: _("Go"),
        VerdictKind.CONDITIONS: _("Go with conditions"),
        VerdictKind.NO_GO: _("No-go"),
        VerdictKind.UNDECIDED: _("No verdict yet"),
        VerdictKind.NOT_JUDGED: _("Not judged yet"),
    }[kind]


def verdict_text(found: Verdict, words: NullTranslations) -> str:
    """The verdict with what made it, as a title."""
    name = verdict_name(found.kind, words)
    why = _why(found, words)
    return words.gettext("{verdict}: {why}").format(verdict=name, why=why) if why else name


def _why(found: Verdict, words: NullTranslations) -> str:
    """What made the verdict; empty where its name says all."""
    total = sum(count for _, count in found.tally)
    match found.kind:
        case VerdictKind.GO if not found.confirmed:
            return words.gettext("no point applies")
        case VerdictKind.GO:
            text = words.ngettext("the one point is confirmed", "all {count} points confirmed", len(found.confirmed))
            return text.format(count=len(found.confirmed))
        case VerdictKind.CONDITIONS:
            return words.gettext("{count} waived").format(count=count_word(len(found.waived), words))
        case VerdictKind.UNDECIDED:
            return _not_judged(found, words)
        case VerdictKind.NO_GO if found.not_judged:
            text = words.gettext("{count} open, {rest}")
            return text.format(count=count_word(len(found.open), words), rest=_not_judged(found, words))
        case VerdictKind.NO_GO:
            text = words.ngettext(
                "one of {total} points is open", "{count} of {total} points are open", len(found.open)
            )
            return text.format(count=count_word(len(found.open), words), total=total)
        case VerdictKind.NOT_JUDGED:
            return ""


def _not_judged(found: Verdict, words: NullTranslations) -> str:
    return words.gettext("{count} not judged").format(count=count_word(len(found.not_judged), words))
