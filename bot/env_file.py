"""The file of settings: read strictly, so that no line of it is passed over without a word."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Mapping
from pathlib import Path

from dotenv.parser import Binding, parse_stream

from domain.problem import Problem
from storage.disk import why

#: What the name of each of our settings begins with.
PREFIX = "NETZBOTE_"
#: What names another file than `.env` in the working folder; of use in the environment only.
NAMED = f"{PREFIX}SETTINGS_FILE"
USUAL = Path(".env")
MOST_BYTES = 1_000_000
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


class EnvFileProblem(Problem, ValueError):
    """The file cannot be read as it is; the message names the line, never what stands in it."""


def settings_file(environment: Mapping[str, str] = os.environ) -> Path:
    """Return which file of settings is read, if it is there."""
    return Path(environment.get(NAMED) or USUAL)


def check(path: Path, *, must_be_there: bool) -> None:
    """Raise EnvFileProblem if a file is there that a program would understand only in part."""
    if not os.path.lexists(path):
        if must_be_there:
            raise EnvFileProblem(f"{NAMED}: {path} is not there; netzbote setup makes it")
        return
    seen: dict[str, int] = {}
    for line in _bindings(path):
        number = line.original.line + _blank_lines(line.original.string)
        if line.error or (line.key is not None and line.value is None):
            raise EnvFileProblem(f"{path}, line {number}: is no NAME=VALUE; put # before a remark")
        if line.key is None:
            continue
        if not _NAME.fullmatch(line.key):
            raise EnvFileProblem(f"{path}, line {number}: begins with no name of a setting")
        first = seen.setdefault(line.key.upper(), number)
        if first != number:
            name = line.key.upper()
            raise EnvFileProblem(f"{path}: {name} stands in lines {first} and {number}; keep one")


def values_of(path: Path) -> dict[str, str]:
    """Return what can be read of a file; what cannot be is left out."""
    try:
        return {line.key: line.value for line in _bindings(path) if line.key and line.value}
    except (OSError, EnvFileProblem):
        return {}


def _bindings(path: Path) -> list[Binding]:
    return list(parse_stream(io.StringIO(_text(path))))


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except IsADirectoryError:
        raise EnvFileProblem(f"{path} is a folder; it must be a file") from None
    except OSError as error:
        raise EnvFileProblem(f"{path} cannot be read: {why(error, path)}") from None
    if len(content) > MOST_BYTES:
        raise EnvFileProblem(f"{path} is larger than {MOST_BYTES // 1_000_000} MB")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise EnvFileProblem(f"{path} is saved as UTF-16; save it as UTF-8")
    if b"\0" in content:
        raise EnvFileProblem(f"{path} holds signs that are no text (NUL); save it as UTF-8")
    try:
        return content.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError:
        raise EnvFileProblem(f"{path} is not UTF-8; save it with that encoding") from None


def _blank_lines(original: str) -> int:
    """Return how many empty lines stand before a line; the parser counts from the first."""
    return original[: len(original) - len(original.lstrip())].count("\n")
