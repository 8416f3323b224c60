"""Who is to own an action, typed by a few letters; the likely owner stands there until taken or typed over."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.widgets.fields import LineField
from desktop.words import gettext
from models.values.folding import meant


class OwnerEntry(LineField):
    """What is suggested is selected, so that a letter replaces it; it counts only once it is taken."""

    def __init__(self) -> None:
        super().__init__(gettext("Owner"), gettext("such as gr"), own_undo=True)
        self._names: Mapping[str, str] = {}

    def offer(self, names: Mapping[str, str], suggested: str) -> None:
        """`names` are by id; `suggested` is the id of the likely owner, or empty."""
        self._names = names
        self.setText(names.get(suggested, ""))

    def take(self) -> None:
        """The keyboard is here, all of it selected."""
        self.setFocus()
        self.selectAll()

    def owner(self) -> str:
        """The id of who is meant; empty for nobody."""
        return meant(self.text(), self._names) if self.text().strip() else ""

    def called(self) -> str:
        """The whole name of who is meant; empty for nobody."""
        return self._names.get(self.owner(), "")
