"""One activity of the playbook: the registers that hold the answers to what it asks."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.console.playbook.register_part import RegisterPart
from desktop.console.playbook.register_table import RegisterTable
from desktop.theme import Theme
from desktop.view_models.playbook.stops import PlaybookStops
from desktop.widgets.evidence.strip import EvidenceStrip
from desktop.words import gettext, spoken
from models.engagement.engagement import Pilot, Record, Stakeholder
from models.engagement.registers import RegisterCell, RegisterEntry
from models.method.method import Activity, PlaybookItem
from models.values.currencies import currency_name

SETTLES_AFTER = 120
"""Milliseconds without a key after which the marks, the sums and the sentences follow what was typed."""
BETWEEN = 24
"""Pixels between two registers."""


class ActivityForm(QWidget):
    """`left` says that the person went on (1) or back (-1) past the registers; `noticed` is for the banner.

    `moved` says that something else is at hand; `settled` that what follows from what was typed holds now.
    """

    left = Signal(int)
    moved = Signal()
    settled = Signal()
    noticed = Signal(str)

    def __init__(self, model: PlaybookStops, activity: Activity, theme: Theme) -> None:
        super().__init__()
        self._model, self._activity, self._theme = model, activity, theme
        self.parts = self._made_parts()
        self._part: RegisterPart | None = None
        self._settling = QTimer(self, singleShot=True, interval=SETTLES_AFTER)
        self._settling.timeout.connect(self.settle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(BETWEEN)
        for part in self.parts:
            part.noticed.connect(self.noticed)
            part.table.left.connect(lambda steps, p=part: self._go_on(p, steps))
            part.table.moved.connect(lambda p=part: self._at(p))
        self._lay_out()
        self.settle()

    @property
    def tables(self) -> tuple[RegisterTable, ...]:
        """The registers, in their order."""
        return tuple(part.table for part in self.parts)

    @property
    def part(self) -> RegisterPart:
        """The register at hand: the first as long as nobody was in any."""
        return self._part or self.parts[0]

    def offer_for_head(self) -> QPushButton | None:
        """What is offered for the first register, where it would stand alone above that."""
        offer = self.parts[0].offer
        return offer if offer is not None and offer.parent() is None else None

    def follow(self, kinds: frozenset[type[Record]]) -> None:
        """Shows what the snapshot changed: the cells at once, what follows from them once the typing pauses."""
        if kinds & {RegisterEntry, RegisterCell, Stakeholder, Pilot}:
            for table in self.tables:
                table.follow(kinds)
            self._settling.start()

    def show_theme(self, theme: Theme) -> None:
        """Takes on another look."""
        self._theme = theme
        for part in self.parts:
            part.show_theme(theme)
        self.settle()

    def at_hand(self) -> tuple[PlaybookItem, str]:
        """The item that is being answered, and the id of the row that is written; it may be empty."""
        return self.part.at_hand() if self._part else (self._activity.items[0], "")

    def show_files(self, files: EvidenceStrip) -> None:
        """What hangs beside the row that is being written, below its register."""
        if self._part is None:
            files.show_beside(None)
        else:
            self._part.show_files(files)

    def begin(self) -> None:
        """Puts the keyboard into the first register."""
        self.begin_in(self.parts[0])

    def begin_at(self, item_id: str) -> None:
        """Puts the keyboard into the register that answers an item."""
        self.begin_in(next((p for p in self.parts if item_id in {item.id for item in p.items}), self.parts[0]))

    def begin_in(self, part: RegisterPart) -> None:
        """Puts the keyboard into a register."""
        part.table.begin()

    def paste(self, text: str) -> bool:
        """Puts a block of cells into the next line of the register at hand, and the keyboard with it."""
        self.begin_in(self._in_sight())
        return self._in_sight().table.paste(text)

    def go_to_cell(self, entry_id: str, column_id: str) -> None:
        """Puts the keyboard into a cell."""
        for part in self.parts:
            if entry_id in part.table.sheet.rows and self._goes_to(part, entry_id, column_id):
                return

    def stand_as(self, before: ActivityForm) -> None:
        """At the same cell."""
        at, place = before.part.table.currentIndex(), before.parts.index(before.part)
        if at.isValid():
            table = self.parts[place].table
            table.setCurrentIndex(table.rows.index(at.row(), at.column()))

    def offer_rows(self) -> None:
        """Adds the rows that the first register which offers any has to offer."""
        table = next((t for t in self.tables if t.sheet.to_offer()), None)
        if table:
            table.sheet.add_offered()

    def settle(self) -> None:
        """The marks over what is asked, the sums, what the registers say; of a large act once all of it is there."""
        if not self._model.session.whole:
            self._settling.start()
            return
        if code := self._model.filling.name_currency():
            text = gettext("All sums are in {currency} from now on.")
            self.noticed.emit(text.format(currency=currency_name(code).said(spoken())))
        for part in self.parts:
            part.settle()
        self.settled.emit()
        QTimer.singleShot(0, self, self.part.table.keep_in_sight)  # once heads and lines have their places

    def _in_sight(self) -> RegisterPart:
        """The register at hand, where it is not folded."""
        return self.part

    def _made_parts(self) -> tuple[RegisterPart, ...]:
        return tuple(RegisterPart(self._model, shown, self._theme) for shown in self._model.sheets(self._activity))

    def _lay_out(self) -> None:
        for part in self.parts:
            self._column.addWidget(part)
        self._column.addStretch(1)

    def _goes_to(self, part: RegisterPart, entry_id: str, column_id: str) -> bool:
        return part.table.go_to(entry_id, column_id)

    def _at(self, part: RegisterPart) -> None:
        self._part = part
        part.follow_line()
        self.moved.emit()

    def _go_on(self, part: RegisterPart, steps: int) -> None:
        place = self.parts.index(part) + steps
        if 0 <= place < len(self.parts):
            self.begin_in(self.parts[place])
        else:
            self.left.emit(steps)
