"""The command line."""

from models.later import spare_the_unlikely

spare_the_unlikely()
