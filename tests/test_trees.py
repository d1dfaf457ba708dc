"""Two versions of a folder: a file that both hold is read when it is asked for, and the account is as if all were read."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statutes_diff import api, readers
from statutes_diff.compare.concordance import concordance, renumbered
from statutes_diff.model import Account, Article, Source, Statute
from statutes_diff.reports import View
from statutes_diff.reports._json.lines import Lines
from statutes_diff.reports._json.pairs import alineas, article_pair
from statutes_diff.reports._json.text import json_text
from statutes_diff.reports.json import compare as as_json
from statutes_diff.sources import InputError
from tests.conftest import Run

Tree = Mapping[str, bytes]

SENTENCES = (
    "Le préfet délivre l'autorisation après avis du conseil départemental.",
    "Les articles L. 1 à L. 3 s'appliquent aux ouvrages existants.",
    "Un décret fixe, pour l'application de l'article L. 2, le montant de la redevance.",
    "I. - Sont exonérés :\n\n1° Les communes ;\n\n2° (Abrogé) ;\n\n3° L'Etat, dans les conditions prévues au troisième alinéa.",
    "(Abrogé)",
    "Le maire\n\nconvoque le conseil municipal lorsque le tiers de ses membres le demande, à la date\n\nqu'il fixe.",
    "NOTA : ces dispositions entrent en vigueur le 1er janvier 2002.",
    "(Loi n° 2002-1 du 4 janvier 2002 art. 3 Journal Officiel du 5 janvier 2002)",
)
NUMBERS = ("L1", "L2", "L3", "L2-1", "R. 4", "44 sexies", "Annexe 1")
FORMS = (
    "# Article {number}\n\n{text}\n",
    "Article {number}\n----\n{text}\n",
    "Article {number}\n\n{text}\n",
    "## Article {number} (Abrogé)\n\n{text}\n",
    "# Article {number}\r\n\r\n{text}\r\n",
    "\n# Article {number}\n\n{text}\n",
    "---\ntitle: Code de l'eau publique\n---\n# Article {number}\n\n{text}\n",
    "# Code de l'eau publique\n\n## Article {number}\n\n{text}\n",
    "# Article {number}\n\n<p>{text}</p><p>Le <b>maire</b>.</p>\n",
    "# Article {number}\n\n{text}\n\n# Article L9\n\nUn autre article, dans le même fichier.\n",
    "# Chapitre II\n\n## Article {number}\n\n{text}\n",
    "# Article {number}\n\n{text}\n\n**Section 2 : Des ouvrages**\n",
    "# Article {number}\n\nVoir [l'article L. 1](/codes/L1 \"Code de l'eau publique - art. L1 (V)\").\n",
    "# Article {number}\n\n{text}\n\n\f1\n\n# Article {number}\n",
)
OTHERS = (
    b"Ce dossier contient le code de l'eau publique.\n",
    b"",
    b"\0\1\2",
    "# Article L3\n\nAccentué à l'ancienne.\n".encode("cp1252"),
    b"<!DOCTYPE x [<!ENTITY a 'b'>]><p>&a;</p>",
)
PATHS = tuple(
    f"{folder}{name}"
    for folder in ("", "Livre Ier/", "Livre II/", "Livre II/Titre X/", "annexes/")
    for name in ("Article L1.md", "Article L2.md", "Article L10.md", "LISEZMOI", "autre.txt")
)

PLAIN = View(color=False, width=80, full=False, only=frozenset())

contents = st.one_of(
    st.builds(
        lambda form, number, text: form.format(number=number, text=text).encode(),
        st.sampled_from(FORMS),
        st.sampled_from(NUMBERS),
        st.sampled_from(SENTENCES),
    ),
    st.sampled_from(OTHERS),
)
trees = st.dictionaries(st.sampled_from(PATHS), contents, min_size=1, max_size=8)


@st.composite
def versions(draw: st.DrawFn) -> tuple[Tree, Tree]:
    """A tree, and the same after some files were added, removed, renamed and edited."""
    old = draw(trees)
    kept = [(path, old[path]) for path in sorted(old) if draw(st.integers(0, 5))]
    renamed = {(draw(st.sampled_from(PATHS)) if draw(st.integers(0, 3)) == 0 else path): data for path, data in kept}
    return old, renamed | draw(st.dictionaries(st.sampled_from(PATHS), contents, max_size=2))


def sources(tree: Tree, known: dict[bytes, bytes]) -> list[Source]:
    """The files as a folder is read, equal contents being one value."""
    return [Source(path, known.setdefault(data, data), tuple(path.split("/")[:-1])) for path, data in sorted(tree.items())]


def read(old: Tree, new: Tree, *, whole: bool) -> tuple[Statute, Statute]:
    known: dict[bytes, bytes] = {}
    olds, news = sources(old, known), sources(new, known)
    memo = readers.Memo(olds, news, whole=whole)
    return readers.read_all("ancien", olds, memo=memo), readers.read_all("nouveau", news, memo=memo)


def report(account: Account) -> dict[str, Any]:
    return dict(json.loads(as_json(account, PLAIN)))


def without(said: dict[str, Any], common: Iterable[str]) -> dict[str, Any]:
    """A report without what is left out of files that both versions hold: readers' notes, and the count of alinéas."""
    del said["summary"]["shared"], said["summary"]["alineas"]["unchanged"]
    for side in (said["old"], said["new"]):
        side["notes"] = [note for note in side["notes"] if note.get("file") not in common or "first in" in note["message"]]
    return said


