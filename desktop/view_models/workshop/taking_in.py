"""People taken from elsewhere: what was pasted, dropped or chosen becomes stakeholders in one act."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl

from desktop.system.long_text import shortened
from desktop.view_models.session import EngagementSession
from desktop.words import gettext, ngettext, spoken
from models.attending.found import FoundPeople
from models.attending.joining import Joined, join
from models.attending.outside_text import LARGEST_FILE
from models.attending.reading import read_people, read_people_file
from models.values.files import read_at_most
from models.values.refusal import Refusal
from models.values.sentence import act_called

MOST_LETTERS = 60
"""Of what was not understood, as an example."""
_ENDINGS = frozenset({".ics", ".vcf", ".vcard", ".csv", ".tsv", ".txt"})


class TakingIn:
    """Each act says what it did, and what it did not understand."""

    def __init__(self, session: EngagementSession) -> None:
        self._session = session

    def text(self, text: str) -> str:
        """Takes everybody in what was pasted; what there is to say about it."""
        return self._take([lambda: read_people(text)])

    def files(self, paths: Iterable[Path]) -> str:
        """Takes everybody in these files; what there is to say about it."""
        return self._take([partial(_read, path) for path in paths])

    def _take(self, sources: Iterable[Callable[[], FoundPeople]]) -> str:
        found, refusals = FoundPeople(()), list[str]()
        for read in sources:
            try:
                found = found.and_also(read())
            except Refusal as refusal:
                refusals.append(refusal.said(spoken()))
        joined = self._join(found)
        nobody = [] if refusals else [gettext("Nobody was found in it.")]
        return " ".join([*told(found, joined), *refusals] or nobody)

    def _join(self, found: FoundPeople) -> Joined:
        session = self._session
        facilitator = session.current.assessment.facilitator
        joined = join(found.people, session.people(), session.engagement.id, facilitator)
        changed = (*joined.added, *joined.filled)
        if changed:
            session.edit(act_called("Take in {n} person", "Take in {n} people", n=len(changed)), *changed)
        return joined


def files_in(urls: Iterable[QUrl]) -> list[Path]:
    """The files of this computer among what was copied or dropped that people can be taken from."""
    paths = (Path(url.toLocalFile()) for url in urls if url.isLocalFile())
    return [path for path in paths if path.suffix.lower() in _ENDINGS]


def _read(path: Path) -> FoundPeople:
    try:
        return read_people_file(read_at_most(path, LARGEST_FILE + 1))
    except OSError as error:
        raise Refusal("The file cannot be read. Check that it is still there.") from error


def told(found: FoundPeople, joined: Joined) -> list[str]:
    """What came of it, a sentence for each thing there is to say."""
    counts = (
        (ngettext("{n} person added.", "{n} people added.", len(joined.added)), len(joined.added)),
        (
            ngettext("{n} who was there: what was empty is filled in.",
                     "{n} who were there: what was empty is filled in.", len(joined.filled)),
            len(joined.filled),
        ),
        (ngettext("{n} was there already.", "{n} were there already.", joined.known), joined.known),
        (
            ngettext("{n} name is guessed from the address.", "{n} names are guessed from the addresses.",
                     joined.guessed),
            joined.guessed,
        ),
        (
            ngettext("{n} left out: a room, a list, or only informed.",
                     "{n} left out: rooms, lists, or only informed.", len(found.others)),
            len(found.others),
        ),
        (
            ngettext("{n} more left out: take them in another act.",
                     "{n} more left out: take them in another act.", found.beyond),
            found.beyond,
        ),
        (
            ngettext("{n} left out: the list is full.", "{n} left out: the list is full.", joined.beyond),
            joined.beyond,
        ),
    )  # fmt: skip
    said = [text.format(n=count) for text, count in counts if count]
    if found.columns:
        said.append(gettext("Left out, because there are no columns for them: {n}").format(n=found.columns) + ".")
    if joined.facilitator:
        said.append(gettext("The facilitator is left out."))
    if found.unclear:
        text = ngettext("Not understood: {n}, “{text}”.", "Not understood: {n}, such as “{text}”.", len(found.unclear))
        said.append(text.format(n=len(found.unclear), text=shortened(found.unclear[0], MOST_LETTERS)))
    return said
