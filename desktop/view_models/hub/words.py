"""How library and hub stand, in few words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.words import gettext, pgettext

if TYPE_CHECKING:
    from desktop.view_models.hub.meeting import HubMeeting


def mark_text(meeting: HubMeeting) -> str:
    """For the foot of the rail."""
    if meeting.held:
        return gettext("Hub: to choose ({n})").format(n=len(meeting.held))
    if meeting.under_way and not meeting.met:
        return gettext("Hub: first meeting …")
    if meeting.waiting:
        return gettext("Hub: waiting ({n})").format(n=meeting.waiting)
    if meeting.problem:
        return gettext("Hub: away")
    return gettext("Hub: {time}").format(time=f"{meeting.met:%H:%M}") if meeting.met else gettext("Hub: not met yet")


def people_text(people: Mapping[str, str]) -> str:
    """Who is in an engagement, and as what."""
    return ", ".join(f"{role} ({part_name(part)})" for role, part in people.items())


def part_name(part: str) -> str:
    """What somebody is in an engagement."""
    names = {
        "lead": pgettext("hub", "lead"),
        "member": pgettext("hub", "member"),
        "reader": pgettext("hub", "reader"),
    }
    return names.get(part, part)
