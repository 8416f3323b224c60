"""Which texts of an engagement a search looks through, beside the names in the list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from models.engagement.engagement import Action, Assessment, Note, Pilot, Rating, Stakeholder
from models.engagement.evidence import Evidence
from models.engagement.judgements import Judgement
from models.engagement.library_entry import FoundIn
from models.engagement.registers import Gate, GateCondition, RegisterCell
from models.storage.database import Database

READ = frozenset(
    {Action, Assessment, Evidence, GateCondition, Gate, Judgement, Note, Pilot, Rating, RegisterCell, Stakeholder}
)
"""The records that hold such texts."""
_OF_ROUND = "JOIN assessment ON assessment.id = t.assessment_id WHERE assessment.engagement_id = :id"
_NEWEST = "ORDER BY assessment.number DESC"
_ID = "length(value) = 32 AND value NOT GLOB '*[^0-9a-f]*'"
"""A cell that holds a person or a row of another register."""

_SELECTS: Mapping[FoundIn, str] = {
    FoundIn.PERSON: """SELECT concat_ws(', ', nullif(name, ''), nullif(role, ''), nullif(decides, ''),
        nullif(email, '')) FROM stakeholder WHERE engagement_id = :id ORDER BY position, id""",
    FoundIn.PILOT: """SELECT purpose FROM pilot WHERE id = :id UNION ALL SELECT problem FROM pilot WHERE id = :id
        UNION ALL SELECT decision_asked FROM pilot WHERE id = :id""",
    FoundIn.NOTE: f"SELECT t.text FROM note AS t {_OF_ROUND} {_NEWEST}, t.position, t.id",
    FoundIn.ACTION: f"""SELECT concat_ws(' – ', t.title, nullif(t.short, ''), nullif(t.why, ''),
        nullif(t.done_when, ''), nullif(t.reason, '')) FROM "action" AS t {_OF_ROUND} {_NEWEST}, t.position, t.id""",
    FoundIn.REGISTER: f"""SELECT t.value FROM registercell AS t {_OF_ROUND} AND NOT ({_ID})
        {_NEWEST}, t.entry_id, t.column_id""",
    FoundIn.READINESS: f"""SELECT concat_ws(' – ', nullif(t.evidence, ''), nullif(t.reason, ''))
        FROM judgement AS t {_OF_ROUND} {_NEWEST}, t.id""",
    FoundIn.GATE: f"""SELECT text FROM (SELECT t.text, assessment.number FROM gatecondition AS t {_OF_ROUND}
        UNION ALL SELECT t.conditions, assessment.number FROM gate AS t {_OF_ROUND}) ORDER BY number DESC""",
    FoundIn.EVIDENCE: f"""SELECT concat_ws(' – ', nullif(t.caption, ''), nullif(t.alternative, ''), t.name)
        FROM evidence AS t {_OF_ROUND} {_NEWEST}, t.position, t.id""",
    FoundIn.SIGN: f"SELECT t.reason FROM rating AS t {_OF_ROUND} {_NEWEST}, t.id",
    FoundIn.WORKSHOP: """SELECT
        concat_ws(', ', nullif(facilitator, ''), nullif(headline, ''), nullif(closing_reason, ''))
        FROM assessment WHERE engagement_id = :id ORDER BY number DESC""",
}
"""The likeliest first: what people remember is a name, what the pilot does, what was said."""


def texts_of(database: Database, engagement_id: str) -> Iterator[tuple[FoundIn, str]]:
    """Every text of an engagement that says something, with where it stands."""
    for where, select in _SELECTS.items():
        for (text,) in database.execute(select, {"id": engagement_id}):
            if text:
                yield where, text
