"""What is known of the pilot the day before: facts in two columns, then texts; all are text until touched."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.console.prepare.brand.brand_fact import BrandFact
from desktop.console.prepare.facts_grid import BEFORE_TEXT, Fact, FactsGrid
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
        self._grid = FactsGrid(self._facts(), self._texts())
        column.addLayout(self._grid)
        column.addStretch(1)

    def refresh(self) -> None:
        """Shows the snapshot."""
        for show in self._shows:
            show()
        self._grid.fit(self.width())
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

    def minimumSizeHint(self) -> QSize:
        return QSize(self._grid.least(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grid.fit(self.width())

    def _facts(self) -> tuple[Fact, ...]:
        """In the order in which they are read; each second one stands at the right."""
        model, session = self._model, self._session
        client, sector, facilitator = gettext("Client"), gettext("Sector"), gettext("Facilitator")
        return (
            self._line_fact(client, gettext("such as Arkenby Water"), lambda: session.engagement.client.name,
             lambda text, typing: model.client("name", text, typing)),
            self._line_fact(sector, gettext("such as water supply"), lambda: session.engagement.client.sector,
             lambda text, typing: model.client("sector", text, typing), wanted=False),
            self._date(gettext("Workshop"), gettext("Workshop on"), lambda: session.current.assessment.held_on,
             lambda day: model.assessment("held_on", day)),
            self._line_fact(facilitator, gettext("Your name"), lambda: session.current.assessment.facilitator,
             lambda text, typing: model.assessment("facilitator", text, typing), wanted=False),
            self._date(gettext("Started"), gettext("Started"), lambda: session.engagement.pilot.started,
             lambda day: model.pilot("started", day), past=True, wanted=False),
            self._date(gettext("In production"), gettext("In production by"),
             lambda: session.engagement.pilot.target_date, lambda day: model.pilot("target_date", day), wanted=False),
            self._cost(),
            self._brand(),
        )  # fmt: skip

    def _texts(self) -> list[tuple[str, QWidget, QWidget]]:
        """Each as wide as all facts."""
        made: list[tuple[str, QWidget, QWidget]] = []
        for caption, name, attribute, example, hint in (
            (pgettext("pilot", "What it does"), gettext("What the pilot does"), "purpose",
             gettext("What it reads, what it says, who acts on it"),
             gettext("Whoever was not there reads this first.")),
            (gettext("The problem"), gettext("The business problem behind it"), "problem",
             gettext("What it costs today, and by when that must end"),
             gettext("What the questions of the first failure mode are held against.")),
            (gettext("The decision"), gettext("The decision you will ask for"), "decision_asked",
             gettext("What the sponsor is asked to decide"),
             gettext("It stands on the summary and the go/no-go sheet, and says what comes first in the plan.")),
        ):  # fmt: skip
            text = HintedText(name, example, hint)
            read, write = self._of_pilot(attribute)
            text.field.typed.connect(write)
            self._shows.append(partial(_show_text, text, read))
            made.append((caption, text.field, text))
        return made

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

    def _line_fact(
        self, name: str, example: str, read: Callable[[], str], write: Callable[[str, str], None], *,
        wanted: bool = True,
    ) -> Fact:  # fmt: skip
        field = self._line(name, example, read, write, wanted=wanted)
        return Fact(name, field, field.wide)

    def _date(
        self, caption: str, name: str, read: Callable[[], date | None], write: Callable[[date | None], None], *,
        past: bool = False, wanted: bool = True,
    ) -> Fact:  # fmt: skip
        field = DateField(name, gettext("such as 12 mar"), self._today, past=past)
        field.settled.connect(write)
        return Fact(caption, self._understood(field, read, wanted=wanted), field.wide, whole=True)

    def _cost(self) -> Fact:
        cost, currency = CostField(self._model), CurrencyField(self._model)
        currency.settled.connect(lambda _: cost.settle_again())
        both = QWidget()
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._understood(cost, lambda: self._session.engagement.pilot.cost, wanted=False), 1)
        code = self._understood(currency, lambda: self._session.engagement.pilot.currency, wanted=True)
        line.addWidget(code, 0, Qt.AlignmentFlag.AlignTop)
        both.setFocusProxy(cost)
        return Fact(gettext("Cost so far"), both, lambda: cost.wide() + currency.sizeHint().width(), whole=True)

    def _understood(self, field: UnderstoodField[T], read: Callable[[], T | None], *, wanted: bool) -> QWidget:
        """The field over its line; what is not understood in it is found again."""
        kept, where = self._session.not_understood, Where("prepare", "", field.accessibleName())
        field.unclear.connect(lambda text: kept.keep(where, text))
        self._shows.append(lambda: field.show_value(read(), unclear=kept.text(where)))
        return reads_as_text(field, wanted=wanted, dense=True).note.under_field()

    def _brand(self) -> Fact:
        fact = BrandFact()
        fact.clicked.connect(self.brand_wanted)
        self._shows.append(lambda: fact.show_brand(self._session.engagement.brand))
        return Fact(gettext("Brand"), fact, fact.wide)


def _show_text(text: HintedText, read: Callable[[], str]) -> None:
    text.field.show_text(read())
