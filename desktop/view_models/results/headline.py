"""The headline of what was found: proposed by the answers, in the room's words where it gives some."""

from __future__ import annotations

from dataclasses import replace

from desktop.view_models.session import EngagementSession
from desktop.words import gettext, ngettext
from models.diagnosis.diagnosis import coverage, mode_results
from models.statements.standing import headline, proposed_headline
from models.values.sentence import act_called


class Headline:
    """Words that say what is proposed, or nothing, are none: it follows from the answers again."""

    def __init__(self, session: EngagementSession) -> None:
        self._session = session

    def text(self) -> str:
        """As wall, page and documents say it."""
        session = self._session
        return headline(session.method, session.current, session.words)

    def proposed(self) -> str:
        """As it follows from the answers."""
        session = self._session
        return proposed_headline(session.method, session.current, session.words)

    def write(self, text: str, typing: str) -> None:
        """The room's words as they are being typed."""
        words = "" if text.strip() == self.proposed() else text
        label = act_called("The headline in the room’s words")
        self._session.edit(label, replace(self._session.current.assessment, headline=words), typing=typing)

    def lead(self) -> str:
        """How much is known, below the headline."""
        session = self._session
        results = mode_results(session.method, session.current)
        if not session.current.ratings:
            return gettext("Rate the first warning sign under Diagnose; the results fill as you go.")
        unknown, not_asked = sum(r.not_known for r in results), sum(r.not_asked for r in results)
        known = gettext("{0} of the {1} signs that apply have a level.").format(*coverage(results))
        open_ = ngettext("{n} is not known, which is never fine.", "{n} are not known, which is never fine.", unknown)
        left = ngettext("{n} was not asked yet.", "{n} were not asked yet.", not_asked)
        thin = gettext("The thin line is where a figure can end.")
        parts = (
            (1, known),
            (unknown, open_.format(n=unknown)),
            (not_asked, left.format(n=not_asked)),
            (unknown + not_asked, thin),
        )
        return " ".join(text for count, text in parts if count)
