"""`--all` of doctor and status: one line for each network of the machine, more for the bad ones."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.commands.common import say, words, write_json
from bot.fleet import FOLDER, Answered, ask_all
from bot.marks import MEANT, clashes

AllNetworks = Annotated[
    bool, typer.Option("--all", help="Look at every network of this machine, a line each.")
]
#: Not looked at before it is needed: the user of one network may not read it.
Folder = Annotated[
    Path, typer.Option(readable=False, help="Where the networks' folders lie, for --all.")
]
USUAL_FOLDER = FOLDER


@dataclass(slots=True)
class Judged:
    """What is known of one network: a few words, and each thing that is wrong with its remedy."""

    name: str
    text: str
    wrong: list[tuple[str, str]] = field(default_factory=list)


def doctor_all(folder: Path, *, as_json: bool) -> None:
    """Examine all networks, and what they share and must not. Exit code 1 if one is wrong."""
    salt = secrets.token_hex(16)
    asked = ask_all(folder, "doctor", "--json", "--marks", salt)
    verdicts = {one.member.name: _examined(one) for one in asked}
    known = {one.member.name: one.answer["marks"] for one in asked if one.answer is not None}
    for one, other, mark in clashes(known):
        what, setting = MEANT[mark]
        for name, their in ((one, other), (other, one)):
            text = f"shares its {what} with {their}", f"change {setting} of one of them"
            verdicts[name].wrong.append(text)
    _tell(list(verdicts.values()), "", as_json=as_json, quiet=False)


def _examined(one: Answered) -> Judged:
    if one.answer is None:
        return _broken(one)
    findings: list[dict[str, str]] = one.answer["findings"]
    warnings = sum(each["state"] == "warning" for each in findings)
    network = next(
        (f["text"] for f in findings if (f["name"], f["state"]) == ("network", "ok")), ""
    )
    wrong = [
        (f"{each['name']}: {each['text']}", each["remedy"])
        for each in findings
        if each["state"] == "wrong"
    ]
    text = f"{network}, {words('doctor-warnings', n=warnings)}" if warnings else network
    return Judged(one.member.name, text.strip(", "), wrong)


def status_all(folder: Path, *, quiet: bool, as_json: bool) -> None:
    """Say of all networks whether they are well. Exit code 1 if one is not."""
    verdicts = [_stated(one) for one in ask_all(folder, "status", "--json")]
    _tell(verdicts, "What to do says: netzbote doctor --all", as_json=as_json, quiet=quiet)


def _stated(one: Answered) -> Judged:
    if one.answer is None:
        return _broken(one)
    wrong = [(f"{name}: {text}", "") for name, text in one.answer["wrong"].items()]
    return Judged(one.member.name, one.answer["name"], wrong)


def _broken(one: Answered) -> Judged:
    return Judged(one.member.name, str(one.member.folder), [(one.problem, "")])


def _tell(verdicts: list[Judged], remedy: str, *, as_json: bool, quiet: bool) -> None:
    bad = [one for one in verdicts if one.wrong]
    if as_json:
        write_json([_plain(one) for one in verdicts])
    else:
        for line in _lines(bad if quiet else verdicts):
            say(line)
        if bad and remedy:
            say(remedy)
    if bad:
        raise typer.Exit(1)


def _plain(one: Judged) -> dict[str, Any]:
    wrong = [{"text": text, "remedy": remedy} for text, remedy in one.wrong]
    return {"name": one.name, "text": one.text, "wrong": wrong}


def _lines(verdicts: list[Judged]) -> Iterator[str]:
    width = max((len(one.name) for one in verdicts), default=0)
    for one in verdicts:
        yield f"{'wrong' if one.wrong else 'ok':<8} {one.name:<{width}} {one.text}".rstrip()
        for text, remedy in one.wrong:
            yield f"{'':<8} {text}"
            if remedy:
                yield f"{'':<8} -> {remedy}"
