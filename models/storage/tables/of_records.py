"""The statements that make the tables of records, by the version that brought them. They are never changed."""

from __future__ import annotations

# Owners are checked at the end of a transaction, so that an edit or an undo may write rows in any order.
_OWNED_BY = 'NOT NULL REFERENCES "{}"(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED'

RECORDS = (
    "CREATE TABLE client (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, sector TEXT NOT NULL) STRICT",
    f"""CREATE TABLE pilot (
        id TEXT PRIMARY KEY NOT NULL, client_id TEXT {_OWNED_BY.format("client")}, name TEXT NOT NULL,
        purpose TEXT NOT NULL, problem TEXT NOT NULL, started TEXT, currency TEXT NOT NULL, cost TEXT, target_date TEXT,
        decision_asked TEXT NOT NULL, created TEXT NOT NULL, archived INTEGER NOT NULL) STRICT""",
    "CREATE INDEX pilot_client ON pilot(client_id)",
    f"""CREATE TABLE brand (
        id TEXT PRIMARY KEY {_OWNED_BY.format("pilot")}, practice TEXT NOT NULL, practice_logo TEXT NOT NULL,
        client_logo TEXT NOT NULL, "primary" TEXT NOT NULL, accent TEXT NOT NULL, contact TEXT NOT NULL,
        confidentiality TEXT NOT NULL) STRICT""",
    f"""CREATE TABLE stakeholder (
        id TEXT PRIMARY KEY NOT NULL, engagement_id TEXT {_OWNED_BY.format("pilot")}, position INTEGER NOT NULL,
        name TEXT NOT NULL, role TEXT NOT NULL, "group" TEXT NOT NULL, decides TEXT NOT NULL, email TEXT NOT NULL,
        present INTEGER NOT NULL) STRICT""",
    "CREATE INDEX stakeholder_engagement ON stakeholder(engagement_id)",
    f"""CREATE TABLE assessment (
        id TEXT PRIMARY KEY NOT NULL, engagement_id TEXT {_OWNED_BY.format("pilot")}, number INTEGER NOT NULL,
        held_on TEXT, facilitator TEXT NOT NULL, method TEXT NOT NULL) STRICT""",
    "CREATE INDEX assessment_engagement ON assessment(engagement_id)",
    # Its ids begin with the assessment's, so without a rowid a round's ratings lie side by side.
    f"""CREATE TABLE rating (
        id TEXT PRIMARY KEY NOT NULL, assessment_id TEXT {_OWNED_BY.format("assessment")}, sign_id TEXT NOT NULL,
        answer TEXT NOT NULL, reason TEXT NOT NULL, confidence TEXT) STRICT, WITHOUT ROWID""",
    "CREATE INDEX rating_assessment ON rating(assessment_id)",
    f"""CREATE TABLE note (
        id TEXT PRIMARY KEY NOT NULL, assessment_id TEXT {_OWNED_BY.format("assessment")}, sign_id TEXT NOT NULL,
        position INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, for_client INTEGER NOT NULL) STRICT""",
    "CREATE INDEX note_assessment ON note(assessment_id)",
    f"""CREATE TABLE "action" (
        id TEXT PRIMARY KEY NOT NULL, assessment_id TEXT {_OWNED_BY.format("assessment")}, proposal TEXT NOT NULL,
        position INTEGER NOT NULL, decision TEXT NOT NULL, title TEXT NOT NULL, phase TEXT NOT NULL,
        owner_role TEXT NOT NULL, owner_id TEXT NOT NULL, due TEXT, effort_low TEXT NOT NULL, effort_high TEXT NOT NULL,
        done_when TEXT NOT NULL, progress TEXT NOT NULL, reason TEXT NOT NULL) STRICT""",
    'CREATE INDEX action_assessment ON "action"(assessment_id)',
)
"""Version 1: what a consultant works on."""

