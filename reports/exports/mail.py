"""The message a document goes out with: who may get it, what it says, and the whole of it as a draft.

The draft is a file that a mail program opens as a message not sent yet. It names no sender: the program knows that.
"""

from __future__ import annotations

from collections.abc import Sequence
from email.errors import MessageError
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from models.engagement.engagement import Engagement, Stakeholder
from models.frozen import frozen
from models.hashes import sha256
from models.plan.plan import accepted_actions
from models.statements.standing import headline
from models.values.letters import on_one_line, within
from models.values.months import long_date
from models.values.terms import Progress
from models.values.typed.addresses import NamedAddress, coded_address, read_address
from reports.documents.kinds import DOCUMENTS, DocumentKind
from reports.words.facts import Facts
from reports.words.late import how_many_late
from reports.words.phrases import subject
from reports.words.text import plain, shortened

LONGEST_NAME, LONGEST_SUBJECT = 80, 150
"""Characters."""
LONGEST_QUOTE = 1_000
"""Characters of the decision asked for."""
MOST_GREETED = 3
LONGEST_PLAIN = 60
"""Characters of the name of a file, or of a part of it, that fit on a line of a header."""


@frozen
class Addressee:
    """Somebody who can be written to."""

    person: Stakeholder
    address: Address
    likely: bool
    """Whether a document goes to this person unless somebody says otherwise."""

    @property
    def name(self) -> str:
        """As it stands in the greeting."""
        return self.address.display_name


@frozen
class Message:
    """What a message says, on one line and on several."""

    subject: str
    text: str


def addressees(engagement: Engagement) -> tuple[Addressee, ...]:
    """The stakeholders whose address can be used: the sponsor, then owners of actions, then who decides, then the rest.

    Likely are the sponsor and owners; where there are none of them, those who decide something.
    """
    owners = {action.owner_id for action in accepted_actions(engagement.current)}

    def rank(person: Stakeholder) -> int:
        if person.sponsor:
            return 0
        return 1 if person.id in owners else 2 if person.decides.strip() else 3

    people = sorted(engagement.stakeholders, key=lambda person: (rank(person), person.position))
    found = [(rank(person), person, address) for person in people if (address := address_of(person))]
    most = 1 if any(place < 2 for place, _, _ in found) else 2
    return tuple(Addressee(person, address, place <= most) for place, person, address in found)


def address_of(person: Stakeholder) -> Address | None:
    """The stakeholder's name and address, or None where what stands there is no address."""
    found = read_address(person.email)
    if not isinstance(found, NamedAddress):
        return None
    try:
        return Address(shortened(on_one_line(plain(person.name)), LONGEST_NAME), *coded_address(found.address))
    except (MessageError, ValueError, IndexError):
        return None


def compose(kind: DocumentKind, title: str, facts: Facts, chosen: Sequence[Addressee]) -> Message:
    """What a message with a document of that `kind`, called `title`, says to those chosen; nothing internal."""
    _ = facts.words.gettext
    line = _("{document}: {subject}").format(document=title, subject=subject(facts.engagement, facts.words))
    paragraphs = [greeting(facts, chosen), _attached(title, facts), _standing(facts), _asked(facts)]
    if DOCUMENTS[kind].comes_back and facts.lines:
        paragraphs.append(
            _(
                "The plan can be filled in: near its end, mark what is on its way or done, give another day where one "
                "is needed, say what holds you up, save the file and send it back to me."
            )
        )
    paragraphs.append(closing(facts))
    text = "\n\n".join(part for part in paragraphs if part)
    return Message(one_subject(line), text + "\n")


def one_subject(line: str) -> str:
    """What a message is about, on one line of a length that mail programs show."""
    return shortened(on_one_line(plain(line)), LONGEST_SUBJECT)


def greeting(facts: Facts, chosen: Sequence[Addressee]) -> str:
    """The first line, by name where everyone has one and they are few."""
    _, names = facts.words.gettext, [one.name for one in chosen if one.name]
    if not names or len(names) != len(chosen) or len(names) > MOST_GREETED:
        return _("Dear all,") if len(chosen) > 1 else _("Hello,")
    if len(names) == 1:
        return _("Dear {name},").format(name=names[0])
    return _("Dear {names} and {last},").format(names=_(", ").join(names[:-1]), last=names[-1])


