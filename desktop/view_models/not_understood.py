"""What was typed and not understood, wherever it is: kept as it was typed, counted, and found again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from gettext import NullTranslations

from PySide6.QtCore import QObject, Signal

from models.engagement.engagement import Engagement
from models.engagement.registers import cell_id
from models.frozen import frozen
from models.method.method import Method
from models.playbook.cells import cell_context, is_clear
from models.values.typed.addresses import NamedAddress, read_address


@frozen
class Where:
    """A field: the name of its page, the id of what it belongs to there (empty for the page itself), and its name."""

    page: str
    within: str
    field: str = ""


class NotUnderstood(QObject):
    """Fields whose records can only hold a value report here; a cell or an address is kept as it was typed anyway."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._texts: dict[Where, str] = {}

    def keep(self, where: Where, text: str) -> None:
        """That text stands there and is not understood; an empty one says that there is none any more."""
        if text != self._texts.get(where, ""):
            if text:
                self._texts[where] = text
            else:
                del self._texts[where]
            self.changed.emit()

    def text(self, where: Where) -> str:
        """What stands there and is not understood; empty for nothing."""
        return self._texts.get(where, "")

    def places(self, method: Method, engagement: Engagement) -> tuple[Where, ...]:
        """Every field that is not understood, as it stands."""
        actions = {action.id for action in engagement.current.actions}
        kept = [where for where in self._texts if where.page != "plan" or where.within in actions]
        return (*kept, *_addresses(engagement), *_cells(method, engagement))


def _addresses(engagement: Engagement) -> Iterator[Where]:
    for person in engagement.stakeholders:
        if person.email.strip() and not isinstance(read_address(person.email), NamedAddress):
            yield Where("prepare", person.id)


def _cells(method: Method, engagement: Engagement) -> Iterator[Where]:
    context = cell_context(method, engagement, date.today(), NullTranslations())
    columns = {register.id: {c.id: c for c in register.columns} for register in method.registers}
    register_of = {entry.id: entry.register_id for entry in engagement.current.entries}
    for cell in engagement.current.cells.values():
        column = columns.get(register_of.get(cell.entry_id, ""), {}).get(cell.column_id)
        if column is not None and not is_clear(column, cell.value, context):
            yield Where("playbook", cell_id(cell.entry_id, cell.column_id))
