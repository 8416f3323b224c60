"""Single values of an engagement file: what the schema lets through is still held against method and calendar."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from models.exchange.structure import ExchangeError
from models.method.method import Method
from models.values.terms import Answer


def answer_of(value: int | float | str) -> Answer:
    """JSON has one kind of number: 1 and 1.0 are the same answer."""
    return Answer(value if isinstance(value, str) else str(int(value)))


def known_sign(sign_id: str, method: Method, place: str) -> str:
    """The id again, once it is known to be one of the method's. Raises ExchangeError."""
    if all(sign.id != sign_id for sign in method.signs):
        raise ExchangeError(
            "{place}: “{sign_id}” is not a warning sign of the method {key}.",
            place=place,
            sign_id=sign_id,
            key=method.key,
        )
    return sign_id


def person_of(given: str | None, people: Mapping[str, str], place: str) -> str:
    """The id that a stakeholder of the file has now, empty for none given. Raises ExchangeError."""
    if given is None:
        return ""
    if given not in people:
        raise ExchangeError("{place}: no stakeholder in the file has the id “{given}”.", place=place, given=given)
    return people[given]


def day_of(value: str | None, place: str) -> date | None:
    """The date in an ISO text, None for none. Raises ExchangeError."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise ExchangeError("{place}: “{value}” is not a date.", place=place, value=value) from error


def moment_of(value: str, place: str) -> datetime:
    """The time in an ISO text, in UTC; one without a time zone is taken for UTC. Raises ExchangeError."""
    try:
        moment = datetime.fromisoformat(value)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise ExchangeError("{place}: “{value}” is not a date and time.", place=place, value=value) from error