# As with ratings, ids begin with the assessment's. `stakeholder_id` outlives the stakeholder: the vote was cast.
WORKSHOP = (
    f"""CREATE TABLE ballot (
        id TEXT PRIMARY KEY NOT NULL, assessment_id TEXT {_OWNED_BY.format("assessment")}, sign_id TEXT NOT NULL,
        number INTEGER NOT NULL, way TEXT NOT NULL, revealed INTEGER NOT NULL, count_0 INTEGER NOT NULL,
        count_1 INTEGER NOT NULL, count_2 INTEGER NOT NULL, count_3 INTEGER NOT NULL, not_known INTEGER NOT NULL)
        STRICT, WITHOUT ROWID""",
    "CREATE INDEX ballot_assessment ON ballot(assessment_id)",
    f"""CREATE TABLE vote (
        id TEXT PRIMARY KEY NOT NULL, assessment_id TEXT {_OWNED_BY.format("assessment")},
        ballot_id TEXT {_OWNED_BY.format("ballot")}, stakeholder_id TEXT NOT NULL, answer TEXT NOT NULL)
        STRICT, WITHOUT ROWID""",
    "CREATE INDEX vote_assessment ON vote(assessment_id)",
    "CREATE INDEX vote_ballot ON vote(ballot_id)",
    f"""CREATE TABLE agendabox (
        id TEXT PRIMARY KEY NOT NULL, assessment_id TEXT {_OWNED_BY.format("assessment")}, position INTEGER NOT NULL,
        kind TEXT NOT NULL, title TEXT NOT NULL, minutes INTEGER NOT NULL, added INTEGER NOT NULL,
        spent INTEGER NOT NULL, since TEXT) STRICT""",
    "CREATE INDEX agendabox_assessment ON agendabox(assessment_id)",
)
"""Version 2."""

READINESS = (
    f"""CREATE TABLE judgement (
        id TEXT PRIMARY KEY NOT NULL, assessment_id TEXT {_OWNED_BY.format("assessment")}, point_id TEXT NOT NULL,
        state TEXT NOT NULL, evidence TEXT NOT NULL, owner_id TEXT NOT NULL, waived_by TEXT NOT NULL,
        reason TEXT NOT NULL, until TEXT) STRICT, WITHOUT ROWID""",
    "CREATE INDEX judgement_assessment ON judgement(assessment_id)",
)
"""Version 3."""

# A row's cells share its id's beginning and so lie side by side. `stakeholder` ids in a cell outlive the stakeholder.
PLAYBOOK = (
    f"""CREATE TABLE registerentry (
        id TEXT PRIMARY KEY NOT NULL, assessment_id TEXT {_OWNED_BY.format("assessment")}, register_id TEXT NOT NULL,
        position INTEGER NOT NULL) STRICT""",
    "CREATE INDEX registerentry_assessment ON registerentry(assessment_id)",
    f"""CREATE TABLE registercell (
        id TEXT PRIMARY KEY NOT NULL, assessment_id TEXT {_OWNED_BY.format("assessment")},
        entry_id TEXT {_OWNED_BY.format("registerentry")}, column_id TEXT NOT NULL, value TEXT NOT NULL)
        STRICT, WITHOUT ROWID""",
    "CREATE INDEX registercell_assessment ON registercell(assessment_id)",
    "CREATE INDEX registercell_entry ON registercell(entry_id)",
    f"""CREATE TABLE gate (
        id TEXT PRIMARY KEY NOT NULL, assessment_id TEXT {_OWNED_BY.format("assessment")}, phase_id TEXT NOT NULL,
        decision TEXT NOT NULL, decided_by TEXT NOT NULL, decided_on TEXT, conditions TEXT NOT NULL)
        STRICT, WITHOUT ROWID""",
    "CREATE INDEX gate_assessment ON gate(assessment_id)",
    f"""CREATE TABLE dependency (
        id TEXT PRIMARY KEY NOT NULL, assessment_id TEXT {_OWNED_BY.format("assessment")},
        action_id TEXT {_OWNED_BY.format("action")}, after_id TEXT {_OWNED_BY.format("action")})
        STRICT, WITHOUT ROWID""",
    "CREATE INDEX dependency_assessment ON dependency(assessment_id)",
    "CREATE INDEX dependency_action ON dependency(action_id)",
    "CREATE INDEX dependency_after ON dependency(after_id)",
    'ALTER TABLE "action" ADD COLUMN impact INTEGER',
    "ALTER TABLE assessment ADD COLUMN closed_on TEXT",
    "ALTER TABLE assessment ADD COLUMN closing_reason TEXT NOT NULL DEFAULT ''",
)
"""Version 4."""

OUTBOX = (
    f"""CREATE TABLE dispatch (
        id TEXT PRIMARY KEY NOT NULL, engagement_id TEXT {_OWNED_BY.format("pilot")}, document TEXT NOT NULL,
        title TEXT NOT NULL, file_name TEXT NOT NULL, revision TEXT NOT NULL, sha256 TEXT NOT NULL,
        recipients TEXT NOT NULL, subject TEXT NOT NULL, prepared_at TEXT NOT NULL) STRICT""",
    "CREATE INDEX dispatch_engagement ON dispatch(engagement_id)",
    "ALTER TABLE brand ADD COLUMN closing_line TEXT NOT NULL DEFAULT ''",
)
"""Version 5."""

