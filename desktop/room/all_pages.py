"""Every page of the room, found by the type it is drawn from."""

from __future__ import annotations

from typing import Any

from desktop.room.page import Declared
from desktop.room.pages import (
    activity,
    agreement,
    blank,
    budget,
    chart,
    closing,
    commitment,
    gate,
    impact,
    load,
    moved,
    proposal,
    readiness,
    results,
    reveal,
    sign,
    timeline,
    voting,
    welcome,
)
from desktop.room.pages.across import portfolio, progress
from desktop.room.pages.evidence import page as evidence
from desktop.view_models.room.pages import RoomPage, RoomView

_MODULES = (
    *(welcome, sign, voting, reveal, agreement, results, moved, readiness),
    *(activity, budget, gate, evidence, chart, blank),
    *(proposal, impact, timeline, load, commitment, closing),
    *(progress, portfolio),
)
_DECLARED: dict[type, Declared[Any]] = {module.DECLARED.type: module.DECLARED for module in _MODULES}


def declared(page: RoomPage) -> Declared[Any]:
    """How a page is drawn and said."""
    return _DECLARED[type(page)]


def described(view: RoomView) -> str:
    """The page in words."""
    ring = (f"{view.ring.minutes} {view.ring.name}",) if view.ring else ()
    parts = (*declared(view.page).said(view.page, view.brand), *ring)
    return ". ".join(part.rstrip(".") for part in parts if part)


def identity(page: RoomPage) -> tuple[str, ...]:
    """What makes a page another page, not the same with something changed on it."""
    found = declared(page)
    return (found.family or found.type.__name__, *found.identity(page))
