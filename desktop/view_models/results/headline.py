"""The headline of what was found: proposed by the answers, in the room's words where it gives some."""

from __future__ import annotations

from dataclasses import replace

from desktop.view_models.session import EngagementSession
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
