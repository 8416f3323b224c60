"""What is known of the pilot the day before: facts in two columns, then texts; all are text until touched."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.console.prepare.brand.brand_fact import BrandFact
from desktop.console.prepare.hinted_text import HintedText
from desktop.console.prepare.money_fields import CostField, CurrencyField
from desktop.view_models.not_understood import Where
from desktop.view_models.preparing import Preparing
from desktop.widgets.fields import LineField
from desktop.widgets.labels import label, restyle
from desktop.widgets.parts.bare import reads_as_text
from desktop.widgets.typed.understood_field import DateField, UnderstoodField
from desktop.words import gettext, pgettext
from models.values.lengths import LONGEST_NAME

T = TypeVar("T")
ABOVE_NAME, ABOVE_TEXTS = 6, 8
"""Pixels above each name, so that it stands on the line of what it names; and between facts and texts."""
BETWEEN_FACTS = 18
"""Pixels free before the second column of names."""
BEFORE_TEXT = 9
"""Pixels of a field before its text: it stands so far out that the text stands on the page's line."""
CURRENCY = 72
"""Pixels."""
LARGE = 30
"""Letters of a name that stands as large as a statement; a longer one is set as a question is, to be read whole."""


class FactsForm(QWidget):
    """`brand_wanted`: the way to the brand, which stands further down."""

    brand_wanted = Signal()

    def __init__(self, model: Preparing) -> None:
        super().__init__()
        self._model, self._session, self._today = model, model.session, date.today()
        self._shows: list[Callable[[], None]] = []
        self.name = self._name()
        self._about_name = label(
            gettext("The name the client uses. It stands on every page, so that you need not say “the AI”."),
            "caption", wrap=True,
        )  # fmt: skip
        self._about_name.setContentsMargins(BEFORE_TEXT, 0, 0, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.name)
        column.addWidget(self._about_name)
        column.addLayout(self._facts())
        column.addStretch(1)

    def refresh(self) -> None:
        """Shows the snapshot."""
        for show in self._shows:
            show()
        self._about_name.setVisible(not self._session.engagement.pilot.name)

    def has_field(self, name: str) -> bool:
        """Whether one of the fields of one line is called so."""
        return any(field.accessibleName() == name for field in self.findChildren(QLineEdit))

    def _name(self) -> LineField:
        """The pilot, as large as a statement: it is what the page is about."""
        field = self._line(gettext("Pilot"), gettext("What the pilot is called"), *self._of_pilot("name"), dense=False)
        field.setProperty("role", "title")
        self._shows.append(lambda: restyle(field, "role", "title" if len(field.text()) <= LARGE else "question"))
        return field

    def _facts(self) -> QGridLayout:
        model, session = self._model, self._session
        client, sector, facilitator = gettext("Client"), gettext("Sector"), gettext("Facilitator")
        facts: tuple[tuple[str, QWidget], ...] = (
            (client, self._line(client, gettext("such as Arkenby Water"), lambda: session.engagement.client.name,
             lambda text, typing: model.client("name", text, typing))),
            (sector, self._line(sector, gettext("such as water supply"), lambda: session.engagement.client.sector,
             lambda text, typing: model.client("sector", text, typing), wanted=False)),
            (gettext("Workshop"), self._date(gettext("Workshop on"), lambda: session.current.assessment.held_on,
             lambda day: model.assessment("held_on", day))),
            (facilitator, self._line(facilitator, gettext("Your name"),
             lambda: session.current.assessment.facilitator,
             lambda text, typing: model.assessment("facilitator", text, typing), wanted=False)),
            (gettext("Started"), self._date(gettext("Started"), lambda: session.engagement.pilot.started,
             lambda day: model.pilot("started", day), past=True, wanted=False)),
            (gettext("In production"), self._date(gettext("In production by"),
             lambda: session.engagement.pilot.target_date, lambda day: model.pilot("target_date", day), wanted=False)),
            (gettext("Cost so far"), self._cost()),
            (gettext("Brand"), self._brand()),
        )  # fmt: skip
        grid = QGridLayout()
        grid.setContentsMargins(BEFORE_TEXT, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        for place, (name, field) in enumerate(facts):
            row, column = place // 2, place % 2 * 2
            caption = _caption(name, field, BETWEEN_FACTS if column else 0)
            grid.addWidget(caption, row, column, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, row, column + 1, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column + 1, 1)
        grid.setRowMinimumHeight(len(facts) // 2, ABOVE_TEXTS)
        self._add_texts(grid, len(facts) // 2 + 1)
        return grid

    def _add_texts(self, grid: QGridLayout, first: int) -> None:
        """In the rows from there on, each as wide as two facts."""
        texts = (
            (pgettext("pilot", "What it does"), gettext("What the pilot does"), "purpose",
             gettext("What it reads, what it says, who acts on it"),
             gettext("Whoever was not there reads this first.")),
            (gettext("The problem"), gettext("The business problem behind it"), "problem",
             gettext("What it costs today, and by when that must end"),
             gettext("What the questions of the first failure mode are held against.")),
            (gettext("The decision"), gettext("The decision you will ask for"), "decision_asked",
             gettext("What the sponsor is asked to decide"),
             gettext("It stands on the summary and the go/no-go sheet, and says what comes first in the plan.")),
        )  # fmt: skip
        for row, (caption, name, attribute, example, hint) in enumerate(texts, first):
            text = HintedText(name, example, hint)
            read, write = self._of_pilot(attribute)
            text.field.typed.connect(write)
            self._shows.append(partial(_show_text, text, read))
            grid.addWidget(_caption(caption, text.field), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, row, 1, 1, 3)

    def _of_pilot(self, attribute: str) -> tuple[Callable[[], str], Callable[[str, str], None]]:
        """What reads a text of the pilot's, and what writes it."""

        def read() -> str:
            return str(getattr(self._session.engagement.pilot, attribute))

        return read, lambda text, typing: self._model.pilot(attribute, text, typing)

    def _line(
        self, name: str, example: str, read: Callable[[], str], write: Callable[[str, str], None], *,
        wanted: bool = True, dense: bool = True,
    ) -> LineField:  # fmt: skip
        field = reads_as_text(LineField(name, example, longest=LONGEST_NAME), wanted=wanted, dense=dense)
        field.typed.connect(write)
        self._shows.append(lambda: field.show_text(read()))
        return field

    def _date(
        self, name: str, read: Callable[[], date | None], write: Callable[[date | None], None], *,
        past: bool = False, wanted: bool = True,
    ) -> QWidget:  # fmt: skip
        field = DateField(name, gettext("such as 12 mar"), self._today, past=past)
        field.settled.connect(write)
        return self._understood(field, read, wanted=wanted)

    def _cost(self) -> QWidget:
        cost, currency = CostField(self._model), CurrencyField(self._model)
        currency.settled.connect(lambda _: cost.settle_again())
        both = QWidget()
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._understood(cost, lambda: self._session.engagement.pilot.cost, wanted=False), 1)
        code = self._understood(currency, lambda: self._session.engagement.pilot.currency, wanted=True)
        code.setMaximumWidth(CURRENCY)
        line.addWidget(code, 0, Qt.AlignmentFlag.AlignTop)
        both.setFocusProxy(cost)
        return both

    def _understood(self, field: UnderstoodField[T], read: Callable[[], T | None], *, wanted: bool) -> QWidget:
        """The field over its line; what is not understood in it is found again."""
        kept, where = self._session.not_understood, Where("prepare", "", field.accessibleName())
        field.unclear.connect(lambda text: kept.keep(where, text))
        self._shows.append(lambda: field.show_value(read(), unclear=kept.text(where)))
        return reads_as_text(field, wanted=wanted, dense=True).note.under_field()

    def _brand(self) -> BrandFact:
        fact = BrandFact()
        fact.clicked.connect(self.brand_wanted)
        self._shows.append(lambda: fact.show_brand(self._session.engagement.brand))
        return fact


def _show_text(text: HintedText, read: Callable[[], str]) -> None:
    text.field.show_text(read())


def _caption(name: str, field: QWidget, before: int = 0) -> QLabel:
    """`before`: pixels that are free at its left."""
    caption = label(name, "label")
    caption.setContentsMargins(before, ABOVE_NAME, 0, 0)
    caption.setBuddy(field)
    return caption
