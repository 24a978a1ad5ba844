"""Draws the Word files of `docs/samples` by LibreOffice: `make word`, by hand.

Tells for each how many pages it has and how full they are, and what is wrong: too many pages, one
that is half empty, or words that are in the file and on no page.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from docx.oxml.ns import qn

from tests.programs import find
from tests.report.in_word import opened, paragraphs_of
from tests.report.test_leaves import FILLED, MOST_PAGES, filled
from tests.report.test_pdf import leaves_of

SAMPLES = Path(__file__).parents[2] / "docs" / "samples"
#: Most pages of the short form, whose files are named so.
SHORT, MOST_SHORT = "-kurz", 4
#: Lines end within words, and at hyphens that belong to them.
_TIES = re.compile("[-\u00ad\u2010]\\s*")


def faults(file: Path, content: bytes, pages: list[float]) -> Iterator[str]:
    """Yield what is wrong with a file that is drawn as a PDF of pages so full."""
    most = MOST_SHORT if file.stem.endswith(SHORT) else MOST_PAGES
    if len(pages) > most:
        yield f"{len(pages)} pages, at most {most} may be"
    yield from (f"page {n} is half empty" for n, p in enumerate(pages[:-1], 1) if p < FILLED)
    missing = _words(_text(file)) - _words("".join(leaves_of(content)))
    if missing:
        yield f"on no page: {', '.join(missing)}"


def _text(file: Path) -> str:
    every = paragraphs_of(opened(file.read_bytes()))
    return "\n".join("".join(t.text or "" for t in p._p.iter(qn("w:t"))) for p in every)


def _words(text: str) -> Counter[str]:
    """Return the words; how they are broken into lines is left out."""
    return Counter(_TIES.sub("", text).split())


def _drawn(file: Path, program: str, folder: Path) -> bytes:
    settings = f"-env:UserInstallation={(folder / 'settings').as_uri()}"
    order = [
        program,
        settings,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(file),
    ]
    subprocess.run(order, check=True, capture_output=True)
    return (folder / file.name).with_suffix(".pdf").read_bytes()


def check(file: Path, program: str) -> list[str]:
    """Draw a file, tell its pages, and return what is wrong."""
    with tempfile.TemporaryDirectory() as name:
        content = _drawn(file, program, Path(name))
        pages = filled(content, Path(name))
    found = [*faults(file, content, pages)]
    told = " ".join(f"{page:.0%}" for page in pages)
    sys.stdout.write(f"{file.name}: {len(pages)} pages, {told}\n")
    sys.stdout.writelines(f"  {fault}\n" for fault in found)
    return found


if __name__ == "__main__":
    office = shutil.which("soffice")
    if office is None or find("pdftotext") is None:
        sys.exit("missing (Debian: libreoffice-writer-nogui, poppler-utils, fonts-liberation)")
    wrong = [check(file, office) for file in sorted(SAMPLES.glob("*/*.docx"))]
    sys.exit(any(wrong))