MONTHS = (
    # A copy of the file that is worked on beside this one has to get another.
    "CREATE TABLE library (id TEXT PRIMARY KEY NOT NULL) STRICT",
    # `gid` is the batch's own name, the same in every library; `stamp` is the hybrid logical clock of its newest cell,
    # of which every cell that it changed is.
    "ALTER TABLE batch ADD COLUMN gid TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE batch ADD COLUMN stamp TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE batch ADD COLUMN seal TEXT NOT NULL DEFAULT ''",
    """CREATE TABLE digest (owner TEXT PRIMARY KEY NOT NULL, sum TEXT NOT NULL) STRICT, WITHOUT ROWID""",
    "ALTER TABLE stakeholder RENAME COLUMN present TO asked_present",
    "ALTER TABLE stakeholder ADD COLUMN present INTEGER",
    "UPDATE stakeholder SET present = asked_present",
    "ALTER TABLE stakeholder DROP COLUMN asked_present",
    "ALTER TABLE stakeholder ADD COLUMN sponsor INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE assessment ADD COLUMN state TEXT NOT NULL DEFAULT 'open'",
    "ALTER TABLE assessment ADD COLUMN began TEXT",
    "ALTER TABLE rating ADD COLUMN came TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE note ADD COLUMN by TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE note ADD COLUMN named INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE \"action\" ADD COLUMN short TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE \"action\" ADD COLUMN why TEXT NOT NULL DEFAULT ''",
    'ALTER TABLE "action" ADD COLUMN decisive INTEGER NOT NULL DEFAULT 0',
    f"""CREATE TABLE gatecondition (
        id TEXT PRIMARY KEY NOT NULL, assessment_id TEXT {_OWNED_BY.format("assessment")}, phase_id TEXT NOT NULL,
        position INTEGER NOT NULL, text TEXT NOT NULL, day TEXT, action_id TEXT NOT NULL) STRICT""",
    "CREATE INDEX gatecondition_assessment ON gatecondition(assessment_id)",
)
"""Version 6."""

EVIDENCE = (
    # The files are assets, which nothing reads that opens, lists or searches: `sha256`, `thumbnail` and `original` name
    # them. What backs a row of a register goes with it.
    f"""CREATE TABLE evidence (
        id TEXT PRIMARY KEY NOT NULL, assessment_id TEXT {_OWNED_BY.format("assessment")},
        entry_id TEXT REFERENCES "registerentry"(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
        sign_id TEXT NOT NULL, point_id TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL,
        media_type TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL, thumbnail TEXT NOT NULL,
        original TEXT NOT NULL, caption TEXT NOT NULL, alternative TEXT NOT NULL, for_client INTEGER NOT NULL,
        taken_in TEXT NOT NULL) STRICT""",
    "CREATE INDEX evidence_assessment ON evidence(assessment_id)",
    "CREATE INDEX evidence_entry ON evidence(entry_id)",
)
"""Version 11: photos and files that back what was said."""

HEADLINE = ("ALTER TABLE assessment ADD COLUMN headline TEXT NOT NULL DEFAULT ''",)
"""Version 12: what was found, in the room's words."""


def _made_anew(table: str, columns: str) -> tuple[str, ...]:
    """A table without rowids in the place of one that has them: its key is the table itself, not an index beside it."""
    return (
        f"CREATE TABLE anew ({columns}) STRICT, WITHOUT ROWID",
        f"INSERT INTO anew SELECT * FROM {table}",
        f"DROP TABLE {table}",
        f"ALTER TABLE anew RENAME TO {table}",
    )


