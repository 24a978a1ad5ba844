"""Makes the sample reports of the shipped networks: made-up years, the same each time."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from bot.demo.year_play import play
from bot.network_file import load, shipped
from domain.problem import Problem
from texts.documents.report_signs import typefaces
from texts.documents.report_template import default_template
from texts.documents.whole import write_whole

#: What texts and charts are laid out in; another one gives other Word, PDF and HTML files.
TYPEFACE = "Liberation Sans"
FOLDER = Path(__file__).resolve().parents[2] / "docs" / "samples"
SEED, YEARS = 1, 3


def make(folder: Path) -> list[Path]:
    """Write the samples into a folder, one below it for each network; return the files.

    Raises Problem where their typeface is missing: what came out would differ from place to place.
    """
    if TYPEFACE not in typefaces():
        raise Problem(f"the samples need {TYPEFACE} (Debian: fonts-liberation)")
    folder.mkdir(parents=True, exist_ok=True)
    files = [write_whole(folder / "vorlage.docx", default_template())]
    for name in shipped():
        files += _reports(name, folder / name)
    return files


def _reports(name: str, folder: Path) -> list[Path]:
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as stage:
        played = asyncio.run(play(load(name), Path(stage), seed=SEED, years=YEARS))
        return [write_whole(folder / each.name, each.read_bytes()) for each in played.documents]


if __name__ == "__main__":
    try:
        for file in make(Path(sys.argv[1]) if sys.argv[1:] else FOLDER):
            sys.stdout.write(f"{file}\n")
    except Problem as problem:
        sys.exit(f"samples: {problem}")
