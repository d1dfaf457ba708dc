"""The report that lawyers read on a screen: complete, never cut off, never an escape they did not ask for."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statutes_diff import api, reports
from statutes_diff.messages import speaking
from statutes_diff.model import Account, Alinea, AlineaPair, Article, ArticlePair, Edit, Place, Statute
from statutes_diff.reports import View
from statutes_diff.reports._terminal.layout import Columns, Paragraph, rendered
from statutes_diff.reports._views.segments import segments
from tests import report_cases as cases
from tests.conftest import NEW_SEED, OLD_SEED, ROOT
from tests.golden_plugin import Golden
from tests.values import replace

TERMINAL = reports.load("terminal")
HOSTILE = "\x1b]0;title\x07 \u202eesrever\u202c a\x00b \ud800 \u2800 \x9b31m"
ESCAPES = re.compile("\x1b\\[[0-9;]*m")


def shown(account: Account = cases.ACCOUNT, language: str = "en", **view: Any) -> str:
    with speaking(language):
        return str(TERMINAL.compare(account, View(**view)))


def of(old: str, new: str, *edits: Edit, **more: Any) -> Account:
    """The account of one alinéa."""
    before, after = cases.article("L1-1", old), cases.article("L1-1", new)
    entry = AlineaPair("modified", (1,), (1,), edits or cases.edits(old, new), **more)
    pair = ArticlePair("modified", Place(before, ()), Place(after, ()), "number", 0.5, alineas=(entry,))
    return Account(replace(cases.COMPARISON, articles=(pair,)))


@pytest.mark.parametrize(("language", "width"), [("en", 80), ("fr", 60), ("fr", 80), ("fr", 120)])
def test_comparison(golden: Golden, language: str, width: int) -> None:
    golden(shown(language=language, width=width), f"compare-{language}-{width}.txt")


def test_comparison_of_the_seeds(golden: Golden) -> None:
    old, new = (replace(api.read(str(path)), source=path.name) for path in (OLD_SEED, NEW_SEED))
    golden(shown(api.compare(old, new), "fr"), "compare-seeds-fr-80.txt")


def test_comparison_with_colour(golden: Golden) -> None:
    golden(shown(color=True).replace("\x1b", "ESC"), "compare-en-80-colour.txt")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_tree(golden: Golden, language: str) -> None:
    with speaking(language):
        golden(TERMINAL.tree(cases.TREE, View()), f"tree-{language}.txt")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_refs(golden: Golden, language: str) -> None:
    with speaking(language):
        golden(TERMINAL.refs([(cases.TREE, cases.REFERENCES)], View()), f"refs-{language}.txt")


def test_colour_changes_no_character() -> None:
    coloured = shown(color=True)
    assert "\x1b[9;31m" in coloured
    assert [line.rstrip() for line in ESCAPES.sub("", coloured).splitlines()] == shown().splitlines()


@pytest.mark.parametrize("width", range(60, 201, 20))
@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_line_is_wider_than_the_screen(width: int, language: str) -> None:
    with speaking(language):
        tree = TERMINAL.tree(cases.TREE, View(width=width))
        refs = TERMINAL.refs([(cases.TREE, cases.REFERENCES)], View(width=width))
    assert max(map(columns, (shown(language=language, width=width) + tree + refs).splitlines())) <= width


@pytest.mark.parametrize("width", [1, 8, 20, 40, 60, 200])
def test_no_width_cuts_anything_off(width: int) -> None:
    def printed(columns: int) -> list[str]:
        refs = TERMINAL.refs([(cases.TREE, cases.REFERENCES)], View(width=columns))
        return sorted(letters(re.sub(r"(?m)^    [-+] ", "", shown(width=columns)) + refs))

    assert printed(width) == printed(120)


def test_hostile_text_reaches_no_terminal() -> None:
    article = Article("L1", "L1", (Alinea(HOSTILE, None, 0, 1),), file=HOSTILE)
    statute = Statute(HOSTILE, HOSTILE, HOSTILE, HOSTILE, (article,))
    place = Place(article, ())
    pairs = tuple(ArticlePair(s, o, n, "none", 0.0) for s, o, n in (("inserted", None, place), ("removed", place, None)))
    output = TERMINAL.compare(Account(replace(cases.COMPARISON, old=statute, new=statute, articles=pairs)), View())
    output += TERMINAL.tree(statute, View())
    assert not set(output) & set("\x1b\x07\x00\x9b\u202e\u202c\ud800\u2800")
    assert "\\x1b" in output


SHOWN = [
    # what changed, old, new, the words of the report
    ("a word", "Le maire décide seul.", "Le préfet décide seul.", "Le [-maire-] {+préfet+} décide seul."),
    ("words that came", "Le maire décide.", "Le maire ou le préfet décide.", "Le maire {+ou le préfet+} décide."),
    ("words that went", "Le maire ou le préfet décide.", "Le maire décide.", "Le maire [-ou le préfet-] décide."),
    (
        "inside a citation",
        "Aux articles L. 1-1 et L. 1-3.",
        "Aux articles L. 1-1, L. 1-2 et L. 1-3.",
        "{+L. 1-1, L. 1-2+} et L. 1-3.",
    ),
    ("the last words", "Il décide seul.", "Il décide.", "Il [-décide seul-]{+décide+}."),
]


@pytest.mark.parametrize(("old", "new", "words"), [case[1:] for case in SHOWN], ids=[case[0] for case in SHOWN])
def test_changes_hug_their_words(old: str, new: str, words: str) -> None:
    assert words in shown(of(old, new), width=120)


def test_a_word_that_a_stop_replaced_hangs_on_no_other_word() -> None:
    stop = of("Le maire ou le préfet.", "Le maire, le préfet.", Edit("replace", (8, 11), (8, 9), "substantive"))
    assert "Le maire [-ou-]{+,+} le préfet." in shown(stop)
    word = of("Le maire, le préfet.", "Le maire ou le préfet.", Edit("replace", (8, 9), (8, 11), "substantive"))
    assert "Le maire [-,-]{+ou+} le préfet." in shown(word)


def test_a_change_of_spaces_alone_is_made_visible() -> None:
    account = of("Le n° 5.", "Le n°\u00a05.", Edit("replace", (3, 7), (3, 7), "editorial"))
    assert "Le [~n°␣5~]{~n°⍽5~}." in shown(account)


def test_typography_has_its_own_sign_and_status() -> None:
    account = of("La mise en oeuvre.", "La mise en œuvre.", Edit("replace", (11, 17), (11, 16), "editorial"))
    output = shown(account)
    assert "La mise en [~oeuvre~]{~œuvre~}." in output
    assert "modified (typography only)" in output


def test_long_unchanged_runs_are_left_out_and_full_shows_them() -> None:
    words = " ".join(f"mot{n}" for n in range(40))
    account = of(
        f"Avant {words} après", f"Devant {words} enfin", Edit("replace", (0, 6), (0, 7)), Edit("replace", (236, 241), (237, 242))
    )
    output, full = shown(account), shown(account, full=True)
    assert "mot7 … mot32" in " ".join(output.split())
    assert "mot20" not in output
    assert words in " ".join(full.split())


def test_the_cut_is_never_inside_a_citation_nor_after_an_article() -> None:
    tail = "un deux trois quatre cinq six prévues à l'article L. 162-5 et par les autres articles du présent code"
    output = shown(of(f"A {tail}", f"B {tail}"), width=120)
    assert "{+B+} un deux trois quatre cinq six prévues …" in output


def test_what_came_or_went_whole_is_shown_whole() -> None:
    text = " ".join(f"mot{n}" for n in range(60))
    place = Place(cases.article("L1-1", text), ())
    pair = ArticlePair("inserted", None, place, "none", 0.0)
    output = re.sub(r"(?m)^    \+ ", "", shown(Account(replace(cases.COMPARISON, articles=(pair,)))))
    assert "{+" + text + "+}" in " ".join(output.split())


def test_a_line_inside_a_long_change_shows_it_in_the_margin() -> None:
    text = " ".join(f"mot{n}" for n in range(40))
    lines = shown(of(f"Avant {text} après.", "Avant après.", Edit("delete", (6, 236), (6, 6))), width=60).splitlines()
    first = next(n for n, line in enumerate(lines) if "[-mot0" in line)
    assert lines[first].startswith("      Avant [-mot0")
    assert lines[first + 1].startswith("    - mot")
    assert lines[first + 4].endswith("-] après.")
    assert lines[first + 4].startswith("      ")


def test_an_article_outside_the_excerpt_is_not_called_repealed() -> None:
    assert "Hors de l'extrait (non comparé)\u00a0: L. 12-9." in shown(language="fr", width=200)
    assert "ce n'est pas une abrogation" in shown(language="fr", width=200)


def test_the_reason_of_a_fallback_is_shown() -> None:
    account = of("Un.", "Deux.", note=cases.msg("rewritten: too little in common to show word by word"))
    assert "! rewritten: too little in common to show word by word" in shown(account)


def test_only_says_what_it_leaves_out() -> None:
    output = shown(only=frozenset({"editorial"}), width=120)
    assert "Shown: only changes of typography; 5 other changed alinéas are not shown" in output
    assert "[~oeuvre~]" in output
    assert "{+tarifs" not in output


def test_many_notes_are_counted() -> None:
    notes = tuple(replace(cases.OLD.notes[0], line=line) for line in range(1, 31))
    account = Account(replace(cases.COMPARISON, old=replace(cases.OLD, notes=notes)))
    assert "24 more notes; --full shows them" in shown(account)
    assert "line 30:" in shown(account, full=True)


WORDS = st.lists(st.sampled_from(["le", "maire", "L. 162-5", "l'article", "2 mois", "décide,", "seul."]), max_size=40).map(
    " ".join
)


@given(WORDS, WORDS)
def test_runs_are_the_two_texts(old: str, new: str) -> None:
    runs = segments(old, new, cases.edits(old, new), full=True)
    assert _letters(runs, "equal", "deleted") == old.replace(" ", "")
    assert _letters(runs, "equal", "inserted") == new.replace(" ", "")


@given(WORDS, WORDS)
def test_leaving_words_out_hides_no_change(old: str, new: str) -> None:
    edits = cases.edits(old, new)
    short, full = segments(old, new, edits), segments(old, new, edits, full=True)
    assert [run for run in short if run.kind in ("deleted", "inserted")] == [
        run for run in full if run.kind in ("deleted", "inserted")
    ]


def _letters(runs: Any, *kinds: str) -> str:
    return "".join(run.text for run in runs if run.kind in kinds).replace(" ", "")


def columns(line: str) -> int:
    """The columns of a line, not as rich counts them: combining marks take none, East Asian wide letters two."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def letters(text: str) -> str:
    return re.sub(r"\s", "", text)


