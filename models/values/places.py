"""Where the platform keeps a person's files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from models.values.refusal import Refusal


def data_place() -> Path:
    """Where what the person makes is kept, as in `~/.local/share/Clearway` on Linux. Raises Refusal."""
    import platformdirs

    return _whole(platformdirs.user_data_path)


def config_place() -> Path:
    """Where what is set for this computer is kept. Raises Refusal."""
    import platformdirs

    return _whole(platformdirs.user_config_path)


def cache_place() -> Path:
    """Where what may be taken away again is kept. Raises Refusal."""
    import platformdirs

    return _whole(platformdirs.user_cache_path)


def log_place() -> Path:
    """Where programs write what went wrong. Raises Refusal."""
    import platformdirs

    return _whole(platformdirs.user_log_path)


def _whole(place: Callable[..., Path]) -> Path:
    """A path that does not depend on the folder Clearway was started in: else each start would find another library."""
    try:
        found: Path | None = place("Clearway", appauthor=False)
    except RuntimeError:  # neither HOME nor the system knows a folder for this person
        found = None
    if found is None or not found.is_absolute():
        raise Refusal(
            "Clearway cannot tell where your files belong. Set HOME to your own folder, or name a library: clearway "
            "--library FILE"
        )
    return found
