"""A form as one plain page: all questions at once, each with its field, what is wrong beside it."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence

from talk.dates import Moment, Span, When
from talk.form import A_PAGE, Choice, Keys, Number, Review, Setting, Several, Words
from texts.catalogue import Texts
from texts.faces import Face, Page
from texts.posted import SentPage

#: Fields in which a text is written, what is on offer beside it.
_TYPED = (Words, Number, Keys, Span, Moment, When)
_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:auto;padding:1rem}"
    "fieldset,.field{border:0;margin:0 0 1.5rem;padding:0}"
    "label,legend{font-weight:bold}"
    "fieldset label{display:block;font-weight:normal;padding:.25rem 0 .25rem 1.75rem;"
    "text-indent:-1.75rem}"
    "input[type=text],textarea{box-sizing:border-box;width:100%;font:inherit;padding:.5rem}"
    "button{font:inherit;padding:.5rem 1rem}p{margin:.25rem 0}"
    ".error{border-left:.3rem solid;padding-left:.5rem;font-weight:bold}"
)


def form_page(texts: Texts, face: Face, at: Setting, sent: SentPage | None = None) -> str:
    """Return the page: empty, or with what was sent and what is wrong with it."""
    given = sent or SentPage(at, {}, {})
    title = html.escape(texts.plain(f"dialogue-{face.form.name}"))
    fields = [_field(Page(texts, face, each, at, 0), given) for each in face.form.questions]
    parts = [
        "<!doctype html>",
        f'<html lang="{texts.language}"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title><style>{_STYLE}</style></head><body><main>",
        f"<h1>{title}</h1>",
        *_summary(texts, given),
        '<form method="post" novalidate>',
        *fields,
        "</form></main></body></html>",
    ]
    return "\n".join(parts)


def _summary(texts: Texts, sent: SentPage) -> Iterator[str]:
    """Say above everything how much is wrong, and lead to the first of it."""
    if sent.errors:
        wrong = html.escape(texts.plain("form-page-wrong", n=len(sent.errors)))
        first = next(iter(sent.errors))
        yield f'<p role="alert"><a href="#{first}">{wrong}</a></p>'


def _field(page: Page, sent: SentPage) -> str:
    question = page.question
    if isinstance(question, Review):
        return _ways(page, question)
    if isinstance(question, _TYPED):
        return _typed(page, sent)
    return _marks(page, question, sent) if isinstance(question, Choice) else ""


def _asked(page: Page) -> tuple[str, list[str]]:
    """Return as HTML the question, and what is said of it besides."""
    first, *rest = page.face.ask(page).replace("<b>", "").replace("</b>", "").split("\n")
    texts, question = page.texts, page.question
    if isinstance(question, Words) and question.optional:
        rest.append(texts("form-page-optional"))
    elif question.default is not None and isinstance(question, _TYPED):
        rest.append(texts("form-page-usual"))
    return first, [line for line in rest if line]


def _notes(page: Page, sent: SentPage, hints: Sequence[str]) -> tuple[str, str]:
    """Return the hint and the error of a question, and the attributes that name them."""
    name, error = page.question.name, sent.errors.get(page.question.name)
    notes = [f'<p id="{name}-hint">{"<br>".join(hints)}</p>'] if hints else []
    named = [f"{name}-hint"] if hints else []
    if error is not None:
        said = error.replace("\n", "<br>")
        notes.append(f'<p id="{name}-error" class="error">{said}</p>')
        named.append(f"{name}-error")
    described = f' aria-describedby="{" ".join(named)}"' if named else ""
    invalid = ' aria-invalid="true"' if error is not None else ""
    return "".join(notes), described + invalid


def _typed(page: Page, sent: SentPage) -> str:
    """Return a field for a text, with what is on offer to choose from."""
    name, (asked, hints) = page.question.name, _asked(page)
    notes, described = _notes(page, sent, hints)
    entered = html.escape(sent.text(name), quote=True)
    offers = page.labels(page.question.offered(page.at)[:A_PAGE]).values()
    options = "".join(f'<option value="{html.escape(each, quote=True)}">' for each in offers)
    listed = f'<datalist id="{name}-offers">{options}</datalist>' if options else ""
    by = f' list="{name}-offers"' if options else ""
    required = ' aria-required="true"' if page.question.required else ""
    said = f'id="{name}" name="{name}"{required}{described}'
    if isinstance(page.question, Words) and page.question.paragraphs:
        field = f'<textarea rows="6" {said}>{entered}</textarea>'
    else:
        field = f'<input type="text" value="{entered}"{by} {said}>'
    return f'<div class="field"><label for="{name}">{asked}</label>{notes}{field}{listed}</div>'


def _marks(page: Page, question: Choice, sent: SentPage) -> str:
    """Return a field for one of a list, or for any of it."""
    name, (asked, hints) = question.name, _asked(page)
    notes, described = _notes(page, sent, hints)
    several = isinstance(question, Several)
    marked = sent.marks(question, page.at)
    kind, role = ("checkbox", "") if several else ("radio", ' role="radiogroup"')
    choices = []
    for number, value in enumerate(question.offers(page.at)):
        label = html.escape(page.face.button(page.texts, page.at, question, value))
        ticked = " checked" if value in marked else ""
        box = f'<input type="{kind}" name="{name}" value="{html.escape(value)}"{ticked}>'
        choices.append(f'<label id="{name}-{number}">{box} {label}</label>')
    inside = f"<legend>{asked}</legend>{notes}{''.join(choices)}"
    return f'<fieldset id="{name}"{role}{described}>{inside}</fieldset>'


def _ways(page: Page, review: Review) -> str:
    """Return a button for each way to be done."""
    labels = page.labels()
    return "".join(
        f'<button name="{review.name}" value="{way}">{html.escape(labels[way])}</button> '
        for way in review.ways
    )
