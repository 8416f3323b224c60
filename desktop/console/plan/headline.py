"""What the head of the plan says of it."""

from __future__ import annotations

from desktop.words import gettext, ngettext
from models.engagement.engagement import Round
from models.values.terms import Decision


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
