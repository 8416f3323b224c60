"""What goes to people one by one: into a folder, and into the outbox."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.command_line.files import printable, write_all
from desktop.words import gettext
from models.values.sentence import Sentence

if TYPE_CHECKING:
    from models.storage import Library
    from reports.exports.parcel import Parcel
    from reports.words.facts import Facts


def send_out(library: Library, facts: Facts, parcels: Sequence[Parcel], folder: Path, label: Sentence) -> None:
    """Writes all their files, notes who got what, and says whose message has nobody to go to. Raises Refusal."""
    from models.engagement.edit import Edit
    from reports.exports.parcel import for_the_outbox

    write_all(folder, {name: data for one in parcels for name, data in one.files().items()})
    noted, files = for_the_outbox(facts.engagement, parcels, datetime.now(UTC))
    if noted:
        library.save(Edit(label, facts.engagement.id, put=tuple(noted), files=tuple(files)))
    for one in parcels:
        if one.to is None:
            text = gettext("{name} has no address that can be used: the message has nobody to go to yet.")
            print(text.format(name=printable(facts.person(one.who.id)) or "–"), file=sys.stderr)
