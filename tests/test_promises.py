"""What the house promises about itself, read from its own files."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import fields
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Annotated, get_args, get_origin, get_type_hints

import pytest

from domain.draft import WAYS_IN
from handlers import FEATURES
from talk.action import MOST_BYTES, Action, OneOf, Within
from talk.form import Form
from tests.sources import parsed, walk
from texts.catalogue import Texts, languages
from texts.faces import SHARED
from texts.faces import asked as asking

ROOT = Path(__file__).parent.parent
ROOMS = ("bot", "handlers", "scheduler", "storage", "texts", "talk", "domain", "standin")
#: The only places that may look at a clock.
CLOCKS = {"bot/clock.py", "standin/world/clock.py"}
#: German is meant here: what people type, and the stage of the demo.
GERMAN = ("texts/", "bot/demo/", "bot/network_file.py")
LONGEST_FILE = 400
_UMLAUT = re.compile(r"[äöüßÄÖÜ]")


def files(*rooms: str) -> Iterator[tuple[str, ast.Module, str]]:
    for room in rooms or ROOMS:
        yield from _files_of(room)


@cache
def _files_of(room: str) -> list[tuple[str, ast.Module, str]]:
    """Return each file of a room with what stands in it, read once for all tests."""
    found = []
    for path in sorted((ROOT / room).rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        found.append((path.relative_to(ROOT).as_posix(), parsed(path), source))
    return found


def docstrings(tree: ast.Module) -> set[int]:
    """Return the ids of the constants that are docstrings."""
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return {
        id(node.body[0].value)
        for node in walk(tree)
        if isinstance(node, owners) and node.body and isinstance(node.body[0], ast.Expr)
    }


def strings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield all texts in the code with their lines, without docstrings."""
    known = docstrings(tree)
    for node in walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in known:
            yield node.lineno, node.value


def test_only_the_clock_reads_the_time() -> None:
    reads = re.compile(r"\b(datetime\.(now|utcnow|today)|date\.today|time\.time)\(")
    found = [
        f"{name}:{source[: match.start()].count(chr(10)) + 1}"
        for name, _, source in files()
        if name not in CLOCKS
        for match in reads.finditer(source)
    ]

    assert found == []


#: What is asked of a moment, and answered by the clocks of a zone.
OF_A_DAY = {"date", "year", "month", "day", "isocalendar", "weekday", "isoweekday"}
#: Times of the machine, which belongs to no network: how its journal and its backups are told.
OF_THE_MACHINE = {"storage/erasures.py", "bot/backups.py"}
NAMES_THE_DAY = "domain/localtime.py"


def test_which_day_it_is_the_network_says() -> None:
    found = [
        f"{name}:{node.lineno}"
        for name, tree, _ in files()
        if name not in {NAMES_THE_DAY, *OF_THE_MACHINE} and not name.startswith("standin/")
        for node in walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in OF_A_DAY and _is_moment(node.value)
    ]

    assert found == []


def _is_moment(value: ast.expr) -> bool:
    """Return whether this is a moment, told in UTC: by its name, or as what a clock says."""
    if isinstance(value, ast.Call):
        return _named(value.func) in {"now", "system_clock", "astimezone"}
    return _named(value) == "now" or _named(value).endswith("_at")


def _named(value: ast.expr) -> str:
    return str(getattr(value, "attr", "") or getattr(value, "id", ""))


def test_no_german_in_code() -> None:
    found = [
        f"{name}:{line} {text!r}"
        for name, tree, _ in files()
        if not name.startswith(GERMAN)
        for line, text in strings(tree)
        if _UMLAUT.search(text)
    ]

    assert found == []


def test_no_file_is_too_long() -> None:
    found = [
        f"{name} {source.count(chr(10))}"
        for name, _, source in files()
        if "/migrations/" not in name  # a migration is written down once and never read in parts
    ]
    too_long = [entry for entry in found if int(entry.rsplit(" ", 1)[1]) > LONGEST_FILE]

    assert too_long == []


def used_text_ids() -> tuple[set[str], set[str]]:
    """Return the texts named in the code, and the beginnings of names made at run time."""
    named: set[str] = set()
    families: set[str] = set()
    for _, tree, _ in files():
        for node in walk(tree):
            if isinstance(node, ast.JoinedStr):
                families |= _beginning(node)
        named |= {text for _, text in strings(tree)}
    return named, families


def _beginning(node: ast.JoinedStr) -> set[str]:
    first = node.values[0]
    if isinstance(first, ast.Constant) and isinstance(first.value, str):
        return {first.value} if re.fullmatch(r"[a-z][a-z0-9-]*-", first.value) else set()
    return set()


def label_families() -> set[str]:
    """Return the beginnings of all labels asked for by kind: `label("topic", …)`."""
    kinds = set()
    for _, tree, _ in files():
        for node in walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "label":
                kind = node.args[0]
                if isinstance(kind, ast.Constant) and isinstance(kind.value, str):
                    kinds.add(f"{kind.value}-")
    return kinds


#: Closed lists are complete, also where a slug is only read from a table so far.
CLOSED_LISTS = {
    f"{kind}-"
    for kind in (
        "goal-status", "offer", "mine", "contact-format", "contact-length",
        "feedback", "goal", "procedure", "correction-reason", "became", "judged", "measure-about",
    )
}  # fmt: skip


