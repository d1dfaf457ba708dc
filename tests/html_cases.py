"""A small law in two versions, read and compared by the program itself, and what the tests of its page look up in the page."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import html

from statutes_diff import api, reports
from statutes_diff.messages import msg, speaking
from statutes_diff.model import (
    Account,
    ArticlePair,
    Comparison,
    Finding,
    LedgerRow,
    Locus,
    Mention,
    Note,
    Place,
    RunnerUp,
    Target,
)
from statutes_diff.reports import View
from tests import report_cases as cases
from tests.values import replace

HTML = reports.load("html")

OLD = """\
# Code des halles

## Titre Ier : Des halles

### Chapitre Ier : Du marché

#### Article L1

Les halles sont ouvertes tous les jours par le maire.

#### Article L2

Le marché se tient dans les conditions prévues à l'article L. 1. Le placier perçoit un droit de 12 euros.

Le droit est dû pour chaque journée.

Il est fixé chaque année par le maire, avant le premier marché de décembre.

#### Article L3

Les infractions à l'article L. 2 sont punies d'une amende de 100 euros ; les conditions de l'article L. 4 sont affichées dans
la coeur de la halle.

#### Article L4

Nul ne peut céder son emplacement sans l'accord du conseil des marchés de quartier, donné par écrit, dans un délai de deux mois.

#### Article L5

Le règlement des halles est pris pour l'application de l'article L. 4.
"""
NEW = """\
# Code des halles

## Titre Ier : Des halles

### Chapitre Ier : Du marché

#### Article L1

Les halles sont ouvertes tous les jours par le maire.

#### Article L2

Le marché se tient dans les conditions prévues à l'article L. 1. Le placier perçoit un droit de 14 euros.

Le droit est dû pour chaque journée ou demi-journée.

Il est fixé chaque année par le conseil municipal, avant le premier marché de décembre.

Il est affiché.

#### Article L3

Les infractions à l'article L. 2 sont punies d'une amende de 100 euros ; les conditions de l'article L. 4 sont affichées dans
la cœur de la halle.

### Chapitre II : Des emplacements

#### Article L6

Nul ne peut céder son emplacement sans l'accord du conseil des marchés de quartier, donné par écrit, dans un délai de deux mois.

#### Article L4

Les voies d'accès sont balayées chaque matin par les soins de la commune, aux frais des commerçants qui les empruntent.

#### Article L5

Le règlement des halles est pris pour l'application de l'article L. 6 et de l'article L. 4.
"""


@functools.cache
def account() -> Account:
    """The two texts, compared."""
    return compared(OLD, NEW)


def compared(old: str, new: str, **wishes: Any) -> Account:
    """Two texts as files, read and compared."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("halles-ancien.md", "halles.md")]
        for path, text in zip(paths, (old, new), strict=True):
            path.write_text(text, encoding="utf-8")
        found = api.compare(*(api.read(str(path)) for path in paths), **wishes)
    sides = (replace(statute, source=Path(statute.source).name) for statute in (found.comparison.old, found.comparison.new))
    first, second = sides
    return replace(found, comparison=replace(found.comparison, old=first, new=second))


def page(given: Account | None = None, view: View | None = None, language: str = "en") -> str:
    with speaking(language):
        return str(HTML.compare(given or account(), view or View()))


def parsed(text: str) -> Any:
    return html.document_fromstring(text)


def large(articles: int) -> Account:
    """A code in which every article changed: one word gone, one come, one alinéa inserted, a renvoi to its neighbour."""
    from statutes_diff.model import AlineaPair, Statute

    pairs, rows = [], []
    for n in range(1, articles + 1):
        words = f"L. {n % articles + 1}"
        text = f"Le conseil de la section {n} délibère dans les conditions prévues à l'article {words}. {'mot ' * 20}"
        old = cases.article(f"L{n}", text, "Il se réunit chaque trimestre.")
        new = cases.article(f"L{n}", text.replace("conseil", "comité"), "Il se réunit chaque trimestre.", "Il rend compte.")
        inner = (cases.modified(old, new, 1, 1), AlineaPair("unchanged", (2,), (2,)), AlineaPair("inserted", (), (3,)))
        pairs.append(ArticlePair("modified", Place(old, ()), Place(new, ()), "number", 0.9, alineas=inner))
        at = new.alineas[0].text.index(words)
        mention = Mention(Locus(f"L{n}", 1), Target(article=f"L{n % articles + 1}"), words, at, at + len(words))
        rows.append(LedgerRow("added", None, mention))
    old_code = Statute("Code long", "ancien.md", "consolidated", "utf-8", tuple(p.old.article for p in pairs if p.old))
    new_code = Statute("Code long", "nouveau.md", "consolidated", "utf-8", tuple(p.new.article for p in pairs if p.new))
    return Account(Comparison(old_code, new_code, tuple(pairs)), (), tuple(rows))