STYLED = st.tuples(st.text("ab é\u0301日L.1\n\u00a0\u2007\u202f[]:", max_size=30), st.sampled_from(["", "deleted", "faint"]))


@given(st.lists(STYLED, max_size=6), st.integers(8, 40))
def test_wrapping_loses_nothing_and_keeps_the_width(parts: list[tuple[str, str]], width: int) -> None:
    output = rendered([Paragraph(*parts)], View(width=width))
    assert letters(output) == letters("".join(words for words, _style in parts))
    assert max(map(columns, output.splitlines())) <= width


@given(st.lists(st.text("ab é\u0301日L.1\u00a0", max_size=60), min_size=1, max_size=6), st.integers(40, 200))
def test_a_table_loses_nothing_and_keeps_the_width(cells: list[str], width: int) -> None:
    output = rendered([Columns(cells, [cells])], View(width=width))
    assert sorted(letters(output)) == sorted(letters("".join(cells * 2)))
    assert max(map(columns, output.splitlines()), default=0) <= width


def test_a_very_long_word_is_wrapped_in_linear_time() -> None:
    assert rendered([Paragraph("x" * 1_000_000)], View()).count("\n") == 12_500


@pytest.mark.parametrize("text", [" " * 300_000 + "mot", "a" + " " * 300_000 + "b", "L. " * 100_000, "\u00a0" * 300_000])
def test_no_text_makes_wrapping_slow(text: str) -> None:
    assert letters(rendered([Paragraph(text)], View())) == letters(text)


