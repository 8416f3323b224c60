"""The line under a register: what there is to say about the cell at hand, or about the first that is not understood."""

from __future__ import annotations

from desktop.console.playbook.register_table import RegisterTable
from desktop.system.long_text import breakable
from desktop.view_models.playbook.sheet import RegisterSheet
from desktop.widgets.labels import label, restyle
from desktop.words import gettext, ngettext, spoken
from models.playbook.cell_words import Standing


class RegisterLine:
    """`label` stands nowhere while everything is understood."""

    def __init__(self, table: RegisterTable) -> None:
        self._table = table
        self.label = label("", "caption", wrap=True)
        self.label.hide()

    def follow(self) -> None:
        """Says what holds now."""
        sheet, at = self._table.sheet, self._table.currentIndex()
        word = sheet.why(at.row(), at.column()) if at.isValid() else None
        unclear = sheet.unclear() if word is None and sheet.session.whole else []
        text = word.sentence.said(spoken()) if word else ""
        if unclear:
            text = _said(sheet, *unclear[0], len(unclear) - 1)
        warns = bool(unclear) or (word is not None and word.standing is Standing.NOT_UNDERSTOOD)
        restyle(self.label, "role", "danger" if warns else "caption")
        self.label.setText(breakable(text))
        self.label.setVisible(bool(text))


def _said(sheet: RegisterSheet, row: int, column: int, more: int) -> str:
    word, text = sheet.why(row, column), gettext("Line {number}, {column}: {reason}")
    reason = word.sentence.said(spoken()) if word else ""
    said = text.format(number=row + 1, column=sheet.places[column].title, reason=reason)
    if not more:
        return said
    rest = ngettext("And {n} more.", "And {n} more.", more).format(n=more)
    return f"{said.rstrip('.')}. {rest}"