def _attached(title: str, facts: Facts) -> str:
    held = facts.engagement.current.assessment.held_on
    text = facts.words.gettext("Attached is the {document} for {subject}{held}.")
    on = facts.words.gettext(", from our workshop on {date}").format(date=long_date(held, facts.words)) if held else ""
    pilot = shortened(on_one_line(plain(facts.engagement.pilot.name)), LONGEST_NAME)
    name = pilot or subject(facts.engagement, facts.words)
    return text.format(document=within(title, facts.words), subject=name, held=on)


def _standing(facts: Facts) -> str:
    """What stops the pilot most, and what is agreed about it."""
    words, found = facts.words, []
    if facts.worst is not None:
        finding = headline(facts.method, facts.engagement.current, words).rstrip(".")
        text = words.gettext("What holds it back most: {finding}.") if facts.high else words.gettext("{finding}.")
        found.append(text.format(finding=within(finding, words) if facts.high else finding))
    total = len(facts.lines)
    if not total:
        return " ".join(found)
    found.append(words.ngettext("We agreed one action.", "We agreed {count} actions.", total).format(count=total))
    return " ".join(filter(None, (*found, how_many_late(facts), _next_due(facts))))


def _next_due(facts: Facts) -> str:
    """When the first of what is still to be done is due; empty where none has a day that is to come."""
    words, still = facts.words, [line.action for line in facts.lines if line.action.progress is not Progress.DONE]
    days = [action.due for action in still if action.due and action.due >= facts.today]
    if not days:
        return ""
    text = words.ngettext("It is due on {date}.", "The first is due on {date}.", len(facts.lines))
    if len(still) < len(facts.lines) or how_many_late(facts):
        text = words.gettext("The next is due on {date}.")
    return text.format(date=long_date(min(days), words))


def _asked(facts: Facts) -> str:
    decision = plain(facts.engagement.pilot.decision_asked).strip()
    if not decision:
        return ""
    text = facts.words.gettext("The decision we ask of you: {decision}")
    return text.format(decision=shortened(decision, LONGEST_QUOTE))


def closing(facts: Facts) -> str:
    """Who writes; nothing at all where nobody is named, for a greeting of nobody's is worse than none."""
    names = (facts.engagement.current.assessment.facilitator, facts.engagement.brand.practice)
    lines = [line for name in names if (line := on_one_line(plain(name)))]
    return "\n".join([facts.words.gettext("Kind regards,"), *lines]) if lines else ""


def draft(
    message: Message,
    recipients: Sequence[Address],
    file_name: str,
    document: bytes,
    calendar: tuple[str, bytes] | None = None,
    subtype: str = "pdf",
) -> bytes:
    """The message with the document attached, as an `.eml` file. The same input gives the same bytes.

    `calendar` is the name and the bytes of a second file, for the reader's own calendar.

    `X-Unsent` has a mail program open it for writing; it has no sender and no date, which the program gives it.
    """
    made = EmailMessage(policy=SMTP)
    made["X-Unsent"] = "1"
    if recipients:
        made["To"] = tuple(recipients)
    made["Subject"] = message.subject
    made.set_content(message.text)
    made.add_attachment(document, maintype="application", subtype=subtype, filename=file_name)
    names = [file_name]
    if calendar:
        names.append(calendar[0])
        made.add_attachment(calendar[1], maintype="text", subtype="calendar", filename=calendar[0])
    for attached, name in zip(made.iter_attachments(), names, strict=True):
        _name_for_all(attached, name)
    made.set_boundary("clearway-" + sha256(document)[:40])
    return bytes(made)


def _name_for_all(attached: EmailMessage, file_name: str) -> None:
    """Says a name that takes coding in the older way as well, which is no standard and all that some programs know."""
    if file_name.isascii() and len(file_name) < LONGEST_PLAIN:
        attached.set_param("name", file_name)
        return
    coded = Header(file_name, "utf-8", maxlinelen=LONGEST_PLAIN).encode(linesep="\r\n")
    kind = attached.get_content_type()
    del attached["Content-Type"]
    attached.set_raw("Content-Type", f'{kind};\r\n name="{coded}"')  # the library itself would code it in the newer way
