"""The report as one HTML file: no address outside, charts inside, readable by everybody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from domain.report.structure import Chart
from texts.catalogue import Texts
from texts.documents.report_elements import Element, Field, Grid, Heading, Listing, Pages, Paragraph
from texts.documents.report_sides import leaned

#: The contents list headings down to this level.
_LISTED = 2
#: Letters: what a phone shows of a table beside each other, the least of a name, and the room
#: beside a text; phones differ in their letters, and the widest count.
_PHONE, _NAME, _BESIDE = 46, 13, 5
_STYLE = """
:root { color-scheme: light dark; --ink: #1d2a36; --accent: #235278; --pale: #e8f0f6;
  --paper: #ffffff; --line: #c4ccd4; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4ebf1; --accent: #9cc8ea; --pale: #24384a; --paper: #14202b; --line: #43586b; }
}
* { box-sizing: border-box; }
body { font: 1rem/1.55 "Liberation Sans", Arial, sans-serif; margin: 0;
  color: var(--ink); background: var(--paper); }
main, header, nav, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
main { padding-bottom: 4rem; }
header { padding-top: 3rem; border-bottom: 3px solid var(--accent); padding-bottom: 1rem; }
header p { margin: .3rem 0; }
.mark { display: inline-block; margin-top: .8rem; padding: .3rem .8rem; font-weight: bold;
  border: 2px solid var(--accent); border-radius: .3rem; }
h1, h2, h3 { color: var(--accent); line-height: 1.25; hyphens: auto; overflow-wrap: break-word; }
h2 { margin-top: 3rem; border-bottom: 1px solid var(--line); padding-bottom: .3rem; }
nav h2 { margin-top: 1.5rem; }
nav > ul { columns: 20rem; padding-left: 1.2rem; }
nav li { break-inside: avoid; }
nav ul ul { padding-left: 1.2rem; }
a { color: var(--accent); }
p { max-width: 46rem; }
.table { overflow-x: auto; margin: 1.25rem 0; }
table { border-collapse: collapse; min-width: min(28rem, 100%); }
caption { text-align: left; font-weight: bold; padding: .4rem 0; }
caption span { display: inline-block; position: sticky; left: 0;
  max-width: min(57rem, calc(100vw - 2.5rem)); }
th, td { text-align: left; padding: .35rem .6rem; vertical-align: top; }
th, td { border-bottom: 1px solid var(--line); }
tbody th { font-weight: normal; min-width: 9rem; }
tbody th, tfoot th { position: sticky; left: 0; background: var(--paper); }
th, td { hyphens: auto; overflow-wrap: break-word; }
thead th { background: var(--pale); }
tfoot td, tfoot th { font-weight: bold; border-top: 2px solid var(--ink); }
.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
thead .n { white-space: normal; }
.matrix th, .matrix td { padding: .25rem .4rem; }
abbr { text-decoration: none; }
figure { margin: 1.25rem 0; overflow-x: auto; }
figure svg { max-width: 100%; height: auto; display: block; background: #ffffff;
  border-radius: .3rem; }
