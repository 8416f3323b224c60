"""What works, from what was recorded: a metric that moved the right way, signs in good order, points confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations

from models.frozen import frozen
from models.method.method import Register
from models.method.roles import RegisterRole
from models.playbook.readings import Movement, movements, reading_columns
from models.readiness.readiness import points_of
from models.statements.standing import sign_text
from models.values.numbers import shown_number
from models.values.terms import Answer, PointState
from reports.words.facts import Facts
from reports.words.plan_words import seen
from reports.words.text import one_line

ESTABLISHED = 2
"""The level from which a sign speaks against the points that its actions confirm."""


@frozen
class Works:
    """One thing in good order."""

    text: str
    source: str
    """What shows it; may be empty."""


def moved_metric(facts: Facts) -> Movement | None:
    """The first metric that has moved towards its target, or has reached it; None where none has."""
    for register in facts.method.registers_with(RegisterRole.READINGS):
        if _is_private(facts, register):
            continue
        for moved in movements(facts.method, facts.engagement.current, register):
            if moved.part_of_the_way is not None and moved.part_of_the_way > 0:
                return moved
    return None


def works_title(moved: Movement | None, words: NullTranslations) -> str:
    """Only a figure that moved shows that something works; without one, it is in good order."""
    return words.gettext("What works") if moved else words.gettext("What is in good order")


def _is_private(facts: Facts, register: Register) -> bool:
    columns = reading_columns(facts.method, register)
    if register.private or columns is None or columns.metrics.private:
        return True
    return any(map(facts.method.is_private, (*register.columns, *columns.metrics.columns)))


def metric_text(moved: Movement, facts: Facts) -> str:
    """As in "6.8 days, not 11.4"."""
    text = facts.words.gettext("{now}, not {before}").replace(" {before}", "\u00a0{before}")
    now = f"{shown_number(moved.readings[-1].value, facts.words)} {one_line(moved.unit)}".strip()
    return text.format(now=now, before=shown_number(moved.baseline, facts.words) if moved.baseline is not None else "")


def in_good_order(facts: Facts, most: int) -> list[Works]:
    """The best backed signs at level 0, then points that are confirmed with something that shows them."""
    found = [*_signs(facts), *_points(facts)]
    return found[:most]


def _signs(facts: Facts) -> Iterator[Works]:
    calm = [s for s in facts.method.signs if (r := facts.rating(s.id)) and r.answer is Answer.NOT_PRESENT]
    for sign in sorted(calm, key=lambda s: (-facts.gravity(s.id)[1], not seen(facts, s.id))):
        if sign.healthy:
            yield Works(_stopped(sign_text(sign, Answer.NOT_PRESENT)), seen(facts, sign.id))
        else:
            yield Works(sign.anchors[0], seen(facts, sign.id))


def _points(facts: Facts) -> Iterator[Works]:
    """Those that nothing else in the engagement speaks against."""
    doubtful = _in_doubt(facts)
    for point in points_of(facts.method):
        judged = facts.engagement.current.judgements.get(point.id)
        confirmed = facts.states[point.id] is PointState.CONFIRMED and point.id not in doubtful
        if confirmed and judged and judged.evidence.strip():
            yield Works(_stopped(point.title), judged.evidence.strip())


def _in_doubt(facts: Facts) -> set[str]:
    """The points that do not add up, and those that an established sign, or a graver one, calls for action on."""
    found = {contradiction.point_id for contradiction in facts.contradictions}
    for sign in facts.method.signs:
        if facts.gravity(sign.id)[0] >= ESTABLISHED:
            found.update(point for key in sign.actions for point in facts.method.action(key).confirms)
    return found


def _stopped(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else text + "."
