"""What the window and the command line both do with a whole engagement in the library."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.beginning import begun
from desktop.built_in import BUILT_IN_METHOD, BUILT_IN_METHODS, EARLIER_BUILT_IN, built_in_pack, read_built_in
from desktop.samples import (
    LATER_SAMPLE,
    SAMPLE,
    SAMPLE_PRACTICE,
    SAMPLE_WORDS,
    sample_texts,
    with_its_pictures,
    with_words_of_the_pack,
)
from desktop.words import spoken
from models.engagement.copying import duplicate, fresh_copy
from models.engagement.edit import Edit
from models.engagement.engagement import Asset, Brand, Engagement
from models.engagement.library_entry import WORKED_ON
from models.engagement.seen import seen_at
from models.method.check import read_method
from models.method.method import Method
from models.values.refusal import Refusal
from models.values.sentence import Sentence, act_called
from models.values.sought import the_first
from resources import resource_text
from resources.words import language_of

if TYPE_CHECKING:
    from models.portfolio.pressing import PlanStanding
    from models.portfolio.standing import PilotStanding
    from models.storage import Library

LOOKED_AT = 20
"""Engagements, the latest first, among which one with a practice's own brand, or an untouched one, is looked for."""
PLANS_READ = 100


class LibraryActs:
    """Acts on one open library. Everything that cannot be done raises a Refusal."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._methods: dict[str, Method] = {}
        self._built_in = cache(read_built_in)  # whatever is begun or imported asks for it again

    def open(self, engagement_id: str, round_number: int | None = None) -> tuple[Engagement, Method]:
        """An engagement with the content pack it was made with; seen at the newest round, or at the one given."""
        engagement = self._library.engagement(engagement_id)
        if round_number is not None:
            engagement = seen_at(engagement, round_number)
        key = engagement.current.assessment.method
        method = self._method(key)
        if method is None:
            raise Refusal(
                "This library does not hold the content pack “{key}”. Add it with: clearway add-method FILE", key=key
            )
        return engagement, method

    def portfolio(self, today: date, ids: Sequence[str] | None = None) -> list[PilotStanding]:
        """Every pilot that is not in the archive, or those with these ids, in no order.

        One whose content pack this library does not hold is left out.
        """
        from models.portfolio.counted import PackParts
        from models.portfolio.standing import KnownModes, standing

        methods = self._all_methods()
        counted = self._library.counted({key: PackParts.of(m) for key, m in methods.items()}, today, ids)
        known: KnownModes = {}
        return [standing(one, methods[one.method], known) for one in counted if one.method in methods]

    def pressing(self, pilots: Sequence[PilotStanding], today: date) -> Sequence[PlanStanding]:
        """The plans of these in which something presses, the most first; of very many the first hundred."""
        from models.portfolio.pressing import plan_standings, worth_reading

        keys = worth_reading(pilots, today, PLANS_READ)
        return plan_standings([self._library.engagement(key) for key in keys], today)

    def mode_names(self) -> dict[str, str]:
        """The failure modes of every content pack by their ids, those of the one in use first."""
        from models.portfolio.wording import mode_names

        return mode_names([*self._all_methods().values()])

    def mode_findings(self) -> dict[str, str]:
        """What a report says where each of them stands high."""
        from models.portfolio.wording import all_modes

        return {key: mode.finding for key, mode in all_modes([*self._all_methods().values()]).items()}

    def _all_methods(self) -> dict[str, Method]:
        """By their keys, the one in use first. Asking keeps nothing, so any library can be asked."""
        found = {key: self._method(key) for key in (*self._library.method_keys(), *EARLIER_BUILT_IN)}
        return {key: method for key, method in found.items() if method}

    def begin(self, client: str = "", pilot: str = "") -> str:
        """Adds an engagement with an agenda to start from and what is the practice's own, and gives its id.

        Without names it is the one on which nothing was done yet, where there is one.
        """
        if not client and not pilot and (empty := self._untouched()):
            return empty
        made = begun(client, pilot, self._current_method(), self._latest_own())
        label = act_called("New engagement “{pilot}”", pilot=pilot) if pilot else act_called("New engagement")
        self._library.add(made, label)
        return made.id

    def _untouched(self) -> str:
        """The id of one without names on which nothing was done; empty where there is none."""
        unnamed = (entry.id for entry in self._library.entries(limit=LOOKED_AT) if not entry.client and not entry.pilot)
        return next((key for key in unnamed if not self._library.history(key, limit=1)), "")

    def put_away(self, begun: str) -> dict[str, tuple[Engagement, Sentence]]:
        """Takes out what was begun last where nothing was done on it; what is gone."""
        untouched = begun and not self._library.history(begun, limit=1)
        last = self._library.recent_steps("", limit=1).engagements_added
        return self.undo() if untouched and last == {begun} else {}

    def undo(self) -> dict[str, tuple[Engagement, Sentence]]:
        """Takes back the newest act on a whole engagement; what went with it, and the act.

        Raises a Refusal where what it added has been worked on since.
        """
        # Asked before anything is taken back: a disk that is full in between would leave it gone.
        gone = self._library.recent_steps("", limit=1).engagements_added
        if any(self._library.history(engagement_id, limit=1) for engagement_id in gone):
            raise Refusal(WORKED_ON, label=self._library.steps("").undo)
        taken = [self._library.engagement(key) for key in gone]
        label = self._library.undo("")
        return {one.id: (one, label) for one in taken if label}

    def bring_in(self, text: bytes) -> tuple[str, list[Sentence]]:
        """Adds the engagement in a JSON file and gives its id; under fresh ids if it is in the library already.

        Beside it what there is to know of what was taken.
        """
        notes: list[Sentence] = []
        engagement = self._read(text, told=notes.append)
        if self._library.holds_any_of(engagement):
            engagement = fresh_copy(engagement)
        self._library.add(engagement, act_called("Import “{pilot}”", pilot=engagement.pilot.name))
        return engagement.id, notes

    def add_sample(self, *, later: bool = False) -> str:
        """The id of the sample engagement, or of its second round, which is added unless it is there already."""
        return the_first(self._add_samples(LATER_SAMPLE if later else SAMPLE))

    def add_sample_practice(self) -> list[str]:
        """The ids of the sample in both rounds and of its practice's other pilots, each added unless it is there."""
        return [key for name in (SAMPLE, LATER_SAMPLE, SAMPLE_PRACTICE) for key in self._add_samples(name)]

    def _add_samples(self, sample: str) -> list[str]:
        own, language, found = self._current_method(), language_of(spoken()), list[str]()
        name = BUILT_IN_METHODS[language] if language in SAMPLE_WORDS else BUILT_IN_METHOD
        built_in = self._built_in(name)
        if built_in.key not in self._library.method_keys():
            self._library.keep_method(built_in.key, resource_text(name))
            self._library.keep_method(own.key, self._library.method_text(own.key) or "")
        for one in sample_texts(sample, language, built_in.key):
            engagement = with_its_pictures(with_words_of_the_pack(self._read(one, built_in), built_in))
            if not self._library.ids_beginning(engagement.id):
                self._library.add(engagement, act_called("Import “{pilot}”", pilot=engagement.pilot.name))
            found.append(engagement.id)
        return found

    def copy(self, engagement_id: str, name: str) -> str:
        """Adds a duplicate called `name` and gives its id."""
        copy = duplicate(self._library.engagement(engagement_id), name, datetime.now(UTC))
        self._library.add(copy, act_called("Duplicate “{pilot}”", pilot=copy.pilot.name))
        return copy.id

    def take_out(self, engagement_id: str, path: Path) -> None:
        """Exports an engagement as JSON to `path`."""
        from models.exchange import write_engagement
        from models.values.files import write_whole

        try:
            write_whole(path, write_engagement(self._library.engagement(engagement_id)).encode())
        except OSError as error:
            raise Refusal("The file {path} cannot be written: {reason}.", path=path, reason=error.strerror) from error

    def archive(self, engagement_id: str) -> None:
        """Puts an engagement into the archive, or takes it out again; an act on the library."""
        pilot = self._library.engagement(engagement_id).pilot
        if pilot.archived:
            label = act_called("Take “{pilot}” out of the archive", pilot=pilot.name)
        else:
            label = act_called("Archive “{pilot}”", pilot=pilot.name)
        self._library.save(Edit(label, "", (replace(pilot, archived=not pilot.archived),)))

    def pack(self, key: str) -> Method | None:
        """The content pack with that key; None where the library does not hold it."""
        return self._method(key)

    def check_packs(self, packs: Mapping[str, str]) -> None:
        """Reads content packs that came from elsewhere, by their keys, as if those not known here were to be added."""
        self._current_method()  # a foreign pack is none that new engagements start with
        for key, text in packs.items():
            if key in self._library.method_keys():
                continue
            method = read_method(text, f"{key}.toml")
            if method.key != key:
                raise Refusal("The content pack “{key}” is called “{found}” in its text.", key=key, found=method.key)
            self._methods.setdefault(key, method)

    def add_method(self, text: str, name: str) -> Method:
        """Checks a pack, keeps it in the library and makes it the one that new engagements start with."""
        method = read_method(text, name)
        self._library.keep_method(method.key, text)
        self._methods[method.key] = method
        return method

    def _latest_own(self) -> Engagement | None:
        """The latest engagement that is not the sample: its practice is fictional, and must not sign a real plan."""
        fictional = json.loads(resource_text(SAMPLE))["brand"]["practice"]
        return next((found for found in self._latest() if found.brand.practice != fictional), None)

    def practice_brand(self) -> Brand | None:
        """The latest brand that is not the sample's; the sample's where there is no other."""
        found = self._latest_own() or next(self._latest(), None)
        return found.brand if found else None

    def _latest(self) -> Iterator[Engagement]:
        """The latest first."""
        for entry in self._library.entries(limit=LOOKED_AT):
            with suppress(Refusal):  # one that is damaged does not stand in the way of a new one
                yield self._library.engagement(entry.id)

    def _current_method(self) -> Method:
        """The newest built-in pack in the language spoken, until a practice adds its own."""
        key = self._library.current_method()
        name = BUILT_IN_METHODS.get(language_of(spoken()), BUILT_IN_METHOD)
        built_in = self._built_in(name)
        if key and key.partition("@")[0] != built_in.id and (key in EARLIER_BUILT_IN or built_in_pack(key)):
            key = built_in.key  # what is current was begun in another language
        built_in_wanted = key is None or key.partition("@")[0] == built_in.id
        if built_in_wanted and built_in.key not in self._library.method_keys():
            return self.add_method(resource_text(name), Path(name).name)
        method = self._method(key or built_in.key)
        if method is None:
            raise LookupError(f"the library names the content pack {key} and does not hold it")
        return method

    def _method(self, key: str) -> Method | None:
        if key not in self._methods:
            text = self._library.method_text(key)
            if text is None and key in EARLIER_BUILT_IN:
                text = resource_text(EARLIER_BUILT_IN[key])
            method = built_in_pack(key) if text is None else read_method(text, f"{key}.toml")
            if method is None:
                return None
            self._methods[key] = method
        return self._methods[key]

    def _read(
        self,
        text: str | bytes,
        current: Method | None = None,
        told: Callable[[Sentence], None] = lambda _: None,
    ) -> Engagement:
        """An engagement's JSON; rounds that name no content pack take `current`, or the library's own."""
        # Loaded when first wanted: the schema's and the pictures' libraries take longer than a window does to open.
        from models.exchange.reading import Surroundings, read_engagement
        from models.pictures.logo import take_logo

        def logo(data: bytes, name: str) -> Asset:
            return take_logo(data, name, _drawn)

        def method(key: str) -> Method | None:
            return current if current is not None and key == current.key else self._method(key)

        now = datetime.now(UTC).replace(microsecond=0)
        return read_engagement(text, Surroundings(method, (current or self._current_method()).key, logo, now, told))


def _drawn(svg: bytes) -> bytes:
    """Drawings are Qt's to rasterise, which is loaded for the first of them."""
    from desktop.system.svg import rasterise_svg

    return rasterise_svg(svg)


def engagement_names(library: Library, ids: Iterable[str], words: NullTranslations) -> dict[str, str]:
    """The names of the engagements with these ids that the library holds: the ids may come from outside."""
    from reports.words.phrases import subject  # loads the fonts of the documents

    known = [key for key in sorted(ids) if library.ids_beginning(key) == [key]]
    return {key: subject(library.engagement(key), words) for key in known}
