"""One is one: no text says «1 seats», and both languages tell one from many by the same values."""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from texts.catalogue import Texts, languages

FOLDER = Path(__file__).parents[2] / "texts"
NUMBERS = (0, 1, 2)
VERBS = {"are", "were", "have"}
#: What ends as if it were many, and is one.
SINGULAR = {"is", "was", "as", "does", "has", "Angemeldeten", "Netzwerktreffen"}
#: Names of people and things, limits that are never as low as one, wholes of which a part is told,
#: and years of a course, of which there are three.
NO_COUNT = {"year", "office", "value", "k", "smallest"} | {
    *("forms", "detail", "cells", "rows", "columns", "sheets", "sign", "day"),
    *("whole", "of", "all", "years"),
}
LIMITS = re.compile(r"characters|Zeichen")
_WORD = r"[^\W\d_]+"
_TAG = re.compile(r"</?[a-z]+>")


class Choices(Visitor):
    """Collects what a text chooses its wording by, and the wordings of one and of many."""

    def __init__(self) -> None:
        self.by: set[str] = set()
        self.one: set[str] = set()
        self.many: set[str] = set()

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802 - the name is how the visitor finds it
        names = _Names()
        names.visit(node.selector)
        wordings = {_key(variant): variant for variant in node.variants}
        if "one" in wordings and "other" in wordings:
            self.by |= names.found
            one, many = _words(wordings["one"]), _words(wordings["other"])
            self.one |= one
            self.many |= many - one
        self.generic_visit(node)


class _Names(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - likewise
        self.found.add(node.id.name)


def _key(variant: ast.Variant) -> str:
    return variant.key.name if isinstance(variant.key, ast.Identifier) else variant.key.value


def _words(variant: ast.Variant) -> set[str]:
    """Return the words of a wording."""
    said = [e.value for e in variant.value.elements if isinstance(e, ast.TextElement)]
    return set(re.findall(_WORD, " ".join(said)))


@cache
def choices(language: str) -> dict[str, Choices]:
    """Return what each text of a language chooses by."""
    found = {}
    for file in sorted((FOLDER / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message):
                found[entry.id.name] = Choices()
                found[entry.id.name].visit(entry)
    return found


def plurals(language: str) -> set[str]:
    """Return the words that only stand with many, as the catalogue itself tells them apart."""
    each = choices(language).values()
    many, one = set().union(*(c.many for c in each)), set().union(*(c.one for c in each))
    return {word for word in many - one if len(word) > 3}


def of_many(language: str, word: str, many: set[str]) -> bool:
    """Return whether a word behind a number is of many, told before or not."""
    if language == "en":
        return word in many | VERBS or (word.endswith("s") and word not in SINGULAR)
    return word in many or (word.istitle() and word.endswith("en") and word not in SINGULAR)


def said(texts: Texts, text_id: str) -> list[str]:
    """Return a text with each of its values as nothing, one and two, whatever the others are."""
    names = sorted(texts.variables(text_id) - NO_COUNT)
    fixed: dict[str, int] = dict.fromkeys(texts.variables(text_id) & NO_COUNT, 3)
    if len(names) <= 3:
        worlds = [dict(zip(names, n, strict=True)) for n in product(NUMBERS, repeat=len(names))]
    else:
        worlds = [{**dict.fromkeys(names, a), name: b} for name in names
                  for a, b in product(NUMBERS, NUMBERS)]  # fmt: skip
    for world in worlds:  # the same number is handed over as a figure and as what chooses
        world.update({f"n_{name}": n for name, n in world.items() if f"n_{name}" in world})
    return [texts.plain(text_id, **fixed, **world) for world in worlds]


@pytest.mark.long
@pytest.mark.parametrize("language", languages())
def test_no_text_says_many_of_one(language: str) -> None:
    texts = Texts(language, strict=True)
    many = plurals(language)
    one = re.compile(rf"(?<![\w.,:/–-])1 ((?:{_WORD} )?{_WORD})")
    wrong = {
        (text_id, found[0])
        for text_id in texts.ids()
        for text in said(texts, text_id)
        for found in one.finditer(text)
        if not LIMITS.search(found[1])
        if any(of_many(language, word, many) for word in found[1].split())
    }

    assert len(many) > 20
    assert sorted(wrong) == []


def test_both_languages_tell_one_from_many_by_the_same_values() -> None:
    german, english = choices("de"), choices("en")
    differ = {
        text_id: (sorted(german[text_id].by), sorted(english[text_id].by))
        for text_id in german
        if german[text_id].by != english[text_id].by
    }

    assert differ == {}
