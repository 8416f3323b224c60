"""Acts that could never be written to the library: kept beside it as text, so that nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.words import gettext
from models.frozen import frozen
from models.values.files import keep_private, private_folder, read_at_most, write_whole

if TYPE_CHECKING:
    from models.engagement.changes import Change
    from models.engagement.edit import Edit

FOLDER = "not-saved"
SEEN_TO = "seen-to"
"""The folder in it for what somebody has looked at."""
LARGEST = 1_000_000
"""Bytes of a file that are read."""


@frozen
class KeptAct:
    """One act that was not saved, as its file tells it."""

    act: str
    engagement: str
    """Its id."""
    when: datetime | None
    """UTC; None where the file does not say."""
    texts: tuple[str, ...]
    """What was typed."""


class Rescue:
    """Writes such acts into a folder beside the library, one file each, and finds those of earlier days."""

    def __init__(self, library: Path, readable: Callable[[], bool] = lambda: True) -> None:
        """`readable`: whether others may read what the library holds; where they may not, nothing is kept in a file."""
        self.folder = library.parent / FOLDER
        self._readable = readable

    def keep(self, edit: Edit) -> str:
        """Keeps what an act would have changed; a sentence that says where."""
        import json

        if not self._readable():
            said = " · ".join(_said(edit)) or str(edit.label)
            return gettext("The library is locked, so it is kept in no file. It said: {text}").format(text=said)
        moment = datetime.now(UTC)
        text = {
            "act": str(edit.label),
            "engagement": edit.scope,
            "when": moment.isoformat(timespec="seconds"),
            "said": list(_said(edit)),
            "changes": [_told(change) for change in edit.changes],
        }
        path = self.folder / f"{moment:%Y%m%dT%H%M%S%f}.json"
        try:
            private_folder(self.folder)
            keep_private(self.folder)
            write_whole(path, json.dumps(text, ensure_ascii=False, indent=2, default=str).encode(), private=True)
        except OSError:
            said = " · ".join(_said(edit)) or str(edit.label)
            return gettext("It could not be kept in a file either. It said: {text}").format(text=said)
        return gettext("What it said is kept in {path}.").format(path=path)

    def kept(self) -> tuple[Path, ...]:
        """The files of acts that were not saved and that nobody has seen to, the oldest first."""
        return tuple(sorted(self.folder.glob("*.json"))) if self.folder.is_dir() else ()

    def acts(self) -> tuple[KeptAct, ...]:
        """What stands in these files; one that cannot be understood is given as it stands."""
        return tuple(act for path in self.kept() for act in _read(path))

    def put_aside(self) -> None:
        """Somebody has seen to them: the files go into a folder of their own and stay there. Raises OSError."""
        aside = self.folder / SEEN_TO
        private_folder(aside)
        for path in self.kept():
            path.replace(aside / path.name)


def left_in_plain_text(library: Path) -> str:
    """What there is to know, once a library is locked, of files that were kept beside it before; else nothing."""
    folder = library.parent / FOLDER
    if not any(folder.rglob("*.json")):
        return ""
    text = gettext(
        "What could not be saved earlier lies in {folder} as plain text: delete the folder once it is seen to."
    )
    return text.format(folder=folder)


def _read(path: Path) -> Iterator[KeptAct]:
    import json

    with suppress(OSError):
        text = read_at_most(path, LARGEST).decode(errors="replace")
        try:
            told = json.loads(text)
            when = datetime.fromisoformat(told["when"])
            yield KeptAct(str(told["act"]), str(told["engagement"]), when, tuple(map(str, told["said"])))
        except (ValueError, TypeError, LookupError, RecursionError):
            yield KeptAct(path.name, "", None, (text,))


def _told(change: Change) -> dict[str, object]:
    from models.engagement.changes import Changed

    if isinstance(change, Changed):
        kind, values = change.kind.__name__, {change.field: {"before": change.before, "after": change.after}}
        return {"change": kind, "id": change.id, **values}
    return {type(change).__name__.lower(): type(change.record).__name__, **asdict(change.record)}


def _said(edit: Edit) -> Iterator[str]:
    """What a person typed in it: texts, dates, sums; no ids and no choices, which are of types of their own."""
    from decimal import Decimal

    from models.engagement.changes import Added, Changed

    for change in edit.changes:
        if isinstance(change, Changed):
            cells = [(change.field, change.after)]
        elif isinstance(change, Added):
            cells = [(field.name, getattr(change.record, field.name)) for field in fields(change.record)]
        else:
            cells = []
        for name, value in cells:
            typed = type(value) in (str, date, Decimal, int) and not name.endswith("id") and name != "position"
            if typed and (text := str(value).strip()):
                yield text
