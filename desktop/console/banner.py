"""One line across the top for what a person has to know now. It never takes the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.system.long_text import breakable
from desktop.view_models.ledger import Ledger
from desktop.view_models.saving import Saving, Way
from desktop.widgets.labels import button, label, restyle
from desktop.words import gettext, ngettext


class Banner(QFrame):
    """An alarm stays until its cause is gone; a notice until it is dismissed, another page is gone to, or an act is
    taken back: it may have been of that.
    """

    dismissed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.warned_before_closing = False
        self._ledger: Ledger | None = None
        self._text = label("", wrap=True)
        self._close = button(gettext("OK"))
        self._close.clicked.connect(self._dismiss)
        line = QHBoxLayout(self)
        line.setContentsMargins(24, 8, 16, 8)
        line.addWidget(self._text, 1)
        line.addWidget(self._close)
        self.hide()

    def text(self) -> str:
        """What it says; empty while hidden."""
        return "" if self.isHidden() else self._text.text().replace("\u200b", "")

    def follow(self, ledger: Ledger) -> None:
        """An alarm while nothing can be saved."""
        self._ledger = ledger
        ledger.moved.connect(self._look)
        self._look()

    def alarm(self, sentence: str) -> None:
        """Something typed is not on disk. A warning that closing would lose it stays."""
        if self.warned_before_closing:
            return
        kept = gettext("What you typed is kept here and saved as soon as that is possible.")
        self._show(f"{sentence} {kept}", "alarm")

    def notice(self, sentence: str) -> None:
        """Something could not be done."""
        self._show(sentence, "notice")

    def all_clear(self) -> None:
        """The cause of an alarm is gone."""
        self.warned_before_closing = False
        if self.property("kind") == "alarm":
            self.hide()

    def put_away(self, *, unless: bool) -> None:
        """What was said belongs to the page that is left; `unless` it was said on the way, or nothing is left."""
        if not unless and self.property("kind") == "notice":
            self.hide()

    def stepped(self, way: Way) -> None:
        """An act was taken back, or done again."""
        self.put_away(unless=way is not Way.UNDONE)

    def warn_before_closing(self, count: int) -> None:
        """Closing now would lose something."""
        self.warned_before_closing = True
        text = ngettext(
            "{n} change is not on disk yet. Close again to let it go.",
            "{n} changes are not on disk yet. Close again to let them go.",
            count,
        ).format(n=count)
        self._show(text, "alarm")

    def _look(self) -> None:
        if self._ledger is not None and self._ledger.saving is Saving.REFUSED:
            self.alarm(self._ledger.refusal)
        else:
            self.all_clear()

    def _show(self, sentence: str, kind: str) -> None:
        self._text.setText(breakable(sentence))
        restyle(self, "kind", kind)
        restyle(self._text, "kind", kind)
        self._close.setVisible(kind == "notice")
        self.show()

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()
