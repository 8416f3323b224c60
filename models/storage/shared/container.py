"""A package as bytes: a zip of JSON, files and content packs, as `resources/hand_over/FORMAT.md` says.

What comes from outside is read with limits, and whatever is not exactly what Clearway writes is refused as a whole.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from datetime import datetime
from string import Formatter
from typing import Any

from models.engagement.changes import Added, Changed
from models.engagement.declared import DECLARED
from models.engagement.dependency import Dependency, dependency_id
from models.engagement.engagement import Asset, Rating, Record, rating_id
from models.engagement.judgements import Judgement, judgement_id
from models.engagement.registers import Gate, RegisterCell, cell_id, gate_id
from models.engagement.workshop import Ballot, Vote, ballot_id, vote_id
from models.sharing.act import SharedAct, time_of
from models.storage.errors import UnreadableRowError
from models.storage.shared.errors import HandOverError, HandOverNewerError, HandOverTooLargeError
from models.storage.shared.lines import change_in, line_of
from models.storage.shared.package import Handed, Package
from models.values.sentence import Sentence, read_sentence

FORMAT, VERSION = "clearway-hand-over", 1
LARGEST, LARGEST_TEXT, MOST_PARTS, MOST_VALUES = 512_000_000, 128_000_000, 20_000, 6_000_000
"""Bytes unpacked, bytes of one JSON text, entries of the zip, and what may begin another value in one JSON text."""
LATEST = 3000
"""No clock is as wrong as that: years from here on are refused, and leave every later stamp room."""
_GID = re.compile(r"[0-9a-f]{32}(@client)?")
_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00 ([0-9a-f]{32}|-)")
_TOLD = ("kind", "label", "who", "device", "at", "gid", "stamp")
_DERIVED: Mapping[type[Any], Any] = {
    Rating: lambda r: rating_id(r.assessment_id, r.sign_id),
    Ballot: lambda r: ballot_id(r.assessment_id, r.sign_id, r.number),
    Vote: lambda r: vote_id(r.ballot_id, r.stakeholder_id),
    Judgement: lambda r: judgement_id(r.assessment_id, r.point_id),
    RegisterCell: lambda r: cell_id(r.entry_id, r.column_id),
    Gate: lambda r: gate_id(r.assessment_id, r.phase_id),
    Dependency: lambda r: dependency_id(r.action_id, r.after_id),
}


def written(package: Package) -> bytes:
    """The package as a zip."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as parts:
        told = {
            "format": FORMAT, "version": VERSION, "made": package.made, "by": package.by,
            "engagements": [handed.id for handed in package.engagements],
            "files": [{"id": a.id, "name": a.name, "media_type": a.media_type} for a in package.assets.values()],
            "methods": list(package.methods),
        }  # fmt: skip
        parts.writestr("hand-over.json", _json(told))
        for number, handed in enumerate(package.engagements):
            parts.writestr(f"engagements/{number}.json", _json([_act_as_json(act) for act in handed.acts]))
        for number, text in enumerate(package.methods.values()):
            parts.writestr(f"methods/{number}.toml", text)
        for asset in package.assets.values():
            parts.writestr(f"files/{asset.id}", asset.data, zipfile.ZIP_STORED)
    return made.getvalue()


def _act_as_json(act: SharedAct) -> dict[str, Any]:
    told = {name: getattr(act, name) for name in _TOLD}
    return {**told, "seen": list(act.seen), "changes": [line_of(change) for change in act.changes]}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def read(data: bytes, name: str) -> Package:
    """What `written` wrote, of a file of that name. Raises HandOverError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return _Parts(parts, name).package()
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise HandOverError(name=name) from error
    except (UnreadableRowError, KeyError, TypeError, ValueError, OverflowError, RecursionError) as error:
        raise HandOverError(name=name) from error


class _Parts:
    def __init__(self, parts: zipfile.ZipFile, name: str) -> None:
        self._parts, self._name, self._left = parts, name, LARGEST
        if len(parts.infolist()) > MOST_PARTS:
            raise HandOverTooLargeError(name=name)

    def package(self) -> Package:
        """All of it."""
        told = self._told()
        engagements = [Handed(_text(key), tuple(self._acts(n))) for n, key in enumerate(told["engagements"])]
        methods = {_text(key): self._read(f"methods/{n}.toml").decode() for n, key in enumerate(told["methods"])}
        assets = {asset.id: asset for asset in map(self._asset, told["files"])}
        if not engagements or len({handed.id for handed in engagements}) < len(engagements):
            raise ValueError("engagements")
        return Package(self._name, _text(told["made"]), _text(told["by"]), tuple(engagements), assets, methods)

    def _told(self) -> dict[str, Any]:
        told = self._json("hand-over.json")
        if not isinstance(told, dict) or told.get("format") != FORMAT or type(told["version"]) is not int:
            raise ValueError("format")
        if told["version"] > VERSION:
            raise HandOverNewerError(name=self._name)
        return told

    def _read(self, part: str) -> bytes:
        with self._parts.open(part) as file:
            data = file.read(self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            raise HandOverTooLargeError(name=self._name)
        return data

    def _json(self, part: str) -> Any:
        text = self._read(part).decode()
        if len(text) > LARGEST_TEXT or sum(map(text.count, ",[{")) > MOST_VALUES:
            raise HandOverTooLargeError(name=self._name)
        return json.loads(text)

    def _asset(self, told: Any) -> Asset:
        asset_id = _text(told["id"])
        data = self._read(f"files/{asset_id}")
        if hashlib.sha256(data).hexdigest() != asset_id:
            raise ValueError("file")
        return Asset(id=asset_id, name=_text(told["name"]), media_type=_text(told["media_type"]), data=data)

    def _acts(self, number: int) -> Iterator[SharedAct]:
        for told in self._json(f"engagements/{number}.json"):
            fields = {name: _text(told[name]) for name in _TOLD}
            seen = tuple(_text(gid) for gid in told["seen"])
            stamp, at = _STAMP.fullmatch(fields["stamp"]), datetime.fromisoformat(fields["at"])
            if not stamp or max(time_of(fields["stamp"]).year, at.year) >= LATEST or at.tzinfo is None:
                raise ValueError("stamp")
            if not all(_GID.fullmatch(gid) for gid in (fields["gid"], *seen)):
                raise ValueError("name")
            if fields["kind"] not in ("edit", "undo", "redo"):
                raise ValueError("kind")
            if not _sayable(read_sentence(fields["label"])):
                raise ValueError("label")
            changes = tuple(change_in(line) for line in told["changes"])
            if not all(map(_is_sound, changes)):
                raise ValueError("change")
            yield SharedAct(**fields, seen=seen, changes=changes)


def _is_sound(change: Any) -> bool:
    """Whether a change leaves a record what it is: with its owner, and an id that follows from what it is of."""
    if isinstance(change, Changed):
        return change.field != "id" and change.field not in DECLARED[change.kind].owners
    record: Record = change.record
    derived = _DERIVED.get(type(record))
    return not isinstance(change, Added) or derived is None or derived(record) == record.id


def _sayable(sentence: Sentence) -> bool:
    """Whether it names no more than values that it has: a width or an attribute could ask for anything."""
    asked = [part[1:] for text in (sentence.text, sentence.many) for part in Formatter().parse(text)]
    return all(name is None or (name in sentence.values and not (spec or how)) for name, spec, how in asked)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("text")
    value.encode()  # no lone surrogates: no file can hold them
    return value
