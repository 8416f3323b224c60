"""Which Clearway this is. `pyproject.toml` reads it from here, so it stands in one place."""

VERSION = "0.1.0"
