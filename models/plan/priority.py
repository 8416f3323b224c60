"""How soon an action should be done, as a number that explains itself."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from gettext import NullTranslations

from models.frozen import frozen
from models.method.rules import HIGHEST_LEVEL, WHOLE, PriorityRule
from models.values.numbers import with_marks


@frozen
class Priority:
    """How soon an action should be done, 0 to 100, with its three parts.

    An action of the room's own has nothing behind it: it counts as a level of the rule's, with a reach of 0. One whose
    reasons have cleared has neither.

    Score = severity's weight × level ÷ 3 + that of reach × min(reach, most) ÷ most + that of ease × (1 − min(days,
    most) ÷ most). Where the room placed the impact itself, its share of the first two weights stands for those parts.
    """

    severity: int
    """Highest level among the reasons for the action, 0 to 3."""
    reach: int
    """How many reasons call for it."""
    days: Decimal
    """Middle of the effort range."""
    rule: PriorityRule
    placed: int | None = None
    """Impact, 0 to 100, where the room placed it."""
    signs: bool = True
    """Whether every reason is a warning sign."""

    @property
    def parts(self) -> tuple[int, int, int]:
        """Points for severity, reach and ease, each rounded; for a placed impact, its points stand as the first."""
        rule = self.rule
        ease = round(rule.ease * (1 - Fraction(min(self.days, Decimal(rule.most_days))) / rule.most_days))
        if self.placed is not None:
            return round(Fraction(rule.impact * self.placed, WHOLE)), 0, ease
        return (
            round(Fraction(rule.severity * self.severity, HIGHEST_LEVEL)),
            round(Fraction(rule.reach * min(self.reach, rule.most_reasons), rule.most_reasons)),
            ease,
        )

    @property
    def impact(self) -> int:
        """0 to 100: where the room placed it, else the share that severity and reach have of their points."""
        if self.placed is not None:
            return self.placed
        severity, reach, _ = self.parts
        return round(Fraction(WHOLE * (severity + reach), self.rule.impact))

    @property
    def score(self) -> int:
        """The sum of the parts as they are shown."""
        return sum(self.parts)

    def reason(self, words: NullTranslations) -> str:
        """The sum in words."""
        if self.placed is None and not self.reach and not self.severity:
            return words.gettext("nothing calls for it any more")
        severity, reach, ease = self.parts
        days = words.ngettext("{days} day", "{days} days", 1 if self.days == 1 else 2)
        return self._sum(words).format(
            impact=self.placed,
            level=self.severity,
            severity=severity,
            count=self.reach,
            reach=reach,
            days=days.format(days=with_marks(f"{self.days.normalize():f}", words)),
            ease=ease,
            score=self.score,
        )

    def _sum(self, words: NullTranslations) -> str:
        if self.placed is not None:
            return words.gettext("impact {impact} of 100, as placed ({severity}) + {days} ({ease}) = {score}")
        if not self.reach:
            return words.gettext("the room’s own, as level {level} of 3 ({severity}) + {days} ({ease}) = {score}")
        if self.signs:
            return words.ngettext(
                "severity {level} of 3 ({severity}) + {count} sign ({reach}) + {days} ({ease}) = {score}",
                "severity {level} of 3 ({severity}) + {count} signs ({reach}) + {days} ({ease}) = {score}",
                self.reach,
            )
        return words.ngettext(
            "severity {level} of 3 ({severity}) + {count} reason ({reach}) + {days} ({ease}) = {score}",
            "severity {level} of 3 ({severity}) + {count} reasons ({reach}) + {days} ({ease}) = {score}",
            self.reach,
        )
