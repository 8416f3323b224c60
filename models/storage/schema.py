"""The schema of a library file, as a row of migrations that is only ever added to."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2 as sqlcipher

from models.frozen import frozen
from models.hashes import sha256
from models.storage.database import Database
from models.storage.tables.beside_records import BESIDE, COMPRESSED, HISTORY, LIST, PACKED, SEARCH, SHARED
from models.storage.tables.of_records import (
    EVIDENCE,
    HEADLINE,
    MONTHS,
    OUTBOX,
    PLAYBOOK,
    READINESS,
    RECORDS,
    SMALLER,
    WORKSHOP,
)

if TYPE_CHECKING:
    import sqlite_utils

APPLICATION_ID = 0x434C5759
"""`CLWY`: what tells a Clearway library from other SQLite files."""

Step = Callable[["sqlite_utils.Database"], None]
"""sqlite-utils makes and migrates tables; it is loaded for nothing else, because it takes longer than most commands."""


SchemaObject = tuple[str, str, str]
"""One table, index, trigger or view of a schema: its kind, its name and its definition."""


def objects_in(database: Database) -> frozenset[SchemaObject]:
    """Every object of the database but those that SQLite makes for itself."""
    rows = database.execute("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
    return frozenset((str(kind), str(name), _definition(str(name), sql)) for kind, name, sql in rows)


def _definition(name: str, sql: str | None) -> str:
    # sqlite-utils writes its own table, and other versions of it may word the definition otherwise.
    return "" if "_sqlite_migrations" in name else sql or ""


@frozen
class Schema:
    """A row of migrations. The version of a file is the number of steps it has been through."""

    steps: tuple[Step, ...]
    newest: str = ""
    """The sum of what a file of the newest version holds, so that it need not be made for every file that is opened."""

    @property
    def version(self) -> int:
        """The version after the last step."""
        return len(self.steps)

    def migrate(
        self, database: Database, until: int | None = None, last: Callable[[Database], None] = lambda _: None
    ) -> None:
        """Brings the database from its version to `until` (the newest) and does `last`, all in one transaction.

        Raises the driver's errors; the database is then as before."""
        import sqlite_utils

        migrations = sqlite_utils.Migrations("clearway")
        for number, step in enumerate(self.steps[:until], start=1):
            migrations(name=f"{number:04} {step.__name__}")(_numbered(step, number))
        # A step may rebuild a table, which is not possible while foreign keys are enforced.
        database.execute("PRAGMA foreign_keys=OFF")
        try:
            with database.atomic():
                database.execute(f"PRAGMA application_id={APPLICATION_ID}")
                migrations.apply(sqlite_utils.Database(database.conn, execute_plugins=False))
                last(database)
                if database.execute("PRAGMA foreign_key_check").fetchone():
                    raise sqlcipher.IntegrityError("a migration broke a foreign key")
        finally:
            database.execute("PRAGMA foreign_keys=ON")

    def objects(self, version: int) -> frozenset[SchemaObject]:
        """What the schema of a file at that version holds; empty for version 0."""
        if version == 0:
            return frozenset()
        with closing(sqlcipher.connect(":memory:", isolation_level=None)) as connection:
            database = Database(connection)
            self.migrate(database, version)
            return objects_in(database)

    def is_of(self, found: frozenset[SchemaObject], version: int) -> bool:
        """Whether these are the objects of a file at that version."""
        return (version == self.version and sum_of(found) == self.newest) or found == self.objects(version)


def sum_of(objects: frozenset[SchemaObject]) -> str:
    """The SHA-256 of all definitions together."""
    return sha256("\0".join("\0".join(one) for one in sorted(objects)).encode())


def _numbered(step: Step, number: int) -> Step:
    def run(database: sqlite_utils.Database) -> None:
        step(database)
        database.execute(f"PRAGMA user_version={number}")

    return run


def first_tables(database: sqlite_utils.Database) -> None:
    """Version 1: the records, what lies beside them, the history and the list."""
    for statement in (*RECORDS, *BESIDE, *HISTORY, *LIST):
        database.execute(statement)