figcaption { font-weight: bold; padding: .3rem 0; position: sticky; left: 0; }
.swipe, .narrow { display: none; }
@media screen and (max-width: 45rem) {
  .swipe { display: block; font-size: .9rem; margin: 1.25rem 0 -1rem; }
  .narrow { display: block; }
  .paired .wide { display: none; }
  .table table { font-size: .9rem; }
  th, td { padding: .3rem .4rem; }
  tbody th { min-width: 7rem; }
  .proposals tbody th { position: static; min-width: min(13.5rem, calc(100vw - 11rem)); }
  .proposals td { min-width: 14rem; }
  .proposals th:last-child, .proposals td:last-child { position: sticky; right: 0;
    min-width: 8.5rem; max-width: 8.5rem; border-left: 1px solid var(--line); }
  .proposals td:last-child { background: var(--paper); }
  figure:not(.paired) svg { max-width: none; }
}
footer { font-weight: bold; }
.note { font-size: .9rem; margin-top: -.8rem; }
@media print {
  :root { color-scheme: light; --ink: #1d2a36; --accent: #235278; --pale: #e8f0f6;
    --paper: #ffffff; --line: #c4ccd4; }
  h2, h3, caption { break-after: avoid; }
  tr, figure { break-inside: avoid; }
  .table, figure { overflow: visible; }
  footer { position: fixed; bottom: 0; left: 0; font-size: .8rem; }
}
"""


def html(texts: Texts, pages: Pages) -> str:
    """Return the whole document; every value is escaped here."""
    body = "\n".join(_element(texts, index, e) for index, e in enumerate(pages.elements))
    body = "".join(f"<p>{escape(line)}</p>" for line in pages.agreed) + body
    lines = "".join(f"<p>{escape(line)}</p>" for line in pages.cover)
    lines += f'<p class="mark">{escape(pages.mark)}</p>' if pages.mark else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{pages.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(pages.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<header><h1>{escape(pages.title)}</h1>{lines}</header>\n"
        f"{_contents(texts, pages)}\n<main>\n{body}\n</main>\n{_foot(pages)}</body>\n</html>\n"
    )


def _foot(pages: Pages) -> str:
    """Return what stands at the end, and on paper on every page."""
    return f"<footer><p>{escape(pages.mark)}</p></footer>\n" if pages.mark else ""


def _contents(texts: Texts, pages: Pages) -> str:
    chapters: list[tuple[str, list[str]]] = []
    for index, element in enumerate(pages.elements):
        if isinstance(element, Heading) and element.level <= _LISTED:
            link = f'<a href="#s{index}">{escape(element.full)}</a>'
            if element.level == 1:
                chapters.append((link, []))
            else:
                chapters[-1][1].append(f"<li>{link}</li>")
    items = "".join(f"<li>{link}{_list(sections)}</li>" for link, sections in chapters)
    title = escape(texts.plain("report-contents"))
    return f'<nav aria-label="{title}"><h2>{title}</h2><ul>{items}</ul></nav>'


def _list(items: list[str]) -> str:
    return f"<ul>{''.join(items)}</ul>" if items else ""


def _element(texts: Texts, index: int, element: Element) -> str:
    match element:
        case Heading():
            level = element.level + 1
            return f'<h{level} id="s{index}">{escape(element.full)}</h{level}>'
        case Paragraph():
            return f"<p>{escape(element.text)}</p>"
        case Listing():
            items = "".join(f"<li>{escape(item)}</li>" for item in element.items)
            return f"<ul>{items}</ul>"
        case _:
            return _table(texts, leaned(element)) + _figure(texts, element, index)


def _table(texts: Texts, grid: Grid) -> str:
    caption = escape(grid.caption)
    if not grid.rows:
        return f"<p><strong>{caption}:</strong> {escape(grid.nothing)}</p>"
    kind = _kind(texts, grid)
    head = "".join(_heading(grid, index) for index in range(len(grid.header)))
    rows = "".join(_row(row) for row in grid.rows)
    foot = f"<tfoot>{_row(grid.total)}</tfoot>" if grid.total else ""
    notes = "".join(f'<p class="note">{escape(note)}</p>' for note in grid.under)
    swipe = _swipe(texts) if _is_wide(grid) else ""
    return (
        f'{swipe}<div class="table" tabindex="0" role="region" aria-label="{caption}"><table{kind}>'
        f"<caption><span>{caption}</span></caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{rows}</tbody>{foot}</table></div>"
        f"{notes}"
    )


def _kind(texts: Texts, grid: Grid) -> str:
    """Return what a table is called for its style: what proposes something keeps that in view."""
    if grid.chart is Chart.HEAT:
        return ' class="matrix"'
    proposes = grid.header[-1] == texts.plain("report-col-suggestion")
    return ' class="proposals"' if proposes else ""


def _is_wide(grid: Grid) -> bool:
    """Whether a phone shows a part of a table only: words are not broken, nor are numbers."""
    rows = [*grid.rows, *([grid.total] if grid.total else [])]
    widths = [_longest(head.split()) for head in grid.header]
    for row in rows:
        texts = [cell.text.split() if cell.unit is None else [cell.text] for cell in row]
        widths = [max(each, _longest(words)) for each, words in zip(widths, texts, strict=True)]
    first, *others = widths
    return max(first, _NAME) + sum(others) + _BESIDE * len(widths) > _PHONE


def _longest(words: Sequence[str]) -> int:
    return max(map(len, words), default=0)


def _swipe(texts: Texts) -> str:
    return f'<p class="swipe">{escape(texts.plain("report-swipe"))}</p>'


def _heading(grid: Grid, index: int) -> str:
    numeric = index > 0 and any(row[index].unit is not None for row in grid.rows)
    extra = ' class="n"' if numeric else ""
    text = escape(grid.header[index])
    if index and grid.chart is Chart.HEAT:
        name = grid.rows[index - 1][0].text.removeprefix(grid.header[index]).strip()
        text = f'<abbr title="{escape(name)}">{text}</abbr>'
    return f'<th scope="col"{extra}>{text}</th>'


def _row(row: tuple[Field, ...]) -> str:
    first = f'<th scope="row">{escape(row[0].text)}</th>'
    return f"<tr>{first}{''.join(_cell(cell) for cell in row[1:])}</tr>"


def _cell(cell: Field) -> str:
    numeric = ' class="n"' if cell.unit is not None else ""
    return f"<td{numeric}>{escape(cell.text)}</td>"


def _figure(texts: Texts, grid: Grid, index: int) -> str:
    """Return the chart; where there is a narrow one too, the width of the screen chooses."""
    picture = grid.picture
    if picture is None:
        return ""
    drawn = _svg(picture.svg, picture.alt, "wide")
    caption = f"<figcaption>{escape(grid.drawn)}</figcaption>"
    if not picture.narrow:
        return f'{_swipe(texts)}<figure id="f{index}" tabindex="0">{caption}{drawn}</figure>'
    drawn += _svg(picture.narrow, picture.alt, "narrow")
    return f'<figure id="f{index}" class="paired">{caption}{drawn}</figure>'


def _svg(svg: str, alt: str, kind: str) -> str:
    label = f'<svg role="img" aria-label="{escape(alt)}" '
    return re.sub("^<svg ", lambda _: label, svg).replace('class="marks"', f'class="{kind}"', 1)
