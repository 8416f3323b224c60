"""Makes a message with the document that is shown, hands it to the mail program, and keeps what was sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.system.outgoing import LONGEST_NAME, OutgoingFolder
from desktop.system.programs import SystemPrograms
from desktop.view_models.late import say
from desktop.view_models.reporting import MadeDocument
from desktop.view_models.session import EngagementSession
from desktop.words import gettext, spoken
from models.engagement.engagement import Asset
from models.engagement.outbox import Dispatch
from models.hashes import sha256
from models.values.files import OtherPathError, safe_name, write_whole
from models.values.months import shown_date
from models.values.sentence import act_called
from reports.exports.mail import Addressee, Message, addressees, compose, draft
from reports.reply.plan_data import plan_revision
from reports.words.facts import Facts
from reports.words.phrases import person


class Sending(QObject):
    """Holds the document that is shown, whom it goes to, and what the message says. `told` carries sentences."""

    told = Signal(str)
    taken = Signal(object, object)
    """Another program holds the file: a free name beside it, and what writes it there."""

    def __init__(self, session: EngagementSession, programs: SystemPrograms, outgoing: OutgoingFolder) -> None:
        super().__init__()
        self.session, self.programs, self._outgoing = session, programs, outgoing
        self.document: MadeDocument | None = None
        """What is shown at present; None while its pages are being made."""
        self.title = ""
        self._chosen: dict[str, bool] = {}
        programs.failed.connect(self._no_program)

    def go_on_from(self, before: Sending) -> None:
        """To whom that one would write."""
        self._chosen = before._chosen

    def show(self, document: MadeDocument | None, title: str) -> None:
        """Another document, called `title`, is shown now."""
        self.document, self.title = document, title

    def addressees(self) -> tuple[Addressee, ...]:
        """Everybody who can be written to, the likeliest first."""
        return addressees(self.session.engagement)

    def without_address(self) -> list[str]:
        """The names of those who cannot."""
        known = {one.person.id for one in self.addressees()}
        return [person(s) for s in self.session.people() if s.id not in known and person(s)]

    def is_chosen(self, one: Addressee) -> bool:
        """Whether the message goes to this person."""
        return self._chosen.get(one.person.id, one.likely)

    def choose(self, person_id: str, chosen: bool) -> None:
        """Puts somebody on the message, or takes them off."""
        self._chosen[person_id] = chosen

    def chosen(self) -> list[Addressee]:
        """Those whom the message goes to."""
        return [one for one in self.addressees() if self.is_chosen(one)]

    def message(self) -> Message | None:
        """Subject and text; None while there is no document."""
        if self.document is None:
            return None
        session = self.session
        facts = Facts(session.engagement, session.method, date.today(), session.words)
        return compose(self.document.kind, self.title, facts, self.chosen())

    def write(self) -> None:
        """Opens the message in the mail program, with the document that is shown attached, and keeps what is sent."""
        if prepared := self._prepared():
            message, (eml, document) = prepared
            addresses = [one.address.addr_spec for one in self.chosen()]
            self.programs.write_message(eml, message.subject, message.text, document, addresses)
            self.told.emit(gettext("The message is opening in your mail program. Nothing is sent until you send it."))

    def show_file(self) -> None:
        """Shows the document in its folder, to be attached by hand; it counts as sent as well."""
        if prepared := self._prepared():
            self.programs.show(prepared[1][1])
            say(self, "told", gettext("The folder with the document is opening: attach it to a message."))

    def since_then(self) -> str:
        """Whether the plan is still what was made ready to be sent last; empty where it never was."""
        last = next((one for one in self.outbox() if one.revision), None)
        if last is None:
            return ""
        day = shown_date(last.prepared_at.astimezone().date(), spoken())
        if last.revision == plan_revision(self.session.engagement):
            return gettext("The plan is as it was made ready on {day}.").format(day=day)
        return gettext("The plan has changed since {day}, when it was made ready last.").format(day=day)

    def outbox(self) -> tuple[Dispatch, ...]:
        """What was sent, the newest first."""
        return self.session.engagement.outbox[::-1]

    def safe_file_name(self, dispatch: Dispatch) -> str:
        """The name of the file that was sent, as it may stand on this system."""
        return (safe_name(Path(dispatch.file_name).stem, LONGEST_NAME) or "document") + ".pdf"

    def open_sent(self, dispatch: Dispatch) -> None:
        """Opens the very file that was sent."""
        self._with_file(dispatch, lambda asset: self._open(dispatch, asset))

    def save_sent(self, dispatch: Dispatch, path: Path) -> None:
        """Writes the very file that was sent to `path`."""
        self._with_file(dispatch, lambda asset: self._save(asset, path))

    def _prepared(self) -> tuple[Message, list[Path]] | None:
        """The files for the mail program, once it is noted what is sent to whom."""
        document, message = self.document, self.message()
        if document is None or message is None:
            return None
        if self.session.past is not None:
            say(self, "told", gettext("This is how it was, and is not sent: go back to now first."))
            return None
        chosen = self.chosen()
        eml = draft(message, [one.address for one in chosen], document.name, document.data)
        try:
            paths = self._outgoing.put({Path(document.name).stem + ".eml": eml, document.name: document.data})
        except OSError as error:
            say(self, "told", gettext("The message cannot be written: {0}.").format(error.strerror))
            return None
        self._keep(document, message, chosen)
        return message, paths

    def _keep(self, document: MadeDocument, message: Message, chosen: list[Addressee]) -> None:
        """Notes it in the outbox, unless it stands there already: pressing twice sends nothing twice."""
        made = Dispatch(
            engagement_id=self.session.engagement.id,
            document=document.kind.value,
            title=self.title,
            file_name=document.name,
            revision=document.revision,
            sha256=sha256(document.data),
            recipients="\n".join(str(one.address) for one in chosen),
            subject=message.subject,
            prepared_at=datetime.now(UTC),
        )
        last = self.session.engagement.outbox[-1:]
        if last and replace(last[0], id=made.id, prepared_at=made.prepared_at) == made:
            return
        file = Asset(id=made.sha256, name=document.name, media_type="application/pdf", data=document.data)
        label = act_called("Send “{document}”", document=self.title)
        self.session.edit(label, made, files=[file])

    def _with_file(self, dispatch: Dispatch, act: Callable[[Asset], None]) -> None:
        def found(asset: Asset | None) -> None:
            if asset is None:
                say(
                    self,
                    "told",
                    gettext("The file is not saved yet: first the library has to be written.")
                    if self.session.unsaved
                    else gettext("This library does not hold the file: it was sent from another one, which does."),
                )
            else:
                act(asset)

        self.session.ask(lambda library: library.asset(dispatch.sha256), found)

    def _open(self, dispatch: Dispatch, asset: Asset) -> None:
        try:
            (path,) = self._outgoing.put({self.safe_file_name(dispatch): asset.data})
        except OSError as error:
            say(self, "told", gettext("The file cannot be written: {0}.").format(error.strerror))
        else:
            self.programs.open(path)

    def _save(self, asset: Asset, path: Path) -> None:
        try:
            write_whole(path, asset.data)
        except OtherPathError as refusal:
            self.told.emit(refusal.said(spoken()))
            self.taken.emit(refusal.other, lambda other: self._save(asset, other))
        except OSError as error:
            say(self, "told", gettext("The file cannot be written: {0}.").format(error.strerror))
        else:
            say(self, "told", gettext("Saved as {0}").format(path))

    def _no_program(self, path: str) -> None:
        kind = Path(path).suffix
        say(
            self,
            "told",
            gettext("No program here opens a message as a file. Show the file instead, and attach it to a new message.")
            if kind == ".eml"
            else gettext("No program here opens this. It lies in {0}").format(Path(path).parent),
        )