INDENTED = [
    # words, width, the lines
    ("un deux trois", 10, ["un deux", "  trois"]),
    ("un deux", 7, ["un deux"]),  # what fits in one line needs no room for the indent of others
    ("L'article L. 162-5 du code", 16, ["L'article", "  L. 162-5 du", "  code"]),
    ("délai de 2 mois", 12, ["délai de", "  2 mois"]),
    ("le 1er juin", 10, ["le", "  1er juin"]),
    ("trois ans\u00a0; ou", 12, ["trois", "  ans\u00a0; ou"]),
    ("à l'article R. * 423-68 du code", 20, ["à l'article", "  R. * 423-68 du", "  code"]),
    ("amende de 9 000 euros", 14, ["amende de", "  9 000 euros"]),
    ("la somme de 500 000 €", 17, ["la somme de", "  500 000 €"]),
    ("il est élu : le maire", 11, ["il est", "  élu : le", "  maire"]),
    ("on dit « oui » ici", 9, ["on dit", "  « oui »", "  ici"]),
    ("n°\u202f5 du 6\u2007mars", 10, ["n°\u202f5 du", "  6\u2007mars"]),
    ("anticonstitutionnellement", 12, ["anticonsti", "  tutionnell", "  ement"]),
    ("1\t2", 20, ["1 │ 2"]),
    ("un\n\ndeux", 20, ["un", "", "  deux"]),
    ("", 20, [""]),
]


