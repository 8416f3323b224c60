"""What goes to people one by one: written into a folder, noted in the outbox, and told of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.view_models.session import EngagementSession
from desktop.words import gettext
from models.engagement.engagement import Engagement
from models.engagement.people import name_of
from models.values.files import safe_name, write_whole
from models.values.sentence import Sentence

if TYPE_CHECKING:
    from reports.exports.parcel import Parcel


def folder_for(engagement: Engagement, above: Path, what: str) -> Path:
    """A folder of their own in the one given, named after client, pilot and `what` they are."""
    parts = [safe_name(part) for part in (engagement.client.name, engagement.pilot.name, what)]
    return above / " - ".join(part for part in parts if part)


def write_parcels(parcels: Sequence[Parcel], folder: Path) -> None:
    """Writes all their files. Raises OtherPathError, OSError."""
    folder.mkdir(exist_ok=True)
    for one in parcels:
        for name, data in one.files().items():
            write_whole(folder / name, data)


def keep_parcels(session: EngagementSession, parcels: Sequence[Parcel], label: Sentence) -> None:
    """Notes them in the outbox: who got what."""
    from reports.exports.parcel import for_the_outbox

    noted, files = for_the_outbox(session.engagement, parcels, datetime.now(UTC))
    if noted:
        session.edit(label, *noted, files=files)


def without_address(parcels: Sequence[Parcel], names: dict[str, str]) -> str:
    """Whose message has nobody to go to yet; empty where every one has. `names` are by id.

    Who was taken out of the list while the messages were made is called as they were.
    """
    nowhere = [names.get(one.who.id) or name_of(one.who) for one in parcels if one.to is None]
    if not nowhere:
        return ""
    text = gettext("Without an address, so that their messages have nobody to go to yet: {names}.")
    return text.format(names=gettext(", ").join(nowhere))