def workshop_tables(database: sqlite_utils.Database) -> None:
    """Version 2: votes on the warning signs, and the agenda."""
    for statement in WORKSHOP:
        database.execute(statement)


def readiness_table(database: sqlite_utils.Database) -> None:
    """Version 3: the readiness points as they were judged."""
    for statement in READINESS:
        database.execute(statement)


def playbook_tables(database: sqlite_utils.Database) -> None:
    """Version 4: the playbook's registers and gates, impact and order of the actions, how the workshop was closed."""
    for statement in PLAYBOOK:
        database.execute(statement)


def outbox_table(database: sqlite_utils.Database) -> None:
    """Version 5: what was made ready to be sent (the files themselves are assets), and the practice's closing line."""
    for statement in OUTBOX:
        database.execute(statement)


def months_tables(database: sqlite_utils.Database) -> None:
    """Version 6: what merging, second rounds, letters and the documents' argument need; digests that tell damage."""
    from models.values.terms import new_id

    for statement in MONTHS:
        database.execute(statement)
    database.execute("INSERT INTO library (id) VALUES (?)", (new_id(),))


def sealed_list(database: sqlite_utils.Database) -> None:
    """Version 7: the list of engagements has a digest, which is made with all the others once a file is migrated."""


def search_tables(database: sqlite_utils.Database) -> None:
    """Version 8: a search finds words however they are written, and in notes, actions and registers too."""
    for statement in SEARCH:
        database.execute(statement)


def packed_changes(database: sqlite_utils.Database) -> None:
    """Version 9: the changes of a large act are kept together. What was written before stays as it is."""
    for statement in PACKED:
        database.execute(statement)


def shared_acts(database: sqlite_utils.Database) -> None:
    """Version 10: acts of other libraries, and a name for every act that was made before acts had one."""
    for statement in SHARED:
        database.execute(statement)
    select = "SELECT id, scope, kind, label, who, device, at FROM batch WHERE gid = ''"
    for number, *told in database.execute(select).fetchall():
        # Copies of one file have to come to the same name.
        name = sha256("\0".join(map(str, (number, *told))).encode())[:32]
        database.execute("UPDATE batch SET gid = ?, stamp = at || ' -' WHERE id = ?", (name, number))


def evidence_table(database: sqlite_utils.Database) -> None:
    """Version 11: photos and files beside signs, readiness points and register rows."""
    for statement in EVIDENCE:
        database.execute(statement)


def headline_column(database: sqlite_utils.Database) -> None:
    """Version 12: the headline of a round in the room's words."""
    for statement in HEADLINE:
        database.execute(statement)


def compressed_packs(database: sqlite_utils.Database) -> None:
    """Version 13: what is kept of content packs and of large acts takes less room, and less time to write."""
    from models.storage.packs import compressed

    for statement in COMPRESSED:
        database.execute(statement)
    for key, text in database.execute('SELECT "key", text FROM method').fetchall():
        database.execute('UPDATE method SET text = ? WHERE "key" = ?', (compressed(text.decode()), key))


def smaller_tables(database: sqlite_utils.Database) -> None:
    """Version 14: fewer tables and indexes for the same rows."""
    for statement in SMALLER:
        database.execute(statement)


def plainer_list(database: sqlite_utils.Database) -> None:
    """Version 15: the digest of the list is of its cells alone, and made anew as all are once a file is migrated."""


SCHEMA = Schema(
    (
        *(first_tables, workshop_tables, readiness_table, playbook_tables, outbox_table, months_tables, sealed_list),
        search_tables,
        packed_changes,
        shared_acts,
        evidence_table,
        headline_column,
        compressed_packs,
        smaller_tables,
        plainer_list,
    ),
    newest="530cb7563c659ed188bf9b5b1a035875764bb34cd217ae18c3f91989586bf379",
)
"""The schema of this version of Clearway."""