def forms() -> list[Form]:
    """Return all forms, which are told by the names of their questions."""
    modules = [import_module(f"talk.{path.stem}") for path in (ROOT / "talk").glob("*.py")]
    found = [each for module in modules for each in vars(module).values()]
    return [each for each in found if isinstance(each, Form)]


def test_every_text_is_used() -> None:
    named, families = used_text_ids()
    for form in forms():
        asked = {f"{form.name}-{each.name}" for each in form.questions}
        named |= (
            {f"{form.name}-head"}
            | asked
            | {f"{SHARED}-{each.name}" for each in form.questions}
            | {f"{e}-{part}" for e in asked for part in ("chosen", "n", "yes")}
        )
    beginnings = tuple(families | label_families() | CLOSED_LISTS)
    unused = [
        text_id
        for text_id in sorted(Texts().ids())
        if text_id not in named and not text_id.startswith(beginnings)
    ]

    assert unused == []


def called_text_ids() -> Iterator[tuple[str, str]]:
    """Yield where which text is said by its full name."""
    for name, tree, _ in files("handlers", "scheduler", "texts", "bot"):
        for node in walk(tree):
            if isinstance(node, ast.Call) and _says(node.func) and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield f"{name}:{node.lineno}", first.value


def _says(function: ast.expr) -> bool:
    if isinstance(function, ast.Name):
        return function.id == "texts"
    if not isinstance(function, ast.Attribute):
        return False
    owner = function.value
    said_by = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
    if function.attr in {"text", "notice"}:
        return said_by == "visit"
    return function.attr == "texts" or (function.attr == "plain" and said_by == "texts")


@pytest.mark.parametrize("language", languages())
def test_every_form_says_each_of_its_questions(language: str) -> None:
    known = Texts(language, strict=True).ids()
    asked = {asking(Texts(language), form, each) for form in forms() for each in form.questions}

    assert asked - known == set()
    kept = {form.name for form in forms()} - WAYS_IN  # what may wait is offered by its name
    assert {f"dialogue-{name}" for name in kept} - known == set()
    assert len(forms()) == len({form.name for form in forms()}) > 0


#: Asked by another form in the same words, at a step of another name: a list that gets shorter.
ALIKE = {"access-district"}


def borrowed(language: str) -> set[str]:
    """Return the texts that are nothing but another one: those words stand once."""
    written = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "texts" / language).glob("*.ftl")
    )
    return set(re.findall(r"(?m)^([a-z-]+) = \{ [a-z-]+ \}$", written))


@pytest.mark.parametrize("language", languages())
def test_no_two_forms_ask_in_the_same_words(language: str) -> None:
    texts = Texts(language)
    ids = {asking(texts, form, each) for form in forms() for each in form.questions}
    ids -= ALIKE | borrowed(language)
    plain = [texts.plain(each) for each in sorted(ids) if not texts.variables(each)]

    assert [words for words in plain if plain.count(words) > 1] == []


@pytest.mark.parametrize("language", languages())
def test_every_text_that_is_said_exists(language: str) -> None:
    known = Texts(language, strict=True).ids()
    missing = [f"{where} {text_id}" for where, text_id in called_text_ids() if text_id not in known]

    assert missing == []


def every_action(of: type[Action] = Action) -> list[type[Action]]:
    """Return all that a button may carry, without those that only others are made of."""
    # A slotted dataclass leaves its unslotted twin behind, which its module does not know.
    return [
        found
        for direct in of.__subclasses__()
        if getattr(sys.modules[direct.__module__], direct.__name__) is direct
        for found in ([direct] if direct.CODE else []) + every_action(direct)
    ]


def test_no_two_actions_look_alike() -> None:
    codes = [action.CODE for action in every_action()]

    assert FEATURES
    assert sorted(codes) == sorted(set(codes))
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", code) for code in codes)


def test_every_action_fits_a_button_with_large_numbers() -> None:
    too_long = []
    for action in every_action():
        kinds = get_type_hints(action, include_extras=True)
        values = [_large(f.name, kinds[f.name]) for f in fields(action)]
        if len(":".join([action.CODE, *values])) > MOST_BYTES:
            too_long.append(action.__name__)

    assert too_long == []


def _large(name: str, kind: object) -> str:
    """Return the longest value a field may have: ids of ten digits, slugs of 24 letters."""
    if kind is int:
        return "9" * (10 if name.endswith("_id") else 4)
    if get_origin(kind) is Annotated and get_args(kind)[0] is int:
        return max((str(n) for n in _ends(get_args(kind)[1])), key=len)
    return "x" * 24


def _ends(bounds: Within | OneOf) -> Sequence[object]:
    return (bounds.least, bounds.most) if isinstance(bounds, Within) else bounds.values


#: Features that are steps of others have their story there.
TOLD_BY = {"forms": "exchange", "announce_progress": "announce", "announce_saved": "announce"}


def test_every_feature_has_a_chat_story() -> None:
    stories = {path.stem.removeprefix("test_") for path in (ROOT / "tests/chat").glob("test_*.py")}
    features = {getattr(feature, "__name__", "").rpartition(".")[2] for feature in FEATURES}

    assert {TOLD_BY.get(name, name) for name in features} - stories == set()


def test_handlers_name_no_channel() -> None:
    """What they say is said by any channel; addresses and names of its own come from it."""
    named = re.compile(r"telegram|t\.me\b", re.IGNORECASE)
    found = [
        f"{name}:{line}"
        for name, tree, _ in files("handlers")
        for line, text in strings(tree)
        if named.search(text)
    ]

    assert found == []
