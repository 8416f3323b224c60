"""Acts that could never be written to the library: kept beside it as text, so that nothing typed is lost."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.words import gettext
from models.values.files import keep_private, private_folder, write_whole

if TYPE_CHECKING:
    from models.engagement.changes import Change
    from models.engagement.edit import Edit

FOLDER = "not-saved"


class Rescue:
    """Writes such acts into a folder beside the library, one file each, and finds those of earlier days."""

    def __init__(self, library: Path) -> None:
        self.folder = library.parent / FOLDER

    def keep(self, edit: Edit) -> str:
        """Keeps what an act would have changed; a sentence that says where."""
        moment = datetime.now(UTC)
        text = {
            "act": str(edit.label),
            "engagement": edit.scope,
            "when": moment.isoformat(timespec="seconds"),
            "changes": [_told(change) for change in edit.changes],
        }
        path = self.folder / f"{moment:%Y%m%dT%H%M%S%f}.json"
        try:
            private_folder(self.folder)
            keep_private(self.folder)
            write_whole(path, json.dumps(text, ensure_ascii=False, indent=2, default=str).encode(), private=True)
        except OSError:
            return gettext("It could not be kept in a file either. It said: {text}").format(text=_typed(edit))
        return gettext("What it said is kept in {path}.").format(path=path)

    def kept(self) -> tuple[Path, ...]:
        """The files of acts that were not saved, the oldest first."""
        return tuple(sorted(self.folder.glob("*.json"))) if self.folder.is_dir() else ()


def _told(change: Change) -> dict[str, object]:
    from models.engagement.changes import Changed

    if isinstance(change, Changed):
        kind, values = change.kind.__name__, {change.field: {"before": change.before, "after": change.after}}
        return {"change": kind, "id": change.id, **values}
    return {type(change).__name__.lower(): type(change.record).__name__, **asdict(change.record)}


def _typed(edit: Edit) -> str:
    from models.engagement.changes import Changed

    texts = [change.after for change in edit.changes if isinstance(change, Changed) and isinstance(change.after, str)]
    return " · ".join(text for text in texts if text.strip()) or str(edit.label)
