"""What the pilot has cost, and the currency that the engagement counts in."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QSize

from desktop.view_models.preparing import Preparing
from desktop.widgets.parts.scale import scaled
from desktop.widgets.typed.understood_field import UnderstoodField
from desktop.words import gettext, spoken
from models.values.currencies import currency_name, understand_currency
from models.values.money import shown_money, understand_money
from models.values.sentence import Sentence
from models.values.typed.understood import Understood

CODE = 64
"""Pixels across, at a scale of 1: of a code of three letters in its field."""


class CostField(UnderstoodField[Decimal]):
    """A sum of money. The first one that names its currency names the engagement's."""

    def __init__(self, model: Preparing) -> None:
        self._model = model
        name = gettext("Cost of the pilot so far")
        super().__init__(name, gettext("180k"), self._read, lambda amount: shown_money(amount, "", spoken()).strip())
        self.settled.connect(lambda amount: model.cost(amount, self.as_typed))

    def _read(self, text: str) -> Understood[Decimal] | Sentence:
        currency = self._model.currency_for(text)
        found = understand_money(text, currency, words=spoken())
        if isinstance(found, Sentence) or currency == self._model.session.engagement.pilot.currency:
            return found
        how = Sentence("in {currency}, as all sums from now on", {"currency": currency_name(currency)})
        return replace(found, how=how)


class CurrencyField(UnderstoodField[str]):
    """A code of three letters, or a sign that means one currency."""

    def __init__(self, model: Preparing) -> None:
        super().__init__(gettext("Currency"), "", understand_currency, str, may_be_empty=False)
        self.settled.connect(model.currency)

    def sizeHint(self) -> QSize:
        return QSize(scaled(self, CODE), super().sizeHint().height())
