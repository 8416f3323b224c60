"""The built-in pack, and its key: what begins today is made with it."""

from __future__ import annotations

from models.method.check import read_method
from resources import resource_text

BUILT_IN = read_method(resource_text("method/clearway.toml"), "clearway.toml")
KEY = BUILT_IN.key
