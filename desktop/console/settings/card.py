"""What is set for this computer, where things are kept, and which Clearway this is."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton

from desktop.console.settings.language_choice import language_choices
from desktop.console.settings.over_pages import OverPages
from desktop.console.settings.practice_field import practice_field
from desktop.console.settings.section import Section
from desktop.console.settings.state_words import kept_safe
from desktop.console.settings.word_choice import WordChoice
from desktop.settings import (
    CONTRAST,
    LANGUAGE,
    LOCK,
    MOTION,
    ORIGINALS,
    PAGE_SIZE,
    PRACTICE,
    THEME,
    TYPE_SIZE,
    Setting,
    settings_file,
)
from desktop.system.long_text import breakable
from desktop.system.programs import SystemPrograms
from desktop.view_models.library.backup_words import size_text
from desktop.widgets.labels import button, label
from desktop.widgets.parts.bare import reads_as_text
from desktop.words import gettext, ngettext, spoken
from models.values.numbers import shown_percent
from models.values.places import log_place
from models.values.refusal import Refusal
from reports.documents.kinds import PAGE_SIZES, PageSize
from resources.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.console.settings.door import SettingsDoor
    from desktop.console.window import ConsoleWindow


FIELD = 260
"""Pixels."""


class SettingsCard(OverPages):
    """Each field holds at once. There is nothing to confirm; the headline says how the library is kept."""

    def __init__(self, door: SettingsDoor, console: ConsoleWindow) -> None:
        super().__init__(console, console.rail, console.look.theme, gettext("Settings"))
        self._door, self._choosing = door, door.choosing
        self._programs = SystemPrograms()
        self.fields: dict[Setting, WordChoice] = {}
        self._library, self._backups = Section(gettext("This library")), Section(gettext("Backups"))
        self._look, self._practice = Section(gettext("Look")), Section(gettext("Practice and documents"))
        self._sharing, self._program = Section(gettext("Sharing")), Section("Clearway", f"Clearway {VERSION}")
        self._add_library()
        self._add_practice()
        self._add_choices()
        self._add_sharing()
        self._add_program()
        backing, hub = door.backing, door.hub
        parts = {self._library: True, self._backups: backing is not None, self._look: True, self._practice: True,
                 self._sharing: hub is not None, self._program: True}  # fmt: skip
        self.begin(*(section for section, there in parts.items() if there))
        self._choosing.changed.connect(self._tell)
        if hub is not None:
            hub.changed.connect(self._tell)
        if backing is not None:
            backing.changed.connect(self._tell)
            backing.look()
        self._tell()

    def _tell(self) -> None:
        """How it all stands now."""
        backing, choosing, hub = self._door.backing, self._choosing, self._door.hub
        locked, newest = self._door.locked, (backing.all[0] if backing is not None and backing.all else None)
        known = backing is not None and backing.known
        self.headline.setText(kept_safe(locked, newest, known, date.today()))
        self._safety.setText(gettext("Set") if locked else gettext("Not set: who has the file can read it"))
        words = {THEME: "", LANGUAGE: ""} | {setting: field.word for setting, field in self.fields.items()}
        held = {
            self._library: gettext("locked with a passphrase") if locked else gettext("without a passphrase"),
            self._backups: backing.age_text() if backing is not None else "",
            self._look: gettext(", ").join((words[THEME], words[LANGUAGE])),
            self._practice: choosing.value(PRACTICE).strip() or gettext("without a name yet"),
            self._sharing: (hub.mark("") if hub is not None else "") or gettext("not shared"),
            self._program: VERSION,
        }
        self.list.tell([(section.name, held[section]) for section in self.sections])
        self._shared.setText(held[self._sharing])

    def _add_library(self) -> None:
        library, backing = self._door.library, self._door.backing
        if library is not None:
            self._library.add(
                gettext("Where it lies"), _path(library), acts=[self._showing(gettext("Library"), library)]
            )
            with suppress(OSError):
                self._library.beside.setText(size_text(library.stat().st_size))
        self._safety = label("", wrap=True)
        effect = gettext("With one, nobody else reads what is written here")
        changing = _act(gettext("Passphrase…"), self._door.show_passphrase)
        self._library.add(gettext("Passphrase"), self._safety, effect, [changing])
        if backing is not None:
            kept = label(gettext("7 daily, 4 weekly, 12 monthly"), wrap=True)
            all_ = _act(gettext("Backups…"), self._show_backups)
            self._backups.add(gettext("Kept"), kept, gettext("With a day’s first edit and at closing"), [all_])
            showing = self._showing(gettext("Backups"), backing.folder / "backups")
            self._backups.add(gettext("Where they go"), _path(backing.folder), acts=[showing])

    def _add_choices(self) -> None:
        themes = {"system": gettext("As the system"), "light": gettext("Light"), "dark": gettext("Dark")}
        now = self._choosing.value(LOCK)
        minutes = sorted({*LOCK.offered(), now}, key=float)
        self._add(THEME, gettext("Light or dark"), list(themes.items()), gettext("Console and room; Ctrl+T turns it"))
        contrasts = [("system", gettext("As the system")), ("high", gettext("High"))]
        self._add(CONTRAST, gettext("Contrast"), contrasts, gettext("High: black and white, with frames"))
        sizes = [(each, shown_percent(Decimal(each), spoken())) for each in TYPE_SIZE.offered()]
        self._add(TYPE_SIZE, gettext("Type size"), sizes, gettext("Of this window; the room has its own"))
        moves = [("system", gettext("As the system")), ("none", gettext("None"))]
        self._add(MOTION, gettext("Motion"), moves, gettext("Votes that grow when they are shown, pages that fade"))
        self._add(
            LANGUAGE,
            gettext("Language"),
            language_choices(self._choosing.value(LANGUAGE)),
            gettext("Windows, room, documents; an engagement’s questions keep theirs"),
        )
        self._add(
            LOCK,
            gettext("Lock after"),
            [(each, _minutes(each)) for each in minutes],
            gettext("Without a touch; only a library with a passphrase"),
        )
        self._add(
            PAGE_SIZE,
            gettext("Paper"),
            [(size.value, gettext(PAGE_SIZES[size])) for size in PageSize],
            gettext("Unless another is chosen for a document"),
        )
        self._add(
            ORIGINALS,
            gettext("Originals of photos"),
            [("no", gettext("Not kept")), ("yes", gettext("Kept as well"))],
            gettext("With the place and the time that a camera writes; they are never shown or printed"),
        )

    def _add(self, setting: Setting, name: str, choices: list[tuple[str, str]], effect: str) -> None:
        section = {LOCK: self._library, PAGE_SIZE: self._practice, ORIGINALS: self._practice}.get(setting, self._look)
        field = WordChoice(name, choices, self._choosing.value(setting))
        field.chosen.connect(partial(self._choosing.choose, setting))
        self.fields[setting] = field
        section.add(name, field, effect)

    def _add_practice(self) -> None:
        field = reads_as_text(practice_field(self._choosing))
        field.setMinimumWidth(FIELD)
        field.setPlaceholderText(gettext("As it signs your documents"))
        self._practice.add(field.accessibleName(), field, gettext("Signs the documents of new engagements"))

    def _add_sharing(self) -> None:
        self._shared = label("", wrap=True)
        effect = gettext("With one, colleagues work on an engagement together. Your library stays whole.")
        self._sharing.add(gettext("Hub"), self._shared, effect, [_act(gettext("Hub…"), self._door.open_hub)])

    def _add_program(self) -> None:
        self._program.add(gettext("Guide"), label(gettext("A page for each part of the day"), wrap=True),
                          acts=[_act(gettext("Guide"), self._show_guide, key="F1")])  # fmt: skip
        ways = [_act(gettext("What is new"), self._show_news), _act(gettext("Licences"), self._show_notices)]
        self._program.add(gettext("Version"), label(VERSION), acts=ways)
        with suppress(Refusal):  # the system may know no folder for a person whose library was named
            for name, path in ((gettext("Log"), log_place() / "clearway.log"), (gettext("Settings"), settings_file())):
                self._program.add(name, _path(path), acts=[self._showing(name, path)])
        text = gettext("What is changed here is saved at once. Nothing leaves this laptop until you send it.")
        self._program.end_with(text)

    def _showing(self, name: str, path: Path) -> QPushButton:
        made = _act(gettext("Show"), lambda: self._programs.show(path))
        made.setAccessibleName(gettext("Show the folder of {what}").format(what=name))
        return made

    def _show_notices(self) -> None:
        from desktop.console.settings.notices import NoticesCard

        NoticesCard(self.window())

    def _show_news(self) -> None:
        from desktop.console.settings.news import NewsCard

        NewsCard(self.window())

    def _show_guide(self) -> None:
        self.put_away()
        self._door.guide()

    def _show_backups(self) -> None:
        from desktop.console.library.backups_overlay import BackupsOverlay

        if self._door.backing is not None:
            BackupsOverlay(self._door.backing, self.window())


def _act(text: str, act: Callable[[], object], key: str = "") -> QPushButton:
    made = button(text, "quiet", key=key, edge="right")
    made.clicked.connect(lambda: act())
    return made


def _path(path: Path) -> QLabel:
    return label(breakable(str(path)), wrap=True)


def _minutes(value: str) -> str:
    count = float(value)
    return ngettext("{n} minute", "{n} minutes", round(count)).format(n=f"{count:g}")
