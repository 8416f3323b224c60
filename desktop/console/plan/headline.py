"""What the head of the plan says of it."""

from __future__ import annotations

from datetime import date

from desktop.view_models.planning import Planning
from desktop.words import gettext, ngettext, spoken
from models.engagement.engagement import Round
from models.plan.rubs import Kind
from models.values.months import day_and_month
from models.values.numbers import count_word
from models.values.terms import Decision, Progress

MOST_SAID = 2
"""Things that a headline has room for; the rows say all."""


def headline(accepted: int, proposed: int) -> str:
    """How many actions are agreed, or proposed while none is."""
    if not accepted and not proposed:
        return gettext("No actions yet")
    if not accepted:
        return ngettext(
            "{n} action proposed, none agreed yet", "{n} actions proposed, none agreed yet", proposed
        ).format(n=proposed)
    return ngettext("{n} action agreed", "{n} actions agreed", accepted).format(n=accepted)


def advice(current: Round, accepted: int, proposed: int) -> str:
    """What is still to be done about the plan."""
    if not accepted and not proposed:
        return gettext("Rate the warning signs under Diagnose: each one calls for its remedies.")
    agreed = (a for a in current.actions if a.decision is Decision.ACCEPTED)
    open_owners = sum(not (action.owner_id and action.due) for action in agreed)
    parts = []
    if proposed:
        parts.append(gettext("{n} still to decide").format(n=proposed))
    if open_owners:
        parts.append(gettext("{n} without an owner or a date").format(n=open_owners))
    return "  ·  ".join(parts) or gettext("Every action has an owner and a date.")


def timeline_headline(model: Planning) -> str:
    """How many actions lead to which day, and the worst two of what does not hold."""
    lines, today = model.lines(), date.today()
    wanted = model.session.engagement.pilot.target_date
    text = ngettext("{n} action agreed", "{n} actions agreed", len(lines)).format(n=len(lines))
    if wanted is not None:
        text = ngettext("{n} action to {day}", "{n} actions to {day}", len(lines))
        text = text.format(n=len(lines), day=day_and_month(wanted, spoken(), today))
    open_ = [line.action for line in lines if line.action.progress is not Progress.DONE]
    late = sum(action.due is not None and action.due < today for action in open_)
    after = sum(wanted is not None and action.due is not None and action.due > wanted for action in open_)
    found = model.rubs()
    early = len({rub.action_id for rub in found if rub.kind is Kind.BACKWARDS and rub.after_id})
    gates = len({rub.action_id for rub in found if rub.kind is Kind.BACKWARDS and not rub.after_id})
    undated = sum(action.due is None for action in open_)
    said = (
        (late, ngettext("one overdue", "{n} overdue", late)),
        (after, ngettext("one due after that", "{n} due after that", after)),
        (early, ngettext("one starts too soon", "{n} start too soon", early)),
        (gates, ngettext("one too late for its gate", "{n} too late for their gates", gates)),
        (undated, ngettext("one without a date", "{n} without a date", undated)),
    )
    parts = [part.format(n=count_word(count, spoken())) for count, part in said if count][:MOST_SAID]
    return gettext("{name}: {value}").format(name=text, value=gettext(", ").join(parts)) if parts else text
