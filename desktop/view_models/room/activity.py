"""The room's page of one activity of the playbook: what is asked, what has been said, and what it adds up to."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from gettext import NullTranslations

from desktop.view_models.room.budget import budget_page
from desktop.view_models.room.captured import CapturedRows
from desktop.view_models.room.entries import RoomReadings
from desktop.view_models.room.pages import RoomActivity, RoomBudget
from desktop.view_models.room.sentences import begun, counted
from desktop.view_models.session import EngagementSession
from models.method.method import Column, Register
from models.playbook.budget import is_cost
from models.playbook.cells import figure_in
from models.playbook.raci import MATRIX, tasks
from models.values.money import money_in_words
from models.values.numbers import shown_number, tidy
from models.values.sought import the_first
from models.values.terms import RaciPart


def activity_page(
    session: EngagementSession, phase_id: str, activity_id: str, item_id: str, entry_id: str
) -> RoomActivity | RoomBudget:
    """An activity at one of its items; costs have a page of their own. Raises LookupError for unknown ids."""
    method, words = session.method, session.words
    phase = the_first(p for p in method.phases if p.id == phase_id)
    activity = the_first(a for a in phase.activities if a.id == activity_id)
    item = the_first(i for i in activity.items if i.id == item_id)
    register = method.register(item.register)
    rows = CapturedRows(method, session.engagement, date.today(), words, entry_id)
    if is_cost(method, item) and not register.private and not any(map(method.is_private, register.columns)):
        return budget_page(session, item, entry_id)
    captured = rows.captured(activity, item)
    whole, asked = ("", "") if register.private else _sums(session, rows, register)
    if isinstance(captured, RoomReadings):
        whole, asked = _read(captured, session), ""
    place = words.gettext("{phase} · {activity}").format(phase=phase.title, activity=activity.title)
    return RoomActivity(place, item.prompt, captured, whole, asked)


def _read(captured: RoomReadings, session: EngagementSession) -> str:
    if captured.above or captured.below or not captured.rows:
        return ""
    words, total = session.words, len(captured.rows)
    read = sum(bool(row.latest) for row in captured.rows)
    text = words.ngettext("{read} of {total} metrics has a reading.", "{read} of {total} metrics have a reading.", read)
    return begun(text.format(read=counted(read, words), total=counted(total, words)))


def _sums(session: EngagementSession, rows: CapturedRows, register: Register) -> tuple[str, str]:
    """What all rows add up to, and what is still asked of them."""
    words = session.words
    if register.kind == MATRIX:
        found = tasks(session.current, register, session.engagement.stakeholders)
        text = words.ngettext("{count} task so far.", "{count} tasks so far.", len(found))
        said = begun(text.format(count=counted(len(found), words))) if found else ""
        return said, _doubts([len(task.having(RaciPart.ACCOUNTABLE)) for task in found], words)
    if register.kind == "result":
        return "", ""
    columns = rows.public(register)
    ids = rows.rows_of(register, columns)
    if not ids:
        return "", ""
    return _sum(session, columns, ids), _open(session, columns, [key for key in ids if key != rows.here])


def _doubts(accountable: list[int], words: NullTranslations) -> str:
    """How many tasks have nobody who answers for them, and how many have several."""
    nobody, several = accountable.count(0), sum(count > 1 for count in accountable)
    texts = (
        (nobody, words.ngettext("Nobody answers for one.", "Nobody answers for {count}.", nobody)),
        (several, words.ngettext("For one, several do.", "For {count}, several do.", several)),
    )
    return " ".join(text.format(count=counted(count, words)) for count, text in texts if count)


def _sum(session: EngagementSession, columns: list[Column], ids: list[str]) -> str:
    """Of days of work or of money; else how many rows there are."""
    words, current = session.words, session.current
    for column in columns:
        if column.kind in ("days", "money"):
            known = [figure_in(column.kind, current.value(key, column.id)) for key in ids]
            total = sum((figure for figure in known if figure is not None), Decimal(0))
            if total and column.kind == "days":
                text = words.ngettext("{days} day of work so far.", "{days} days of work so far.", int(total) or 2)
                return text.format(days=shown_number(tidy(total), words))
            if total:
                amount = money_in_words(total, session.engagement.pilot.currency, words)
                return words.gettext("{amount} so far.").format(amount=amount)
    text = words.ngettext("{count} written down so far.", "{count} written down so far.", len(ids))
    return begun(text.format(count=counted(len(ids), words)))


def _open(session: EngagementSession, columns: list[Column], ids: list[str]) -> str:
    """How many have nobody, or no date."""
    words, said = session.words, []
    for column in columns:
        count = sum(not session.current.value(key, column.id).strip() for key in ids)
        if count and column.kind == "person":
            text = words.ngettext("{count} has nobody yet.", "{count} have nobody yet.", count)
            said.append(begun(text.format(count=counted(count, words))))
        elif count and column.kind == "date":
            text = words.ngettext("{count} has no date yet.", "{count} have no date yet.", count)
            said.append(begun(text.format(count=counted(count, words))))
    return " ".join(said)
