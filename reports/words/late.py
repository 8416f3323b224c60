"""That a day is past on the day of the document, and what was to be done by then is not."""

from __future__ import annotations

from datetime import date

from models.engagement.engagement import Action
from models.engagement.registers import GateCondition
from models.plan.plan import accepted_actions
from models.values.months import day_and_month
from models.values.numbers import count_word
from models.values.terms import Progress
from reports.words.facts import Facts
from reports.words.phrases import sentence, short_day


def late_text(facts: Facts, action: Action) -> str:
    """How long it has been late, as in "10 days late"; empty where it is not."""
    days = (facts.today - action.due).days if action.due and action.progress is not Progress.DONE else 0
    return facts.words.ngettext("{n} day late", "{n} days late", days).format(n=days) if days > 0 else ""


def due_and_late(facts: Facts, action: Action, since: date) -> str:
    """The day and how late it is, for one line of a table; that there is no day where there is none."""
    if action.due is None:
        return facts.words.gettext("No date yet")
    parts = [short_day(action.due, facts.words, since), late_text(facts, action)]
    return facts.words.gettext(", ").join(filter(None, parts))


def day_and_late(facts: Facts, action: Action) -> str:
    """The same with the month in full."""
    if action.due is None:
        return facts.words.gettext("No date yet")
    parts = [day_and_month(action.due, facts.words, facts.held_on), late_text(facts, action)]
    return facts.words.gettext(", ").join(filter(None, parts))


def how_many_late(facts: Facts) -> str:
    """How many actions are past their day on that of the document, in a sentence; empty for none."""
    words, count = facts.words, sum(bool(late_text(facts, line.action)) for line in facts.lines)
    text = words.ngettext("One is past its day on {today}.", "{count} are past their day on {today}.", count)
    today = day_and_month(facts.today, words, facts.held_on)
    return sentence(text.format(count=count_word(count, words), today=today)) if count else ""


def condition_late(facts: Facts, condition: GateCondition) -> str:
    """That the day of a gate's condition is past; empty where it is not, or where the action that meets it is done."""
    if condition.day is None or condition.day >= facts.today:
        return ""
    met = (a for a in accepted_actions(facts.engagement.current) if a.id == condition.action_id)
    if any(action.progress is Progress.DONE for action in met):
        return ""
    return facts.words.gettext("that day is past")
