"""Engagements as JSON that a person can read and write, by the schema `resources/schema/engagement.schema.json`."""

from models.exchange.reading import read_engagement
from models.exchange.structure import ExchangeError
from models.exchange.writing import write_engagement

__all__ = ["ExchangeError", "read_engagement", "write_engagement"]
