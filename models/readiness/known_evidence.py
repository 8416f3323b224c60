"""What the playbook already says that bears on a readiness point: offered as evidence, for people to judge."""

from __future__ import annotations

from gettext import NullTranslations

from models.engagement.engagement import Engagement
from models.frozen import frozen
from models.method.method import Column, Method, PlaybookItem, ReadinessPoint, Register
from models.playbook.cells import CellContext, shown_cell
from models.playbook.phases import item_columns
from models.playbook.raci import MATRIX, in_doubt, tasks
from models.values.letters import headed, in_a_row, in_row, within
from resources.words import language_of

BETWEEN_CELLS = " · "
"""Each may begin with a large letter, as a sentence does."""
MOST_ROWS = 3
"""Rows of a register in one sentence; the rest is counted."""


@frozen
class KnownEvidence:
    """What is said, and where."""

    source: str
    said: str
    text: str
    """Both, as it stands once it is used."""


def known(source: str, said: str, words: NullTranslations) -> KnownEvidence:
    """What is said in a place, as it would be written down."""
    return KnownEvidence(source, said, headed(source, said, words))


def known_evidence(
    method: Method, engagement: Engagement, point: ReadinessPoint, context: CellContext, words: NullTranslations
) -> tuple[KnownEvidence, ...]:
    """One sentence for each register that bears on the point and says something; none from a private one."""
    found: dict[str, KnownEvidence] = {}
    for item in (method.items[key] for key in point.items):
        register = method.register(item.register)
        if register.id in found or register.private:
            continue
        if said := _said(engagement, register, item, context, words):
            found[register.id] = known(register.title, said, words)
    return tuple(found.values())


def _said(
    engagement: Engagement, register: Register, item: PlaybookItem, context: CellContext, words: NullTranslations
) -> str:
    if register.kind == MATRIX:
        return _matrix(engagement, register, words)
    first = register.columns[0].id
    own = {first, *item_columns(item, register)}
    columns = [c for c in register.columns if c.id in own and not c.private]
    rows = []
    for entry in engagement.current.entries_of(register.id):
        cells = (_named(c, words, shown_cell(c, engagement.current.value(entry.id, c.id), context)) for c in columns)
        if row := BETWEEN_CELLS.join(filter(None, cells)):
            rows.append(row)
    said = in_a_row(rows[:MOST_ROWS], words)
    more = len(rows) - MOST_ROWS
    if more > 0:
        said += " " + words.ngettext("and {count} more", "and {count} more", more).format(count=more)
    return said


def _named(column: Column, words: NullTranslations, shown: str) -> str:
    """A figure says nothing without its name; words do."""
    figure = column.kind in ("number", "percent", "money", "days", "date")
    return f"{in_row(within(column.title, words), language_of(words))} {shown}" if shown and figure else shown


def _matrix(engagement: Engagement, register: Register, words: NullTranslations) -> str:
    found = tasks(engagement.current, register, engagement.stakeholders)
    if not found:
        return ""
    settled = len(found) - len(in_doubt(found))
    text = words.ngettext(
        "{settled} of {total} task has one who is accountable",
        "{settled} of {total} tasks have one who is accountable",
        len(found),
    )
    return text.format(settled=settled, total=len(found))
