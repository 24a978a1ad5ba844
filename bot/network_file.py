"""Reads a network's file and says in one line what is wrong with it.

The file has the shape of `domain.network.Network`, key by key.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from bot import toml_file
from bot.bounded import TooDear, bounded
from bot.toml_file import TomlProblem
from domain.contacts import contact_of
from domain.holidays import holidays_of
from domain.network import Network
from domain.problem import Problem
from storage.disk import why
from texts.catalogue import Texts, languages
from texts.institutions import twins

SHIPPED = Path(__file__).resolve().parents[1] / "deploy" / "networks"
HOLIDAY_YEARS = range(2023, 2041)
#: Keys of earlier versions that no code reads: they change nothing, and may stay in a file.
RETIRED = frozenset({"defaults.offer_hours", "defaults.late_offer_hours"})


class NetworkFileError(Problem):
    """A network's file cannot be used; the message is one line that names file, key and remedy."""


class _File(BaseModel):
    """Hands its strictness down to the plain values of the domain."""

    model_config = ConfigDict(extra="forbid")

    network: Network


def load(path_or_name: str | Path) -> Network:
    """Return the network of a file, or of a shipped file by its name.

    Raises NetworkFileError.
    """
    path = find(path_or_name)
    data = _with_template(_with_holidays(_parse(path)), path)
    try:
        network = _File.model_validate({"network": data}).network
    except ValidationError as error:
        problems = sorted(error.errors(include_url=False), key=_mistyped_keys_first)
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise NetworkFileError(f"{path}: {_explain(problems[0])}{more}") from None
    _check_labels(path, network)
    return network


def _check_labels(path: Path, network: Network) -> None:
    """Raise NetworkFileError if people could not tell two entries of one list apart."""
    for language in languages():
        if (same := twins(Texts(language), network)) is not None:
            raise NetworkFileError(
                f"{path}: {same.one} and {same.other} would both be called {same.label!r}; "
                "give one of them another name"
            )


def check_template(network: Network) -> None:
    """Raise NetworkFileError if the report cannot be written on the network's own Word file.

    Others made that file: it is read in a process of its own, whose memory and time are bounded.
    """
    if network.report.template is None:
        return
    try:
        bounded(look_at_template, network.report.template)
    except TooDear:
        raise TooDear(f"report.template: {network.report.template}") from None


def look_at_template(template: Path) -> None:
    """Do so in this process. Raises NetworkFileError."""
    from texts.documents.report_own import (  # memory: python-docx, in a process of its own
        TemplateProblem,
        check,
    )

    try:
        check(template)
    except TemplateProblem as problem:
        raise NetworkFileError(f"report.template: {problem}") from None


def shipped() -> tuple[str, ...]:
    """Return the names of the patterns that come with the program."""
    return tuple(sorted(path.stem for path in SHIPPED.glob("*.toml")))


def find(path_or_name: str | Path) -> Path:
    """Return the path of a file or of a shipped name; NetworkFileError if there is none."""
    path = Path(path_or_name)
    if str(path_or_name) in shipped():
        return SHIPPED / f"{path_or_name}.toml"
    try:
        path.stat()
    except PermissionError as error:
        raise NetworkFileError(f"{path}: cannot be read: {why(error, path)}") from None
    except OSError:
        names = ", ".join(shipped())
        raise NetworkFileError(
            f"{path}: no such file; give its path, or one of the patterns: {names}"
        ) from None
    return path


def pattern(name: str) -> str:
    """Return the text of a pattern. Raises NetworkFileError if there is none of that name."""
    if name not in shipped():
        raise NetworkFileError(f"{name}: no such pattern; there are: {', '.join(shipped())}")
    return (SHIPPED / f"{name}.toml").read_text(encoding="utf-8")


@cache
def public_holidays() -> frozenset[date]:
    """Return the public holidays of North Rhine-Westphalia in the years we plan for."""
    return frozenset().union(*map(holidays_of, HOLIDAY_YEARS))


