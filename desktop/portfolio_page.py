"""The practice's pilots as pages, for the window and the command line: in the practice's brand, as no client's are."""

from __future__ import annotations

from datetime import UTC, date, datetime

from desktop.built_in import BUILT_IN_METHOD, BUILT_IN_METHODS, read_built_in
from desktop.words import spoken
from models.engagement.beginning import new_engagement
from models.engagement.engagement import Brand
from models.portfolio.order import Shown
from reports.documents.kinds import PageSize
from reports.documents.portfolio import portfolio
from reports.words.facts import Facts
from resources.words import language_of


def portfolio_page(shown: Shown, brand: Brand | None, today: date, page_size: PageSize) -> bytes:
    """The finished PDF, in the language that is spoken."""
    words = spoken()
    name = BUILT_IN_METHODS.get(language_of(words), BUILT_IN_METHOD)
    method = read_built_in(name)
    house = new_engagement("", "", method.key, datetime.now(UTC), brand)
    return portfolio(shown.pilots, shown.modes, Facts(house, method, today, words), page_size, shown.order)
