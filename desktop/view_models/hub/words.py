"""How library and hub stand, in few words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.words import gettext, ngettext, pgettext

if TYPE_CHECKING:
    from desktop.view_models.hub.meeting import HubMeeting


def mark_text(meeting: HubMeeting, engagement_id: str) -> str:
    """For the foot of the rail, while that engagement is open; of the library alone where its id is empty."""
    if meeting.held:
        return gettext("Hub: to choose ({n})").format(n=len(meeting.held))
    if meeting.under_way and not meeting.met:
        return gettext("Hub: first meeting …")
    if meeting.wants_password:
        return gettext("Hub: password?")
    if meeting.waiting:
        return gettext("Hub: waiting ({n})").format(n=meeting.waiting)
    if meeting.problem:
        return gettext("Hub: away")
    if meeting.stays(engagement_id):
        return gettext("Hub: reader")
    return gettext("Hub: {time}").format(time=f"{meeting.met:%H:%M}") if meeting.met else gettext("Hub: not met yet")


def part_text(part: str) -> str:
    """What that means for the person who is it."""
    texts = {
        "lead": gettext("You lead it, and say who has it."),
        "member": gettext("You are a member: what you do reaches all."),
        "reader": gettext("You are a reader: you see all, and what you change stays in your library."),
    }
    return texts.get(part, "")


def met_text(met: datetime | None) -> str:
    """When somebody was on the hub last."""
    if met is None:
        return gettext("has not been here yet")
    return gettext("was here {time}").format(time=f"{met.astimezone():%Y-%m-%d %H:%M}")


def arrived_text(name: str, count: int) -> str:
    """Engagements that are here for the first time; one of them by name."""
    return ngettext(
        "{n} engagement is shared with you now: {name}.",
        "{n} engagements are shared with you now, {name} among them.",
        count,
    ).format(n=count, name=name)


def not_shared_text(name: str, count: int) -> str:
    """Engagements that were shared with this person; one of them by name."""
    return ngettext(
        "{n} engagement is not shared with you any more: {name}. Your library keeps what it has.",
        "{n} engagements are not shared with you any more, {name} among them. Your library keeps what it has.",
        count,
    ).format(n=count, name=name)


def people_text(people: Mapping[str, str]) -> str:
    """Who is in an engagement, and as what."""
    return ", ".join(f"{role} ({part_name(part)})" for role, part in people.items())


def part_choices() -> list[tuple[str, str]]:
    """What somebody can be in an engagement."""
    return [(part, part_name(part)) for part in ("lead", "member", "reader")]


def part_name(part: str) -> str:
    """What somebody is in an engagement."""
    names = {
        "lead": pgettext("hub", "lead"),
        "member": pgettext("hub", "member"),
        "reader": pgettext("hub", "reader"),
    }
    return names.get(part, part)
