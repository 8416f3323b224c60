"""What is set for this computer: few things, in one file that windows and commands share. Reading it loads no Qt."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from models.frozen import frozen
from models.values.lengths import LONGEST_NAME
from models.values.places import config_place
from models.values.refusal import Refusal
from resources.words import languages, marked

_ESCAPED = r"\\(.)"
LONGEST_LOCK = 1440
"""Minutes: a day."""


def _is_minutes(typed: str) -> bool:
    try:
        return 0 < float(typed) <= LONGEST_LOCK
    except ValueError:
        return False


def _is_name(typed: str) -> bool:
    return len(typed) <= LONGEST_NAME and typed.isprintable()


@frozen
class Setting:
    """One thing that can be set."""

    key: str
    text: str
    """Its name, to be translated."""
    usual: str
    offered: Callable[[], tuple[str, ...]]
    """What is offered to choose from."""
    fits: Callable[[str], bool] | None = None
    """Where more is taken than is offered."""

    def takes(self, value: str) -> bool:
        """Whether it can be set to that."""
        return self.fits(value) if self.fits else value in self.offered()

    def read(self, kept: object) -> str:
        """What holds, where `kept` stands in the file; what is usual where nothing does, or nothing that it takes."""
        return str(kept) if kept is not None and self.takes(str(kept)) else self.usual


LANGUAGE = Setting("language", marked("Language"), "en", languages)
THEME = Setting("theme", marked("Light or dark"), "system", lambda: ("system", "light", "dark"))
CONTRAST = Setting("contrast", marked("Contrast"), "system", lambda: ("system", "high"))
TYPE_SIZE = Setting("type_size", marked("Type size"), "100", lambda: ("100", "125", "150", "175", "200"))
"""In percent of what fits the window; the room has its own."""
MOTION = Setting("motion", marked("Motion"), "system", lambda: ("system", "none"))
LOCK = Setting("lock_after_minutes", marked("Lock after"), "10", lambda: ("2", "5", "10", "20", "60"), _is_minutes)
PAGE_SIZE = Setting("page_size", marked("Paper"), "A4", lambda: ("A4", "Letter"))
ORIGINALS = Setting("keep_original_pictures", marked("Originals of photos"), "no", lambda: ("no", "yes"))
PRACTICE = Setting("practice", marked("Your practice"), "", lambda: (), _is_name)
"""What a new engagement's documents are signed with, whatever the latest ones were."""
SETTINGS = (LANGUAGE, THEME, CONTRAST, TYPE_SIZE, MOTION, LOCK, PAGE_SIZE, ORIGINALS, PRACTICE)


def settings_file() -> Path:
    """Where they are kept. Raises Refusal."""
    return config_place() / "Clearway.conf"


def chosen(setting: Setting) -> str:
    """What holds on this computer."""
    try:
        text = settings_file().read_text(encoding="utf-8", errors="replace")
    except (OSError, Refusal):
        return setting.usual
    section, kept = "", None
    for line in text.splitlines():
        key, _, value = line.partition("=")
        if line.startswith("["):
            section = line
        elif section == "[General]" and key == setting.key:
            kept = _as_kept(value)
    return setting.read(kept)


def _as_kept(written: str) -> str:
    """The text that Qt wrote like this: quoted where it would mean something else, an @ in front doubled."""
    text = re.sub(_ESCAPED, r"\1", written[1:-1] if written[:1] == written[-1:] == '"' else written)
    return text.removeprefix("@") if text.startswith("@@") else text
