"""An article on the terminal, its words beside the commits that brought them: each commit has a number, the margin names it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from statutes_diff.language.citation import cite_alinea, locus_of
from statutes_diff.language.numbers import article_printed
from statutes_diff.language.tokens import tokens
from statutes_diff.messages import _, msg, plural, translated
from statutes_diff.reports._terminal.history import head
from statutes_diff.reports._terminal.layout import Paragraph
from statutes_diff.reports._views import history as _history

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from statutes_diff.model.history import Blame, Origin, Run


def content(found: Blame) -> Iterator[Paragraph]:
    """The commits that words are left of, the oldest first, then the alinéas run by run."""
    yield from head(found.history)
    yield Paragraph()
    numbers = _numbers(found)
    for origin, number in numbers.items():
        yield _commit(found, origin, number)
    for alinea, runs in groupby(found.runs, key=lambda run: run.alinea):
        yield Paragraph()
        locus = locus_of(found.history.article, alinea)
        yield Paragraph((cite_alinea(locus), "title"), first="  ")
        yield from (_run(found, run, numbers) for run in runs)


def _numbers(found: Blame) -> Mapping[Origin, int]:
    """A number for each origin, the oldest first."""
    origins = sorted(dict.fromkeys(run.origin for run in found.runs), key=lambda origin: (origin.commit.date, origin.commit.id))
    return {origin: number for number, origin in enumerate(origins, start=1)}


def _commit(found: Blame, origin: Origin, number: int) -> Paragraph:
    words = [key for run in found.runs if run.origin == origin for key in tokens(_words(found, run)).keys]
    count = sum(any(sign.isalnum() for sign in key) for key in words)
    commit, margin = origin.commit, _margin(number)
    said = [translated(plural("{n} word", "{n} words", count))]
    if origin.number != found.history.article.number:
        said.append(translated(msg("in article {number}", number=article_printed(origin.number))))
    about = f" — {', '.join(said)}"
    parts = ((commit.date, "title"), " ", (commit.id[: _history.ID], "label"), " ", commit.subject or _("(no title)"))
    return Paragraph(*parts, (about, "faint"), first=margin, rest=" " * len(margin))


def _run(found: Blame, run: Run, numbers: Mapping[Origin, int]) -> Paragraph:
    margin = _margin(numbers[run.origin])
    return Paragraph(_words(found, run).strip(), first=margin, rest=" " * len(margin))


def _margin(number: int) -> str:
    return f"  {f'[{number}]':>5}  "


def _words(found: Blame, run: Run) -> str:
    return found.history.article.alineas[run.alinea - 1].text[run.start : run.end]
