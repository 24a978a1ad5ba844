"""The commands of the handbook, as they stand there: nothing of them is typed a second time."""

from __future__ import annotations

import re

from tests.process.support import ROOT

PAGE = (ROOT / "docs" / "betrieb.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^```(\w*)\n([\s\S]*?)^```$", re.MULTILINE)


def section(title: str) -> str:
    """Return the text under a heading, up to the next one of its rank or above."""
    begun = re.search(rf"^(##+) {re.escape(title)}\n", PAGE, re.MULTILINE)
    assert begun, f"the handbook has no heading {title!r}"
    rest = PAGE[begun.end() :]
    over = re.search(rf"^#{{2,{len(begun[1])}}} ", rest, re.MULTILINE)
    return rest[: over.start()] if over else rest


def commands(title: str) -> list[str]:
    """Return the commands under a heading, in their order."""
    found: list[str] = []
    for kind, text in _BLOCK.findall(section(title)):
        whole = text.replace("\\\n", " ")
        lines = [line.strip() for line in whole.splitlines()]
        if kind == "console":
            lines = [line.removeprefix("$ ") for line in lines if line.startswith("$ ")]
        found += [re.sub(r"\s+", " ", line) for line in lines if line and not line.startswith("#")]
    return found


def one(title: str, beginning: str) -> str:
    """Return the command under a heading that begins so; there is exactly one."""
    (found,) = {each for each in commands(title) if each.startswith(beginning)}
    return found
