"""The catalogue of everything the product says: whole sentences from the .ftl files."""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from domain.languages import primary

FOLDER: Final = Path(__file__).parent
GERMAN: Final = "de"

_ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
#: Only entries begin at the margin; everything else of a text is indented.
_ENTRY: Final = re.compile(r"^(-?[a-zA-Z][\w-]*) *=", re.MULTILINE)
_TAG: Final = re.compile(r"</?[a-z][^>]*>")
#: Letters that are written from right to left: they would turn what stands around them.
_FROM_THE_RIGHT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
#: The library says no value that is longer than 2500 letters.
LONG: Final = 2_000
#: What stands for such a value: of signs that are none in any language, and never shown.
_SIGN: Final = re.compile("\ufdd0[0-9]+\ufdd1")
_ISOLATED: Final = "\u2068{}\u2069"
_NOT_ISOLATED: Final = {0x2068: None, 0x2069: None}


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
        """Return a text as Telegram HTML; every value is escaped here and nowhere else.

        What is written from right to left keeps its direction to itself.
        """
        source = self._source if text_id in self._source else self._fallback
        return source.format(text_id, values)

    def plain(self, text_id: str, /, **values: str | int) -> str:
        """Return a text without tags and escapes: for labels, file names, command line."""
        text = self(text_id, **values).translate(_NOT_ISOLATED)
        if "<" not in text and "&" not in text:
            return text
        return html.unescape(_TAG.sub("", text))

    def label(self, kind: str, slug: str) -> str:
        """Return the plain label of a slug: `label("topic", "basics")`."""
        return self.plain(f"{kind}-{slug}")

    def has(self, text_id: str) -> bool:
        """Return whether there is such a text, in this language or in German."""
        return text_id in self._source or text_id in self._fallback

    def ids(self) -> frozenset[str]:
        """Return the ids of all texts of this very language."""
        return self._source.ids()

    def variables(self, text_id: str) -> frozenset[str]:
        """Return the names of the values a text wants; KeyError if this language has no such."""
        return self._source.variables(text_id)

    def in_language(self, language: str) -> Texts:
        """Return the same texts in another language; German if there is no such language."""
        return _texts(known_language(language), self._strict)


def known_language(tag: str | None) -> str:
    """Return the language there are texts in for a tag like `en-GB`; German for any other."""
    found = primary(tag or GERMAN)
    return found if found in languages() else GERMAN


@cache
def languages() -> tuple[str, ...]:
    """Return the languages there are texts in."""
    return tuple(sorted({path.parent.name for path in FOLDER.glob("*/*.ftl")}))


class _Source:
    """The files of one language; each text is parsed when it is asked for first.

    There are many hundred texts, parsed they take several megabytes, and a bot says few of them.
    Of the others there is no more than their lines, and their names, once for all languages.
    """

    def __init__(self, language: str) -> None:
        self._bundle = FluentBundle([language], use_isolating=False)
        self._files = sorted((FOLDER / language).glob("*.ftl"))
        self._written: dict[str, str] = {}
        for path in self._files:
            for name, written in _entries(path):
                if name in self._written:
                    raise ValueError(f"{path}: {name} is there already; give it another name")
                self._written[sys.intern(name)] = written
        self._variables: dict[str, frozenset[str]] = {}
        self._fixed: dict[str, str] = {}

    def __contains__(self, text_id: str) -> bool:
        """Return whether there is such a text to be said; terms are only mentioned by others."""
        return text_id in self._written and not text_id.startswith("-")

    def ids(self) -> frozenset[str]:
        """Return the ids of all texts to be said."""
        return frozenset(name for name in self._written if name in self)

    def variables(self, name: str) -> frozenset[str]:
        """Return the values a text wants, also through the texts it mentions."""
        if name not in self._variables:
            self._variables[name] = self._read(name)
        return self._variables[name]

    def _read(self, name: str) -> frozenset[str]:
        resource = FluentParser(with_spans=False).parse(self._written[name])
        found = _References()
        for entry in resource.body:
            if (fault := _fault(entry)) is not None:
                raise ValueError(f"{self._file_of(name)}: {fault}")
            found.visit(entry)
        self._bundle.add_resource(resource)
        wanted = frozenset(found.variables)
        for mentioned in found.entries:
            if mentioned not in self._written:
                raise ValueError(f"text {name} mentions {mentioned}, which there is not")
            inner = self.variables(mentioned)
            if not mentioned.startswith("-"):  # terms see only what they are handed
                wanted |= inner
        return wanted

    def _file_of(self, name: str) -> Path:
        """Return where a text stands; it is looked for when the text is wrong."""
        return next(path for path in self._files if name in dict(_entries(path)))

    def format(self, text_id: str, values: dict[str, Any]) -> str:
        """Return a text; one without values is made once and kept."""
        if values:
            return self._formatted(text_id, values)
        if text_id not in self._fixed:
            self._fixed[text_id] = self._formatted(text_id, values)
        return self._fixed[text_id]

    def _formatted(self, text_id: str, values: dict[str, Any]) -> str:
        if text_id not in self:
            raise ValueError(f"there is no text {text_id}")
        wanted = self.variables(text_id)
        if values.keys() != wanted:
            raise ValueError(f"text {text_id} {_difference(wanted, values.keys())}")
        for name, value in values.items():
            if type(value) is str:
                values[name] = _fit(value)
            elif type(value) is not int and type(value) is not Html:
                values[name] = _unusual(text_id, name, value)
        long = _set_aside(values)
        pattern = self._bundle.get_message(text_id).value
        assert pattern is not None  # as `_fault` has seen
        text, errors = self._bundle.format_pattern(pattern, values)
        if errors:
            raise ValueError(f"text {text_id} cannot be said: {errors[0]}")
        return _put_in(str(text), long)