@pytest.mark.parametrize(("words", "width", "lines"), INDENTED)
def test_lines_break_where_french_typography_allows(words: str, width: int, lines: list[str]) -> None:
    assert rendered([Paragraph(words, rest="  ")], View(width=width)) == "\n".join([*lines, ""])


SIGNS = {"deleted": "- ", "inserted": "+ "}
MARGINS = [
    # parts, the lines
    ([("unique deux", "deleted")], ["- unique", "- deux"]),
    ([("unique", "deleted"), " deux"], ["- unique", "  deux"]),
    ([("un", "deleted"), ("deux", "inserted")], ["  undeux"]),
    ([("un", "faint")], ["  un"]),
    ([("u", "deleted"), " ", ("v", "deleted")], ["- u v"]),
]


@pytest.mark.parametrize(("parts", "lines"), MARGINS)
def test_the_margin_tells_what_a_whole_line_is(parts: list[str | tuple[str, str]], lines: list[str]) -> None:
    output = rendered([Paragraph(*parts, first="  ", rest="  ", signs=SIGNS)], View(width=10))
    assert output == "\n".join([*lines, ""])


def test_law_text_is_no_markup() -> None:
    words = "[bold]§ :warning: [/] [link=x]1[/link] https://example.org True 'mot'"
    parts = [Paragraph(words), Columns(("1", words), [("2", words), (words,)])]
    assert rendered(parts, View(width=120, color=True)) == (
        f"{words}\n\x1b[1m1\x1b[0m  \x1b[1m{words}\x1b[0m\n2  {words}\n{words}\n"
    )


def test_columns_and_the_titles_over_them() -> None:
    rows = [
        ("Un titre plus long que la colonne et que l'écran",),
        ("a", "12", "trois mots encore, puis quatre autres mots"),
        ("bb", "3", ""),
    ]
    assert rendered([Columns(("A", "n", "x"), rows, numbers=(1,), indent=2)], View(width=40)).splitlines() == [
        "  A    n  x",
        "Un titre plus long que la colonne et",
        "  que l'écran",
        "  a   12  trois mots encore, puis quatre",
        "          autres mots",
        "  bb   3",
    ]


ENVIRONMENTS = [
    {"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "20", "LINES": "2", "TTY_COMPATIBLE": "0", "TTY_INTERACTIVE": "0"},
    {"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1", "COLORTERM": "truecolor", "TERM": "xterm-256color", "TTY_COMPATIBLE": "1"},
    {"JUPYTER_COLUMNS": "20", "JUPYTER_LINES": "2", "PYCHARM_HOSTED": "1", "TERM": "unknown"},
]


@pytest.mark.parametrize("environment", ENVIRONMENTS)
@pytest.mark.parametrize("color", [False, True])
def test_the_environment_changes_nothing(environment: dict[str, str], color: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = shown(color=color)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert shown(color=color) == expected
    assert ("\x1b" in expected) is color


def test_a_number_given_to_another_text_says_where_the_former_one_is() -> None:
    old, new = (api.read(str(ROOT / "fixtures" / f"numero-reutilise.{version}.md")) for version in ("ancien", "nouveau"))
    output = shown(api.compare(old, new))
    inserted = output[output.index("Article L. 183-1 — inserted") : output.index("Article L. 184-1")]
    assert "in the old version this number bore another text, now article L. 184-1" in " ".join(inserted.split())
    assert output.count("bore another text") == 1
