"""What it takes to get into production: kinds of cost, each low, likely and high, against what the pilot cost.

Sums are decimal money, never floats. The method's rule says in times what the pilot cost what production costs.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from gettext import NullTranslations

from models.engagement.engagement import Engagement, Round
from models.frozen import frozen
from models.method.method import Method, PlaybookItem, Register
from models.method.roles import ColumnRole, RegisterRole
from models.method.rules import ProductionCost
from models.playbook.cells import figure_in
from models.values.money import shown_money
from models.values.numbers import shown_number

NOTHING = Decimal(0)


@frozen
class Range:
    """A sum of money with its uncertainty: low ≤ likely ≤ high wherever the lines are so."""

    low: Decimal = NOTHING
    likely: Decimal = NOTHING
    high: Decimal = NOTHING

    def __add__(self, other: Range) -> Range:
        return Range(self.low + other.low, self.likely + other.likely, self.high + other.high)


@frozen
class CostLine:
    """One line of a cost register. A figure left empty takes its neighbour's: a single figure is all three."""

    entry_id: str
    title: str
    amount: Range
    yearly: bool
    """A year, rather than one-off."""
    ordered: bool
    """Whether low ≤ likely ≤ high."""


@frozen
class CostKind:
    """One kind of cost, with its lines."""

    item_id: str
    title: str
    lines: tuple[CostLine, ...]

    @property
    def one_off(self) -> Range:
        """The sum of the lines paid once."""
        return sum((line.amount for line in self.lines if not line.yearly), Range())

    @property
    def yearly(self) -> Range:
        """The sum of the lines paid every year."""
        return sum((line.amount for line in self.lines if line.yearly), Range())

    @property
    def first_year(self) -> Range:
        """One-off and one year together: what getting there and the first year cost."""
        return self.one_off + self.yearly


class Standing(Enum):
    """Where the plan stands against the band."""

    NOT_COMPARABLE = "not-comparable"
    """The pilot's cost or the plan is not known."""
    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"


@frozen
class Budget:
    """The whole budget, in the pilot's currency."""

    kinds: tuple[CostKind, ...]
    pilot_cost: Decimal | None
    currency: str
    rule: ProductionCost | None
    """None for a method that does not say what production costs."""

    @property
    def one_off(self) -> Range:
        """All that is paid once."""
        return sum((kind.one_off for kind in self.kinds), Range())

    @property
    def yearly(self) -> Range:
        """All that is paid every year."""
        return sum((kind.yearly for kind in self.kinds), Range())

    @property
    def first_year(self) -> Range:
        """What is held against the band: everything paid once, and the first year of running it."""
        return self.one_off + self.yearly

    @property
    def band(self) -> tuple[Decimal, Decimal] | None:
        """From where to where production costs; None while that is not known."""
        return band_of(self.pilot_cost, self.rule)

    @property
    def standing(self) -> Standing:
        """By the likely figure."""
        likely = self.first_year.likely
        if self.band is None or not any(kind.lines for kind in self.kinds):
            return Standing.NOT_COMPARABLE
        low, high = self.band
        return Standing.BELOW if likely < low else Standing.ABOVE if likely > high else Standing.WITHIN

    @property
    def empty_kinds(self) -> tuple[CostKind, ...]:
        """Kinds without a line."""
        return tuple(kind for kind in self.kinds if not kind.lines)

    def share(self, kind: CostKind) -> Decimal:
        """The kind's part of the likely first-year sum, 0 to 1; 0 where there is no sum."""
        whole = self.first_year.likely
        return kind.first_year.likely / whole if whole else NOTHING


def band_of(pilot_cost: Decimal | None, rule: ProductionCost | None) -> tuple[Decimal, Decimal] | None:
    """What production is likely to cost; None without a rule, and for a cost that is not known, or that is none."""
    if rule is None or pilot_cost is None or not pilot_cost.is_finite() or pilot_cost <= 0:
        return None
    return pilot_cost * rule.low, pilot_cost * rule.high


