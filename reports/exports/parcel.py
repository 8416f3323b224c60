"""What goes to one person: a document of their own, a message to send it with, perhaps a calendar."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from models.engagement.engagement import Asset, Engagement, Stakeholder
from models.engagement.outbox import Dispatch
from models.frozen import frozen
from models.hashes import sha256
from reports.exports.mail import Addressee, Message, address_of, draft


@frozen
class Parcel:
    """All of it, ready to be sent."""

    who: Stakeholder
    kind: str
    """What the outbox knows such a document by."""
    title: str
    name: str
    """Of the files, without an ending."""
    document: bytes
    """A PDF to fill in."""
    message: Message
    calendar: bytes = b""
    """Empty where there is none."""
    revision: str = ""
    """The state of the plan that the document shows, where it shows one."""

    @property
    def to(self) -> Addressee | None:
        """None where what stands there is no address."""
        return addressee(self.who)

    def draft(self) -> bytes:
        """The message with what goes along, as an `.eml` file; without an address it has nobody to go to yet."""
        recipients = [self.to.address] if self.to else []
        calendar = (f"{self.name}.ics", self.calendar) if self.calendar else None
        return draft(self.message, recipients, f"{self.name}.pdf", self.document, calendar)

    def files(self) -> dict[str, bytes]:
        """All of it by the names of the files."""
        made = {f"{self.name}.pdf": self.document, f"{self.name}.eml": self.draft()}
        return made | ({f"{self.name}.ics": self.calendar} if self.calendar else {})

    def dispatch(self, engagement: Engagement, now: datetime) -> Dispatch:
        """What the outbox keeps of it."""
        return Dispatch(
            engagement_id=engagement.id,
            document=self.kind,
            title=self.title,
            file_name=f"{self.name}.pdf",
            revision=self.revision,
            sha256=sha256(self.document),
            recipients=str(self.to.address) if self.to else "",
            subject=self.message.subject,
            prepared_at=now,
        )


def addressee(who: Stakeholder) -> Addressee | None:
    """The person to write to; None where what stands there is no address."""
    address = address_of(who)
    return Addressee(who, address, likely=True) if address else None


def for_the_outbox(
    engagement: Engagement, parcels: Iterable[Parcel], now: datetime
) -> tuple[list[Dispatch], list[Asset]]:
    """What is to be noted of them, with the files: all but what stands there already.

    Pressing twice sends nothing twice.
    """
    known = {replace(one, id="", prepared_at=datetime.min) for one in engagement.outbox}
    noted: list[Dispatch] = []
    files: list[Asset] = []
    for parcel in parcels:
        made = parcel.dispatch(engagement, now)
        if replace(made, id="", prepared_at=datetime.min) not in known:
            noted.append(made)
            pdf = Asset(id=made.sha256, name=made.file_name, media_type="application/pdf", data=parcel.document)
            files.append(pdf)
    return noted, files
