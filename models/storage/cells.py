"""Texts, names and times as they stand in a library."""

from __future__ import annotations

from datetime import UTC, datetime


def storable(text: str) -> str:
    """`text` with every lone surrogate replaced by U+FFFD, since no file can hold one. All else stays as typed."""
    if is_storable(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def is_storable(text: str) -> bool:
    """Whether a file can hold it as it is."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def quoted(name: str) -> str:
    """A table's or a column's name as it stands in SQL."""
    return f'"{name}"'


def utc_text(moment: datetime) -> str:
    """ISO 8601 in UTC with microseconds, so that texts sort as times do. Raises ValueError without a time zone."""
    if moment.tzinfo is None:
        raise ValueError(f"the time {moment.isoformat()} has no time zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
