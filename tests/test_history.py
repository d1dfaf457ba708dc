"""``log`` and ``blame``: an article through the commits of a repository, each word with the one that brought it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest

from statutes_diff import api, reports
from statutes_diff.messages import speaking
from statutes_diff.model.history import Blame, History
from statutes_diff.sources import InputError
from tests.conftest import Run
from tests.git_cases import Repository, article, environment

FINE = "Le directeur de la caisse prononce la pénalité après avis de la commission dans un délai de deux mois."
DEBT = "La pénalité est recouvrée comme en matière de cotisations de sécurité sociale."
FRAUD = "Toute fraude commise par un professionnel de santé est signalée sans délai au procureur et à l'ordre dont il relève."
TAX = "Une taxe est assise sur les boissons sucrées vendues au détail en métropole."


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """An empty repository that the test runs in."""
    made = Repository(tmp_path / "corpus")
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(made.folder)
    return made


def told(found: History) -> list[tuple[str, str]]:
    return [(step.commit.subject, step.pair.status) for step in found.steps]


def marked(found: Blame) -> list[str]:
    """Each alinéa with the commits in brackets before their words."""
    alineas = [""] * len(found.history.article.alineas)
    for run in found.runs:
        text = found.history.article.alineas[run.alinea - 1].text[run.start : run.end]
        alineas[run.alinea - 1] += f"[{run.origin.commit.subject}]{text}"
    return alineas


def test_versions_that_change_nothing_are_passed_over(repository: Repository) -> None:
    repository.commit("1", "2001-01-01", {"L1.md": article("L1", FINE)})
    repository.commit("wrapped", "2002-01-01", {"L1.md": article("L1", FINE.replace(" avis", "\navis"))})
    repository.commit("elsewhere", "2002-02-01", {"L2.md": article("L2", TAX)})
    repository.commit("3", "2003-01-01", {"L1.md": article("L1", FINE.replace("deux", "trois"))})
    found = api.history(".", "L. 1")
    assert told(found) == [("3", "modified"), ("1", "inserted")]
    assert [step.commit.date for step in found.steps] == ["2003-01-01", "2001-01-01"]


def test_an_article_is_followed_to_another_number_and_another_file(repository: Repository) -> None:
    repository.commit("1", "2001-01-01", {"code/L1.md": article("L1", FINE, DEBT), "code/L2.md": article("L2", TAX)})
    repository.commit("2", "2002-01-01", {"code/L1.md": article("L1", FINE.replace("deux", "trois"), DEBT)})
    moved = article("L11", FINE.replace("deux", "trois"), DEBT)
    repository.commit("3", "2003-01-01", {"code/L1.md": None, "code/L11.md": moved})
    repository.commit("4", "2004-01-01", {"code/L11.md": None, "codes/Livre Ier/Article L11.md": moved})
    repository.commit("5", "2005-01-01", {"codes/Livre Ier/Article L11.md": moved.replace("sociale", "publique")})
    for path in ("codes", "codes/Livre Ier/Article L11.md", "HEAD:codes", "HEAD:./codes"):
        found = api.history(path, "L11")
        assert told(found) == [("5", "modified"), ("3", "renumbered"), ("2", "modified"), ("1", "inserted")]
        renumbered = found.steps[1].pair
        assert renumbered.old is not None and (renumbered.old.article.number, renumbered.old.article.file) == ("L1", "code/L1.md")
    fine, debt = marked(api.blame("codes", "L11"))
    assert fine == f"[1]{FINE}".replace("deux mois", "[2]trois [1]mois")
    assert debt == f"[1]{DEBT}".replace("sociale", "[5]publique[1]")


def test_a_number_that_bears_another_text_is_another_article(repository: Repository) -> None:
    repository.commit("1", "1995-01-01", {"L1.md": article("L1", FINE, DEBT)})
    repository.commit("2", "1996-01-01", {"L1.md": article("L1", TAX), "L2.md": article("L2", FINE, DEBT)})
    reused = api.history(".", "L1")
    assert told(reused) == [("2", "inserted")] and reused.steps[0].reused
    assert told(api.history(".", "L2")) == [("2", "renumbered"), ("1", "inserted")]


def test_words_that_came_from_another_article_keep_their_commit(repository: Repository) -> None:
    repository.commit("1", "2001-01-01", {"L1.md": article("L1", FINE), "L3.md": article("L3", FRAUD)})
    repository.commit("2", "2002-01-01", {"L3.md": article("L3", FRAUD.replace("sans délai", "aussitôt"))})
    both = article("L1", FINE, FRAUD.replace("sans délai", "aussitôt"))
    repository.commit("3", "2003-01-01", {"L1.md": both, "L3.md": None})
    found = api.blame(".", "L1")
    assert marked(found) == [f"[1]{FINE}", f"[1]{FRAUD}".replace("sans délai ", "[2]aussitôt [1]")]
    assert {run.origin.number for run in found.runs if run.alinea == 2} == {"L3"}
    assert [passage.old.article.number for passage in found.history.steps[0].passages] == ["L3"]


def test_an_alinea_that_moved_and_other_typography_keep_their_commit(repository: Repository) -> None:
    repository.commit("1", "2001-01-01", {"L1.md": article("L1", FINE, DEBT, FRAUD)})
    repository.commit("2", "2002-01-01", {"L1.md": article("L1", FRAUD, FINE, DEBT)})
    repository.commit("3", "2003-01-01", {"L1.md": article("L1", FRAUD.replace("'", "’"), FINE, DEBT)})
    found = api.blame("L1.md")
    assert marked(found) == [f"[1]{FRAUD}".replace("'", "’"), f"[1]{FINE}", f"[1]{DEBT}"]
    assert told(found.history)[0] == ("3", "modified")


def test_the_number_of_an_article_that_a_longer_list_names_again_keeps_its_commit(repository: Repository) -> None:
    words = "Les règles applicables aux caisses sont prévues {} du présent code."
    repository.commit("1", "2001-01-01", {"L1.md": article("L1", words.format("à l'article L. 7"))})
    repository.commit("2", "2002-01-01", {"L1.md": article("L1", words.format("aux articles L. 7 et L. 8"))})
    (line,) = marked(api.blame("L1.md"))
    assert line == ("[1]Les règles applicables aux caisses sont prévues [2]aux articles [1]L. 7 [2]et L. 8 [1]du présent code.")


def test_an_article_that_a_later_commit_added_was_inserted(repository: Repository) -> None:
    """The version before has not a word of it and is no excerpt for that."""
    repository.commit("1", "2001-01-01", {"code.md": article("1", TAX)})
    repository.commit("2", "2002-01-01", {"code.md": article("1", TAX) + "\n" + article("2", "Le préfet publie la liste.")})
    assert told(api.history("code.md", "2")) == [("2", "inserted")]
    assert "inserted · 1 alinéa" in reports.load("terminal").log(api.history("code.md", "2"), (), reports.View())


def test_a_code_in_one_file(repository: Repository) -> None:
    """Other articles change in most commits: these are no versions, nor is an article read for them."""
    texts = {number: f"Le montant de la prestation numéro {number} est fixé par arrêté du ministre." for number in range(1, 8)}

    def code(**changed: str) -> str:
        return "# Titre Ier\n\n" + "\n".join(article(f"L{n}", changed.get(f"L{n}", text)) for n, text in texts.items())

    repository.commit("1", "2001-01-01", {"code.md": code()})
    repository.commit("2", "2002-01-01", {"code.md": code(L7="La prestation est supprimée.")})
    repository.commit("3", "2003-01-01", {"code.md": code(L3=texts[3].replace("ministre", "préfet"))})
    repository.commit("4", "2004-01-01", {"code.md": code(L3=texts[3].replace("ministre", "préfet"), L4=TAX)})
    assert told(api.history("code.md", "L3")) == [("3", "modified"), ("1", "inserted")]
    assert told(api.history("code.md", "L7")) == [("3", "modified"), ("2", "modified"), ("1", "inserted")]
    (line,) = marked(api.blame("code.md", "L3"))
    assert line == "[1]Le montant de la prestation numéro 3 est fixé par arrêté du [3]préfet[1]."


def test_a_merge_is_one_step(repository: Repository) -> None:
    repository.commit("1", "2001-01-01", {"L1.md": article("L1", FINE)})
    repository.git("checkout", "-qb", "act")
    repository.commit("draft", "2002-01-01", {"L1.md": article("L1", FINE.replace("deux", "trois"))})
    repository.git("checkout", "-q", "main")
    repository.commit("2", "2002-02-01", {"L2.md": article("L2", TAX)})
    repository.git("merge", "-q", "--no-ff", "-m", "merged", "act")
    found = api.history("L1.md")
    assert told(found) == [("merged", "modified"), ("1", "inserted")]
    assert [str(note)[:25] for note in found.notes] == ["A merge is one step: what"]


def test_a_shallow_clone_says_so(repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit("1", "2001-01-01", {"L1.md": article("L1", FINE)})
    repository.commit("2", "2002-01-01", {"L1.md": article("L1", FINE.replace("deux", "trois"))})
    repository.git("clone", "-q", "--depth=1", f"file://{repository.folder}", str(tmp_path / "clone"))
    found = api.history(str(tmp_path / "clone" / "L1.md"))
    assert told(found) == [("2", "inserted")]
    assert "shallow" in str(found.notes[0])


@pytest.mark.parametrize(
    ("path", "number", "said"),
    [
        (".", "L9", "REV:PATH"),
        (".", None, "holds 2 articles: name one"),
        ("L9.md", "L9", "no such file"),
        ("new.md", "L9", "commit it first"),
        ("nowhere:L1.md", "L1", "git knows no commit nowhere here"),
        ("HEAD:absent.md", "L1", "no such file or folder in the commit [0-9a-f]{7}$"),
        ("-", "L1", "has no history"),
        ("--upload-pack=x:L1.md", "L1", "git knows no commit --upload-pack=x here"),
        ("a\0b", "L1", "has no history"),
    ],
)
def test_what_has_no_history_is_said(repository: Repository, path: str, number: str | None, said: str) -> None:
    repository.commit("1", "2001-01-01", {"L1.md": article("L1", FINE), "L2.md": article("L2", TAX)})
    repository.write({"new.md": article("L9", TAX)})
    with pytest.raises(InputError, match=said) as refused:
        api.history(path, number)
    assert refused.value.name == path and "\n" not in str(refused.value.message)


def test_before_the_first_commit_there_is_no_history(repository: Repository) -> None:
    repository.write({"L1.md": article("L1", FINE)})
    with pytest.raises(InputError, match="has no history: git knows no commit HEAD here"):
        api.history("L1.md")


def test_names_with_signs_and_messages_in_other_encodings(repository: Repository) -> None:
    name = "Code [1*] é\n:(top)/Article L1.md"
    repository.commit("1", "2001-01-01", {name: article("L1", FINE)})
    repository.write({name: article("L1", FINE.replace("deux", "trois"))})
    repository.git("add", "-A")
    (repository.folder / "message").write_bytes("Décret n° 2\n\ncorps\nde deux lignes".encode("latin-1"))
    repository.git("-c", "i18n.commitEncoding=iso-8859-1", "commit", "-qF", "message")
    found = api.history(".", "L1")
    assert told(found) == [("Décret n° 2", "modified"), ("1", "inserted")]
    assert found.steps[0].commit.body == "corps\nde deux lignes"


def test_a_repository_runs_nothing(repository: Repository) -> None:
    """Hooks, monitors, textconvs, signatures: all of them would leave a file behind."""
    repository.commit("1", "2001-01-01", {"L1.md": article("L1", FINE), ".gitattributes": "*.md diff=evil filter=evil\n"})
    repository.commit("2", "2002-01-01", {"L1.md": article("L1", FINE.replace("deux", "trois"))})
    evil = "touch ran; true"
    settings = ("core.fsmonitor", "core.pager", "diff.evil.textconv", "diff.evil.command", "diff.external", "gpg.program")
    for setting in (*settings, "filter.evil.smudge", "filter.evil.clean", "core.sshCommand", "core.editor"):
        repository.git("config", setting, evil)
    for setting in ("log.showSignature", "diff.renames"):
        repository.git("config", setting, "true")
    for hook in ("post-index-change", "post-checkout", "reference-transaction"):
        path = repository.folder / ".git" / "hooks" / hook
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!/bin/sh\n{evil}\n")
        path.chmod(0o755)
    assert len(api.blame("L1.md").history.steps) == 2
    assert not (repository.folder / "ran").exists()


def test_the_repository_is_the_one_around_the_path(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not the one that a hook names, from a folder further up."""
    repository.commit("1", "2001-01-01", {"code/L1.md": article("L1", FINE)})
    repository.commit("2", "2002-01-01", {"code/L1.md": article("L1", FINE.replace("deux", "trois"))})
    monkeypatch.setenv("GIT_DIR", ".git")
    assert len(api.blame("code").history.steps) == 2
    monkeypatch.delenv("GIT_DIR")
    monkeypatch.chdir("code")
    assert len(api.blame("L1.md").history.steps) == len(api.blame("HEAD:./L1.md").history.steps) == 2


