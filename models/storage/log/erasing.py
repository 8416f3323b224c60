"""An engagement deleted for good: its records, its history, what a search knows of it, and files nobody else uses.

What is left of an act is its place in the log, so that the places of all others stay what they are.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from models.engagement.engagement import Client, Pilot
from models.storage import summaries
from models.storage.database import Database
from models.storage.errors import EngagementMissingError, LibraryFullError, UnreadableRowError
from models.storage.files.named import evidence_files, files_of
from models.storage.log.packed import COLUMNS, OP, unpacked
from models.storage.log.past import ERASED
from models.storage.log.seals import SEALED, keep_sealed, written_lines
from models.storage.log.told import Line, as_written
from models.storage.records import TABLES
from models.storage.shared.lines import unpacked_text
from models.values.sentence import act_called, written

_FILE = re.compile(r"\b[0-9a-f]{64}\b")
"""The id of a file, wherever it is named."""
_CLIENT, _PILOT = TABLES[Client].name, TABLES[Pilot].name
_OWNERS = ("engagement_id", "assessment_id", "id")


def check_room(path: Path) -> None:
    """Overwriting writes the whole library anew, beside itself first. Raises LibraryFullError."""
    if shutil.disk_usage(path.parent).free < 2 * path.stat().st_size:
        raise LibraryFullError(path=path)


def erase(database: Database, engagement_id: str) -> None:
    """Everything that is known of it goes, within the transaction under way. Raises EngagementMissingError."""
    found = database.execute("SELECT client_id FROM pilot WHERE id = ?", (engagement_id,)).fetchone()
    if found is None:
        raise EngagementMissingError(id=engagement_id)
    (client,) = found
    (others,) = database.execute("SELECT count(*) FROM pilot WHERE client_id = ?", (client,)).fetchone()
    gone = {engagement_id} if others > 1 else {engagement_id, client}
    files = _files_of(database, engagement_id)
    database.execute("PRAGMA secure_delete=ON")
    database.execute("DELETE FROM pilot WHERE id = ?", (engagement_id,))
    if client in gone:
        database.execute("DELETE FROM client WHERE id = ?", (client,))
    summaries.refresh(database, engagement_id, "")
    for words in ("entry_words", "text_words"):
        # What was taken out of a search stands in it until its parts are put together.
        database.execute(f"INSERT INTO {words} ({words}) VALUES ('optimize')")
    files |= _erase_acts(database, engagement_id, client, gone) | _erase_taken(database, engagement_id)
    for unused in files - _named_elsewhere(database, files):
        database.execute("DELETE FROM asset WHERE id = ?", (unused,))


def overwrite(database: Database) -> None:
    """Nothing of what was deleted stands in the file or its log any more: what edits left behind earlier goes as well.

    Raises the driver's errors.
    """
    database.execute("PRAGMA secure_delete=ON")
    database.execute("VACUUM")
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _files_of(database: Database, engagement_id: str) -> set[str]:
    select = """SELECT practice_logo FROM brand WHERE id = ?1 UNION SELECT client_logo FROM brand WHERE id = ?1
        UNION SELECT sha256 FROM dispatch WHERE engagement_id = ?1"""
    named = {file for (file,) in database.execute(select, (engagement_id,))}
    return named | files_of(database, engagement_id)


def _erase_acts(database: Database, engagement_id: str, client: str, gone: set[str]) -> set[str]:
    """Takes the engagement out of every act; the files that were named there."""
    marks = ", ".join("?" * len(gone))
    select = f"""SELECT id, {SEALED} FROM batch WHERE scope = ? OR id IN
        (SELECT batch FROM change WHERE row IN ({marks})) ORDER BY id"""
    acts = database.execute(select, (engagement_id, *gone)).fetchall()
    files, known = set[str](), set(gone)
    for number, *cells in acts:
        lines = _lines(database, number)
        alone = cells[0] == engagement_id or len({line[1] for line in lines if line[0] == _PILOT}) < 2
        kept = [line for line in lines if not _concerns(line, alone, client, gone, known)]
        files.update(_FILE.findall(json.dumps([line for line in lines if line not in kept])))
        _rewrite(database, number, cells, kept, client)
    return files


def _erase_taken(database: Database, engagement_id: str) -> set[str]:
    """The same of the acts of others, which are no batches here."""
    files = set[str]()
    for (changes,) in database.execute("SELECT changes FROM taken WHERE scope = ?", (engagement_id,)).fetchall():
        files |= _files_in(changes)
    database.execute("DELETE FROM taken WHERE scope = ?", (engagement_id,))
    return files


def _files_in(changes: bytes) -> set[str]:
    """What an act of somebody else names; nothing where it is damaged."""
    try:
        return set(_FILE.findall(unpacked_text(changes)))
    except UnreadableRowError:
        return set()


def _concerns(line: Line, alone: bool, client: str, gone: set[str], known: set[str]) -> bool:
    """Whether a change is one of the engagement. `alone`: the act was on no other one.

    `known` grows by its rounds and whatever else belongs to it.
    """
    table, row, _, _, old, new = line
    if table == _CLIENT:
        return row in gone
    if alone or row in known:
        return True
    owners = json.loads(new or old or "{}")
    mine = isinstance(owners, dict) and any(owners.get(owner) in known for owner in _OWNERS)
    if mine:
        known.add(row)
    return mine


def _lines(database: Database, act: int) -> list[Line]:
    """Its changes as far as they can be read: what is damaged goes as well."""
    found: list[Line] = []
    for line in written_lines(database, act):
        try:
            found += map(as_written, unpacked(line))
        except UnreadableRowError:
            found.append(tuple(line[:-1]))
    return [line for line in found if line[2] != OP]


def _rewrite(database: Database, act: int, cells: list[Any], kept: list[Line], client: str) -> None:
    """Leaves of an act what it did to a client whom others share; of all else, its place in the log."""
    *_, first, _, _, _, at, gid, stamp = cells
    delete = """DELETE FROM change WHERE id >= ?2 AND id < ifnull((SELECT first FROM batch WHERE id > ?1
        ORDER BY id LIMIT 1), 1 << 62)"""
    database.execute(delete, (act, first))
    if not kept:
        keep_sealed(database, act, (ERASED, ERASED, None, first, "", "", "", at, gid, stamp), ())
        return
    insert = f"INSERT INTO change (id, batch, {COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    database.executemany(insert, [(first + n, act, *line) for n, line in enumerate(kept)])
    scope, kind, ref, _, label, *signed = cells
    if all(line[0] == _CLIENT for line in kept):
        (name,) = database.execute("SELECT name FROM client WHERE id = ?", (client,)).fetchone()
        label = written(act_called("Client “{client}”", client=name))
    keep_sealed(database, act, (scope, kind, ref, first, label, *signed), [(*line, None) for line in kept])


def _named_elsewhere(database: Database, files: Iterable[str]) -> set[str]:
    """Those of the files that something else names: a brand, a document that was sent, or an act of the history."""
    select = f"""SELECT practice_logo FROM brand UNION SELECT client_logo FROM brand UNION SELECT sha256 FROM dispatch
        UNION {evidence_files()}"""
    left = set(files)
    named = {file for (file,) in database.execute(select) if file in left}
    left -= named
    if left:
        for (text,) in database.execute("SELECT ifnull(old, '') || ifnull(new, '') FROM change WHERE packed IS NULL"):
            named.update(file for file in _FILE.findall(text) if file in left)
        for line in database.execute(f"SELECT {COLUMNS}, packed FROM change WHERE packed IS NOT NULL"):
            named.update(file for file in _FILE.findall(json.dumps(unpacked(line))) if file in left)
        for (changes,) in database.execute("SELECT changes FROM taken"):
            named |= _files_in(changes) & left
    return named
