"""What does not add up between the plan's dates and what was judged, waived or decided."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations

from models.engagement.engagement import Action, Round
from models.engagement.judgements import Judgement
from models.method.method import Method, ReadinessPoint
from models.plan.contradiction import Contradiction, Rule
from models.plan.spoken_of import shared_words
from models.values.months import day_and_month
from models.values.terms import Decision, Progress


def _to_do(current: Round) -> list[Action]:
    return [
        a for a in current.actions if a.decision is Decision.ACCEPTED and a.progress is not Progress.DONE and a.title
    ]


def confirmed_before_action(
    method: Method, current: Round, point: ReadinessPoint, words: NullTranslations
) -> Iterator[Contradiction]:
    """A point that is confirmed while what the plan agreed for it, and for nothing else, is still to do."""
    confirming = {a.id for a in method.actions if a.confirms == (point.id,)}
    text = words.gettext("“{point}” is confirmed, but action {number} is still to do: “{action}”.")
    for action in _to_do(current):
        if action.proposal in confirming:
            said = text.format(point=point.title, number=action.position, action=action.title)
            yield Contradiction(Rule.CONFIRMED_BEFORE_ACTION, said, point.id, action_id=action.id)


def waiver_ends_too_soon(
    current: Round, judged: Judgement, point: ReadinessPoint, words: NullTranslations
) -> Iterator[Contradiction]:
    """A waiver that ends on or before the day on which the last action that its reason speaks of is due.

    An action is spoken of where two words of its title stand side by side in the reason.
    """
    spoken_of = [(a, shared) for a in _to_do(current) if (shared := shared_words(a.title, judged.reason)) and a.due]
    if not spoken_of or judged.until is None:
        return
    action, shared = max(spoken_of, key=lambda found: (found[0].due, -found[0].position))
    if action.due is None or judged.until > action.due:
        return
    since = current.assessment.held_on
    text = words.gettext(
        "The waiver of “{point}” ends on {until}; action {number}, which like its reason speaks of “{words}”, is due "
        "on {due}."
    )
    if judged.until == action.due:
        text = words.gettext(
            "The waiver of “{point}” ends on {until}, the very day on which action {number} is due, which like its "
            "reason speaks of “{words}”."
        )
    said = text.format(
        point=point.title,
        until=day_and_month(judged.until, words, since),
        number=action.position,
        words=shared,
        due=day_and_month(action.due, words, since),
    )
    yield Contradiction(Rule.WAIVER_ENDS_TOO_SOON, said, point.id, action_id=action.id)


def condition_before_action(current: Round, words: NullTranslations) -> Iterator[Contradiction]:
    """A condition of a gate whose day comes before the action that is to make it true."""
    actions, since = {a.id: a for a in _to_do(current)}, current.assessment.held_on
    late = words.gettext("“{condition}” is asked for by {day}; action {number} is due on {due}.")
    undated = words.gettext("“{condition}” is asked for by {day}; action {number} has no date.")
    for condition in current.conditions:
        action = actions.get(condition.action_id)
        if action is None or condition.day is None or (action.due and action.due <= condition.day):
            continue
        said = (late if action.due else undated).format(
            condition=condition.text.strip().rstrip("."),
            day=day_and_month(condition.day, words, since),
            number=action.position,
            due=day_and_month(action.due, words, since) if action.due else "",
        )
        yield Contradiction(
            Rule.CONDITION_BEFORE_ACTION, said, phase_id=condition.phase_id, action_id=condition.action_id
        )
