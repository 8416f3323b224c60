"""One act as it goes to another library, in a file or through a hub: what is read is taken for nothing but its word."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Mapping
from datetime import datetime
from string import Formatter
from typing import Any

from models.engagement.changes import Added, Changed
from models.engagement.declared import DECLARED
from models.engagement.dependency import Dependency, dependency_id
from models.engagement.engagement import Rating, Record, rating_id
from models.engagement.judgements import Judgement, judgement_id
from models.engagement.registers import Gate, RegisterCell, cell_id, gate_id
from models.engagement.workshop import Ballot, Vote, ballot_id, vote_id
from models.sharing.act import SharedAct, time_of
from models.sharing.told import ToldAct
from models.storage.errors import UnreadableRowError
from models.storage.shared.errors import ActUnreadableError
from models.storage.shared.lines import change_in, line_of
from models.values.sentence import Sentence, read_sentence

LARGEST_TEXT, MOST_VALUES = 128_000_000, 6_000_000
"""Bytes of one JSON text, and what may begin another value in it."""
LATEST = 3000
"""No clock is as wrong as that: years from here on are refused, and leave every later stamp room."""
_GID = re.compile(r"[0-9a-f]{32}(@client)?")
_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00 ([0-9a-f]{32}|-)")
_TOLD = ("kind", "label", "who", "device", "at", "gid", "stamp")
_IN_BODY = ("kind", "label", "who", "device", "at")
_DERIVED: Mapping[type[Any], Any] = {
    Rating: lambda r: rating_id(r.assessment_id, r.sign_id),
    Ballot: lambda r: ballot_id(r.assessment_id, r.sign_id, r.number),
    Vote: lambda r: vote_id(r.ballot_id, r.stakeholder_id),
    Judgement: lambda r: judgement_id(r.assessment_id, r.point_id),
    RegisterCell: lambda r: cell_id(r.entry_id, r.column_id),
    Gate: lambda r: gate_id(r.assessment_id, r.phase_id),
    Dependency: lambda r: dependency_id(r.action_id, r.after_id),
}


def act_as_told(act: SharedAct) -> dict[str, Any]:
    """The act as `act_in` reads it."""
    told = {name: getattr(act, name) for name in _TOLD}
    return {**told, "seen": list(act.seen), "changes": [line_of(change) for change in act.changes]}


def act_in(told: Any) -> SharedAct:
    """What `act_as_told` wrote. Raises ValueError, KeyError, TypeError, UnreadableRowError for anything else."""
    fields = {name: text_in(told[name]) for name in _TOLD}
    seen = tuple(text_in(gid) for gid in told["seen"])
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
    return SharedAct(**fields, seen=seen, changes=changes)


def folded(act: SharedAct) -> ToldAct:
    """The act as it stands on a hub."""
    told = act_as_told(act)
    body = {name: told[name] for name in (*_IN_BODY, "changes")}
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return ToldAct(act.gid, act.stamp, act.seen, zlib.compress(text.encode()))


def unfolded(told: ToldAct) -> SharedAct:
    """What `folded` made; whoever sent it stands beside the name that it tells. Raises ActUnreadableError."""
    try:
        reader = zlib.decompressobj()
        text = reader.decompress(told.body, LARGEST_TEXT).decode()
        if not reader.eof or sum(map(text.count, ",[{")) > MOST_VALUES:
            raise ValueError("size")
        body = json.loads(text)
        who = signed_name(text_in(body["who"]), told.signed)
        return act_in({**body, "who": who, "gid": told.gid, "stamp": told.stamp, "seen": told.seen})
    except (UnreadableRowError, zlib.error, KeyError, TypeError, ValueError, OverflowError, RecursionError) as error:
        raise ActUnreadableError(name=told.signed) from error


def signed_name(who: str, signed: str) -> str:
    """Whose an act is: the name that it tells and the one under which it came, where these differ."""
    alike = not signed or who.casefold() == signed.casefold() or who.endswith(f"({signed})")
    return who if alike else f"{who} ({signed})"


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


def text_in(value: Any) -> str:
    """The text that it is. Raises TypeError for what is none, ValueError for one that no file can hold."""
    if not isinstance(value, str):
        raise TypeError("text")
    value.encode()  # no lone surrogates: no file can hold them
    return value
