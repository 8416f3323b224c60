"""A package as bytes: a zip of JSON, files and content packs, as `resources/hand_over/FORMAT.md` says.

What comes from outside is read with limits, and whatever is not exactly what Clearway writes is refused as a whole.
"""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from models.engagement.engagement import Asset
from models.hashes import sha256
from models.sharing.act import SharedAct
from models.storage.errors import UnreadableRowError
from models.storage.shared.errors import HandOverError, HandOverNewerError, HandOverTooLargeError
from models.storage.shared.package import Handed, Package
from models.storage.shared.told import LARGEST_TEXT, MOST_VALUES, act_as_told, act_in, text_in

FORMAT, VERSION = "clearway-hand-over", 1
LARGEST, MOST_PARTS = 512_000_000, 20_000
"""Bytes unpacked, and entries of the zip."""


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
            parts.writestr(f"engagements/{number}.json", _json([act_as_told(act) for act in handed.acts]))
        for number, text in enumerate(package.methods.values()):
            parts.writestr(f"methods/{number}.toml", text)
        for asset in package.assets.values():
            parts.writestr(f"files/{asset.id}", asset.data, zipfile.ZIP_STORED)
    return made.getvalue()


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
        engagements = [Handed(text_in(key), tuple(self._acts(n))) for n, key in enumerate(told["engagements"])]
        methods = {text_in(key): self._read(f"methods/{n}.toml").decode() for n, key in enumerate(told["methods"])}
        assets = {asset.id: asset for asset in map(self._asset, told["files"])}
        if not engagements or len({handed.id for handed in engagements}) < len(engagements):
            raise ValueError("engagements")
        return Package(self._name, text_in(told["made"]), text_in(told["by"]), tuple(engagements), assets, methods)

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
        asset_id = text_in(told["id"])
        data = self._read(f"files/{asset_id}")
        if sha256(data) != asset_id:
            raise ValueError("file")
        return Asset(id=asset_id, name=text_in(told["name"]), media_type=text_in(told["media_type"]), data=data)

    def _acts(self, number: int) -> Iterator[SharedAct]:
        return map(act_in, self._json(f"engagements/{number}.json"))
