"""Draws the guide's pictures anew in each of its languages, from the sample: python -m tests.guide_pictures"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "resources" / "guide"
PICTURES = {
    "library": "library",
    "diagnose": "diagnose",
    "results": "results",
    "playbook": "playbook-integration-plan",
    "plan": "plan-decide",
    "report": "report",
}
"""Of the guide, and the screen each is taken from."""
WIDTH, COLOURS = 760, 48


def main() -> int:
    """Writes them small: a guide is no brochure."""
    for folder in sorted(path for path in GUIDE.iterdir() if path.is_dir()):
        draw(folder)
    return 0


def draw(guide: Path) -> None:
    """The pictures of one language, into the folder that bears its name."""
    with tempfile.TemporaryDirectory() as folder:
        size = ("--size", "1093x614", "--until", "report", "--language", guide.name)
        command = [sys.executable, "-m", "desktop.command_line", "screenshots", folder, *size]
        subprocess.run(command, check=True, cwd=ROOT)
        for name, screen in PICTURES.items():
            found = next(path for path in sorted(Path(folder).iterdir()) if path.name[3:].startswith(f"{screen}-"))
            picture = Image.open(found).convert("RGB")
            small = picture.resize((WIDTH, picture.height * WIDTH // picture.width), Image.Resampling.LANCZOS)
            small.quantize(COLOURS).save(guide / f"{name}.png", optimize=True)


if __name__ == "__main__":
    sys.exit(main())
