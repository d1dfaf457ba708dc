"""Real law, where a corpus lies beside the project (``../shared/corpus``); skipped, and said to be, where it does not."""

from __future__ import annotations

import gzip
import json
import random
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from statutes_diff import readers
from statutes_diff.compare import compare_statutes
from statutes_diff.model import Division, Source, Statute
from tests.conftest import ROOT

CORPUS = ROOT.parent / "shared" / "corpus"
CODES = sorted(CORPUS.glob("recod_*.md.gz"))
needs_corpus = pytest.mark.skipif(not CODES, reason="no corpus beside the project")


def squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())


def divisions(statute: Statute) -> Iterator[Division]:
    nodes = list(statute.children)
    while nodes:
        node = nodes.pop()
        if isinstance(node, Division):
            yield node
            nodes.extend(node.children)


def kept(statute: Statute) -> str:
    """Every word that a tree and its notes hold."""
    words = [
        statute.title,
        *(division.heading for division in divisions(statute)),
        *(str(note.message) for note in statute.notes),
    ]
    for article in (place.article for place in statute.places()):
        words += [article.label, *(a.text for a in article.alineas), *(a.text for a in article.annotations)]
        words += [note.text for note in article.history]
    return squeezed("\n".join(words))


@needs_corpus
@pytest.mark.parametrize("path", CODES, ids=lambda path: path.name)
def test_no_line_of_a_whole_code_is_lost(path: Path) -> None:
    text = gzip.decompress(path.read_bytes()).decode()
    body = text.split("\n---\n", 1)[-1]
    have = kept(readers.read(Source(path.name, text.encode())))
    lost = [line for line in body.splitlines() if squeezed(line.lstrip("# ").removeprefix("Article ")) not in have]
    assert lost == []


@needs_corpus
def test_pairs_from_history_keep_their_text_and_rebuild() -> None:
    """``compare_statutes`` proves each comparison itself and raises where old + edits is not new."""
    with gzip.open(CORPUS / "pairs_plain.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = random.Random(7).sample([json.loads(line) for line in lines], 400)
    for row in rows:
        texts = [row[side] for side in ("old", "new") if row[side].strip()]
        read = [readers.read(Source(row["id"], f"Article 1\n----\n{text}\n".encode())) for text in texts]
        for text, statute in zip(texts, read, strict=True):
            assert all(squeezed(line) in kept(statute) for line in text.splitlines()), row["id"]
        if len(read) == 2:
            compare_statutes(*read)
