"""How soon an action should be done, as a number that explains itself."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from gettext import NullTranslations

SEVERITY_WEIGHT, REACH_WEIGHT, EASE_WEIGHT = 60, 25, 15
IMPACT_WEIGHT = SEVERITY_WEIGHT + REACH_WEIGHT
FULL_IMPACT = 100
HIGHEST_SEVERITY = 3
FULL_REACH = 4
OWN_SEVERITY = 2
LONGEST_EFFORT = 20
FIRST_WAVE, SECOND_WAVE = 60, 40


class Wave(StrEnum):
    """When an action is due to start."""

    FIRST = "first"
    NEXT = "next"
    LATER = "later"

    def name_in(self, words: NullTranslations) -> str:
        """The wave's name for people."""
        _ = words.gettext
        return {Wave.FIRST: _("First"), Wave.NEXT: _("Next"), Wave.LATER: _("Later")}[self]


@dataclass(frozen=True, slots=True)
class Priority:
    """How soon an action should be done, 0 to 100, with its three parts.

    An action of the room's own has nothing behind it: it counts as level 2, with a reach of 0. One whose reasons have
    cleared has neither.

    Score = 60 × severity ÷ 3 + 25 × min(reach, 4) ÷ 4 + 15 × (1 − min(days, 20) ÷ 20). Severity weighs so much that
    an action against a severe sign is always in the first wave. Where the room placed the impact itself, 85 × impact
    ÷ 100 stands for the first two parts. The weights are the method's own convention.
    """

    severity: int
    """Highest level among the reasons for the action, 0 to 3."""
    reach: int
    """How many reasons call for it."""
    days: Decimal
    """Middle of the effort range."""
    placed: int | None = None
    """Impact, 0 to 100, where the room placed it."""
    signs: bool = True
    """Whether every reason is a warning sign."""

    @property
    def parts(self) -> tuple[int, int, int]:
        """Points for severity, reach and ease, each rounded; for a placed impact, its points stand as the first."""
        ease = round(EASE_WEIGHT * (1 - Fraction(min(self.days, Decimal(LONGEST_EFFORT))) / LONGEST_EFFORT))
        if self.placed is not None:
            return round(Fraction(IMPACT_WEIGHT * self.placed, FULL_IMPACT)), 0, ease
        return (
            round(Fraction(SEVERITY_WEIGHT * self.severity, HIGHEST_SEVERITY)),
            round(Fraction(REACH_WEIGHT * min(self.reach, FULL_REACH), FULL_REACH)),
            ease,
        )

    @property
    def impact(self) -> int:
        """0 to 100: where the room placed it, else the share that severity and reach have of their points."""
        if self.placed is not None:
            return self.placed
        severity, reach, _ = self.parts
        return round(Fraction(FULL_IMPACT * (severity + reach), IMPACT_WEIGHT))

    @property
    def score(self) -> int:
        """The sum of the parts as they are shown."""
        return sum(self.parts)

    @property
    def wave(self) -> Wave:
        """First from 60 points, next from 40, later below."""
        if self.score >= FIRST_WAVE:
            return Wave.FIRST
        return Wave.NEXT if self.score >= SECOND_WAVE else Wave.LATER

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
            days=days.format(days=f"{self.days.normalize():f}"),
            ease=ease,
            score=self.score,
        )

    def _sum(self, words: NullTranslations) -> str:
        if self.placed is not None:
            return words.gettext("impact {impact} of 100, as placed ({severity}) + {days} ({ease}) = {score}")
        if not self.reach:
            return words.gettext("the room's own, as level {level} of 3 ({severity}) + {days} ({ease}) = {score}")
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
