"""``blame`` on real law: the five versions of article L. 162-12-17, committed one by one, against an oracle of its own.

The oracle knows nothing of tokens, alinéas and edits: it reads the files itself, and takes of each two versions all their
longest common subsequences of words. A word that none of them keeps is new; a word that all of them keep, at one place and in
a row of kept words, is old; between the two the oracle is open: these few were read by a person. Names of bodies come whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from statutes_diff import api
from statutes_diff.model.history import Blame
from tests.git_cases import Repository
from tests.test_corpus import CORPUS

FILES = sorted(CORPUS.glob("css/CSS_L162-12-17_v*.md"))
WORD = re.compile(r"L\. [\d-]+\d|\w+'|[\w-]+|[^\w\s]")
NAMES = ("l'Union nationale des caisses d'assurance maladie", "la Haute Autorité de santé")
# The words that the oracle leaves open, in order, with the version that a reader finds: "et" before the last number of a longer
# list came with the list, a body's name comes whole, and an alinéa that came whole keeps no "les" of one that went.
READ = "12144444422221111111133333334433333333333333333333344443355553"
IN_A_ROW = 5  # words kept one after the other that no account takes for a coincidence
needs_files = pytest.mark.skipif(len(FILES) != 5, reason="no corpus beside the project")


def paragraphs(file: Path) -> list[str]:
    """The alinéas of a file of the corpus: paragraphs wrapped at 80 columns under an underlined heading."""
    body = file.read_text("utf-8").partition("----\n")[2]
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", body) if part.strip()]


@dataclass(frozen=True)
class Word:
    """A word with its place in its alinéa."""

    alinea: int
    start: int
    text: str
    named: bool


def words(file: Path) -> list[Word]:
    return [word for alinea, text in enumerate(paragraphs(file), start=1) for word in _words(alinea, text)]


def _words(alinea: int, text: str) -> Iterator[Word]:
    names = [found.span() for name in NAMES for found in re.finditer(re.escape(name), text)]
    for found in WORD.finditer(text):
        yield Word(alinea, found.start(), found[0], any(a <= found.start() < b for a, b in names))


def lengths(olds: list[str], news: list[str]) -> list[list[int]]:
    """The length of the longest common subsequence of the first ``i`` and the first ``j`` words."""
    table = [[0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    for i, old in enumerate(olds):
        for j, new in enumerate(news):
            table[i + 1][j + 1] = table[i][j] + 1 if old == new else max(table[i][j + 1], table[i + 1][j])
    return table


def partners(olds: list[str], news: list[str]) -> list[tuple[set[int], bool]]:
    """Of each new word: the old words that some longest common subsequence keeps it from, and whether all of them keep it."""
    before = lengths(olds, news)
    after = lengths(olds[::-1], news[::-1])
    best = before[-1][-1]

    def behind(i: int, j: int) -> int:
        return after[len(olds) - i][len(news) - j]

    found = []
    for j, new in enumerate(news):
        of = {i for i, old in enumerate(olds) if old == new and before[i][j] + 1 + behind(i + 1, j + 1) == best}
        always = all(before[i][j] + behind(i, j + 1) < best for i in range(len(olds) + 1))
        found.append((of, always))
    return found


def bounds(files: list[Path]) -> tuple[list[Word], list[tuple[int, int]]]:
    """Of each word of the last version, the first and the last version that may have brought it (from 1)."""
    olds, limits = words(files[0]), [(1, 1)] * len(words(files[0]))
    for version, file in enumerate(files[1:], start=2):
        news = words(file)
        kept = partners([word.text for word in olds], [word.text for word in news])
        limits = [_limits(j, news, olds, kept, limits, version) for j in range(len(news))]
        olds = news
    return olds, limits


def _limits(
    j: int, news: list[Word], olds: list[Word], kept: list[tuple[set[int], bool]], limits: list[tuple[int, int]], version: int
) -> tuple[int, int]:
    of, always = kept[j]
    if not of:
        return version, version
    first = min(limits[i][0] for i in of)
    (old,) = of if len(of) == 1 else (None,)
    sure = old is not None and always and _in_a_row(j, old, kept) and news[j].named <= olds[old].named
    return (first, limits[old][1]) if sure and old is not None else (first, version)


def _in_a_row(j: int, i: int, kept: list[tuple[set[int], bool]]) -> bool:
    """True when enough words around are kept from the words around."""
    length = 1
    for step in (-1, 1):
        at = step
        while 0 <= j + at < len(kept) and kept[j + at] == ({i + at}, True):
            length, at = length + 1, at + step
    return length >= IN_A_ROW


@needs_files
def test_every_word_has_the_version_that_brought_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = Repository(tmp_path / "css")
    monkeypatch.chdir(repository.folder)
    for version, file in enumerate(FILES, start=1):
        repository.commit(str(version), f"200{version}-01-01", {"L162-12-17.md": file.read_text("utf-8")})
    found = api.blame("L162-12-17.md", "L. 162-12-17")
    assert [alinea.text for alinea in found.history.article.alineas] == paragraphs(FILES[-1])
    last, limits = bounds(FILES)
    wrong = [
        (word, brought, limit)
        for word, limit in zip(last, limits, strict=True)
        for brought in [_brought(found, word)]
        if not limit[0] <= brought <= limit[1]
    ]
    assert wrong == []
    left_open = [word for word, (first, latest) in zip(last, limits, strict=True) if first != latest]
    assert "".join(str(_brought(found, word)) for word in left_open) == READ
    assert len(left_open) < len(last) / 5
    assert {_brought(found, word) for word in last} == {1, 2, 3, 4, 5}


def _brought(found: Blame, word: Word) -> int:
    (run,) = [run for run in found.runs if run.alinea == word.alinea and run.start <= word.start < run.end]
    return int(run.origin.commit.subject)


def test_the_oracle_tells_new_words_from_old_ones(tmp_path: Path) -> None:
    texts = ("a b c d e f g h .", "a b c d e x f g h i j k .", "a b c d e f g h i j k .")
    files = []
    for version, text in enumerate(texts):
        files.append(tmp_path / str(version))
        files[-1].write_text(f"Article 1\n----\n{text}\n", "utf-8")
    last, limits = bounds(files)
    told = {word.text: limit for word, limit in zip(last, limits, strict=True)}
    assert told["a"] == told["e"] == (1, 1)
    assert told["i"] == told["k"] == (2, 2)
    assert told["f"] == (1, 2)  # three words in a row: the account may take them for new
