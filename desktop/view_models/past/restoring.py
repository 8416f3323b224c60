"""An engagement made what it was."""

from __future__ import annotations

from datetime import datetime

from desktop.view_models.session import EngagementSession
from models.engagement.assembling import leading_to
from models.engagement.engagement import Engagement
from models.values.sentence import act_called


def restore(session: EngagementSession, then: Engagement, when: datetime) -> bool:
    """As one new act; what was sent stays in the outbox. Whether anything was done."""
    session.come_back()
    before = session.engagement
    put, remove = leading_to(before, then)
    moment = f"{when.astimezone():%Y-%m-%d %H:%M}"
    label = act_called("Restore the state of {when}", when=moment)
    session.edit(label, *put, remove=remove, assets=then.assets.values())
    return session.engagement is not before
