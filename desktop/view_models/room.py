"""What the room may see. These types have no field for a name behind a vote, an internal note or anything else
private: the room view is drawn from them alone, so it cannot show what it does not have.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoomBrand:
    """Whose meeting it is."""

    practice: str
    client: str
    primary: str
    """As #RRGGBB."""
    accent: str
    practice_logo: bytes = b""
    """A PNG, or nothing."""
    client_logo: bytes = b""


@dataclass(frozen=True, slots=True)
class RoomMode:
    """One failure mode in the rail: how far the room has come with it."""

    name: str
    answered: int
    total: int
    here: bool


@dataclass(frozen=True, slots=True)
class WelcomePage:
    """Before the work begins."""

    pilot: str
    date: str
    agenda: tuple[tuple[str, str], ...] = ()
    """Time box and what it is for, in the words of the room."""


@dataclass(frozen=True, slots=True)
class SignPage:
    """One warning sign."""

    place: str
    """As in "Warning sign 11 of 24"."""
    mode: str
    question: str
    levels: tuple[str, str, str, str]
    anchors: tuple[str, str, str, str]
    chosen: int | None
    """The agreed level; None while there is none."""
    answer: str
    """An agreed answer that is not a level ("Not known"), or nothing."""
    modes: tuple[RoomMode, ...]


@dataclass(frozen=True, slots=True)
class RoomResult:
    """One failure mode among the results."""

    name: str
    index: int | None
    lowest: int
    highest: int
    band: str
    coverage: str
    levels: tuple[str, ...]
    """A mark for each sign: its level, "?" for not known, "–" for does not apply, nothing while not asked."""


@dataclass(frozen=True, slots=True)
class ResultsPage:
    """Where the failure modes stand, the worst first."""

    title: str
    results: tuple[RoomResult, ...]


@dataclass(frozen=True, slots=True)
class CommitmentPage:
    """One action, read back to the room."""

    place: str
    """As in "3 of 12"."""
    action: str
    owner: str
    due: str
    done_when: str


@dataclass(frozen=True, slots=True)
class BlankPage:
    """Nothing but the brand."""


RoomPage = WelcomePage | SignPage | ResultsPage | CommitmentPage | BlankPage


@dataclass(frozen=True, slots=True)
class RoomView:
    """All that the room view is drawn from."""

    page: RoomPage
    brand: RoomBrand
    dark: bool