def test_a_bare_repository(repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit("1", "2001-01-01", {"code/L1.md": article("L1", FINE)})
    repository.git("clone", "-q", "--bare", ".", str(tmp_path / "bare.git"))
    monkeypatch.chdir(tmp_path / "bare.git")
    assert told(api.history("main:code")) == [("1", "inserted")]


def versions(repository: Repository) -> None:
    repository.commit("Loi n° 1", "2001-01-01", {"L1.md": article("L1", FINE, DEBT), "L3.md": article("L3", FRAUD)})
    repository.commit("Loi n° 2 <b>`x`</b>", "2002-01-01", {"L1.md": article("L1", FINE.replace("deux", "trois"), DEBT)})
    repository.commit(
        "Loi n° 3", "2003-01-01", {"L1.md": article("L1", FINE.replace("deux", "trois"), DEBT, FRAUD), "L3.md": None}
    )


@pytest.mark.parametrize(("command", "more"), [("log", ()), ("log", ("--patch",)), ("blame", ())])
def test_json_is_valid_against_its_schema(repository: Repository, run: Run, command: str, more: tuple[str, ...]) -> None:
    versions(repository)
    done = run(command, ".", "--article", "L. 1", "-f", "json", *more, cwd=repository.folder, env=environment())
    assert (done.returncode, done.stderr) == (0, b"")
    found = json.loads(done.stdout)
    name = {"log": "history", "blame": "blame"}[command]
    schema = json.loads((Path(reports.__file__).with_name("schema") / f"{name}-1.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(found, schema, jsonschema.Draft202012Validator)
    assert found["schema"] == f"statutes-diff/{name}/1"
    if command == "blame":
        for alinea in found["alineas"]:
            assert "".join(alinea["text"][run["start"] : run["end"]] for run in alinea["runs"]) == alinea["text"]
    else:
        assert [version["status"] for version in found["versions"]] == ["modified", "modified", "inserted"]
        assert [version["reused"] for version in found["versions"]] == [False] * 3
        assert ["comparison" in version for version in found["versions"]] == [bool(more)] * 3


def test_log_for_people(repository: Repository, run: Run) -> None:
    versions(repository)
    done = run("log", "L1.md", cwd=repository.folder, env=environment())
    lines = done.stdout.decode().splitlines()
    assert lines[0] == "Article L. 1" and b"\x1b" not in done.stdout
    assert "  modified · 1 alinéa modified · substance" in lines
    assert any(line.endswith("words from L. 3") for line in lines)
    assert all(len(line) <= 80 for line in lines)
    french = run("log", "L1.md", "--lang", "fr", "--patch", cwd=repository.folder, env=environment()).stdout.decode()
    assert "mots venus de L. 3" in french and "dans un délai de [-deux-]{+trois+} mois." in french
    assert "titre du texte" not in french


def test_log_in_markdown(repository: Repository) -> None:
    versions(repository)
    found = api.history("L1.md")
    with speaking("en"):
        shown = reports.load("markdown").log(found, (), reports.View())
        patched = reports.load("markdown").log(found, api.patches(found), reports.View())
    assert "| 2002-01-01 |" in shown and "&lt;b&gt;\\`x\\`&lt;/b&gt;" in shown
    assert "<del>deux</del><ins>trois</ins>" in patched


def test_blame_for_people(repository: Repository, run: Run) -> None:
    versions(repository)
    done = run("blame", "L1.md", cwd=repository.folder, env=environment())
    lines = done.stdout.decode().splitlines()
    assert all(len(line) <= 80 for line in lines)
    assert "    [1]  mois." in lines
    assert [line for line in lines if "in article L. 3" in line]


def runs_of(found: Blame) -> Iterator[tuple[int, int, int]]:
    return ((run.alinea, run.start, run.end) for run in found.runs)


def test_runs_tile_the_article(repository: Repository) -> None:
    versions(repository)
    found = api.blame("L1.md")
    ends = {0: 0}
    for alinea, start, end in runs_of(found):
        assert start == ends.get(alinea, 0) and end > start
        ends[alinea] = end
    assert [ends[n] for n in (1, 2, 3)] == [len(alinea.text) for alinea in found.history.article.alineas]
