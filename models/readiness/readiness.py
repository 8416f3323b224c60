"""Whether a pilot is ready for production: 15 points, each judged, and the rule that gives the verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from gettext import NullTranslations

from models.engagement.judgements import Judgement
from models.method.method import Method, ReadinessPoint
from models.values.terms import PointState


class VerdictKind(Enum):
    """Whether to go into production."""

    GO = "go"
    CONDITIONS = "conditions"
    NO_GO = "no-go"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rule gives, and the points that made it."""

    kind: VerdictKind
    open: tuple[str, ...]
    """Ids of the points that stand in the way: open, not judged, or with a waiver that has run out."""
    run_out: tuple[str, ...]
    """Those of them whose waiver has run out."""
    waived: tuple[str, ...]
    confirmed: tuple[str, ...]
    not_applying: tuple[str, ...]


def points_of(method: Method) -> tuple[ReadinessPoint, ...]:
    """All points, in the order of the method."""
    return tuple(point for group in method.readiness for point in group.points)


def state_of(judgement: Judgement | None, today: date) -> PointState:
    """How the point stands on that day: without a judgement, or with a waiver that has run out, it is open."""
    if judgement is None:
        return PointState.OPEN
    return PointState.OPEN if has_run_out(judgement, today) else judgement.state


def has_run_out(judgement: Judgement, today: date) -> bool:
    """Whether it was waived until a day that is over.

    A waiver without a day, without a reason or without somebody who answers for it never began.
    """
    if judgement.state is not PointState.WAIVED:
        return False
    never_began = judgement.until is None or not judgement.reason.strip() or not judgement.waived_by
    return never_began or (judgement.until is not None and judgement.until < today)


def verdict(method: Method, judgements: Mapping[str, Judgement], today: date) -> Verdict:
    """By the method's rule: see `rule_text`. `judgements` are by point id."""
    points = points_of(method)
    states = {point.id: state_of(judgements.get(point.id), today) for point in points}

    def those(state: PointState) -> tuple[str, ...]:
        return tuple(key for key, found in states.items() if found is state)

    waived, unmet = those(PointState.WAIVED), those(PointState.OPEN)
    kind = VerdictKind.NO_GO if unmet else VerdictKind.CONDITIONS if waived else VerdictKind.GO
    run_out = tuple(key for key in unmet if key in judgements and has_run_out(judgements[key], today))
    return Verdict(kind, unmet, run_out, waived, those(PointState.CONFIRMED), those(PointState.DOES_NOT_APPLY))


def rule_text(words: NullTranslations) -> str:
    """The rule, for people."""
    return words.gettext(
        "Go: every point that applies is confirmed. Go with conditions: what is not confirmed is waived by somebody, "
        "with a reason and until a day that has not passed. No-go: anything else."
    )


def verdict_name(kind: VerdictKind, words: NullTranslations) -> str:
    """The verdict in two or three words."""
    _ = words.gettext
    return {
        VerdictKind.GO: _("Go"),
        VerdictKind.CONDITIONS: _("Go with conditions"),
        VerdictKind.NO_GO: _("No-go"),
    }[kind]


def verdict_text(found: Verdict, words: NullTranslations) -> str:
    """The verdict with what made it, as a sentence."""
    name = verdict_name(found.kind, words)
    if found.kind is VerdictKind.NO_GO:
        count = len(found.open)
        said = words.ngettext("{count} point is open", "{count} points are open", count)
    elif found.kind is VerdictKind.CONDITIONS:
        count = len(found.waived)
        said = words.ngettext("{count} point is waived", "{count} points are waived", count)
    else:
        count = len(found.confirmed)
        said = words.ngettext("{count} point is confirmed", "all {count} points are confirmed", count)
    return words.gettext("{verdict}: {why}").format(verdict=name, why=said.format(count=count))
