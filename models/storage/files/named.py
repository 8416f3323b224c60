"""Which files evidence names, and how much room they take."""

from __future__ import annotations

from models.engagement.evidence import Room
from models.storage.database import Database

_OF_ENGAGEMENT = "JOIN assessment ON assessment.id = t.assessment_id WHERE assessment.engagement_id = ?1"


def evidence_files(where: str = "") -> str:
    """SQL for the ids of the files that evidence names; `where` says of which, and calls the table `t`."""
    selects = (f"SELECT t.{column} FROM evidence AS t {where}" for column in ("sha256", "thumbnail", "original"))
    return " UNION ".join(selects)


def files_of(database: Database, engagement_id: str) -> set[str]:
    """The ids of the files that the evidence of an engagement names."""
    return {file for (file,) in database.execute(evidence_files(_OF_ENGAGEMENT), (engagement_id,)) if file}


def room_taken(database: Database, engagement_id: str) -> Room:
    """How many bytes the files of an engagement's evidence take, and all files of the library. No file is read."""
    of_files = f"SELECT ifnull(sum(length(data)), 0) FROM asset WHERE id IN ({evidence_files(_OF_ENGAGEMENT)})"
    (engagement,) = database.execute(of_files, (engagement_id,)).fetchone()
    (library,) = database.execute("SELECT ifnull(sum(length(data)), 0) FROM asset").fetchone()
    return Room(engagement, library)
