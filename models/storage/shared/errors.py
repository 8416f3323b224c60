"""What can be wrong with what is handed over, in words for the person in front of it."""

from __future__ import annotations

from models.storage.errors import LibraryError
from resources.words import marked


class HandOverError(LibraryError):
    """A hand-over that is not taken. The library is as before."""

    happened = marked("“{name}” holds no hand-over that can be read.")
    next_step = marked("Ask for it again: it may have been cut off or changed on its way.")


class HandOverNewerError(HandOverError):
    """A newer Clearway made it."""

    happened = marked("“{name}” was made by a newer version of Clearway.")
    next_step = marked("Install that version here, then take it in.")


class HandOverTooLargeError(HandOverError):
    """It is larger than anything Clearway hands over."""

    happened = marked("“{name}” unpacks to more than a hand-over may hold.")
    next_step = marked("Ask for fewer engagements in one file.")


class TooMuchToHandOverError(HandOverError):
    """Its files would make it larger than any Clearway takes."""

    happened = marked("The files of these engagements take {megabytes} MB; one hand-over holds at most {most}.")
    next_step = marked("Hand over fewer engagements in one file.")


class WrongPassphraseError(HandOverError):
    """It does not open."""

    happened = marked("“{name}” does not open with that passphrase or key, or it was changed on its way.")
    next_step = marked("Ask whoever handed it over which passphrase or key it was sealed with.")


class NotAnAgeKeyError(HandOverError):
    """What is to seal or to open it is no key."""

    happened = marked("“{name}” is no key that age knows.")
    next_step = marked("A public key begins with “age1”, an identity with “AGE-SECRET-KEY-1”.")


class ActUnreadableError(HandOverError):
    """What stands on a hub as an act is none."""

    happened = marked("An act that {name} sent cannot be read: Clearway did not write it, or a newer version did.")
    next_step = marked(
        "Nothing of that engagement was taken. Update Clearway; if it stays, its lead takes it off the hub and shares "
        "it again."
    )


class ForeignActsError(HandOverError):
    """It says what cannot be so."""

    happened = marked("“{name}” holds things that belong to another engagement of this library.")
    next_step = marked("Nothing was taken. Ask whoever handed it over where it comes from.")


class ToldOtherwiseError(HandOverError):
    """An act that is known here is another in it."""

    happened = marked("“{name}” tells otherwise of “{act}”, which is known here already: it was changed by hand.")
    next_step = marked("Nothing was taken. Ask whoever handed it over where it comes from.")


class InOurNameError(HandOverError):
    """It holds acts that this library should have made."""

    happened = marked("“{name}” holds acts in the name of this very library that it does not know, such as “{act}”.")
    next_step = marked(
        "If an older copy of the library was put back by hand, move the file to another folder and open it there: "
        "then it counts as a copy, and takes them."
    )
