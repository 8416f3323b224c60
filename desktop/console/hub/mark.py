"""A quiet mark at the foot of the rail: how library and hub stand, and what waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop.system.long_text import as_tip
from desktop.view_models.hub.words import part_text
from desktop.widgets.keys import cap
from desktop.widgets.labels import restyle
from desktop.words import gettext

if TYPE_CHECKING:
    from desktop.view_models.hub.meeting import HubMeeting


class HubMark(QPushButton):
    """Not there without a hub. A click leads to what has to be chosen, or to the settings."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "small")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()

    def show_meeting(self, meeting: HubMeeting, engagement_id: str) -> None:
        """How both stand; whom the open engagement is shared with when the mouse rests on it."""
        text = meeting.mark(engagement_id)
        self.setText(text)
        self.setVisible(bool(text))
        restyle(self, "warns", bool(meeting.held))
        people = meeting.people(engagement_id)
        shared = gettext("Shared with: {people}").format(people=people) if people else ""
        own = part_text("reader") if meeting.stays(engagement_id) else ""
        now = f"{gettext('Meet the hub now')}  {cap('F9')}"
        tip = "\n".join(part for part in (shared, own, meeting.problem, now) if part)
        self.setToolTip(as_tip(tip))
        self.setAccessibleName(f"{text}. {shared}" if shared else text)
