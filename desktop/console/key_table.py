"""Every key in every place, as the overlay and the guide tell it."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.console.history.page import HistoryPage
from desktop.console.pace_strip import PaceStrip
from desktop.console.presenting.control import RoomControl
from desktop.console.shortcuts import SHORTCUTS
from desktop.console.steps import Step
from desktop.widgets.keys import KeyAct
from desktop.words import gettext


def keys_everywhere() -> tuple[KeyAct, ...]:
    """What keys do whichever page is in front."""
    return (*SHORTCUTS, *RoomControl.keys, *RoomControl.paging, *PaceStrip.keys)


def key_table() -> Iterator[tuple[str, tuple[KeyAct, ...]]]:
    """The places with what keys do there, first what they do everywhere; names in the interface's language."""
    yield gettext("Everywhere"), keys_everywhere()
    for step in Step:
        yield step.title, step.page_type().key_acts()
    yield gettext("Who did what"), HistoryPage.key_acts()


def as_guide() -> Iterator[str]:
    """The lines of the guide's page, in Markdown."""
    yield "# " + gettext("Keys")
    yield ""
    yield gettext("What is innermost gets the key: an open list, then the field, then the page, then the room.")
    yield gettext("Letters and figures act only where nothing is being filled in.")
    key, does = gettext("Key"), gettext("What it does")
    for place, acts in key_table():
        yield from ("", f"## {place}", "", f"| {key} | {does} |", "|---|---|")
        yield from (f"| {act.caps()} | {gettext(act.text)} |" for act in acts)
