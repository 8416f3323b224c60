"""Fields whose text is understood as a value when they are left, and shown back in full: dates, sums, days of work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.widgets.fields import LineField
from desktop.widgets.key_meaning import is_enter
from desktop.widgets.labels import restyle
from desktop.widgets.typed.field_note import FieldNote
from desktop.words import spoken
from models.values.dates import understand_date, understand_days
from models.values.months import shown_date
from models.values.numbers import with_marks
from models.values.sentence import Sentence
from models.values.typed.date_order import month_first_in
from models.values.typed.understood import Understood, said_in_full

T = TypeVar("T")


class UnderstoodField(LineField, Generic[T]):
    """`settled` carries the value or None; `unclear` the text that was not understood, or nothing once it is.

    On the way nothing is settled: "12.3.2027" would be 2020 for two keys. The line under the field says it meanwhile.
    """

    settled = Signal(object)
    unclear = Signal(str)

    def __init__(
        self,
        name: str,
        placeholder: str,
        understand: Callable[[str], Understood[T] | Sentence],
        shown: Callable[[T], str],
        parent: QWidget | None = None,
        *,
        may_be_empty: bool = True,
    ) -> None:
        super().__init__(name, placeholder, parent)
        self.note = FieldNote(self)
        self.as_typed = ""
        """What was typed for the value that was settled last."""
        self._understand, self._in_full, self._may_be_empty = understand, shown, may_be_empty
        self._value: T | None = None
        self._value_before: T | None = None
        self.textChanged.connect(self.updateGeometry)
        self.textEdited.connect(self._say_on_the_way)
        self.editingFinished.connect(self.settle)

    def show_value(self, value: T | None, *, anew: bool = False, unclear: str = "") -> None:
        """Shows the snapshot's value. What is being typed stays, and so does what was not understood, unless `anew`.

        `unclear` is what was typed here and not understood when the field last showed this.
        """
        same, self._value = value == self._value, value
        if same and not anew and not unclear and self.text() == self._shown(value):
            return  # what the line says of it stays
        unfinished = self.hasFocus() or self.property("invalid") is True
        if anew or not unfinished or not (same or self._meant(self.text()) == value):
            self.show_text(unclear or self._shown(value))
            restyle(self, "invalid", bool(unclear))
            found = self._understand(unclear) if unclear else None
            self.note.warn(found.said(spoken()) if isinstance(found, Sentence) else "")

    def settle_again(self) -> None:
        """What was not understood may be so now."""
        if self.property("invalid") is True:
            self.settle()

    def refuse(self, reason: Sentence) -> None:
        """What was settled cannot stand beside what else is known: it stays as typed."""
        self._value = self._value_before
        self._warn(reason)

    def take(self, text: str) -> None:
        """Something else wrote this in the person's stead."""
        self.setText(text)
        self.settle()

    def accept(self, value: T) -> None:
        """What was refused can stand after all."""
        self._value = value
        self.show_text(self._shown(value))
        self._praise(None)

    def settle(self) -> None:
        """What stands in the field is meant."""
        text, good = self.text().strip(), self.property("invalid") is not True
        if good and text == self._shown(self._value):
            self.note.hush()
            return
        found = self._understand(text) if text or not self._may_be_empty else None
        if isinstance(found, Sentence):
            self._warn(found)
            return
        self.as_typed, self._value_before = text, self._value
        self._value = None if found is None else found.value
        self.show_text(self._shown(self._value))
        self._praise(found)
        self.settled.emit(self._value)

    @property
    def understood(self) -> bool:
        """Whether what was settled last is understood."""
        return self.property("invalid") is not True

    def minimumSizeHint(self) -> QSize:
        """So wide that the value is whole: a date or a sum that ends in an ellipsis is another one."""
        least, shown = super().minimumSizeHint(), self._shown(self._value)
        return QSize(max(least.width(), self.wide(shown)), least.height()) if shown else least

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leaves the keyboard where something is not understood: the line under the field says why."""
        super().keyPressEvent(event)
        if is_enter(event) and not self.understood:
            event.accept()

    def _say_on_the_way(self, text: str) -> None:
        found = self._understand(text) if text.strip() else None
        if isinstance(found, Understood) and (line := self._line(found)) != text:
            self.note.say(line)
        else:
            self.note.hush()

    def _praise(self, found: Understood[T] | None) -> None:
        """It is understood; what does not go without saying stays under the field."""
        if self.property("invalid") is True:
            restyle(self, "invalid", False)
            self.unclear.emit("")
        plain = found is None or (found.other is None and found.how is None)
        self.note.say("" if plain or found is None else self._line(found))

    def _warn(self, reason: Sentence) -> None:
        restyle(self, "invalid", True)
        self.note.warn(reason.said(spoken()))
        self.unclear.emit(self.text().strip())

    def _meant(self, text: str) -> T | None:
        found = self._understand(text) if text.strip() else None
        return found.value if isinstance(found, Understood) else None

    def _shown(self, value: T | None) -> str:
        return "" if value is None else self._in_full(value)

    def _line(self, found: Understood[T]) -> str:
        return said_in_full(self._in_full(found.value), self._shown(found.other), found.how).said(spoken())


class DateField(UnderstoodField[date]):
    """A date typed as people write it and shown back in full."""

    def __init__(
        self, name: str, placeholder: str, today: date, parent: QWidget | None = None, *, past: bool = False
    ) -> None:
        """`past` is for what has begun already: a day without a year is then the last such day, not the next."""

        def understand(text: str) -> Understood[date] | Sentence:
            return understand_date(text, today, past=past, words=spoken(), month_first=month_first_in(spoken()))

        super().__init__(name, placeholder, understand, lambda day: shown_date(day, spoken()), parent)


class DaysField(UnderstoodField[Decimal]):
    """Working days, as a bare number."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "", understand_days, _figures, may_be_empty=False)


def _figures(days: Decimal) -> str:
    return with_marks(f"{days.normalize():f}", spoken())
