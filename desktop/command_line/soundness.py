"""The command that says whether a library is sound."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.command_line.files import DONE, REFUSED, opened
from desktop.own_library import default_place
from desktop.words import ngettext, spoken
from models.values.refusal import Refusal

if TYPE_CHECKING:
    from models.storage import Library


def check(options: argparse.Namespace) -> int:
    """Reads the library and every engagement in it; a line for each that is not sound. Refusal for no library."""
    path: Path = options.library or default_place()
    if not path.exists():
        raise Refusal("There is no library at {path}.", path=path)
    with opened(options) as library:
        ids = library.ids_beginning("")
        wrong = [*library.check(), *_unsound(library, ids)]
    for line in wrong:
        print(line)
    if wrong:
        return REFUSED
    text = ngettext("{count} engagement, all sound.", "{count} engagements, all sound.", len(ids))
    print(text.format(count=len(ids)))
    return DONE


def _unsound(library: Library, ids: list[str]) -> Iterator[str]:
    for engagement_id in ids:
        try:
            found = library.engagement(engagement_id)
            for asset_id in found.assets:
                library.asset(asset_id)
        except Refusal as refusal:
            yield f"{engagement_id}\t{refusal.said(spoken())}"