SMALLER = (
    *_made_anew("client", "id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, sector TEXT NOT NULL"),
    *_made_anew(
        "brand",
        f"""id TEXT PRIMARY KEY {_OWNED_BY.format("pilot")}, practice TEXT NOT NULL, practice_logo TEXT NOT NULL,
        client_logo TEXT NOT NULL, "primary" TEXT NOT NULL, accent TEXT NOT NULL, contact TEXT NOT NULL,
        confidentiality TEXT NOT NULL, closing_line TEXT NOT NULL""",
    ),
    *_made_anew(
        "stakeholder",
        f"""id TEXT PRIMARY KEY NOT NULL, engagement_id TEXT {_OWNED_BY.format("pilot")}, position INTEGER NOT NULL,
        name TEXT NOT NULL, role TEXT NOT NULL, "group" TEXT NOT NULL, decides TEXT NOT NULL, email TEXT NOT NULL,
        present INTEGER, sponsor INTEGER NOT NULL""",
    ),
    "CREATE INDEX stakeholder_engagement ON stakeholder(engagement_id)",
    *_made_anew(
        "assessment",
        f"""id TEXT PRIMARY KEY NOT NULL, engagement_id TEXT {_OWNED_BY.format("pilot")}, number INTEGER NOT NULL,
        held_on TEXT, facilitator TEXT NOT NULL, method TEXT NOT NULL, closed_on TEXT, closing_reason TEXT NOT NULL,
        state TEXT NOT NULL, began TEXT, headline TEXT NOT NULL""",
    ),
    "CREATE INDEX assessment_engagement ON assessment(engagement_id)",
    *_made_anew(
        "dispatch",
        f"""id TEXT PRIMARY KEY NOT NULL, engagement_id TEXT {_OWNED_BY.format("pilot")}, document TEXT NOT NULL,
        title TEXT NOT NULL, file_name TEXT NOT NULL, revision TEXT NOT NULL, sha256 TEXT NOT NULL,
        recipients TEXT NOT NULL, subject TEXT NOT NULL, prepared_at TEXT NOT NULL""",
    ),
    "CREATE INDEX dispatch_engagement ON dispatch(engagement_id)",
    *_made_anew(
        "gatecondition",
        f"""id TEXT PRIMARY KEY NOT NULL, assessment_id TEXT {_OWNED_BY.format("assessment")}, phase_id TEXT NOT NULL,
        position INTEGER NOT NULL, text TEXT NOT NULL, day TEXT, action_id TEXT NOT NULL""",
    ),
    "CREATE INDEX gatecondition_assessment ON gatecondition(assessment_id)",
    *_made_anew(
        "evidence",
        f"""id TEXT PRIMARY KEY NOT NULL, assessment_id TEXT {_OWNED_BY.format("assessment")},
        entry_id TEXT REFERENCES "registerentry"(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
        sign_id TEXT NOT NULL, point_id TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL,
        media_type TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL, thumbnail TEXT NOT NULL,
        original TEXT NOT NULL, caption TEXT NOT NULL, alternative TEXT NOT NULL, for_client INTEGER NOT NULL,
        taken_in TEXT NOT NULL""",
    ),
    "CREATE INDEX evidence_assessment ON evidence(assessment_id)",
    "CREATE INDEX evidence_entry ON evidence(entry_id)",
    *_made_anew("library", "id TEXT PRIMARY KEY NOT NULL, maker TEXT NOT NULL, place TEXT NOT NULL"),
    # The cells of a round lie together, and below their row's key: no index is needed to read them, nor to find those
    # that go with a row. Their id is made of the row's and the column's (`cell_id`), and kept nowhere beside them.
    """CREATE TABLE cells (
        assessment_id TEXT NOT NULL, entry_id TEXT NOT NULL, column_id TEXT NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY (assessment_id, entry_id, column_id), FOREIGN KEY (assessment_id, entry_id)
        REFERENCES registerentry(assessment_id, id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED)
        STRICT, WITHOUT ROWID""",
    """INSERT INTO cells SELECT e.assessment_id, c.entry_id, c.column_id, c.value
        FROM registercell c JOIN registerentry e ON e.id = c.entry_id""",
    "DROP TABLE registercell",
    *_made_anew(
        "registerentry",
        f"""id TEXT PRIMARY KEY NOT NULL, assessment_id TEXT {_OWNED_BY.format("assessment")},
        register_id TEXT NOT NULL, position INTEGER NOT NULL""",
    ),
    "CREATE UNIQUE INDEX registerentry_assessment ON registerentry(assessment_id, id)",
    "ALTER TABLE cells RENAME TO registercell",
    # How many words an entry has matters to nothing that is asked. Made under its own name: where the list is made
    # anew, its tables have to be those of a new library.
    "CREATE TABLE anew AS SELECT rowid AS entry, words FROM entry_words",
    "DROP TABLE entry_words",
    "CREATE VIRTUAL TABLE entry_words USING fts5(words, detail=none, columnsize=0, prefix='1 2 3', tokenize='ascii')",
    "INSERT INTO entry_words (rowid, words) SELECT entry, words FROM anew",
    "DROP TABLE anew",
)
"""Version 14: what is kept of one engagement takes fewer pages."""
