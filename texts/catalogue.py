"""The catalogue of everything the product says: whole sentences from the .ftl files."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

FOLDER: Final = Path(__file__).parent
GERMAN: Final = "de"

_ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_TAG: Final = re.compile(r"</?[a-z][^>]*>")


class Html(str):
    """A value that is safe HTML already, made by the catalogue itself; it passes unescaped."""

    __slots__ = ()


class Texts:
    """All texts in one language, called by their id.

    A wrong id, a missing and a superfluous value raise ValueError: they are mistakes of ours.
    A text that only German has is said in German, unless `strict` is set as in the tests.
    """

    def __init__(self, language: str = GERMAN, *, strict: bool = False) -> None:
        self.language: Final = language
        self._strict = strict

    @cached_property
    def _source(self) -> _Source:
        """The texts of this language, read when the first one is asked for."""
        return _source(self.language)

    @cached_property
    def _fallback(self) -> _Source:
        lenient = self.language != GERMAN and not self._strict
        return _source(GERMAN) if lenient else self._source

    def __call__(self, text_id: str, /, **values: str | int) -> str:
        """Return a text as Telegram HTML; every value is escaped here and nowhere else."""
        source = self._source if text_id in self._source.variables else self._fallback
        return source.format(text_id, values)

    def plain(self, text_id: str, /, **values: str | int) -> str:
        """Return a text without tags and escapes: for labels, file names, command line."""
        text = self(text_id, **values)
        if "<" not in text and "&" not in text:
            return text
        return html.unescape(_TAG.sub("", text))

    def label(self, kind: str, slug: str) -> str:
        """Return the plain label of a slug: `label("topic", "basics")`."""
        return self.plain(f"{kind}-{slug}")

    def has(self, text_id: str) -> bool:
        """Return whether there is such a text, in this language or in German."""
        return text_id in self._source.variables or text_id in self._fallback.variables

    def ids(self) -> frozenset[str]:
        """Return the ids of all texts of this very language."""
        return frozenset(self._source.variables)

    def variables(self, text_id: str) -> frozenset[str]:
        """Return the names of the values a text wants; KeyError if this language has no such."""
        return self._source.variables[text_id]

    def warm_up(self) -> None:
        """Read the texts now, lest the first who asks has to wait for it."""
        _ = self._source, self._fallback

    def in_language(self, language: str) -> Texts:
        """Return the same texts in another language; German if there is no such language."""
        known = language if language in languages() else GERMAN
        return _texts(known, self._strict)


@cache
def languages() -> tuple[str, ...]:
    """Return the languages there are texts in."""
    return tuple(sorted({path.parent.name for path in FOLDER.glob("*/*.ftl")}))


class _Source:
    """The files of one language, parsed once."""

    def __init__(self, language: str) -> None:
        self._bundle = FluentBundle([language], use_isolating=False)
        entries: dict[str, ast.Message | ast.Term] = {}
        for path in sorted((FOLDER / language).glob("*.ftl")):
            resource = FluentParser(with_spans=False).parse(path.read_text(encoding="utf-8"))
            self._bundle.add_resource(resource)
            for name, entry in _entries(resource, path):
                if name in entries:
                    raise ValueError(f"{path}: {name} is there already; give it another name")
                entries[name] = entry
        self.variables: Final = {
            name: _variables(entry, entries)
            for name, entry in entries.items()
            if isinstance(entry, ast.Message)
        }
        self._patterns: Final = {
            name: pattern
            for name in self.variables
            if (pattern := self._bundle.get_message(name).value) is not None
        }

    def format(self, text_id: str, values: dict[str, Any]) -> str:
        wanted = self.variables.get(text_id)
        if wanted is None:
            raise ValueError(f"there is no text {text_id}")
        if values.keys() != wanted:
            raise ValueError(f"text {text_id} {_difference(wanted, values.keys())}")
        for name, value in values.items():
            if type(value) is str:
                values[name] = value.translate(_ESCAPES)
            elif type(value) is not int and type(value) is not Html:
                values[name] = _unusual(text_id, name, value)
        text, errors = self._bundle.format_pattern(self._patterns[text_id], values)
        if errors:
            raise ValueError(f"text {text_id} cannot be said: {errors[0]}")
        return str(text)


def _unusual(text_id: str, name: str, value: object) -> str:
    """Take members of our closed lists as the text they are."""
    if isinstance(value, str):
        return str(value).translate(_ESCAPES)
    raise ValueError(f"text {text_id} cannot say {name}: a {type(value).__name__}")


def _difference(wanted: frozenset[str], given: object) -> str:
    return f"wants the values {sorted(wanted)}, not {sorted(given)}"  # type: ignore[call-overload]


def _entries(resource: ast.Resource, path: Path) -> Iterator[tuple[str, ast.Message | ast.Term]]:
    for entry in resource.body:
        if isinstance(entry, ast.Message):
            if entry.value is None or entry.attributes:
                raise ValueError(f"{path}: {entry.id.name} must have a text and no attributes")
            yield entry.id.name, entry
        elif isinstance(entry, ast.Term):
            yield f"-{entry.id.name}", entry
        elif isinstance(entry, ast.Junk):
            line = (entry.content or "").splitlines()[0]
            raise ValueError(f"{path}: cannot be read: «{line}»")  # noqa: TRY004 - not about types


class _References(Visitor):
    """Collects what a text mentions: values, other messages, terms."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.entries: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the name is how the visitor finds it
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - likewise
        self.entries.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802 - likewise
        self.entries.add(f"-{node.id.name}")
        if node.arguments is not None:
            self.visit(node.arguments)


def _variables(
    entry: ast.Message | ast.Term, entries: dict[str, ast.Message | ast.Term]
) -> frozenset[str]:
    """Return the values a text wants, also through the messages it mentions."""
    found = _References()
    found.visit(entry)
    names = frozenset(found.variables)
    for mentioned in found.entries:
        if mentioned not in entries:
            raise ValueError(f"text {entry.id.name} mentions {mentioned}, which there is not")
        if not mentioned.startswith("-"):  # terms see only what they are handed
            names |= _variables(entries[mentioned], entries)
    return names


@cache
def _source(language: str) -> _Source:
    return _Source(language)


@cache
def _texts(language: str, strict: bool) -> Texts:
    return Texts(language, strict=strict)
