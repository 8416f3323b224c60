"""What moved, as lines of text and as data for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from gettext import NullTranslations
from typing import Any

from models.plan.titles import titled
from models.rounds.comparison import Comparison, held
from models.rounds.modes import ModeMoved
from models.rounds.pasts import Past
from models.rounds.signs import Movement, SignMoved
from models.rounds.wording import (
    became_name,
    headline,
    mode_reason,
    moved_text,
    movement_name,
    neither_sentence,
    promises_sentence,
    readiness_sentence,
    signs_sentence,
    slip_text,
)
from models.values.letters import headed
from models.values.months import long_date
from models.values.terms import PointState

TOLD = (
    *(Movement.CLEARED, Movement.EASED, Movement.WORSE, Movement.NEW, Movement.SAME),
    *(Movement.KNOWN_NOW, Movement.FIRST_ASKED, Movement.NOT_KNOWN, Movement.NOT_ASKED_AGAIN),
)
"""The lists of signs, in the order in which they are told."""


def as_lines(found: Comparison, words: NullTranslations) -> Iterator[str]:
    """The finding first, then modes, signs and actions."""
    days = [long_date(held(one.assessment, found.day), words) for one in (found.then, found.now)]
    text = words.gettext("Round {then}, {before}, and round {now}, {after}")
    numbers = found.then.assessment.number, found.now.assessment.number
    yield headline(found, words)
    yield text.format(then=numbers[0], before=days[0], now=numbers[1], after=days[1])
    sentences = (signs_sentence, neither_sentence, promises_sentence, readiness_sentence)
    yield from filter(None, (said(found, words) for said in sentences))
    yield ""
    for moved in found.modes:
        figures = words.gettext("{mode}: {then} then, {now} now.")
        said = figures.format(mode=moved.mode.short, then=moved.then.shown_index, now=moved.now.shown_index)
        yield f"{said} {mode_reason(moved, words)}"
    for kind in TOLD:
        if signs := found.of(kind):
            yield f"\n{movement_name(kind, words)} ({len(signs)})"
            yield from (f"  {_levels(one)}  {moved_text(one)}" for one in signs)
    if found.pasts:
        yield f"\n{words.gettext('Actions')}"
        yield from (_action(past, words) for past in found.pasts)


def _levels(one: SignMoved) -> str:
    before, after = (answer.mark if answer else " " for answer in (one.then, one.now))
    return f"{before} → {after}"


def _action(past: Past, words: NullTranslations) -> str:
    parts = [became_name(past.became, words), slip_text(past, words)]
    told = headed(titled(_one_line(past.action.title), words), ", ".join(filter(None, parts)), words)
    return f"  {past.action.position}. {told}"


def _one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() or c == " " else " " for c in text).split())


def as_json(found: Comparison) -> str:
    """Everything, by ids and plain values."""
    return json.dumps(
        {
            "then": _round(found.then.assessment.number, found.then.assessment.held_on),
            "now": _round(found.now.assessment.number, found.now.assessment.held_on),
            "asked_both_times": found.both,
            "signs": [_sign(one) for one in found.signs],
            "modes": [_mode(one) for one in found.modes],
            "actions": [_past(past, found) for past in found.pasts],
            "promised_by_now": {"done": found.done, "of": len(found.due)},
            "new_actions": found.new_actions,
            "readiness": {
                "then": found.readiness.then.kind.value,
                "now": found.readiness.now.kind.value,
                "open_then": len(found.readiness.then.open),
                "open_now": len(found.readiness.now.open),
                "points": [
                    {"point": one.point.id, "then": one.then.value, "now": one.now.value}
                    for one in found.readiness.points
                    if {one.then, one.now} != {PointState.NOT_JUDGED}
                ],
            },
        },
        indent=2,
        ensure_ascii=False,
    )


def _round(number: int, held_on: Any) -> dict[str, Any]:
    return {"round": number, "held_on": held_on and held_on.isoformat()}


def _sign(one: SignMoved) -> dict[str, Any]:
    before, after = (answer and answer.value for answer in (one.then, one.now))
    return {"sign": one.sign.id, "movement": one.movement.value, "then": before, "now": after}


def _mode(moved: ModeMoved) -> dict[str, Any]:
    figures = {
        "then": moved.then.index,
        "now": moved.now.index,
        "then_of_signs_asked_both_times": moved.alike and moved.alike[0],
        "now_of_signs_asked_both_times": moved.alike and moved.alike[1],
    }
    shown = {key: None if index is None else round(float(index), 1) for key, index in figures.items()}
    return {"mode": moved.mode.id, "direction": moved.direction.value, "signs": len(moved.both), **shown}


def _past(past: Past, found: Comparison) -> dict[str, Any]:
    return {
        "number": past.action.position,
        "title": past.action.title,
        "became": past.became.value,
        "late": past.is_late(found.day),
        "promised": past.promised and past.promised.isoformat(),
        "due": past.action.due and past.action.due.isoformat(),
        "slips": past.slips,
        "days_later": past.days,
    }
