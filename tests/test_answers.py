"""Each answer declares itself: a card, a question or a word; nothing is said by another way."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from handlers import routed
from handlers.context import Visit
from tests.sources import parsed

HANDLERS = Path(__file__).resolve().parents[1] / "handlers"
CARD, QUESTION, WORD = "card", "question", "word"
#: The ways to answer, and what each declares.
WAYS = {
    "draw": CARD,
    "ask": QUESTION,
    "say": WORD,
    "show": WORD,
    "show_once": WORD,
    "show_names": WORD,
    "text": WORD,
}
#: Who puts letters that are no answers to the visit: notices to others, and to come.
PUTS_LETTERS = {
    "account.py": {"agreed", "stop"},
    "access.py": {"ask", "_tell_let_in", "turn_away"},
    "context.py": {"say", "draw"},
    "moveup.py": {"take"},
    "people.py": {"ask_member", "end"},
    "plan_hosts.py": {"tell_hosts"},
    "privacy.py": {"_tidy_up"},
    "privacy_rights.py": {"ask", "agree", "decline"},
    "register.py": {"_registered", "tell_moved_up"},
    "second.py": {"ask", "_invite", "_erase", "decline"},
}
#: Lists that a dialogue shows at rest, where nothing is asked: they stay as they are.
AT_REST = {("forms", "wording.at_rest")}


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(HANDLERS.glob("*.py")):
        yield path.name, parsed(path)


def functions(module: ast.Module) -> dict[str, ast.AST]:
    kinds = ast.FunctionDef | ast.AsyncFunctionDef
    return {node.name: node for node in ast.walk(module) if isinstance(node, kinds)}


def answers(node: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield how a function answers its visit, and what makes the message."""
    for call in ast.walk(node):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
            continue
        whom = ast.unparse(call.func.value)
        if whom == "visit" and call.func.attr in WAYS:
            last = call.args[-1] if call.args else call
            made = last.value if isinstance(last, ast.Await) else last
            what = made.func if isinstance(made, ast.Call) else made
            yield call.func.attr, ast.unparse(what).strip("'")


def test_each_way_to_answer_is_known() -> None:
    """A method of a visit that puts a letter is one of the ways."""
    tree = ast.parse((HANDLERS / "context.py").read_text(encoding="utf-8"))
    (visit,) = (n for n in tree.body if isinstance(n, ast.ClassDef) and n.name == "Visit")
    puts = {
        name
        for name, node in functions(ast.Module([visit], [])).items()
        if any(
            isinstance(each, ast.Call) and ast.unparse(each.func) in SPEAKS
            for each in ast.walk(node)
        )
    }

    assert puts - INTERNAL == set(WAYS)
    assert all(hasattr(Visit, way) for way in WAYS)


#: What a method calls that answers, and the methods that answer by one of the ways themselves.
SPEAKS = {"self.letters.append", "self.say", "self._letter", "Letter"}
INTERNAL = {"_letter", "keep", "fit"}


def test_nobody_answers_by_another_way() -> None:
    found: dict[str, set[str]] = {}
    for name, module in modules():
        for function, node in functions(module).items():
            for each in ast.walk(node):
                changed = isinstance(each, ast.AugAssign) and "letters" in ast.unparse(each.target)
                appended = isinstance(each, ast.Call) and ast.unparse(each.func).endswith(
                    "letters.append"
                )
                if changed or appended:
                    found.setdefault(name, set()).add(function)

    assert found == PUTS_LETTERS


def test_a_message_is_either_a_question_or_a_word() -> None:
    sorts: dict[str, dict[str, list[str]]] = {}
    for name, module in modules():
        for way, what in answers(module):
            if "." in what:
                sorts.setdefault(what, {}).setdefault(WAYS[way], []).append(name)
    both = {what: how for what, how in sorts.items() if len(how) > 1}

    assert len(sorts) > 60
    assert both == {}


def test_dialogues_ask_by_questions_only() -> None:
    """Whatever the `ask` of a dialogue reaches in its own file is declared as a question."""
    dialogues = routed().dialogues

    assert len(dialogues) > 10
    assert {word for each in dialogues.values() for word in words_of(each.ask)} == AT_REST


def words_of(ask: Any) -> set[tuple[str, str]]:
    """Return what a dialogue says undeclared when it asks; it asks at all."""
    module = ast.parse((HANDLERS / f"{ask.__module__.rpartition('.')[2]}.py").read_text("utf-8"))
    own, waiting, reached = functions(module), [ask.__name__], set[str]()
    while waiting:
        name = waiting.pop()
        if name in own and name not in reached:
            reached.add(name)
            waiting += [
                ast.unparse(node.func) for node in ast.walk(own[name]) if isinstance(node, ast.Call)
            ]
    said = [one for name in sorted(reached) for one in answers(own[name])]
    at = ask.__module__.rpartition(".")[2]

    assert any(way == "ask" for way, _ in said), at
    return {(at, what) for way, what in said if WAYS[way] == WORD}
