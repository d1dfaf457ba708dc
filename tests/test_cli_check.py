"""``statutes-diff check``: exit codes, formats, configuration, comments and --fix, as a user meets them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from lxml import etree

from statutes_diff import checks
from tests.check_cases import CODE, code, git, lines, trouble
from tests.conftest import ROOT, Run, clean_environment

pytestmark = pytest.mark.usefixtures("own_folder")


def test_a_finding_is_one_line_and_fails(run: Run) -> None:
    assert lines(run, code(), expected=1) == [
        "code.md:13: alinea-past-end: article 2 has 1 alinéa, no alinéa 3",
        "code.md:13: unclosed-quotation: nothing closes this quotation: “« les frais sont partagés.”",
    ]


def test_it_speaks_french(run: Run) -> None:
    said = lines(run, code(), "--lang", "fr", expected=1)[0]
    assert re.match(r"code\.md:13: alinea-past-end: l['’]article 2 a 1 alinéa", said)


def test_a_clean_text_leaves_with_0(run: Run) -> None:
    assert lines(run, code(CODE[: CODE.index("Article 3")]), expected=0) == []


@pytest.mark.parametrize(("level", "expected"), [("error", 1), ("warning", 1), ("never", 0)])
def test_what_fails_is_chosen(run: Run, level: str, expected: int) -> None:
    assert len(lines(run, code(), "--fail-on", level, expected=expected)) == 2
    assert lines(run, "code.md", "--select", "unclosed", "--fail-on", "error", expected=0) != []


def test_rules_are_chosen_by_their_beginnings(run: Run) -> None:
    assert [line.split(": ")[1] for line in lines(run, code(), "--select", "alinea,dangling", expected=1)] == ["alinea-past-end"]
    assert [line.split(": ")[1] for line in lines(run, "code.md", "--ignore", "alinea", expected=1)] == ["unclosed-quotation"]
    assert "no rule begins with foo" in trouble(run, "code.md", "--select", "foo")


def test_trouble_is_one_line(run: Run) -> None:
    assert "absent.md: cannot be read" in trouble(run, "absent.md")
    Path("empty").mkdir()
    assert "holds no file" in trouble(run, "empty")
    Path("blank.md").write_text("")
    assert "holds no text" in trouble(run, "blank.md")
    assert "not a git repository" in trouble(run, code(), "--against", "no-such-revision")
    git("init", "-q")
    assert "neither a revision" in trouble(run, "code.md", "--against", "no-such-revision")
    assert "overwrite" in trouble(run, "code.md", "-o", "code.md")


def test_standard_input_is_checked(run: Run) -> None:
    done = run("check", "-", input=CODE.encode())
    assert done.returncode == 1 and done.stdout.startswith(b"<stdin>:13: alinea-past-end: ")


def test_a_file_without_articles_is_no_law_even_when_it_is_named(run: Run) -> None:
    done = run("check", code("# Read me\n\nA **corpus** of law, see [here](x).\n", "README.md"), "--against", ".")
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr == b"statutes-diff: 0 findings, 0 articles checked, 1 file without articles\n"
    Path("docs").mkdir()
    code("Read me.\n", "docs/README.md")
    assert "holds no article of a law" in trouble(run, "docs")


def test_one_file_that_holds_no_law_does_not_stop_the_others(run: Run) -> None:
    """A hook names whatever a commit changes: what is no law is passed over, what is damaged is a finding."""
    law = code("# Code du bornage\n\nArticle 1\n\nLe mot « borne\n", "law.md")
    page = code("<!DOCTYPE html><html><body><p>Bienvenue.</p></body></html>", "index.html")
    project = code("<?xml version='1.0'?><project><name>x</name></project>", "pom.xml")
    Path("broken.md").write_bytes(b"Article 1\n\nUn.\0\n")
    found = lines(run, law, page, project, "broken.md", expected=1)
    assert [line.split(": ")[1] for line in found] == ["unreadable-file", "unclosed-quotation"]
    assert "is a page without an article" in trouble(run, page)


def test_a_corpus_that_is_not_there_is_refused(run: Run) -> None:
    Path("statutes-diff.toml").write_text('corpus = ["absent"]\n')
    assert "absent" in trouble(run, code("Article 1\n\nUn.\n"))


def test_references_resolve_across_paths(run: Run) -> None:
    one = code("# Code du bornage\n\nArticle 1\n\nL'article 2 s'applique.\n", "a.md")
    two = code("# Code du bornage\n\nArticle 2\n\nDeux.\n", "b.md")
    assert lines(run, one, two, expected=0) == []


def test_controls_do_not_reach_the_terminal(run: Run) -> None:
    done = run("check", code("Article 1\n\nLe mot « \x1b[31mrouge\n\nL'article \x1b]0;x\x07 9 s'applique.\n"))
    assert b"\x1b" not in done.stdout and b"\\x1b" in done.stdout


# Configuration


@pytest.mark.parametrize("name", ["statutes-diff.toml", "pyproject.toml"])
def test_a_configuration_is_found_upwards(run: Run, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    table = "[tool.statutes-diff]\n" if name == "pyproject.toml" else ""
    Path(name).write_text(f'{table}ignore = ["unclosed"]\nlevels = {{ alinea-past-end = "info" }}\n', "utf-8")
    Path("inner").mkdir()
    monkeypatch.chdir("inner")
    assert len(lines(run, code(), expected=0)) == 1
    assert len(lines(run, "code.md", "--fail-on", "info", expected=1)) == 1


def test_a_project_without_our_table_sets_nothing(run: Run) -> None:
    Path("pyproject.toml").write_text("[tool.other]\nselect = 3\n")
    assert len(lines(run, code(), expected=1)) == 2


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('ignore = ["alinea"]\nselekt = ["x"]\n', 2, "unknown key selekt"),
        ('select = ["nothing"]\n', 1, "select: no rule begins with nothing"),
        ("select = 3\n", 1, "select takes a list"),
        ('\nfail-on = "fatal"\n', 2, "fail-on takes one of"),
        ('[levels]\ndangling = "grave"\n', 2, "dangling takes one of"),
        ('levels = "x"\n', 1, "levels takes a table"),
        ('ignore = []\n\n[levels]\nmissing-number = "info"\nfoo = "error"\n', 5, "levels: no rule begins with foo"),
        ('ignore = []\nlevels = { foo = "error" }\n', 2, "levels: no rule begins with foo"),
        ('whole = "yes"\n', 1, "whole takes one of true, false"),
        ("baseline = 1\n", 1, "baseline takes"),
        ("select = [\n", 2, "is not TOML"),
    ],
)
def test_a_faulty_configuration_is_one_clear_line(run: Run, text: str, line: int, said: str) -> None:
    Path("statutes-diff.toml").write_text(text)
    found = trouble(run, code())
    assert re.match(rf"statutes-diff: statutes-diff\.toml:{line}: ", found) and said in found


def test_a_table_of_a_project_that_is_none_is_told(run: Run) -> None:
    Path("pyproject.toml").write_text('[tool]\nstatutes-diff = "select"\n')
    assert trouble(run, code()).startswith("statutes-diff: pyproject.toml:2: tool.statutes-diff is a table")


def test_a_corpus_is_read_whole_and_one_file_of_it_is_checked(run: Run) -> None:
    Path("statutes-diff.toml").write_text('corpus = ["codes"]\n')
    for number, cited in ((1, 2), (2, 7), (3, 8)):
        code(f"Article {number}\n\nL'article {cited} s'applique.\n", f"codes/Code civil/Article {number}.md")
    code("Article 10\n\nDix.\n", "codes/Code civil/Article 10.md")
    found = lines(run, "codes/Code civil/Article 2.md", expected=1)
    assert found == ["codes/Code civil/Article 2.md:3: dangling-reference: there is no article 7"]
    assert lines(run, "codes/Code civil/Article 1.md", expected=0) == []


def test_files_are_excluded_and_a_text_is_called_an_excerpt(run: Run) -> None:
    code("Article 1\n\nL'article 2 s'applique.\n", "codes/1.md")
    code("Article 3\n\nTrois, et « rien.\n", "codes/3.md")
    assert len(lines(run, "codes", "--select", "dangling,unclosed", expected=1)) == 2
    Path("statutes-diff.toml").write_text('exclude = ["3.md"]\n')
    assert lines(run, "codes", "--select", "unclosed", expected=0) == []
    Path("statutes-diff.toml").write_text("whole = false\n")
    assert lines(run, "codes", "--select", "dangling", expected=0) == []


# Comments


@pytest.mark.parametrize(
    ("comment", "place", "left"),
    [
        ("<!-- statutes-diff: ignore alinea-past-end, unclosed-quotation: the bill says so -->\n\n", "Au troisième", []),
        (
            " <!-- statutes-diff: ignore alinea-past-end: the bill says so -->",
            "\n\nArticle 3",
            ["alinea-past-end", "unclosed-quotation"],
        ),
        ("<!-- statutes-diff: ignore-file alinea-past-end: the bill says so -->\n\n", "Article 1", ["unclosed-quotation"]),
        ("<!-- statutes-diff: ignore alinea-past-end -->\n", "Au troisième", ["ignore-comment", "unclosed-quotation"]),
    ],
)
def test_a_comment_excuses_with_its_reason(run: Run, comment: str, place: str, left: list[str]) -> None:
    found = lines(run, code(CODE.replace(place, f"{comment}{place}")), expected=1 if left else 0)
    assert [line.split(": ")[1] for line in found] == left


def test_a_comment_is_no_law(run: Run) -> None:
    code(CODE.replace("Il se fait", "<!-- statutes-diff: ignore missing-item: so it is -->\n\nIl se fait"))
    code(CODE, "plain.md")
    told = [json.loads(run("tree", name, "-f", "json").stdout)["articles"][1]["alineas"] for name in ("code.md", "plain.md")]
    assert [[alinea["text"] for alinea in alineas] for alineas in told] == [["Il se fait à frais communs."]] * 2


# Formats


def test_annotations_of_github_are_escaped(run: Run) -> None:
    name = "a,b: 100%.md"
    (first, *_) = lines(run, code(CODE, name), "-f", "github", "--select", "alinea", expected=1)
    assert first == "::error file=a%2Cb%3A 100%25.md,line=13,title=alinea-past-end::article 2 has 1 alinéa, no alinéa 3"


def test_json_follows_its_schema(run: Run) -> None:
    import jsonschema

    found = json.loads("\n".join(lines(run, code(), "-f", "json", expected=1)))
    schema = json.loads((ROOT / "statutes_diff/reports/schema/check-1.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(found, schema)
    assert [finding["rule"] for finding in found["findings"]] == ["alinea-past-end", "unclosed-quotation"]
    assert found["summary"]["error"] == 1


# What SARIF 2.1.0 asks of the objects that we write: the properties that there are, and those that must be.
SARIF = {
    "log": ({"$schema", "version", "runs"}, {"version", "runs"}),
    "run": ({"tool", "columnKind", "results"}, {"tool"}),
    "driver": ({"name", "version", "rules"}, {"name"}),
    "rule": ({"id", "shortDescription", "fullDescription", "help", "defaultConfiguration"}, {"id"}),
    "result": ({"ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"}, {"message"}),
    "location": ({"physicalLocation", "logicalLocations"}, set()),
}


def sarif_object(kind: str, value: dict[str, object]) -> None:
    allowed, required = SARIF[kind]
    assert required <= value.keys() <= allowed, kind


def test_sarif_is_what_the_standard_asks_for(run: Run) -> None:
    name = code(CODE, "mes codes/code é.md")
    log = json.loads("\n".join(lines(run, "mes codes", "-f", "sarif", expected=1)))
    sarif_object("log", log)
    (one,) = log["runs"]
    sarif_object("run", one)
    assert log["version"] == "2.1.0" and one["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    driver = one["tool"]["driver"]
    sarif_object("driver", driver)
    for rule in driver["rules"]:
        sarif_object("rule", rule)
        assert all(set(rule[part]) == {"text"} and rule[part]["text"] for part in ("shortDescription", "fullDescription", "help"))
        assert rule["defaultConfiguration"]["level"] in ("none", "note", "warning", "error")
    assert len({rule["id"] for rule in driver["rules"]}) == len(driver["rules"])
    for result in one["results"]:
        sarif_object("result", result)
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"] and result["message"]["text"]
        assert result["level"] in ("none", "note", "warning", "error")
        (location,) = result["locations"]
        sarif_object("location", location)
        physical = location["physicalLocation"]
        assert physical == {"artifactLocation": {"uri": "mes%20codes/code%20%C3%A9.md"}, "region": {"startLine": 13}}
        assert all(re.fullmatch(r"[0-9a-f]{32}", value) for value in result["partialFingerprints"].values())
    assert name and len(one["results"]) == 2


def fingerprints(run: Run, name: str, *more: str) -> list[str]:
    log = json.loads(run("check", name, "-f", "sarif", *more).stdout)
    return [result["partialFingerprints"]["statutesDiff/v1"] for result in log["runs"][0]["results"]]


def test_fingerprints_stay_when_lines_files_and_the_language_move(run: Run) -> None:
    twice = CODE + "\nAu troisième alinéa de l'article 2, rien.\n"
    before = fingerprints(run, code(twice))
    assert len(set(before)) == len(before) == 3
    assert fingerprints(run, code(twice.replace("Article 1\n", "\n\nArticle 1\n"), "other.md"), "--lang", "fr") == before


def test_gitlab_reads_its_report(run: Run) -> None:
    found = json.loads("\n".join(lines(run, code(), "-f", "gitlab", expected=1)))
    assert [set(issue) for issue in found] == [{"description", "check_name", "fingerprint", "severity", "location"}] * 2
    assert [issue["severity"] for issue in found] == ["major", "minor"]
    assert len({issue["fingerprint"] for issue in found}) == 2
    assert found[0]["location"] == {"path": "code.md", "lines": {"begin": 13}}


def test_junit_counts_what_it_holds(run: Run) -> None:
    done = run("check", code(CODE.replace("partagés", "<\x02&>")), "-f", "junit")
    root = etree.fromstring(done.stdout)
    assert root.tag == "testsuites" and {suite.tag for suite in root} == {"testsuite"}
    assert [suite.get("name") for suite in root] == [rule for rule in checks.names() if not checks.needs_two(rule)]
    for suite in root:
        assert int(suite.get("tests") or 0) == len(suite.findall("testcase"))
        assert int(suite.get("failures") or 0) == len(suite.findall("testcase/failure"))
    assert root.get("tests") == str(len(root.findall("testsuite/testcase")))
    assert root.get("failures") == str(len(root.findall("testsuite/testcase/failure"))) == "3"


@pytest.mark.parametrize("report", ["text", "json", "github", "sarif", "gitlab", "junit"])
def test_every_format_is_the_same_twice_and_goes_to_a_file(run: Run, report: str) -> None:
    shown = run("check", code(), "-f", report).stdout
    assert run("check", "code.md", "-f", report, "-o", "out").stdout == b""
    assert Path("out").read_bytes() == shown != b""


def test_a_report_in_the_folder_that_is_checked_may_be_written_again(run: Run) -> None:
    """But no text is overwritten."""
    for _turn in range(2):
        code(name="codes/code.md")
        assert lines(run, "codes", "-f", "sarif", "-o", "codes/law.sarif", expected=1) == []
    assert "overwrite" in trouble(run, "codes", "-o", "codes/code.md")
    assert "overwrite" in trouble(run, "codes", "--write-baseline", "codes/code.md")


# --fix

SLOPPY = (
    "Article 1\r\n\r\nL'appel, l'aveu, l'acte, l'arrêt, l'avis, l'acte, l'offre, l'usage et l'écrit : les noms ; les moyens ; "
    "les dates ; les lieux ; les pièces.\r\n\r\n"
    "Article 2\r\n\r\nL’appel : les noms; les moyens , voir http://exemple.fr/l’a;b et &nbsp;ceci.\r\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_typography_is_mended_and_nothing_else(run: Run, encoding: str) -> None:
    Path("code.md").write_bytes(SLOPPY.encode(encoding))
    run("check", "code.md", "--fix", "--select", "mixed,punctuation")
    wanted = SLOPPY.replace("L’appel : les noms; les moyens , voir", "L'appel : les noms ; les moyens, voir")
    assert Path("code.md").read_bytes() == wanted.encode(encoding)
    again = run("check", "code.md", "--fix", "--select", "mixed,punctuation")
    assert again.returncode == 0 and b"mended" not in again.stderr
    assert Path("code.md").read_bytes() == wanted.encode(encoding)


def test_without_fix_and_of_other_rules_nothing_is_touched(run: Run) -> None:
    Path("code.md").write_bytes(SLOPPY.encode())
    for arguments in ([], ["--fix", "--select", "dangling"], ["--fix", "--ignore", "mixed,punctuation"]):
        run("check", "code.md", *arguments)
        assert Path("code.md").read_bytes() == SLOPPY.encode()
    assert "--fix mends files" in trouble(run, "-", "--fix")


def test_only_files_on_the_disk_are_mended(run: Run) -> None:
    """A revision and an archive cannot be written to; nothing else is either, though it could be."""
    Path("code.md").write_bytes(SLOPPY.encode())
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "x")
    with tarfile.open("code.tar.gz", "w:gz") as archive:
        archive.add("code.md")
    for place in ("HEAD:code.md", "HEAD:", "code.tar.gz"):
        said = trouble(run, "code.md", place, "--fix")
        assert said == (
            f"statutes-diff: {place}: cannot be mended: --fix writes to files on the disk, not into a revision or an archive"
        )
        assert Path("code.md").read_bytes() == SLOPPY.encode()
    assert "cannot be read" in trouble(run, "absent.md", "--fix")


def test_a_file_that_cannot_be_mended_is_called_by_its_name() -> None:
    """Not by that of the file beside it, which nobody has heard of."""
    Path("code.md").write_bytes(SLOPPY.encode())
    Path("mkstemp.py").write_text(
        "import sys, tempfile\n"
        "from statutes_diff.cli import main\n"
        "def refused(**given): raise PermissionError(13, 'Permission denied', given['dir'])\n"
        "tempfile.mkstemp = refused\n"
        "sys.exit(main(['check', 'code.md', '--fix']))\n"
    )
    done = subprocess.run(
        [sys.executable, "mkstemp.py"], env=clean_environment(PYTHONPATH=str(ROOT)), capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (2, b"statutes-diff: code.md: Permission denied\n")
    assert Path("code.md").read_bytes() == SLOPPY.encode()
