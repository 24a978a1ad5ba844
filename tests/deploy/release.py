"""What a release is: all files of the project, and the wheel made of them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.process.support import ROOT, TOKEN


def wheel(folder: Path) -> Path:
    """Build the wheel that a release would be."""
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation"]
    source = checkout(folder / "source")
    subprocess.run([*command, "-w", str(folder), str(source)], check=True, capture_output=True)
    (found,) = folder.glob("netzbote-*.whl")
    return found


def checkout(folder: Path) -> Path:
    """Return a copy of all files that belong to the project, as they are now."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    return folder


#: What `setup` asks, and what somebody types who takes what is proposed.
ANSWERS = (
    ("Bot token", TOKEN),
    ("Network", "rhein-kreis-neuss"),
    ("Database", ""),
    ("Folder for backups", ""),
    ("Office of the first lead", "rkn-kaarst"),
)
