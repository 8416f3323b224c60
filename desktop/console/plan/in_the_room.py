"""What of the plan the room sees: it follows what is talked about in each of the views."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.console.plan.calendar.load_view import LoadView
from desktop.console.plan.calendar.timeline_view import TimelineView
from desktop.console.plan.decide.decide_view import DecideView
from desktop.console.plan.picture.picture_pane import PicturePane
from desktop.console.plan.progress_view import ProgressView
from desktop.view_models.planning import Part, Planning
from desktop.view_models.room.pages import RoomPage
from desktop.view_models.room.presenting import Presenter


def in_the_room(presenter: Presenter, view: QWidget | None, model: Planning, key: str) -> RoomPage:
    """The page for the view in front; `key` is the chosen action's, which is read back where a view shows nothing."""
    lines = model.lines()
    chosen = next((line.action.id for line in lines if key in (line.action.proposal, line.action.id)), "")
    match view:
        case DecideView() if line := view.model.shown():
            return presenter.proposal(view.model, line.proposal, view.typed)
        case PicturePane() if lines:
            return presenter.impact(lines, chosen)
        case TimelineView() if lines:
            return presenter.timeline(lines, model.rubs(), chosen)
        case LoadView() if lines:
            return presenter.load()
        case ProgressView() if lines:
            return presenter.progress(date.today())
    return _read_back(presenter, model, key)


def _read_back(presenter: Presenter, model: Planning, key: str) -> RoomPage:
    """The agreed action that is chosen; the day where none is."""
    agreed = [row for row in model.rows() if row.part is Part.ACCEPTED]
    for place, row in enumerate(agreed, 1):
        if row.key == key and row.action is not None:
            return presenter.commitment(row.action, place, len(agreed))
    return presenter.welcome()
