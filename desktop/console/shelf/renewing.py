"""The console once more, in another language: a new window takes the place of the one before, with all that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.console.settings.card import SettingsCard
from desktop.console.shelf.same_places import give_same_keyboard, type_again
from desktop.console.steps import Step
from desktop.settings import LANGUAGE
from desktop.widgets.overlay import uncover

if TYPE_CHECKING:
    from desktop.console.window import ConsoleWindow


def take_place(console: ConsoleWindow, before: ConsoleWindow) -> None:
    """`console` was made in the words that are spoken by now; the room sees nothing of the change but its words."""
    setting = any(card.isVisible() for card in before.findChildren(SettingsCard))
    uncover(before)
    page_before, field = before.page, before.focusWidget()
    console.restoreGeometry(before.saveGeometry())
    console.wear()
    console.library_page.show_known()
    type_again(before.library_page, console.library_page)
    console.shelf.take_over(before.shelf)
    _follow_session(console, before)
    console.show()
    if (field is not None and before.step is not Step.LIBRARY) or page_before is before.library_page:
        give_same_keyboard(field or page_before, page_before, console.page)
    before.hide()
    before.deleteLater()
    if setting:
        console.settings.open(at=LANGUAGE)


def _follow_session(console: ConsoleWindow, before: ConsoleWindow) -> None:
    """The engagement, its page in front, and last the room, which turns once all stands as it stood."""
    session, before.session = before.session, None
    if session is None:
        return
    console.follow(session)
    console.go_to(before.step)
    console.past.stand_as(before.past)
    control, before.door.control = before.door.control, None
    if control is not None:
        control.stand_beside(console, console.rail.room)
        console.door.take_over(control, console.pages.get(console.step))