def _parse(path: Path) -> dict[str, Any]:
    try:
        data = toml_file.read(path)
    except TomlProblem as problem:
        raise NetworkFileError(str(problem)) from None
    return {name: _without_retired(name, value) for name, value in data.items()}


def _without_retired(table: str, value: Any) -> Any:
    """Leave out what earlier versions asked for; `retired` names it."""
    if not isinstance(value, dict):
        return value
    return {key: each for key, each in value.items() if f"{table}.{key}" not in RETIRED}


def lacking(network: Network) -> list[tuple[str, tuple[str, ...]]]:
    """Return the offices that people cannot be told how to reach, and the keys that say nothing."""
    known = [contact_of(network.contacts, each.slug) for each in network.offices]
    return [(each.office, each.missing) for each in known if each.missing]


def retired(path_or_name: str | Path) -> list[str]:
    """Return the keys of a file that nothing reads any more. Raises TomlProblem."""
    data = toml_file.read(find(path_or_name))
    split = [key.partition(".") for key in sorted(RETIRED)]
    return [f"{table}.{key}" for table, _, key in split if key in dict(data.get(table, {}))]


def _with_holidays(data: dict[str, Any]) -> dict[str, Any]:
    """Put days in the place of `holidays = true` (the default) or `false`; a list stays."""
    quiet = data.get("quiet", {})
    if not isinstance(quiet, dict):
        return data
    wanted = quiet.get("holidays", True)
    if isinstance(wanted, bool):
        wanted = public_holidays() if wanted else frozenset()
    return {**data, "quiet": {**quiet, "holidays": wanted}}


def _with_template(data: dict[str, Any], path: Path) -> dict[str, Any]:
    """Put the place of the Word file into that of its path, which is told from the file's own."""
    report = data.get("report")
    if not isinstance(report, dict) or not isinstance(report.get("template"), str):
        return data
    template = path.absolute().parent / report["template"]
    return {**data, "report": {**report, "template": template}}


def _mistyped_keys_first(problem: ErrorDetails) -> bool:
    return problem["type"] != "unexpected_keyword_argument"


def _explain(problem: ErrorDetails) -> str:
    location = problem["loc"][1:]  # without the key "network" around it all
    key = _dotted(location) or "the file"
    match problem["type"]:
        case "unexpected_keyword_argument":
            return f"{key}: unknown key; {_suggest(location)}"
        case "missing":
            return f"{key}: is missing; add it"
        case "value_error":
            return f"{key}: {problem['ctx']['error']}"
        case "dataclass_type":
            return f"{key}: must be a table of keys, not {problem['input']!r}"
        case _:
            return f"{key}: {_sentence(problem['msg'])}, not {_shorten(problem['input'])}"


def _dotted(location: tuple[int | str, ...]) -> str:
    """Return `offices[2].slug` for a path of keys and positions; the first position is 1."""
    dotted = "".join(f"[{e + 1}]" if isinstance(e, int) else f".{e}" for e in location)
    return dotted.removeprefix(".")


def _suggest(location: tuple[int | str, ...]) -> str:
    known = _keys_at(location[:-1])
    close = difflib.get_close_matches(str(location[-1]), known, n=1)
    return f"did you mean {close[0]}?" if close else f"use one of: {', '.join(known)}"


def _keys_at(location: tuple[int | str, ...]) -> list[str]:
    part: Any = Network
    for key in location:
        if isinstance(key, str):
            hint = get_type_hints(part)[key]
            part = next((each for each in get_args(hint) if is_dataclass(each)), hint)
    return [each.name for each in fields(part)]


def _sentence(message: str) -> str:
    plain = re.sub(r"^(Input )?[Ss]hould", "must", message.split(", unable to")[0])
    return plain[0].lower() + plain[1:]


def _shorten(value: object) -> str:
    text = repr(value)  # bounded, as the file is
    return text if len(text) <= 60 else f"{text[:57]}..."
