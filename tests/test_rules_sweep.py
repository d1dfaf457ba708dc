"""Substitutions made at many places: found, counted, what is left of them, and what they make other rules leave out."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statutes_diff import api, readers
from statutes_diff.compare import compare_statutes
from statutes_diff.model import Account, Source, Statute
from statutes_diff.rules import findings, judged
from statutes_diff.rules._units import places_of, stems, units
from statutes_diff.rules._unswept import Sought, standing

CASES = [tuple(case.split("\n", 1)) for case in Path(__file__).with_name("sweep_cases.txt").read_text("utf-8").split("\n== ")[1:]]
COURT = ("tribunal de grande instance", "tribunal judiciaire")


def code(*articles: str) -> Statute:
    text = "".join(f"## Article {n}\n\n{article}\n\n" for n, article in enumerate(articles, start=1))
    return readers.read(Source("code.md", text.encode()))


def parts(body: str) -> tuple[Statute, Statute, list[str]]:
    old, new, expected = (part.strip("\n").splitlines() for part in f"{body}\n".split("--\n"))
    return code(*old), code(*new), expected


@pytest.mark.parametrize(("title", "body"), CASES)
def test_case(title: str, body: str) -> None:
    old, new, expected = parts(body)
    found = findings(compare_statutes(old, new), {"sweep"})
    told = [f"{finding.message} [{dict(finding.message.values)['forms']}]".replace("\u00a0", " ") for finding in found]
    assert told == expected


def test_there_are_cases_that_fire_and_silent_ones() -> None:
    assert {bool(parts(body)[2]) for _, body in CASES} == {True, False}


def compared(old: str, new: str, *also: tuple[str, str]) -> Account:
    sentence = "La demande numéro {} est portée devant le {} du lieu, qui statue dans le mois."
    texts = [(sentence.format(n, old), sentence.format(n, new)) for n in "abcdef"]
    olds, news = zip(*texts, *also, strict=True)
    return api.compare(code(*olds), code(*news))


def test_a_sweep_has_its_places_and_what_is_left() -> None:
    account = compared(*COURT, ("Le tribunal de grande instance siège ici.", "Le tribunal de grande instance siège là."))
    (sweep,) = account.sweeps
    assert (sweep.old, sweep.new) == COURT
    assert [place.new.article for place in sweep.places] == ["1", "2", "3", "4", "5", "6"]
    assert all(place.whole and place.old == place.new for place in sweep.places)
    assert [(locus.article, locus.alinea) for locus in sweep.remaining] == [("7", 1)]


def test_what_the_sweep_tells_is_not_told_again() -> None:
    assert [finding.rule for finding in compared(*COURT).findings] == ["sweep"]


def test_a_body_that_came_elsewhere_too_is_still_told() -> None:
    account = compared(*COURT, ("Le maire siège ici.", "Le maire siège ici et au tribunal judiciaire."))
    assert sorted((finding.rule, finding.new) for finding in account.findings) == [
        ("institution", "tribunal judiciaire"), ("sweep", "tribunal judiciaire"),
    ]  # fmt: skip


def test_another_change_of_the_same_alinea_is_still_told() -> None:
    also = (
        "Le tribunal de grande instance statue dans un délai de deux mois.",
        "Le tribunal judiciaire statue dans un délai de trois mois.",
    )
    assert [finding.rule for finding in compared(*COURT, also).findings] == ["sweep", "duration"]


def test_a_definition_that_changed_by_the_sweep_alone_is_told_by_it() -> None:
    words = "On entend par greffe le service du {} qui tient le registre{}."
    same = (words.format(COURT[0], ""), words.format(COURT[1], ""))
    more = (words.format(COURT[0], ""), words.format(COURT[1], " des marais"))
    assert [finding.rule for finding in compared(*COURT, same).findings] == ["sweep"]
    assert [finding.rule for finding in compared(*COURT, more).findings] == ["sweep", "definition"]


def test_without_the_rule_nothing_is_left_out() -> None:
    account = compared(*COURT)
    assert [finding.rule for finding in findings(account.comparison, {"institution"})] == ["institution", "institution"]
    assert judged(account.comparison, {"institution"}).sweeps == ()


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-15"])
def test_a_place_left_in_a_file_that_nobody_touched_is_found(tmp_path: Path, encoding: str) -> None:
    for side, words in (("old", "préfet délégué"), ("new", "maire délégué")):
        (tmp_path / side).mkdir()
        for n in range(1, 8):
            said = "préfet délégué" if n > 5 else words
            text = f"# Article L{n}\n\nLa demande numéro {n} est portée devant le {said} du lieu, et jugée à l'été.\n"
            (tmp_path / side / f"Article L{n}.md").write_bytes(text.encode(encoding))
    account = api.compare(*api.read_versions(str(tmp_path / "old"), str(tmp_path / "new")))
    (sweep,) = account.sweeps
    assert (sweep.old, sweep.new, len(sweep.places)) == ("préfet", "maire", 5)
    assert [locus.article for locus in sweep.remaining] == ["L6", "L7"]


def test_many_words_that_precede_are_no_depth() -> None:
    """A group is parted by the word before in one go, however many such words there are; the hundred most frequent are told."""
    olds = [f"Le {name}eur général siège au canton." for name in map(_name, range(110)) for _ in range(4)]
    account = api.compare(code(*olds), code(*[old.replace("général", "départemental") for old in olds]))
    assert len(account.sweeps) == 100


def _name(n: int) -> str:
    """A word for each number."""
    return "".join("bcdfglmprt"[int(digit)] + "a" for digit in str(n))


WORDS = st.sampled_from(
    ["tribunal", "tribunaux", "Tribunal", "de", "grande", "instance", "judiciaire", "État", "et", ",", "Etat"]
)


@given(
    st.lists(st.lists(WORDS, max_size=60), min_size=1, max_size=4), st.sampled_from([COURT, ("État", "ministre"), ("de", "et")])
)
def test_what_is_left_is_found_as_by_reading_every_word(alineas: list[list[str]], words: tuple[str, str]) -> None:
    text = "\n".join(" ".join(alinea) for alinea in alineas)
    statute = code(text.replace("\n", "\n\n"))
    old, new = stems(words[0]), stems(words[1])
    if not old or not new:
        return
    (found,) = standing(statute, [Sought.of(old, new, words)._replace(most=1000)])
    held = [stems(alinea.text) for article in statute.articles() for alinea in article.alineas]
    assert len(found) == sum(1 for alinea in held for _ in places_of(old, alinea))


def test_units_have_their_ranges() -> None:
    text = "  Devant l’un des Tribunaux de la grande instance, n° 5"
    found = units(text)
    assert found.stems == stems(text) == ("devant", "un", "tribunal", "grande", "instance", ",", "n°5")
    assert [text[slice(*span)] for span in found.spans] == ["Devant", "un", "Tribunaux", "grande", "instance", ",", "n° 5"]


def test_letters_are_in_every_spelling() -> None:
    for spellings in (["État", "Etat", "ÉTAT"], ["tribunal", "Tribunaux"], ["oeuvre", "œuvres"], ["régional", "RÉGIONAUX"]):
        gone = Sought.of(stems(spellings[0]), stems("maire"), (spellings[0], "maire")).gone
        assert all(any(run in spelling.lower() for run in letters) for letters in gone for spelling in spellings)


def test_time_is_linear_in_the_text() -> None:
    def seconds(times: int) -> float:
        old, new = (code(*[f"Le {words} du canton {n} " * times for n in range(40)]) for words in COURT)
        comparison = compare_statutes(old, new)
        start = time.process_time()
        findings(comparison, {"sweep"})
        return time.process_time() - start

    short, long = min(seconds(10) for _ in range(2)), min(seconds(60) for _ in range(2))
    assert long < 30 * short + 0.2
