"""The acts on what hangs beside the sign, the point or the row at hand."""

from __future__ import annotations

from dataclasses import replace

from desktop.view_models.session import EngagementSession
from models.engagement.evidence import Beside, Evidence, hung
from models.values.sentence import act_called


class Attaching:
    """Each is internal until it is marked for the client."""

    def __init__(self, session: EngagementSession) -> None:
        self.session = session
        self.beside: Beside | None = None
        """Where one is; None while there is no such place."""

    def evidence(self) -> tuple[Evidence, ...]:
        """What hangs there, in order."""
        return hung(self.session.current.evidence, self.beside) if self.beside else ()

    def caption(self, key: str, text: str, typing: str) -> None:
        """What there is to say of it, as it is being typed."""
        if one := self._one(key):
            self.session.edit(
                act_called("Caption of “{name}”", name=one.name), replace(one, caption=text), typing=typing
            )

    def describe(self, key: str, text: str, typing: str) -> None:
        """What a picture shows, for those who cannot see it."""
        if one := self._one(key):
            label = act_called("What “{name}” shows", name=one.name)
            self.session.edit(label, replace(one, alternative=text), typing=typing)

    def share(self, key: str, for_client: bool) -> None:
        """Whether the client may see it."""
        label = act_called("Mark for the client") if for_client else act_called("Mark as internal")
        if one := self._one(key):
            self.session.edit(label, replace(one, for_client=for_client))

    def remove(self, key: str) -> None:
        """Takes it away; undo brings it back."""
        if one := self._one(key):
            self.session.edit(act_called("Remove “{name}”", name=one.name), remove=[one])

    def _one(self, key: str) -> Evidence | None:
        return next((one for one in self.session.current.evidence if one.id == key), None)
