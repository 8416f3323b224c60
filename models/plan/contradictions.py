"""What does not add up: each rule has a name and says in one sentence what it found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from gettext import NullTranslations

from models.engagement.engagement import Engagement, Rating, Round
from models.method.method import Method, PlaybookItem, ReadinessPoint
from models.plan.contradiction import Contradiction, Rule
from models.plan.too_soon import condition_before_action, confirmed_before_action, waiver_ends_too_soon
from models.playbook.budget import Standing, budget
from models.playbook.phases import gate_of, phase_progress
from models.playbook.raci import MATRIX, in_doubt, tasks
from models.readiness.readiness import points_of
from models.values.money import shown_money
from models.values.numbers import shown_number
from models.values.terms import Answer, GateDecision, PointState


def contradictions(method: Method, engagement: Engagement, words: NullTranslations) -> tuple[Contradiction, ...]:
    """All of them in the current round: readiness points in their order, then the budget, then the phases."""
    current = engagement.current
    found: list[Contradiction] = []
    for point in points_of(method):
        judged = current.judgements.get(point.id)
        if judged and judged.state is PointState.CONFIRMED:
            found += _severe_but_confirmed(method, current, point, words)
            found += _without_evidence(current, point, words)
            found += _against_playbook(method, engagement, point, words)
            found += confirmed_before_action(method, current, point, words)
        elif judged and judged.state is PointState.WAIVED:
            found += waiver_ends_too_soon(current, judged, point, words)
    return (
        *found,
        *_budget_below(method, engagement, words),
        *_passed_with_gaps(method, engagement, words),
        *condition_before_action(current, words),
    )


def _severe_but_confirmed(
    method: Method, current: Round, point: ReadinessPoint, words: NullTranslations
) -> Iterator[Contradiction]:
    """A sign and a point belong together through the sign's actions."""
    text = words.gettext("“{point}” is confirmed, while “{sign}” was rated severe.")
    for sign_id in _severe_against(method, current.ratings, point.id):
        said = text.format(point=point.title, sign=method.sign(sign_id).title)
        yield Contradiction(Rule.SEVERE_BUT_CONFIRMED, said, point.id, sign_id)


def _severe_against(method: Method, ratings: Mapping[str, Rating], point_id: str) -> Iterator[str]:
    for sign in method.signs:
        severe = sign.id in ratings and ratings[sign.id].answer is Answer.SEVERE
        if severe and any(point_id in method.action(action).confirms for action in sign.actions):
            yield sign.id


def _without_evidence(current: Round, point: ReadinessPoint, words: NullTranslations) -> Iterator[Contradiction]:
    shown = any(one.point_id == point.id for one in current.evidence)
    if not shown and not current.judgements[point.id].evidence.strip():
        text = words.gettext("“{point}” is confirmed, and nothing is named that shows it.")
        yield Contradiction(Rule.CONFIRMED_WITHOUT_EVIDENCE, text.format(point=point.title), point.id)


def _against_playbook(
    method: Method, engagement: Engagement, point: ReadinessPoint, words: NullTranslations
) -> Iterator[Contradiction]:
    """One for each register that bears on the point and still has something unsettled in it."""
    text = words.gettext("“{point}” is confirmed, while under “{register}” {what}.")
    private = words.gettext("“{point}” is confirmed, while the playbook leaves open something about it.")
    seen: set[str] = set()
    for item in (method.items[key] for key in point.items):
        register = method.register(item.register)
        if register.id in seen or not (what := _unsettled(method, engagement, item, words)):
            continue
        seen.add(register.id)
        said = (private if register.private else text).format(point=point.title, register=register.title, what=what)
        yield Contradiction(Rule.CONFIRMED_AGAINST_PLAYBOOK, said, point.id, item_id=item.id)


def _unsettled(method: Method, engagement: Engagement, item: PlaybookItem, words: NullTranslations) -> str:
    """What in the item's register is not settled, as the end of a sentence; empty for nothing.

    The sentence is read by the client too: it names nothing that is private.
    """
    current, register = engagement.current, method.register(item.register)
    nameless = method.is_private(register.columns[0])
    if register.kind == MATRIX:
        doubtful = in_doubt(tasks(current, register, engagement.stakeholders))
        name = "" if nameless or not doubtful else doubtful[0].title
        name = name or words.gettext("a task without a name")
        return words.gettext("“{task}” has nobody who is accountable").format(task=name) if doubtful else ""
    for entry in current.entries_of(register.id):
        for column in register.columns:
            value = current.value(entry.id, column.id)
            if value and column.settled and value not in column.settled:
                if method.is_private(column):
                    return words.gettext("something is not settled")
                name = current.value(entry.id, register.columns[0].id)
                if nameless or column is register.columns[0]:
                    return words.gettext("it says “{value}”").format(value=value)
                return words.gettext("“{name}” says “{value}”").format(name=name, value=value)
    return ""


def _budget_below(method: Method, engagement: Engagement, words: NullTranslations) -> Iterator[Contradiction]:
    found = budget(method, engagement)
    if found.standing is Standing.BELOW and found.rule and found.band:
        text = words.gettext(
            "The plan costs {likely}; the rule of thumb, {least} to {most} times the pilot, gives {low} to {high}."
        )
        low, high = (shown_money(bound, found.currency, words) for bound in found.band)
        said = text.format(
            likely=shown_money(found.first_year.likely, found.currency, words),
            least=shown_number(found.rule.low, words),
            most=shown_number(found.rule.high, words),
            low=low,
            high=high,
        )
        item_id = found.kinds[0].item_id
        yield Contradiction(Rule.BUDGET_BELOW_RULE, said, item_id=item_id)


def _passed_with_gaps(method: Method, engagement: Engagement, words: NullTranslations) -> Iterator[Contradiction]:
    for phase in method.phases:
        if gate_of(engagement, phase.id).decision is not GateDecision.PASSED:
            continue
        gaps = len(phase_progress(method, engagement, phase).gaps)
        if gaps:
            text = words.ngettext(
                "“{phase}” was passed without conditions, with {count} item missing or open.",
                "“{phase}” was passed without conditions, with {count} items missing or open.",
                gaps,
            )
            said = text.format(phase=phase.title, count=gaps)
            yield Contradiction(Rule.PASSED_WITH_GAPS, said, phase_id=phase.id)
