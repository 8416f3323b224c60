"""The key of the built-in pack: what begins today is made with it."""

from __future__ import annotations

from models.method.check import read_method
from resources import resource_text

KEY = read_method(resource_text("method/clearway.toml"), "clearway.toml").key
