"""The pages of the open engagement beside the library's: made when first wanted, or ahead while nobody works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal

from desktop.console.library.page import LibraryPage
from desktop.console.shelf.same_places import type_again
from desktop.console.steps import Step
from desktop.widgets.parts.front_stack import FrontStack

if TYPE_CHECKING:
    from desktop.console.page import Page
    from desktop.theme import Theme
    from desktop.view_models.session import EngagementSession


BEHIND = 50
"""Milliseconds for which a page that is made ahead stands behind the one in front."""


class PageShelf(FrontStack):
    """One page stands in front."""

    moved = Signal()
    """Another thing is shown on a page."""
    passed = Signal(object, int)
    """Of a page, by its `Step`, the last of what it shows was passed (1), or the first on the way back (-1)."""
    place_wanted = Signal(object, str)
    """Another page is asked for, by its `Step`, and something on it, by its id."""

    def __init__(self, library: LibraryPage) -> None:
        super().__init__()
        self._library = library
        self.made: dict[Step, Page] = {}
        self._before: dict[Step, Page] = {}
        """Pages in the language of before, each until its copy has come to the front."""
        self.addWidget(library)

    def make(self, step: Step, session: EngagementSession, theme: Theme) -> Page:
        """The page of that step, made anew."""
        page = step.page_type()(session, theme)
        page.setAccessibleName(step.title)
        page.moved.connect(self.moved)
        page.passed.connect(lambda steps: self.passed.emit(step, steps))
        page.sign_wanted.connect(lambda sign_id: self.place_wanted.emit(Step.DIAGNOSE, sign_id))
        page.place_wanted.connect(self.place_wanted)
        self.made[step] = page
        return page

    def make_ahead(self, session: EngagementSession, theme: Theme) -> bool:
        """Makes one page that was not wanted yet; whether there was one to make.

        It stands for a moment behind the page in front: all on it takes its look and its place as when it is seen.
        """
        step = next((step for step in list(Step)[1:] if step not in self.made), None)
        if step is None:
            return False
        page = self.make(step, session, theme)
        self.addWidget(page)
        page.lay_out_ahead()
        page.setGeometry(self.contentsRect())
        page.lower()
        page.show()
        QTimer.singleShot(BEHIND, page, lambda: page.setVisible(self.currentWidget() is page))
        return True

    def bring_to_front(self, page: Page | LibraryPage) -> None:
        """Shows a page; it may be one beside those of the rail."""
        if self.indexOf(page) < 0:
            self.addWidget(page)
        typing = self.focusWidget()
        if typing is not None and page is not self.currentWidget():
            typing.clearFocus()  # else Qt looks through the whole window for who might take the keyboard meanwhile
        # Else Qt keeps all on the shelf from being painted meanwhile, and then has every part of the page painted
        # for itself: the page twice.
        self.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled)
        self.setCurrentWidget(page)
        self.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, False)
        page.enter()
        for step in [step for step in self._before if self.made.get(step) is page]:
            before = self._before.pop(step)
            self.made[step].stand_as(before)
            type_again(before, page)
            before.leave()
            before.deleteLater()

    def take_over(self, shelf: PageShelf) -> None:
        """Its pages will stand here as they stand there, with what is typed in them, once they are wanted."""
        self._before = shelf._before | shelf.made
        for page in shelf.made.values():
            shelf.removeWidget(page)
            page.setParent(None)
        shelf.made.clear()

    def show_theme(self, theme: Theme) -> None:
        """Another look for all of them."""
        self._library.show_theme(theme)
        for page in self.made.values():
            page.show_theme(theme)

    def leave(self) -> None:
        """Ends what the pages have under way."""
        for page in (*self.made.values(), *self._before.values()):
            page.leave()

    def clear(self) -> None:
        """Lets the pages go; what was typed in them stands in the ledger until it is on disk."""
        self.leave()
        for page in (*self.made.values(), *self._before.values()):
            self.removeWidget(page)
            page.deleteLater()
            if self.currentWidget() is self._library:  # nobody is at work on them: gone before the next look is put on
                QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
        self.made.clear()
        self._before.clear()
