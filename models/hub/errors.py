"""What can go wrong with a hub, in words for the person in front of it. None of them says a password."""

from __future__ import annotations

from typing import ClassVar

from models.values.refusal import RefusalInTwo
from resources.words import marked


class HubError(RefusalInTwo):
    """Something about the hub that a person has to know. The library is as before, and complete without it."""

    happened: ClassVar[str] = marked("The hub does not do that.")
    next_step: ClassVar[str] = marked("Ask whoever set it up.")


class HubAddressError(HubError):
    """What was given is no address."""

    happened = marked("That is no address of a hub.")
    next_step = marked(
        "One looks like postgresql://ann@db.example.com/practice: your name there, the server, the database."
    )


class HubOptionError(HubError):
    """The address asks for something that would weaken the connection, or that Clearway does not use."""

    happened = marked("The address of the hub names “{option}”, which Clearway sets itself or does not use.")
    next_step = marked("Leave it out. The certificate is always checked; for one of your own add sslrootcert=FILE.")


class HubAwayError(HubError):
    """It does not answer. Everything waits, and goes when it does."""

    passing = True
    happened = marked("The hub at {host} does not answer.")
    next_step = marked("Nothing is lost: what waits goes when it is there again.")


class HubBusyError(HubAwayError):
    """It answers, and cannot do it now."""

    happened = marked("The hub at {host} is busy.")


class HubTurnsAwayError(HubAwayError):
    """It answers, and takes this person's connection no further."""

    happened = marked("The hub at {host} answers, and does not let {role} in: {reason}.")
    next_step = marked("Ask whoever looks after it. Nothing is lost: what waits goes when it lets you in again.")


class HubCertificateError(HubError):
    """Whoever answers cannot show that it is the hub."""

    happened = marked("What answers at {host} does not prove that it is your hub: {reason}.")
    next_step = marked(
        "Nothing was sent. Ask whoever set it up; for a certificate of your own add sslrootcert=FILE to the address."
    )


class HubPasswordError(HubError):
    """It does not let this person in."""

    happened = marked("The hub at {host} does not let {role} in with that password.")
    next_step = marked("Join it again with the right one: clearway hub join")


class HubMissingError(HubError):
    """There is a database, and no hub in it."""

    happened = marked("There is no hub in that database yet.")
    next_step = marked("Its owner makes one: clearway hub init ADDRESS")


class HubStrangerError(HubError):
    """The hub is there, and this person is not one of its people, or no longer."""

    happened = marked("The hub at {host} does not know {role}.")
    next_step = marked("Its owner lets people in, as the page “The practice’s hub” of the guide says.")


class HubFullError(HubAwayError):
    """It answers, and takes nothing new: its disk is full, or somebody looks after it."""

    happened = marked("The hub at {host} takes nothing new just now: its disk is full, or it is being looked after.")


class HubNewerError(HubError):
    """The hub has moved on."""

    happened = marked("The hub was made for newer versions of Clearway.")
    next_step = marked("Update Clearway on this computer. Until then your library goes on without the hub.")


class HubForbiddenError(HubError):
    """Its law says no."""

    happened = marked("The hub does not let you do that.")
    next_step = marked("Ask a lead of the engagement, or the owner of the hub.")


class HubOwnerError(HubError):
    """Only the owner of a database can make a hub in it."""

    happened = marked("{role} may not make a hub in that database.")
    next_step = marked("It takes the owner of the database, with the right to make roles (CREATEROLE).")


class NobodyOfThatNameError(HubError):
    """A person has to be on the server first."""

    happened = marked("Nobody called “{name}” is on this hub.")
    next_step = marked("Its owner lets people in, as the page “The practice’s hub” of the guide says.")


class LastLeadError(HubError):
    """Somebody has to be responsible."""

    happened = marked("An engagement on the hub has a lead, and that is the only one.")
    next_step = marked("Make somebody else its lead first.")


class NotSharedError(HubError):
    """It was taken off the hub."""

    happened = marked("The engagement is not shared any more.")
    next_step = marked("Your library keeps what it has. A lead can share it again.")


class SharedByOthersError(HubError):
    """It is there already, and is not this person's."""

    happened = marked("That engagement is on the hub already, or was, and you are not its lead.")
    next_step = marked("Ask its lead to share it with you.")


class ActNotTakenError(HubError):
    """An act that the hub's law does not take: it is another's, or comes before what it had seen."""

    happened = marked(
        "The hub does not take an act of that engagement: it is somebody else’s, or lacks what came before it."
    )
    next_step = marked("Sync again; if it stays, ask the lead to do it.")


class NotJoinedError(HubError):
    """This library knows no hub."""

    happened = marked("This library has not joined a hub.")
    next_step = marked("Join one: clearway hub join ADDRESS")
