"""What keys do on every page."""

from __future__ import annotations

from desktop.console.palette.opening import open_palette
from desktop.console.steps import Step
from desktop.widgets.keys import KeyAct
from resources.words import marked

SHORTCUTS = (
    KeyAct(
        "Esc",
        marked("Leave a field, then what is open; while live, hold the room where it is"),
        lambda window, _: window.escape(),
        anywhere=True,
    ),
    KeyAct(
        "Ctrl+K",
        marked("Find an act, a sign, an action, a name"),
        lambda window, _: open_palette(window),
        anywhere=True,
    ),
    KeyAct(
        "Ctrl+F",
        marked("Find a word of this engagement"),
        lambda window, _: open_palette(window, words_only=True),
        anywhere=True,
    ),
    KeyAct("?", marked("Which key does what here"), lambda window, _: window.show_keys()),
    KeyAct(
        " ".join(f"Ctrl+{number}" for number in range(1, len(Step) + 1)),
        marked("Library and the pages below it, in their order"),
        lambda window, n: window.go_to(tuple(Step)[n]),
        anywhere=True,
    ),
    KeyAct("Ctrl+Z", marked("Undo"), lambda window, _: window.history().undo()),
    KeyAct("Ctrl+Shift+Z Ctrl+Y", marked("Redo"), lambda window, _: window.history().redo()),
    KeyAct("Ctrl+H", marked("Who did what; back to now"), lambda window, _: window.past.toggle(), anywhere=True),
    KeyAct("Ctrl+N", marked("New engagement"), lambda window, _: window.begin(), anywhere=True),
    KeyAct("Ctrl+L", marked("Lock the library"), lambda window, _: window.lock.lock(), anywhere=True),
    KeyAct(
        "Ctrl+,", marked("Settings, and where things are kept"), lambda window, _: window.settings.open(), anywhere=True
    ),
    KeyAct("F1", marked("The guide"), lambda window, _: window.settings.guide(), anywhere=True),
    KeyAct("Ctrl+T", marked("Light or dark"), lambda window, _: window.settings.toggle_theme(), anywhere=True),
    KeyAct(
        "F8",
        marked("The next field that was not understood"),
        lambda window, _: window.rail.unclear.go(),
        anywhere=True,
    ),
    KeyAct("F9", marked("Meet the hub now"), lambda window, _: window.settings.meet_hub(), anywhere=True),
    KeyAct(
        "Shift+F9",
        marked("Share the engagement with colleagues"),
        lambda window, _: window.settings.share(),
        anywhere=True,
    ),
    KeyAct("F5", marked("Show the room what you are on"), lambda window, _: window.show_room(), anywhere=True),
    KeyAct(
        "Ctrl+F5",
        marked("The same in a window, to be shared in a call"),
        lambda window, _: window.show_room(in_window=True),
        anywhere=True,
    ),
    KeyAct(
        "Ctrl+R",
        marked("Room check: screens, clicker, last row"),
        lambda window, _: window.check_room(),
        anywhere=True,
    ),
)
"""Done on the `ConsoleWindow`."""
