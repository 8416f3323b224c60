"""The library: a first start offers the sample; after that, the list."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.console.page import MARGIN
from desktop.theme import Theme
from desktop.view_models.library.browsing import Browsing
from desktop.widgets.flow import Flow
from desktop.widgets.keys import KeyAct
from desktop.widgets.labels import button, label
from desktop.words import gettext
from resources.words import marked

if TYPE_CHECKING:
    from desktop.console.library.engagements_side import EngagementsSide
    from desktop.view_models.ledger import Ledger
    from desktop.view_models.library.backing import Backing
    from desktop.view_models.sharing.hands import Hands
    from models.engagement.library_entry import LibraryEntry


class LibraryPage(QWidget):
    """Empty until the library has answered, so that the first frame waits for nothing."""

    keys = (
        KeyAct("Enter", marked("Open")),
        KeyAct("Down", marked("From the search into the list")),
        KeyAct("Ctrl+D", marked("Duplicate")),
    )

    passphrase_wanted, portfolio_wanted = Signal(), Signal()

    def __init__(self, model: Browsing, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._model, self._theme = model, theme
        self._backing: Backing | None = None
        self._sharing: tuple[Hands, Ledger] | None = None
        self._first: QWidget | None = None
        self._list: EngagementsSide | None = None
        self._sides = QStackedLayout(self)
        self._sides.addWidget(QWidget())
        model.listed.connect(self._refresh)
        model.refused.connect(self._refused)

    @classmethod
    def key_acts(cls) -> tuple[KeyAct, ...]:
        """All that keys do on the page, for the overlay and the guide."""
        return cls.keys

    def enter(self) -> None:
        """Called when the page comes to the front."""
        self._model.find()
        self._take_focus()

    def take_keys(self) -> None:
        """The keyboard leaves the search."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def step_out(self) -> bool:
        """Closes the lines of a new engagement; False where they are not open."""
        return self._list is not None and self._list.step_out()

    def show_theme(self, theme: Theme) -> None:
        """Takes on another look."""
        self._theme = theme
        if self._list is not None:
            self._list.show_theme(theme)

    def show_backups(self, backing: Backing) -> None:
        """Tells how old the newest backup is, and offers them where the library cannot be opened."""
        self._backing = backing
        backing.restored.connect(lambda: self._model.find())
        backing.refused.connect(self._refused)

    def share_with(self, hands: Hands, ledger: Ledger) -> None:
        """What hands over and takes in."""
        self._sharing = (hands, ledger)

    def take_in(self, path: Path) -> None:
        """Shows what a hand-over, or a whole library, would do here."""
        if self._sharing is not None:
            from desktop.console.library.sharing import show_taking

            show_taking(path, self._model, *self._sharing, self.window())

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

    def begin(self) -> None:
        """Shows the two lines that a new engagement needs."""
        side = self._list_side()
        self._sides.setCurrentWidget(side)
        side.begin()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self._take(Path(url.toLocalFile()))

    def _refresh(self) -> None:
        beginning = self._list is not None and self._list.beginning
        side = self._first_start() if self._model.empty and not beginning else self._list_side()
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
        if not self.isVisible():
            return
        if self._list is not None and self._sides.currentWidget() is self._list:
            self._list.search.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._first is not None:
            self._open_sample.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list_side(self) -> EngagementsSide:
        if self._list is None:
            from desktop.console.library.engagements_side import EngagementsSide

            self._list = EngagementsSide(self._model, self._theme, self._backing)
            self._list.passphrase_wanted.connect(self.passphrase_wanted)
            self._list.portfolio_wanted.connect(self.portfolio_wanted)
            self._list.hand_over_wanted.connect(self.hand_over)
            self._list.file_chosen.connect(self._take)
            self._sides.addWidget(self._list)
        return self._list

    def _first_start(self) -> QWidget:
        if self._first is None:
            self._first = self._made_first_start()
            self._sides.addWidget(self._first)
        return self._first

    def _made_first_start(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(label(gettext("Find out why the pilot is stuck."), "display", wrap=True))
        text = gettext(
            "Clearway takes a room through six failure modes and leaves it with an agreed action plan. "
            "Look at a finished engagement first, or begin your own."
        )
        lead = label(text, "lead-muted", wrap=True)
        lead.setMaximumWidth(640)
        column.addWidget(lead)
        column.addSpacing(16)
        line = Flow(16)
        self._open_sample = button(gettext("Open the sample engagement"), "primary", key="Enter")
        self._open_sample.setAutoDefault(True)
        self._open_sample.clicked.connect(self._model.open_sample)
        later = button(gettext("Its second round"), "boxed")
        later.setToolTip(gettext("The same pilot three months later: what moved"))
        later.clicked.connect(self._model.open_later_sample)
        practice = button(gettext("Its whole practice"), "boxed")
        practice.setToolTip(gettext("Five engagements side by side: a practice’s desk, and its portfolio"))
        practice.clicked.connect(self._model.add_sample_practice)
        own = button(gettext("Begin your own"), "boxed", key="Ctrl+N")
        own.clicked.connect(self.begin)
        take = button(gettext("Import a file…"), "quiet")
        take.clicked.connect(self._ask_import)
        for made in (self._open_sample, later, practice, own, take):
            line.addWidget(made)
        column.addLayout(line)
        column.addStretch(3)
        column.addWidget(label(gettext("Nothing leaves this laptop until you send it."), "caption"))
        column.addLayout(self._locking())
        return side

    def _locking(self) -> QLayout:
        text = gettext("A laptop can be stolen: with a passphrase nobody else reads what is written here.")
        lock = button(gettext("Set a passphrase"), "quiet")
        lock.clicked.connect(self.passphrase_wanted)
        line = Flow(16)
        line.addWidget(label(text, "caption"))
        line.addWidget(lock)
        return line

    def _ask_import(self) -> None:
        from desktop.console.library.engagements_side import ask_import

        ask_import(self, self._take)