def readable(*found: Tree) -> bool:
    """True when each tree holds a file that can be read."""
    for tree in found:
        try:
            readers.read_all("arbre", sources(tree, {}))
        except InputError:
            return False
    return True


@settings(max_examples=300)
@given(versions())
def test_the_account_is_that_of_texts_read_whole(both: tuple[Tree, Tree]) -> None:
    old, new = both
    if not new or not readable(old, new):
        return
    common = {path for tree, other in ((old, new), (new, old)) for path, data in tree.items() if data in other.values()}
    lazy = without(report(api.compare(*read(old, new, whole=False))), common)
    assert lazy == without(report(api.compare(*read(old, new, whole=True))), common)


@given(versions())
def test_what_is_written_at_once_is_what_would_be_written(both: tuple[Tree, Tree]) -> None:
    """Shortcuts of the report: articles as text, renumbered ones without the whole concordance."""
    if not both[1] or not readable(*both):
        return
    comparison = api.compare(*read(*both, whole=True)).comparison
    lines = Lines()
    assert json_text({"a": [lines.pair(pair, alineas(pair, PLAIN)) for pair in comparison.articles]}) == json_text(
        {"a": [article_pair(pair, PLAIN) for pair in comparison.articles]}
    )
    rows = [(row.old, row.new, row.how, row.score) for row in concordance(comparison).rows if row.old and row.new]
    differing = [row for row in rows if row[0].article.number != row[1].article.number]
    assert [(row.old, row.new, row.how, row.score) for row in renumbered(comparison)] == differing


@given(versions())
def test_what_is_read_when_asked_for_is_what_the_file_says(both: tuple[Tree, Tree]) -> None:
    if not both[1] or not readable(*both):
        return
    for lazy, eager in zip(read(*both, whole=False), read(*both, whole=True), strict=True):
        assert [fields(article) for article in lazy.articles()] == [fields(article) for article in eager.articles()]
        assert (lazy.title, lazy.format, lazy.encoding) == (eager.title, eager.format, eager.encoding)


def fields(article: Article) -> tuple[object, ...]:
    return (
        *(article.number, article.label, article.line, article.file),
        *(article.alineas, article.history, article.annotations, article.version),
    )


UNCHANGED = {f"Livre Ier/Article L{n}.md": f"# Article L{n}\n\nLe maire délivre le titre n° {n}.\n".encode() for n in range(1, 9)}


def never(*_: object) -> Statute:
    raise AssertionError("read without need")


def test_what_both_versions_hold_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    old = {**UNCHANGED, "Livre Ier/Article L9.md": b"# Article L9\n\nLe maire signe.\n"}
    new = {**UNCHANGED, "Livre Ier/Article L9.md": "# Article L9\n\nLe préfet signe.\n".encode()}
    monkeypatch.setattr(readers, "_reread", never)
    readers._glances.cache_clear()
    said = report(api.compare(*read(old, new, whole=False)))
    readers._glances.cache_clear()
    assert (said["summary"]["shared"], said["summary"]["alineas"]["unchanged"], said["old"]["articles"]) == (8, 0, 9)
    assert [entry["new"]["number"] for entry in said["articles"]] == [f"L{n}" for n in range(1, 10)]


def test_a_renvoi_that_was_forgotten_in_a_file_of_both_versions_is_found() -> None:
    forgetful = {"Article L20.md": b"# Article L20\n\nL'article L. 30 s'applique.\n"}
    old = {**UNCHANGED, **forgetful, "Article L30.md": "# Article L30\n\nLe préfet tient le registre des ouvrages.\n".encode()}
    account = api.compare(*read(old, {**UNCHANGED, **forgetful}, whole=False))
    assert [(row.status, row.new and row.new.locus.article) for row in account.references] == [("dangling", "L20")]


