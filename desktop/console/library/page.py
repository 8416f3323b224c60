"""The library: a first start offers the sample; after that, the list."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.console.library.early_keys import EarlyKeys
from desktop.settings import PRACTICE, Setting
from desktop.system.choosing import Choosing
from desktop.theme import Theme
from desktop.view_models.library.browsing import Browsing
from desktop.widgets.keys import KeyAct
from desktop.widgets.overlay import is_covered
from resources.words import marked

if TYPE_CHECKING:
    from desktop.console.library.engagements_side import EngagementsSide
    from desktop.console.library.first_start import FirstStart
    from desktop.view_models.ledger import Ledger
    from desktop.view_models.library.backing import Backing
    from desktop.view_models.sharing.hands import Hands
    from desktop.view_models.sharing.taking import Taking
    from models.engagement.library_entry import LibraryEntry
    from models.storage.shared.package import Package


class LibraryPage(QWidget):
    """Empty until the library has answered, so that the first frame waits for nothing."""

    keys = (
        KeyAct("Enter", marked("Open")),
        KeyAct("Down", marked("From the search into the list")),
        KeyAct("Right", marked("What can be done with the one that is chosen")),
        KeyAct("Ctrl+D", marked("Duplicate")),
    )

    passphrase_wanted, portfolio_wanted = Signal(), Signal()

    def __init__(self, model: Browsing, theme: Theme, choosing: Choosing) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._model, self._theme, self._choosing = model, theme, choosing
        self._backing: Backing | None = None
        self._sharing: tuple[Hands, Ledger] | None = None
        self._first: FirstStart | None = None
        self._list: EngagementsSide | None = None
        self._early, self._sides = EarlyKeys(), QStackedLayout(self)
        self._sides.addWidget(self._early)
        model.listed.connect(self._refresh)
        model.refused.connect(self._refused)
        choosing.changed.connect(self._heed)

    @classmethod
    def key_acts(cls) -> tuple[KeyAct, ...]:
        """All that keys do on the page, for the overlay and the guide."""
        return cls.keys

    def enter(self) -> None:
        """Called when the page comes to the front."""
        self._model.put_away_untouched()
        self._model.find()
        self._take_focus()

    def show_known(self) -> None:
        """Shows what the library has answered already, if it has."""
        if self._model.known:
            self._refresh()

    def take_keys(self) -> None:
        """The keyboard leaves the search for the list, where the keys work that stand below it."""
        side = self._list if self._sides.currentWidget() is self._list else None
        place = side.list if side is not None and side.list.isVisible() else self
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def step_out(self) -> bool:
        """What can be done with an engagement stands open in its row."""
        return self._list is not None and self._list.acts.fold()

    def show_theme(self, theme: Theme) -> None:
        """Takes on another look."""
        self._theme = theme
        if self._list is not None:
            self._list.show_theme(theme)
        if self._first is not None:
            self._first.show_theme(theme)

    def show_backups(self, backing: Backing) -> None:
        """Tells how old the newest backup is, and offers them where the library cannot be opened."""
        self._backing = backing
        backing.restored.connect(self._model.find)
        backing.refused.connect(self._refused)

    def share_with(self, hands: Hands, ledger: Ledger) -> None:
        """What hands over and takes in."""
        self._sharing = (hands, ledger)

    def take_in(self, path: Path) -> None:
        """Shows what a hand-over, or a whole library, would do here."""
        if self._sharing is not None:
            from desktop.console.library.sharing import show_taking

            show_taking(path, self._model, *self._sharing, self.window())

    def take_held(self, package: Package) -> Taking | None:
        """Shows what came from a hub and has to be chosen."""
        if self._sharing is None:
            return None
        from desktop.console.library.sharing import show_held

        return show_held(package, self._model, *self._sharing, self.window())

    def hand_over(self, entry: LibraryEntry) -> None:
        """Hands an engagement over."""
        if self._sharing is not None:
            from desktop.console.library.sharing import show_handing

            show_handing(entry, self._model, *self._sharing, self.window())

    def _take(self, path: Path) -> None:
        """An engagement's JSON file is imported as it is; anything else of ours is looked at first."""
        if path.suffix.lower() == ".json":
            self._model.bring_in(path)
        else:
            self.take_in(path)

    def chosen(self) -> LibraryEntry | None:
        """The engagement that is chosen in the list."""
        return self._list.list.chosen() if self._list is not None else None

    def begin(self) -> None:
        """A new engagement, on its first page; what is typed there is kept as everywhere."""
        self._model.begin()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self._take(Path(url.toLocalFile()))

    def _refresh(self) -> None:
        side = self._first_start() if self._model.empty else self._list_side()
        if side is self._list:
            self._list.refresh()
        if self._sides.currentWidget() is not side:
            self._sides.setCurrentWidget(side)
            self._take_focus()

    def _refused(self, sentence: str) -> None:
        """Before anything was listed, the library could not be opened: says why, with a way to try again."""
        if self._model.known:
            return
        from desktop.console.library.unopened_side import UnopenedSide

        side = UnopenedSide(sentence, lambda: self._model.find(), self._backing)
        self._sides.addWidget(side)
        self._sides.setCurrentWidget(side)
        side.take_keys()

    def _take_focus(self) -> None:
        place: QWidget | None = self._first.open_sample if self._first is not None else None
        if self._list is not None and self._sides.currentWidget() is self._list:
            place = self._list.search
        if place is None:
            return
        self._early.setFocusProxy(place)  # what was opened before gives the keyboard back to where it found it
        if self.isVisible() and not is_covered(self.window()):
            place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list_side(self) -> EngagementsSide:
        if self._list is None:
            from desktop.console.library.engagements_side import EngagementsSide

            self._list = EngagementsSide(self._model, self._theme, self._backing)
            self._heed(PRACTICE)
            self._list.portfolio_wanted.connect(self.portfolio_wanted)
            self._list.hand_over_wanted.connect(self.hand_over)
            self._list.file_chosen.connect(self._take)
            self._sides.addWidget(self._list)
        return self._list

    def _first_start(self) -> FirstStart:
        if self._first is None:
            from desktop.console.library.first_start import FirstStart

            self._first = FirstStart(self._model, self._choosing, self._theme)
            self._first.own_wanted.connect(self.begin)
            self._first.file_wanted.connect(self._ask_import)
            self._first.passphrase_wanted.connect(self.passphrase_wanted)
            self._sides.addWidget(self._first)
        return self._first

    def _heed(self, setting: Setting) -> None:
        if setting is PRACTICE and self._list is not None:
            self._list.show_practice(self._choosing.value(PRACTICE))

    def _ask_import(self) -> None:
        from desktop.console.library.engagements_side import ask_import

        ask_import(self, self._take)
