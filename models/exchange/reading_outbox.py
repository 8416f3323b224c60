"""The outbox of an engagement file: what was sent, without the files themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from models.engagement.outbox import Dispatch
from models.exchange.values import moment_of


def read_outbox(
    source: list[dict[str, Any]], engagement_id: str, own_id: Callable[[dict[str, Any]], str]
) -> tuple[Dispatch, ...]:
    """The entries, the oldest first; `own_id` gives each its permanent id. Raises ExchangeError."""
    found = [
        Dispatch(
            id=own_id(entry),
            engagement_id=engagement_id,
            document=entry["document"],
            title=entry.get("title", ""),
            file_name=entry.get("file_name", ""),
            revision=entry.get("revision", ""),
            sha256=entry["sha256"],
            recipients="\n".join(entry.get("recipients", [])),
            subject=entry.get("subject", ""),
            prepared_at=moment_of(entry["prepared_at"], f"outbox[{n}].prepared_at"),
        )
        for n, entry in enumerate(source)
    ]
    return tuple(sorted(found, key=lambda d: (d.prepared_at, d.id)))