def hostile(payload: str) -> Account:
    """An account that holds the same words wherever words of a file can come: titles, names, numbers, headings, texts, notes,
    findings, renvois."""
    from statutes_diff.model import AlineaPair, Division, Inbound, Statute

    chapter = Division("chapitre", payload, payload, payload, (), 1)
    old = cases.article(f"L1 {payload}", f"Avant {payload} après", payload)
    new = cases.article(f"L2 {payload}", f"Avant {payload} {payload} après", f"{payload} {payload}", payload)
    gone = cases.article(payload, payload)
    inner = (
        cases.modified(old, new, 1, 1),
        replace(cases.modified(old, new, 2, 2), note=msg("{words}", words=payload)),
        AlineaPair("inserted", (), (3,)),
    )
    pairs = (
        ArticlePair("renumbered", Place(old, (chapter,)), Place(new, ()), "similar", 0.5, RunnerUp(payload, 0.4), inner),
        ArticlePair("removed", Place(gone, (chapter,)), None, "none", 0.0),
        ArticlePair("not-covered", Place(replace(gone, number=f"L9 {payload}"), ()), None, "none", 0.0),
    )
    notes = (Note(1, "page-break", msg("{words}", words=payload), payload),)
    olds = Statute(payload, payload, payload, payload, (old, gone), notes)
    news = Statute(payload, payload, payload, payload, (new,), notes)
    locus, gone_at = Locus(new.number, 1, (payload,)), Locus(gone.number, 1, (payload,))
    target = Target(article=new.number, alinea=1, item=(payload,))
    mentions = [
        Mention(locus, each, payload, 6, 6 + len(payload))
        for each in (target, Target(article=new.number), Target(payload, payload), Target(division=payload))
    ]
    rows = [LedgerRow("added", None, mention, msg("{words}", words=payload), payload, payload) for mention in mentions]
    rows.append(LedgerRow("kept", mentions[0], mentions[0]))
    body = {"named": payload, "name": payload, "full": f"{payload}.", "before": 1, "after": 0, "replaced_by": payload}
    found = (
        Finding("institution", "substantive", msg("{named}", **body), payload, payload, (gone_at,), (locus,)),
        Finding("duration", "substantive", msg("{words}", words=payload), payload, payload, (gone_at,), (locus,)),
    )
    return Account(Comparison(olds, news, pairs), found, tuple(rows), (Inbound(new.number, "renumbered", payload, (locus,)),))


def payloads() -> list[str]:
    """One a line; ``\\n`` and ``\\xNN`` are read as in Python, lines that begin with ``# `` are not read."""
    lines = Path(__file__).with_name("html_payloads.txt").read_text("utf-8").splitlines()
    return [_plain(line) for line in lines if line and not line.startswith("# ")]


_ESCAPES = {"\\n": "\n", "\\t": "\t", "\\0": "\0", "\\x0c": "\x0c", "\\u202e": "\u202e", "\\u2028": "\u2028"}


def _plain(line: str) -> str:
    for sign, character in _ESCAPES.items():
        line = line.replace(sign, character)
    return line


def both_sides(words: Any) -> tuple[str, str]:
    """An alinéa of the page without what came, and without what went."""
    return _side(words, ("ins",), ("n", "b")), _side(words, ("del",), ("o", "b"))


def _side(words: Any, tags: tuple[str, ...], classes: tuple[str, ...]) -> str:
    return "".join(_text(words, tags, classes))


def _text(node: Any, tags: tuple[str, ...], classes: tuple[str, ...]) -> Iterator[str]:
    if node.tag in tags or (node.tag == "span" and node.get("class") in classes):
        return
    yield node.text or ""
    for child in node:
        yield from _text(child, tags, classes)
        yield child.tail or ""
