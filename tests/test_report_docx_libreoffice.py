"""Word, read by LibreOffice: it accepts and rejects all revisions, and the texts that it saves are the new and the old ones.

Skipped, and said to be, where there is no LibreOffice; the pairs of real law also need the corpus beside the project.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path

from statutes_diff import api, readers
from statutes_diff.model import Account, Article, Source, Statute
from statutes_diff.reports import View
from tests.conftest import NEW_SEED, OLD_SEED
from tests.libreoffice import decided, needs_libreoffice
from tests.test_corpus import CORPUS, needs_corpus
from tests.values import replace
from tests.word_cases import CASES, account, chance_account, expected, one, statute, written
from tests.word_reader import law, saved

PAIRS = 200
IN_ONE = 25  # articles of one document: LibreOffice needs longer for two documents than for twenty articles


def exact(accounts: list[Account], folder: Path, view: View | None = None) -> None:
    """Both readers read both texts of every document."""
    documents = [written(of, view) for of in accounts]
    for of, data, (accepted, rejected) in zip(accounts, documents, decided(documents, folder), strict=True):
        old, new = expected(of)
        assert (law(data, "reject"), law(data, "accept")) == (old, new)
        assert saved(rejected) == old
        assert saved(accepted) == new


@needs_libreoffice
def test_every_kind_of_change(tmp_path: Path) -> None:
    """The cases one after another in one document, where what a case leaves behind would spoil the next; then alone."""
    sides = [[(f"L{number}", versions[side]) for number, versions in enumerate(CASES.values(), start=1)] for side in (0, 1)]
    exact(
        [account(statute(*sides[0]), statute(*sides[1])), *(one(*CASES[case]) for case in ("a move", "moves side by side"))],
        tmp_path,
    )


@needs_libreoffice
def test_whole_wordings_and_articles_that_come_and_go(tmp_path: Path) -> None:
    from tests.test_report_docx import MANY_NEW, MANY_OLD

    many = [
        account(MANY_OLD, MANY_NEW),
        account(MANY_NEW, MANY_OLD),
        api.compare(api.read(str(OLD_SEED)), api.read(str(NEW_SEED))),
    ]
    exact(many, tmp_path, View(rewritten=True))


@needs_libreoffice
def test_changes_at_random(tmp_path: Path) -> None:
    """Mixtures that nobody thought of: alinéas and tables cut, joined, moved, struck and put in, articles that come and go."""
    exact([chance_account(seed) for seed in range(4)], tmp_path)


def pairs() -> Iterator[tuple[Article, Article]]:
    """Random pairs of the corpus, three of four of them plain, the others HTML with its tables."""
    chance = random.Random(11)
    plain = chance.sample(_rows("pairs_plain"), PAIRS)
    html = chance.sample(_rows("pairs_html"), PAIRS)
    read = [*(_plain(row) for row in plain), *(_html(row) for row in html)]
    whole = [pair for pair in read if pair and pair[0].text != pair[1].text]
    chance.shuffle(whole)
    yield from whole[:PAIRS]


def _rows(name: str) -> list[dict[str, str]]:
    with gzip.open(CORPUS / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _plain(row: dict[str, str]) -> tuple[Article, Article] | None:
    return _read([Source("pair", f"Article 1\n----\n{row[side]}\n".encode()) for side in ("old", "new")])


def _html(row: dict[str, str]) -> tuple[Article, Article] | None:
    return _read([Source("pair", f"<html><body><h1>Article 1</h1>{row[side]}</body></html>".encode()) for side in ("old", "new")])


def _read(sources: list[Source]) -> tuple[Article, Article] | None:
    articles = [list(readers.read(source).articles()) for source in sources if len(source.data) > 60]
    return (articles[0][0], articles[1][0]) if [len(found) for found in articles] == [1, 1] else None


def _together(found: list[tuple[Article, Article]]) -> Account:
    """Two statutes of these articles, each under a number of its own."""
    sides = [tuple(replace(pair[side], number=f"L{at}") for at, pair in enumerate(found, start=1)) for side in (0, 1)]
    old, new = (Statute("Code", "code.md", "consolidated", "utf-8", side) for side in sides)
    return api.compare(old, new)


@needs_libreoffice
@needs_corpus
def test_pairs_of_real_law(tmp_path: Path) -> None:
    found = list(pairs())
    assert len(found) == PAIRS
    exact([_together(found[at : at + IN_ONE]) for at in range(0, PAIRS, IN_ONE)], tmp_path)
