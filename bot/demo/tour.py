"""Plays the whole story without a browser, tells it, and keeps what people got."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from bot.commands.yearly import WantedReport, documents, figures
from bot.demo.scene import NotAsTold
from bot.demo.stage import Stage, staged
from bot.demo.story import TOUR
from bot.demo.tale import Tale
from bot.private import FOLDER_MODE
from domain.localtime import local_day
from standin.people.person import Person
from texts.documents.report_pages import Wishes


async def play(out: Path | None = None, tale: Tale = TOUR) -> bool:
    """Play every scene on a moved clock; return whether each came out.

    Prints the transcript; with `out` it is also written there, with every file people got.
    """
    begun = time.monotonic()
    async with staged(tale.network(), tale.cast) as stage:
        mistake = await _scenes(stage, tale)
        told = _transcript(stage)
        _tell(told)
        if out is not None:
            _keep(stage, out, told)
            await _report(stage, out)
    if mistake:
        _tell(f"Not as told: {mistake}")
    else:
        n = len(tale.scenes)
        _tell(f"{n} of {n} steps came out, {time.monotonic() - begun:.1f} s.")
    return mistake is None


async def _scenes(stage: Stage, tale: Tale) -> str | None:
    for number, scene in enumerate(tale.scenes, 1):
        _tell(f"{number:>2}. {scene.title['de']}: {scene.text['de']}")
        try:
            await scene.play(stage)
        except NotAsTold as mistake:
            return str(mistake)
    return None


def _tell(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _transcript(stage: Stage) -> str:
    chats = stage.phones()
    return "\n\n".join(f"== {_name(person)}\n\n{person.reads()}" for person in chats)


def _name(person: Person) -> str:
    return str(person.user["first_name"])


async def _report(stage: Stage, out: Path) -> None:
    """Write the report of the year that was played, in every form."""
    zone = stage.network.zone
    request = WantedReport(2027, local_day(stage.clock.now(), zone), wishes=Wishes(sample=True))
    found = await figures(stage.database, stage.network, request)
    documents(stage.network, found, request, out)


def _keep(stage: Stage, out: Path, told: str) -> None:
    """Write the transcript and every file that was sent, by whom it reached."""
    out.mkdir(FOLDER_MODE, parents=True, exist_ok=True)
    (out / "transcript.txt").write_text(f"{told}\n", encoding="utf-8")
    ledger = [entry.body for entry in stage.telegram.ledger]
    text = json.dumps(ledger, ensure_ascii=False, indent=1)
    (out / "ledger.json").write_text(text, encoding="utf-8")
    for person in stage.phones():
        for number, message in enumerate(person.messages, 1):
            if message.document is not None:
                name = f"{person.id}-{number:02}-{Path(message.document.name).name}"
                (out / name).write_bytes(message.document.content)
