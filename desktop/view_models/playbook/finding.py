"""What the register at hand comes to, as the line under an activity says it."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from desktop.system.emphasis import Piece, Weight, in_pieces
from desktop.system.long_text import shortened
from desktop.view_models.playbook.carried import days_carried
from desktop.view_models.playbook.stops import PlaybookStops, Stop, is_matrix
from desktop.view_models.room.activity import activity_page
from desktop.view_models.room.pages import RoomActivity
from desktop.view_models.room.sentences import begun, counted, listed
from desktop.view_models.session import EngagementSession
from models.engagement.people import called
from models.method.method import PlaybookItem, Register
from models.playbook.budget import Budget, Standing, budget, is_cost, standing_text
from models.playbook.phases import ItemState
from models.playbook.raci import tasks
from models.values.letters import headed
from models.values.money import shown_money
from models.values.numbers import shown_number, tidy
from models.values.terms import RaciPart

LONGEST_NAME = 60
"""Letters of somebody's name within the line."""
MOST_NAMED = 4
FEW = 2
"""Who answer for most, so many are named."""


def finding(model: PlaybookStops, stop: Stop, item: PlaybookItem) -> tuple[Piece, ...]:
    """Of the register that answers the item; how much is answered where it adds up to nothing. None for a gate."""
    if stop.activity is None:
        return ()
    session, register = model.session, model.session.method.register(item.register)
    if is_matrix(register):
        found = _answering(session, register)
    elif is_cost(session.method, item):
        found = budget_finding(session)
    else:
        found = _days(session, register) or _as_in_the_room(session, stop, item)
    return found or _answered(model, stop)


def _answered(model: PlaybookStops, stop: Stop) -> tuple[Piece, ...]:
    states, words = model.states(stop), model.session.words
    done = sum(state is ItemState.DONE for state in states)
    text = words.ngettext("One of {total} questions is answered.", "{done} of {total} questions are answered.", done)
    if len(states) == 1:
        text = words.gettext("The question is answered.")
    if not done:
        text = words.ngettext(
            "The question is not answered yet.", "None of {total} questions is answered yet.", len(states)
        )
    said = text.format(done=counted(done, words), total=counted(len(states), words))
    return (Piece(begun(said), Weight.MUTED),)


def _as_in_the_room(session: EngagementSession, stop: Stop, item: PlaybookItem) -> tuple[Piece, ...]:
    if stop.activity is None:
        return ()
    page = activity_page(session, stop.phase.id, stop.activity.id, item.id, "")
    if not isinstance(page, RoomActivity):
        return ()
    return in_pieces(Piece(page.sum, Weight.MUTED), Piece(page.asked, Weight.MUTED))


def _days(session: EngagementSession, register: Register) -> tuple[Piece, ...]:
    """How many days of work there are so far, and whose."""
    words, carried = session.words, days_carried(session.current, register)
    total = sum(carried.values(), Decimal(0))
    if not total:
        return ()
    text = words.ngettext("{days} day of work so far", "{days} days of work so far", 1 if total == 1 else 2)
    said = text.format(days=_figure(session, total))
    names = called(session.engagement.stakeholders)
    people = [(names.get(key, key), days) for key, days in sorted(carried.items(), key=lambda one: -one[1]) if key]
    shown = [f"{shortened(name, LONGEST_NAME)} {_figure(session, days)}" for name, days in people[:MOST_NAMED]]
    if len(people) > MOST_NAMED:
        rest = sum((days for _, days in people[MOST_NAMED:]), Decimal(0))
        shown.append(words.gettext("others {days}").format(days=_figure(session, rest)))
    return (Piece(headed(said, ", ".join(shown), words) if shown else f"{said}.", Weight.MUTED),)


def _figure(session: EngagementSession, days: Decimal) -> str:
    return shown_number(tidy(days), session.words)


