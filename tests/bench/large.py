"""A large engagement: many actions, and many rounds before the newest."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from models.engagement.engagement import Assessment, Engagement, Rating, Round, rating_id
from models.engagement.registers import cell_id
from models.exchange import write_engagement
from models.values.terms import Answer, new_id
from tests.bench.libraries import sample_engagement, the_method

START = date(2027, 1, 4)
BEGAN = datetime(2026, 1, 5, tzinfo=UTC)


def large_engagement(actions: int, rounds: int) -> Engagement:
    """The sample with so many actions in its newest round, and so many rounds in all, each with every sign rated."""
    sample = sample_engagement()
    current = sample.current
    base = replace(current.actions[0], proposal="")
    many = tuple(
        replace(base, id=new_id(), position=n, title=f"Action {n}", due=START + timedelta(days=n % 700))
        for n in range(actions)
    )
    newest = replace(
        current,
        assessment=replace(current.assessment, number=rounds),
        actions=many,
        dependencies={},
        conditions=(),
    )
    return replace(sample, rounds=(*(_earlier(sample, n) for n in range(1, rounds)), newest))


def _earlier(sample: Engagement, number: int) -> Round:
    """A round with every sign rated, and with the registers as they stand; but for cells that name another row."""
    made = replace(sample.current.assessment, id=new_id(), number=number, closed_on=None, closing_reason="", began=None)
    rows = {row.id: replace(row, id=new_id(), assessment_id=made.id) for row in sample.current.entries}
    filled = [cell for cell in sample.current.cells.values() if cell.value not in rows]
    cells = [
        replace(cell, id=cell_id(row.id, cell.column_id), assessment_id=made.id, entry_id=row.id)
        for cell in filled
        if (row := rows[cell.entry_id])
    ]
    return Round(made, _ratings(made), entries=tuple(rows.values()), cells={cell.id: cell for cell in cells})


def _ratings(made: Assessment) -> dict[str, Rating]:
    signs = [sign.id for sign in the_method().signs]
    return {
        sign: Rating(id=rating_id(made.id, sign), assessment_id=made.id, sign_id=sign, answer=Answer.EARLY)
        for sign in signs
    }


def written(engagement: Engagement) -> bytes:
    """Its JSON."""
    return write_engagement(engagement).encode()
