"""What is set for this computer, where things are kept, and which Clearway this is."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from desktop.console.settings.language_choice import language_choices
from desktop.console.settings.practice_field import practice_field
from desktop.settings import (
    CONTRAST,
    LANGUAGE,
    LOCK,
    MOTION,
    ORIGINALS,
    PAGE_SIZE,
    THEME,
    TYPE_SIZE,
    Setting,
    settings_file,
)
from desktop.system.long_text import breakable
from desktop.system.programs import SystemPrograms
from desktop.widgets.choice_field import ChoiceField
from desktop.widgets.labels import button, label, section_head
from desktop.widgets.overlay import CardOverlay
from desktop.widgets.parts.bare import reads_as_text
from desktop.widgets.parts.scrolled import scrolled
from desktop.words import gettext, ngettext
from models.values.places import log_place
from models.values.refusal import Refusal
from reports.documents.kinds import PAGE_SIZES, PageSize
from resources.version import VERSION

if TYPE_CHECKING:
    from desktop.console.settings.door import SettingsDoor

WIDEST, LEAST_MARGIN, FIELD, BAR = 760, 16, 220, 12
"""Pixels; the last is the room of a scroll bar."""


class SettingsCard(CardOverlay):
    """Each field holds at once. There is nothing to confirm."""

    def __init__(self, door: SettingsDoor, console: QWidget) -> None:
        super().__init__(console, gettext("Settings"))
        self._door, self._choosing = door, door.choosing
        self._programs = SystemPrograms()
        self.fields: dict[Setting, ChoiceField] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 1)
        self._add_choices()
        self._add_practice()
        self._content = self._made_content()
        self._area = scrolled(self._content)
        self._content.setAutoFillBackground(False)  # it lies on the card, not on a page
        self.inside.addWidget(self._area)
        self.end_with_done(*self._others())
        self.cover(console)
        self.fields[THEME].setFocus(Qt.FocusReason.OtherFocusReason)

    def _made_content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, BAR, 0)
        column.setSpacing(12)
        column.addLayout(self._grid)
        column.addLayout(section_head(gettext("Where things are kept"), f"Clearway {VERSION}"))
        column.addLayout(self._places())
        return content

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.card.setFixedWidth(min(WIDEST, self.width() - 2 * LEAST_MARGIN))
        QTimer.singleShot(0, self, self._fit)  # texts that are wrapped claim their height once they are laid out

    def _fit(self) -> None:
        """As high as what is in it, where the window has the room."""
        around = self.inside.sizeHint().height() - self._area.sizeHint().height()
        room = self.height() - 2 * LEAST_MARGIN - around
        self._area.setFixedHeight(min(self._content.minimumSizeHint().height(), room))

    def _add_choices(self) -> None:
        themes = {"system": gettext("As the system"), "light": gettext("Light"), "dark": gettext("Dark")}
        now = self._choosing.value(LOCK)
        minutes = sorted({*LOCK.offered(), now}, key=float)
        self._add(THEME, gettext("Light or dark"), list(themes.items()), gettext("Console and room; Ctrl+T turns it"))
        contrasts = [("system", gettext("As the system")), ("high", gettext("High"))]
        self._add(CONTRAST, gettext("Contrast"), contrasts, gettext("High: black and white, with frames"))
        sizes = [(each, f"{each}\u00a0%") for each in TYPE_SIZE.offered()]
        self._add(TYPE_SIZE, gettext("Type size"), sizes, gettext("Of this window; the room has its own"))
        moves = [("system", gettext("As the system")), ("none", gettext("None"))]
        self._add(MOTION, gettext("Motion"), moves, gettext("Votes that grow when they are shown, pages that fade"))
        self._add(
            LANGUAGE,
            gettext("Language"),
            language_choices(self._choosing.value(LANGUAGE)),
            gettext("While an engagement is open, from the next start on; documents too"),
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
        field = reads_as_text(ChoiceField(name, choices))
        field.setMinimumWidth(FIELD)
        field.show_key(self._choosing.value(setting))
        field.chosen.connect(partial(self._choosing.choose, setting))
        self.fields[setting] = field
        self._lay_out(name, field, effect)

    def _add_practice(self) -> None:
        field = reads_as_text(practice_field(self._choosing))
        self._lay_out(field.accessibleName(), field, gettext("Signs the documents of new engagements"))

    def _lay_out(self, name: str, field: QWidget, effect: str) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(label(name, "label"), row, 0)
        self._grid.addWidget(field, row, 1)
        self._grid.addWidget(label(effect, "caption", wrap=True), row, 2)

    def _places(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        places: list[tuple[str, Path | None]] = [(gettext("Library"), self._door.library)]
        if self._door.backing is not None:
            places.append((gettext("Backups"), self._door.backing.folder / "backups"))
        with suppress(Refusal):  # the system may know no folder for a person whose library was named
            places += [(gettext("Log"), log_place() / "clearway.log"), (gettext("Settings"), settings_file())]
        for row, (name, path) in enumerate((name, path) for name, path in places if path is not None):
            folder = path.parent
            showing = button(gettext("Show"), "quiet")
            showing.setAccessibleName(gettext("Show the folder of {what}").format(what=name))
            showing.clicked.connect(lambda _=False, shown=path: self._programs.show(shown))
            grid.addWidget(label(name, "label"), row, 0)
            grid.addWidget(label(breakable(str(folder)), "caption", wrap=True), row, 1)
            grid.addWidget(showing, row, 2)
        return grid

    def _others(self) -> list[QPushButton]:
        """What is read or set elsewhere."""
        ways = [
            (button(gettext("Licences"), "quiet", edge="left"), self._show_notices),
            (button(gettext("What is new"), "quiet"), self._show_news),
        ]
        if self._door.backing is not None:
            ways.append((button(gettext("Backups…"), "quiet"), self._show_backups))
        if self._door.hub is not None:
            ways.append((button(gettext("Hub…"), "quiet"), self._door.open_hub))
        ways.append((button(gettext("Guide"), "quiet", key="F1"), self._show_guide))
        for made, act in ways:
            made.clicked.connect(act)
        return [made for made, _ in ways]

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


def _minutes(value: str) -> str:
    count = float(value)
    return ngettext("{n} minute", "{n} minutes", round(count)).format(n=f"{count:g}")