def test_a_nota_is_looked_for_in_files_of_both_versions() -> None:
    """Whether a version prints NOTA at all is known from what did not change too."""
    beside = {"Article L20.md": b"# Article L20\n\nLe maire signe.\n\nNOTA : texte provisoire.\n"}
    old = {**UNCHANGED, "Article L9.md": b"# Article L9\n\nLe maire signe.\n"}
    new = {**UNCHANGED, "Article L9.md": b"# Article L9\n\nLe maire signe.\n\nNOTA : voir la loi.\n"}
    found = [api.compare(*read({**old, **more}, {**new, **more}, whole=False)).findings for more in ({}, beside)]
    assert [[finding.rule for finding in findings] for findings in found] == [[], ["nota"]]


def test_the_whole_keeps_notes_and_counts() -> None:
    cut = "# Article L1\n\nLe maire délivre les titres aux personnes qui en font la demande et\n\nqui en justifient.\n".encode()
    old, new = {"a.md": cut, "b.md": b"# Article L2\n\nUn.\n"}, {"a.md": cut, "b.md": b"# Article L2\n\nDeux.\n"}
    for whole, shared, notes in ((False, 1, []), (True, 0, ["page-break"])):
        said = report(api.compare(*read(old, new, whole=whole)))
        assert (said["summary"]["shared"], [note["code"] for note in said["old"]["notes"]]) == (shared, notes)


LINES = (
    *("# Article L1", "Article L1", "Article L1-2", "----", "===", "Article R. 2", "# Article R.* 2 - Objet", "**Article 3**"),
    *("# Titre Ier", "Chapitre II", "   ## Article 4", " ---", "__Article 5__", "Le maire signe.", "1° Un ;", "", "12", "- 3 -"),
    *("\f", "<p>Le maire.</p>", "<table>", "\xa0# Article 6", "Art. 7. - Le maire.", "# Article L1 (Abrogé)", "Préambule"),
    *("# Préambule", "{", "# Article 1er", "</p>", "&nbsp;"),
)


@settings(max_examples=1000)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=8), st.sampled_from(("\n", "\r\n", "\u2028")))
def test_a_glance_tells_what_reading_tells(lines: list[str], end: str) -> None:
    data = end.join(lines).encode()
    told = readers._glance(data, readers.Options())
    if told is not None:
        whole = readers.read(Source("", data))
        (article,), (found,) = told.articles(), whole.articles()
        assert (article.number, article.label, article.line) == (found.number, found.label, found.line)
        assert (told.title, told.format, told.encoding) == (whole.title, whole.format, whole.encoding)


@pytest.mark.parametrize(
    "text",
    ["# Article L1\n\nUn.\n", "Article L1\n----\nUn.\n", "# Article R.* 2 (Abrogé)\nUn.\n", "# Article 1er\n\n<p>Un.</p>\n"],
)
def test_a_glance_is_enough_for_a_file_of_one_article(text: str) -> None:
    assert readers._glance(text.encode(), readers.Options())


def commit(root: Path, tree: Tree) -> None:
    git = ("git", "-C", str(root), "-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    for stale in root.glob("code/**/*.md"):
        stale.unlink()
    for path, data in tree.items():
        (root / "code" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "code" / path).write_bytes(data)
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "1")):
        subprocess.run([*git, *command], check=True)


def test_revisions_and_folders_give_the_same_account(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    old = {**UNCHANGED, "Livre II/Article L9.md": b"# Article L9\n\nLe maire signe.\n"}
    new = {**UNCHANGED, "Livre III/Article L9.md": "# Article L9\n\nLe préfet signe.\n".encode()}
    for tree in (old, new):
        commit(tmp_path, tree)
    said = [
        json.dumps(report(api.compare(*api.read_versions(before, after))))
        .replace("HEAD~1:", "HEAD:")
        .replace("HEAD:code", "code")
        for before, after in (("HEAD~1:code", "HEAD:code"), ("HEAD~1:code", "code"))
    ]
    assert said[0] == said[1]
    assert json.loads(said[0])["summary"]["shared"] == 8


def test_full_reads_and_shows_what_both_versions_hold(tmp_path: Path, run: Run) -> None:
    for version, words in (("ancien", "Le maire signe."), ("nouveau", "Le préfet signe.")):
        for path, data in {**UNCHANGED, "Article L9.md": f"# Article L9\n\n{words}\n".encode()}.items():
            (tmp_path / version / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / version / path).write_bytes(data)
    for options, shared, listed in (([], 8, 1), (["--full"], 0, 9)):
        done = run("compare", tmp_path / "ancien", tmp_path / "nouveau", "-f", "json", *options)
        said = json.loads(done.stdout)
        assert (said["summary"]["shared"], sum(bool(entry["alineas"]) for entry in said["articles"])) == (shared, listed)
