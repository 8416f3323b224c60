"""The statements that make all other tables, by the version that brought them. They are never changed."""

from __future__ import annotations

BESIDE = (
    """CREATE TABLE asset (
        id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, media_type TEXT NOT NULL, data BLOB NOT NULL) STRICT""",
    # The newest `kept` is the content pack that new engagements start with.
    'CREATE TABLE method ("key" TEXT PRIMARY KEY NOT NULL, text TEXT NOT NULL, kept INTEGER NOT NULL) STRICT',
)
"""Version 1: what lies beside the records."""

HISTORY = (
    # `ref` is the batch that an undo or a redo inverts, `first` the id of the batch's first change: all its changes
    # follow one another. `at` is UTC.
    """CREATE TABLE batch (
        id INTEGER PRIMARY KEY, scope TEXT NOT NULL, kind TEXT NOT NULL, ref INTEGER, first INTEGER NOT NULL,
        label TEXT NOT NULL, who TEXT NOT NULL, device TEXT NOT NULL, at TEXT NOT NULL) STRICT""",
    "CREATE INDEX batch_scope ON batch(scope)",
    # No index and no foreign key: the log is written in every commit. `op` is i, u or d; `col` is null but for u;
    # `old` and `new` are JSON: one cell for u, else the whole row.
    """CREATE TABLE change (
        id INTEGER PRIMARY KEY, batch INTEGER NOT NULL, tbl TEXT NOT NULL, row TEXT NOT NULL,
        op TEXT NOT NULL, col TEXT, old TEXT, new TEXT) STRICT""",
)
"""Version 1: the log."""

LIST = (
    # Derived from the records and kept in step by `summaries`. `recent` is when it last came to the top of the list.
    """CREATE TABLE entry (
        id INTEGER PRIMARY KEY, engagement_id TEXT NOT NULL UNIQUE, client TEXT NOT NULL, pilot TEXT NOT NULL,
        sector TEXT NOT NULL, changed TEXT NOT NULL, recent TEXT NOT NULL, answered INTEGER NOT NULL,
        archived INTEGER NOT NULL) STRICT""",
    "CREATE INDEX entry_recent ON entry(archived, recent)",
    """CREATE VIRTUAL TABLE entry_words USING fts5(words, prefix='1 2 3', tokenize='unicode61 remove_diacritics 2')""",
)
"""Version 1: the list of engagements."""

SEARCH = (
    # Words are parted and folded before they come here, so that what is looked for is parted and folded alike.
    "DROP TABLE entry_words",
    "CREATE VIRTUAL TABLE entry_words USING fts5(words, detail=none, prefix='1 2 3', tokenize='ascii')",
    """CREATE VIRTUAL TABLE text_words USING fts5(words, content='', contentless_delete=1, detail=none, prefix='2 3',
        tokenize='ascii')""",
    # The entries whose texts are not in `text_words` as they stand; and the folding that made both.
    "CREATE TABLE unread (entry INTEGER PRIMARY KEY) STRICT",
    "CREATE TABLE folding (number INTEGER NOT NULL) STRICT",
)
"""Version 8: one folding of every word, and the texts of an engagement beside its names."""

PACKED = ("ALTER TABLE change ADD COLUMN packed BLOB",)
"""Version 9: the changes of a large act, compressed."""

SHARED = (
    # Under which identity acts are stamped here, and where the file stood then: a copy elsewhere gets one of its own.
    "ALTER TABLE library ADD COLUMN maker TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE library ADD COLUMN place TEXT NOT NULL DEFAULT ''",
    # Acts of other libraries, as they were made there. `batch` is the one that says what they changed here; `seen` the
    # names of the newest acts that their makers had seen; `changes` the lines of their log, compressed JSON.
    """CREATE TABLE taken (
        id INTEGER PRIMARY KEY, batch INTEGER NOT NULL, scope TEXT NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL,
        who TEXT NOT NULL, device TEXT NOT NULL, at TEXT NOT NULL, gid TEXT NOT NULL, stamp TEXT NOT NULL,
        seen TEXT NOT NULL, changes BLOB NOT NULL, seal TEXT NOT NULL) STRICT""",
    "CREATE INDEX taken_scope ON taken(scope)",
    # Which acts are of an engagement although done on the library, or on another engagement of the same client.
    "CREATE INDEX change_pilot ON change(row) WHERE tbl = 'pilot'",
    "CREATE INDEX change_client ON change(row) WHERE tbl = 'client'",
)
"""Version 10: acts that come from other libraries."""

COMPRESSED = (
    # `text` is compressed: a pack takes a quarter of the room.
    'CREATE TABLE pack ("key" TEXT PRIMARY KEY NOT NULL, text BLOB NOT NULL, kept INTEGER NOT NULL) STRICT',
    'INSERT INTO pack SELECT "key", CAST(text AS BLOB), kept FROM method',
    "DROP TABLE method",
    "ALTER TABLE pack RENAME TO method",
)
"""Version 13: content packs take less room. The packed changes of an act are told otherwise from here on."""