def _set_aside(values: dict[str, Any]) -> dict[str, str]:
    """Put a sign in the place of each value that is too long for the library; return them all.

    Who pastes a list is told all its lines: their number is bounded by what comes in.
    """
    too_long = [name for name, each in values.items() if isinstance(each, str) and len(each) > LONG]
    aside = {f"\ufdd0{n}\ufdd1": values[name] for n, name in enumerate(too_long)}
    values.update(zip(too_long, aside, strict=True))
    return aside


def _put_in(text: str, aside: dict[str, str]) -> str:
    """Put the values back that were set aside; what stands within one stays as it is."""
    if not aside:
        return text
    return _SIGN.sub(lambda sign: aside.get(sign[0], sign[0]), text)


def _fit(value: str) -> str:
    """Return a value as it may stand within a sentence of HTML."""
    escaped = value.translate(_ESCAPES)
    turns = not value.isascii() and _FROM_THE_RIGHT.search(value) is not None
    return _ISOLATED.format(escaped) if turns else escaped


def as_html(plain: str) -> Html:
    """Return a plain text, said already, as a message of its own has it."""
    return Html(_fit(plain))


def _unusual(text_id: str, name: str, value: object) -> str:
    """Take members of our closed lists as the text they are."""
    if isinstance(value, str):
        return _fit(str(value))
    raise ValueError(f"text {text_id} cannot say {name}: a {type(value).__name__}")


def _difference(wanted: frozenset[str], given: object) -> str:
    return f"wants the values {sorted(wanted)}, not {sorted(given)}"  # type: ignore[call-overload]


def _entries(path: Path) -> Iterator[tuple[str, str]]:
    """Return each entry's name and lines; what stands before the first belongs to it."""
    source = path.read_text(encoding="utf-8")
    entries = [*_ENTRY.finditer(source)]
    margins = [0, *(entry.start() for entry in entries[1:]), len(source)]
    for entry, (start, end) in zip(entries, pairwise(margins), strict=True):
        yield entry[1], source[start:end]


def _fault(entry: ast.EntryType) -> str | None:
    """Return what is wrong with an entry, if anything is."""
    if isinstance(entry, ast.Message) and (entry.value is None or entry.attributes):
        return f"{entry.id.name} must have a text and no attributes"
    if isinstance(entry, ast.Junk):
        line = (entry.content or "").splitlines()[0]
        return f"cannot be read: «{line}»"
    return None


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


@cache
def _source(language: str) -> _Source:
    return _Source(language)


@cache
def _texts(language: str, strict: bool) -> Texts:
    return Texts(language, strict=strict)
