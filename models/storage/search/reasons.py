"""Why a search found an engagement, where the list does not show it by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable

from models.engagement.library_entry import Found
from models.storage.database import Database
from models.storage.search.index import searchable, sought
from models.storage.search.texts import texts_of
from models.values.folding import folded
from models.values.letters import on_one_line

LONGEST = 90
"""Letters of a text that are told."""
_BEFORE = 30
"""Letters before what was found that surely find room."""


def reasons(database: Database, search: str, engagement_ids: Iterable[str]) -> dict[str, Found]:
    """For each of these engagements where what is looked for stands, unless client, pilot and sector say it all."""
    words, found = sought(search), dict[str, Found]()
    for engagement_id in engagement_ids:
        select = "SELECT client, pilot, sector FROM entry WHERE engagement_id = ?"
        shown = database.execute(select, (engagement_id,)).fetchone() or ()
        wanted = [word for word in words if not _begins_one_of(word, searchable(" ".join(shown)))]
        if wanted and (reason := _reason(database, engagement_id, wanted)):
            found[engagement_id] = reason
    return found


def _reason(database: Database, engagement_id: str, wanted: list[str]) -> Found | None:
    """The first text that holds the most of what is wanted."""
    best, most = None, 0
    for where, text in texts_of(database, engagement_id):
        line = folded(text)
        if not any(word in line for word in wanted) and "'" not in line:
            continue
        known = searchable(text)
        met = [word for word in wanted if _begins_one_of(word, known)]
        if len(met) > most:
            best, most = Found(where, _around(text, met)), len(met)
        if most == len(wanted):
            break
    return best


def _begins_one_of(word: str, known: list[str]) -> bool:
    return any(one.startswith(word) for one in known)


def _around(text: str, words: list[str]) -> str:
    """The part of a text around the first of these words, on one line."""
    line = on_one_line(text)
    begins = (m.start() for m in re.finditer(r"\S+", line) if any(_begins_one_of(w, searchable(m[0])) for w in words))
    place = next(begins, 0)
    start = line.rfind(" ", 0, place - _BEFORE) + 1 if place > _BEFORE else 0
    end = len(line) if len(line) <= start + LONGEST else line.rfind(" ", place + 1, start + LONGEST)
    part = line[start : end if end > start else start + LONGEST]
    return f"{'…' if start else ''}{part}{'' if end == len(line) else '…'}"