def budget(method: Method, engagement: Engagement) -> Budget:
    """The budget of the current round: a kind of cost for each register of costs, in the order of the playbook."""
    kinds: dict[str, CostKind] = {}
    for item in method.items.values():
        if item.register not in kinds and is_cost(method, item):
            kinds[item.register] = _kind(engagement.current, item.id, method.register(item.register))
    pilot = engagement.pilot
    return Budget(tuple(kinds.values()), pilot.cost, pilot.currency, method.rules.production_cost)


def is_cost(method: Method, item: PlaybookItem) -> bool:
    """Whether an item of the playbook is filled in with lines of cost."""
    return method.register(item.register).role is RegisterRole.COST


def _kind(current: Round, item_id: str, register: Register) -> CostKind:
    lines = (_line(current, entry.id, register) for entry in current.entries_of(register.id))
    return CostKind(item_id, register.title, tuple(line for line in lines if line is not None))


def _line(current: Round, entry_id: str, register: Register) -> CostLine | None:
    roles = (ColumnRole.LOW, ColumnRole.LIKELY, ColumnRole.HIGH)
    low, likely, high = (figure_in("money", _value(current, entry_id, register, role)) for role in roles)
    known = [figure for figure in (low, likely, high) if figure is not None]
    if not known:
        return None
    middle = likely if likely is not None else sum(known, NOTHING) / len(known)
    amount = Range(middle if low is None else low, middle, middle if high is None else high)
    title = current.value(entry_id, register.columns[0].id)
    ordered = amount.low <= amount.likely <= amount.high
    return CostLine(entry_id, title, amount, _is_yearly(current, entry_id, register), ordered)


def _value(current: Round, entry_id: str, register: Register, role: ColumnRole) -> str:
    column = register.column_with(role)
    return current.value(entry_id, column.id) if column else ""


def _is_yearly(current: Round, entry_id: str, register: Register) -> bool:
    """A line that does not say is paid once."""
    basis = register.column_with(ColumnRole.BASIS)
    return basis is not None and current.value(entry_id, basis.id) in basis.yearly


def standing_text(found: Budget, words: NullTranslations) -> str:
    """The plan against the rule, as a sentence; without a rule, the plan alone."""
    _ = words.gettext
    if found.rule is None:
        return _plan_alone(found, words)
    if found.band is None:
        text = _("Enter what the pilot cost, and the plan is held against {low} to {high} times that.")
        return text.format(low=shown_number(found.rule.low, words), high=shown_number(found.rule.high, words))
    low, high = (shown_money(bound, found.currency, words) for bound in found.band)
    texts = {
        Standing.NOT_COMPARABLE: _("No costs are planned yet. The rule expects {low} to {high}."),
        Standing.BELOW: _("{likely} is below the {low} to {high} that production usually costs."),
        Standing.WITHIN: _("{likely} is within the {low} to {high} that production usually costs."),
        Standing.ABOVE: _("{likely} is above the {low} to {high} that production usually costs."),
    }
    likely = shown_money(found.first_year.likely, found.currency, words)
    return texts[found.standing].format(likely=likely, low=low, high=high)


def _plan_alone(found: Budget, words: NullTranslations) -> str:
    if not any(kind.lines for kind in found.kinds):
        return words.gettext("No costs are planned yet.")
    likely = shown_money(found.first_year.likely, found.currency, words)
    return words.gettext("{likely} is planned until the end of the first year.").format(likely=likely)


def kinds_text(found: Budget, words: NullTranslations) -> str:
    """Which kinds of cost have no line yet, as a sentence; empty where each has one."""
    empty = [kind.title for kind in found.empty_kinds]
    return words.gettext("Nothing is planned yet under {kinds}.").format(kinds=", ".join(empty)) if empty else ""


def doubtful_lines(found: Budget) -> tuple[CostLine, ...]:
    """The lines whose low, likely and high are not in that order."""
    return tuple(line for kind in found.kinds for line in kind.lines if not line.ordered)
