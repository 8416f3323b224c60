"""The room's page about money: what it costs to go live and run it for a year, against what the pilot cost."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal
from gettext import NullTranslations

from desktop.system.long_text import shortened
from desktop.view_models.room.entries import RoomCost, RoomFact, RoomSum
from desktop.view_models.room.pages import RoomBudget
from desktop.view_models.session import EngagementSession
from models.method.method import PlaybookItem
from models.playbook.budget import Budget, CostKind, CostLine, Range, Standing, budget
from models.values.money import in_two_figures, money_in_words, shown_money
from models.values.numbers import shown_number, tidy
from models.values.sought import the_first

LONGEST_LINE = 120
"""Characters of a cost line's name."""
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
"""What a scale goes up by, in powers of ten."""
FEWEST_LINES = 4


def budget_page(session: EngagementSession, item: PlaybookItem, entry_id: str) -> RoomBudget:
    """The budget at one of its kinds of cost; `entry_id` is the line that is being written."""
    found = budget(session.method, session.engagement)
    planned = any(kind.lines for kind in found.kinds)
    whole = found.first_year
    band = found.band
    sums = [whole.high, whole.likely] if planned else []
    sums += [found.pilot_cost] if found.pilot_cost else []
    sums += list(band) if band else []
    here = next((line for kind in found.kinds for line in kind.lines if line.entry_id == entry_id), None)
    return RoomBudget(
        title=_title(session, found),
        lead=_lead(session, found) if planned else "",
        pilot=_sum(found.pilot_cost, found, session.words) if found.pilot_cost else None,
        plan=(
            _sum(whole.low, found, session.words),
            _sum(whole.likely, found, session.words),
            _sum(whole.high, found, session.words),
        )
        if planned
        else None,
        usual=(_sum(band[0], found, session.words), _sum(band[1], found, session.words)) if band else None,
        usual_words=_usual(session, found),
        scale=_scale(max(sums, default=Decimal(0)), found, session.words),
        kinds=tuple(_kind(session, found, kind, kind.item_id == item.id) for kind in found.kinds),
        line=_line(session, found, here) if here else None,
    )


def _sum(amount: Decimal, found: Budget, words: NullTranslations) -> RoomSum:
    return RoomSum(amount, shown_money(amount, found.currency, words))


def _title(session: EngagementSession, found: Budget) -> str:
    """Where the plan lies; what is planned where nothing is known to compare it with."""
    words, likely = session.words, found.first_year.likely
    band = found.band
    if not any(kind.lines for kind in found.kinds):
        return words.gettext("No costs are planned yet")
    if found.standing is Standing.WITHIN:
        return words.gettext("The plan is within the usual range")
    if not all(kind.lines for kind in found.kinds) and band is None:
        return words.gettext("{amount} is planned so far").format(amount=money_in_words(likely, found.currency, words))
    if band is None:
        amount = money_in_words(likely, found.currency, words)
        return words.gettext("Going live and a year of use cost {amount}").format(amount=amount)
    low, high = band
    below = found.standing is Standing.BELOW
    text = words.gettext("The plan lies {amount} above the usual range")
    if below:
        text = words.gettext("The plan lies {amount} below the usual range")
    away = in_two_figures(low - likely if below else likely - high)  # as the documents say it
    return text.format(amount=money_in_words(away, found.currency, words))


def _lead(session: EngagementSession, found: Budget) -> str:
    words, whole = session.words, found.first_year
    likely = shown_money(whole.likely, found.currency, words)
    if whole.low == whole.high:
        return words.gettext("To go live and run a year: {likely}").format(likely=likely)
    low, high = (shown_money(amount, found.currency, words) for amount in (whole.low, whole.high))
    text = words.gettext("To go live and run a year: {likely} ({low} to {high})")
    return text.format(likely=likely, low=low, high=high)


def _usual(session: EngagementSession, found: Budget) -> str:
    if found.band is None or found.rule is None:
        return ""
    low, high = (money_in_words(amount, found.currency, session.words) for amount in found.band)
    least, most = (shown_number(tidy(times), session.words) for times in (found.rule.low, found.rule.high))
    text = session.words.gettext("{low} to {high}: {least} to {most} times the pilot")
    return text.format(low=low, high=high, least=least, most=most)


def _scale(most: Decimal, found: Budget, words: NullTranslations) -> tuple[RoomSum, ...]:
    """From nothing to at least the largest sum, in even steps of round figures; empty where there is no sum."""
    if most <= 0:
        return ()
    power = Decimal(10) ** (most / FEWEST_LINES).adjusted()
    step = the_first(n * power for n in _STEPS if n * power * FEWEST_LINES >= most)
    lines = int((most / step).to_integral_value(ROUND_CEILING))
    return tuple(RoomSum(step * n, money_in_words(step * n, found.currency, words)) for n in range(max(lines, 1) + 1))


def _kind(session: EngagementSession, found: Budget, kind: CostKind, here: bool) -> RoomCost:
    words, whole = session.words, kind.first_year
    if not kind.lines:
        return RoomCost(kind.title, None, "", "", "", here)
    yearly = kind.yearly.likely
    basis = words.gettext("once")
    if yearly and yearly == whole.likely:
        basis = words.gettext("each year")
    elif yearly:
        basis = words.gettext("{amount} of it each year").format(amount=shown_money(yearly, found.currency, words))
    thousands = tidy((whole.likely / 1000).quantize(Decimal("0.1") if whole.likely < 100_000 else Decimal(1)))
    span = _span(session, found, whole)
    return RoomCost(kind.title, _sum(whole.likely, found, words), shown_number(thousands, words), span, basis, here)


def _span(session: EngagementSession, found: Budget, amount: Range) -> str:
    if amount.low == amount.high:
        return ""
    low, high = (shown_money(figure, found.currency, session.words) for figure in (amount.low, amount.high))
    return session.words.gettext("{low} to {high}").format(low=low, high=high)


def _line(session: EngagementSession, found: Budget, line: CostLine) -> RoomFact:
    """The line as it is being written: its name, and what it costs."""
    likely, span = shown_money(line.amount.likely, found.currency, session.words), _span(session, found, line.amount)
    text = session.words.gettext("{likely}, from {span}").format(likely=likely, span=span) if span else likely
    name = shortened(line.title.strip(), LONGEST_LINE)
    return RoomFact(session.words.gettext("{name}:").format(name=name) if name else "", text)