def _answering(session: EngagementSession, register: Register) -> tuple[Piece, ...]:
    """How many tasks have not one who answers for them, and who answers for most."""
    words, people = session.words, session.engagement.stakeholders
    found = tasks(session.current, register, people)
    accountable = [task.having(RaciPart.ACCOUNTABLE) for task in found]
    nobody, several = sum(not who for who in accountable), sum(len(who) > 1 for who in accountable)
    if not found:
        return ()
    total = counted(len(found), words)
    told = []
    if nobody:
        text = words.ngettext(
            "One of {total} tasks has nobody accountable.", "{count} of {total} tasks have nobody accountable.", nobody
        )
        if len(found) == 1:
            text = words.gettext("The one task has nobody accountable.")
        told.append(begun(text.format(count=counted(nobody, words), total=total)))
    if several:
        text = words.ngettext(
            "One has several who are accountable; there can be only one.",
            "{count} have several who are accountable; there can be only one.",
            several,
        )
        told.append(begun(text.format(count=counted(several, words))))
    if not told:
        text = words.ngettext(
            "The one task has one who is accountable.", "Each of {total} tasks has one who is accountable.", len(found)
        )
        told.append(text.format(total=total))
    return in_pieces(Piece(" ".join(told), Weight.STRONG), Piece(_who_answers(session, accountable), Weight.MUTED))


def _who_answers(session: EngagementSession, accountable: list[tuple[str, ...]]) -> str:
    """Who answers for most of the tasks that have one who does; empty where that says nothing."""
    words, names = session.words, called(session.engagement.stakeholders)
    held = Counter(who[0] for who in accountable if len(who) == 1)
    most = held.most_common(FEW)
    others, part = sum(held.values()), sum(count for _, count in most)
    if part <= len(most):
        return ""
    who = listed([shortened(names.get(key, ""), LONGEST_NAME) for key, _ in most], words)
    if others == part:
        text = words.ngettext(
            "{names} answers for all of the other {total}.", "{names} answer for all of the other {total}.", len(most)
        )
        if others == len(accountable):
            text = words.ngettext("{names} answers for all.", "{names} answer for all.", len(most))
    else:
        text = words.ngettext(
            "{names} answers for {count} of the other {total}.",
            "{names} answer for {count} of the other {total}.",
            len(most),
        )
        if others == len(accountable):
            text = words.ngettext("{names} answers for {count}.", "{names} answer for {count}.", len(most))
    return text.format(names=who, count=counted(part, words), total=counted(others, words))


def budget_finding(session: EngagementSession) -> tuple[Piece, ...]:
    """What is planned to the end of the first year, and how far that is from what production usually costs."""
    found, words = budget(session.method, session.engagement), session.words
    if found.rule is None or found.band is None or found.standing is Standing.NOT_COMPARABLE:
        return (Piece(standing_text(found, words)),)
    amount = shown_money(found.first_year.likely, found.currency, words)
    least, most = (shown_number(tidy(times), words) for times in (found.rule.low, found.rule.high))
    rule = words.gettext("{low} to {high} times is a rule of thumb, not a quote.").format(low=least, high=most)
    planned = words.gettext("{amount} to the end of the first year:").format(amount=amount)
    return in_pieces(Piece(planned), Piece(_against(found, session), Weight.STRONG), Piece(rule, Weight.MUTED))


def _against(found: Budget, session: EngagementSession) -> str:
    words = session.words
    low, high = found.band or (Decimal(0), Decimal(0))
    likely = found.first_year.likely
    least, most = (
        (shown_number(tidy(times), words) for times in (found.rule.low, found.rule.high)) if found.rule else ("", "")
    )
    if found.standing is Standing.WITHIN:
        return words.gettext("within {low} to {high} times the pilot.").format(low=least, high=most)
    below = found.standing is Standing.BELOW
    text = words.gettext("{amount} short of {times} times the pilot.")
    if not below:
        text = words.gettext("{amount} more than {times} times the pilot.")
    amount = shown_money(low - likely if below else likely - high, found.currency, words)
    return text.format(amount=amount, times=least if below else most)
