"""A small recodification made by hand: each kind of row that a concordance can have."""

from __future__ import annotations

from statutes_diff.compare.concordance import concordance
from statutes_diff.messages import msg
from statutes_diff.model import (
    AlineaPair,
    Article,
    ArticlePair,
    Channel,
    Comparison,
    Division,
    How,
    Note,
    Passage,
    Place,
    RunnerUp,
    Statute,
)
from tests.report_cases import article, edits

WORDS = "Le marché ouvre le matin."


def law(name: str, title: str, numbers: str) -> dict[str, Place]:
    """Articles of three alinéas each, in two divisions: those before the bar, and those after it."""
    first, second = (part.split() for part in numbers.split("|"))
    found: dict[str, Place] = {}
    for number, held in (("I", first), ("II", second)):
        division = Division("chapitre", number, title, f"Chapitre {number} : {title}", (), 1)
        found |= {
            key: Place(article(key, f"{WORDS} ({name} {key})", "Il ferme à midi.", "Il est couvert."), (division,))
            for key in held
        }
    return found


OLD = law("ancien", "Des halles", "L1-1 L1-2 L1-3 L1-4 L1-5 L1-6 L1-7 L1-8 L1-9 L1-10 L1-11 L183-1 | R1-1 R1-2 R1-3")
NEW = law("nouveau", "Des marchés", "L1-1 L1-2 L1-3 L1-11 L2-1 L2-2 L2-3 L2-4 L2-5 L2-6 L2-7 L183-1 L184-1 | D1")


def statute(source: str, places: dict[str, Place], *notes: Note) -> Statute:
    return Statute("Code des halles", source, "consolidated", "utf-8", tuple(place.article for place in places.values()), notes)


def pair(old: str, new: str, how: How, score: float, *channels: Channel, other: RunnerUp | None = None) -> ArticlePair:
    """Two articles; the channels are those of the edits of their first alinéa, none for an equal text."""
    before, after = OLD[old].article.alineas[0].text, NEW[new].article.alineas[0].text
    inner = (AlineaPair("modified", (1,), (1,), edits(before, after, *channels)),) if channels else ()
    status = "renumbered" if old != new else "modified" if channels else "unchanged"
    return ArticlePair(status, OLD[old], NEW[new], how, score, other, inner)  # type: ignore[arg-type]


def passage(old: str, alineas: tuple[int, ...], new: str, others: tuple[int, ...], score: float = 1.0) -> Passage:
    return Passage(OLD[old], alineas, NEW[new], others, score)


PAIRS = (
    pair("L1-1", "L1-1", "number", 1.0),
    pair("L1-2", "L1-2", "number", 0.87, "substantive"),
    pair("L1-3", "L1-3", "number", 0.98, "reference"),
    pair("L1-11", "L1-11", "number", 0.08, "substantive"),
    # Taken apart: the greater part under one number, an alinéa under the next.
    pair("L1-4", "L2-1", "similar", 0.625, "substantive", other=RunnerUp("L2-2", 0.4)),
    # Two articles made one: the second has no partner of its own.
    pair("L1-5", "L2-3", "similar", 0.7, "substantive"),
    ArticlePair("removed", OLD["L1-6"], None, "none", 0.0),
    ArticlePair("inserted", None, NEW["L2-2"], "none", 0.0),
    # Two articles whose alinéas were dealt out anew.
    pair("L1-7", "L2-4", "similar", 0.81, "substantive"),
    pair("L1-8", "L2-5", "text", 0.97, "reference", "editorial"),
    ArticlePair("inserted", None, NEW["L2-6"], "none", 0.0, RunnerUp("L1-9", 0.31)),
    ArticlePair("removed", OLD["L1-9"], None, "none", 0.0),
    pair("L1-10", "L2-7", "override", 0.3, "substantive"),
    # The number was given to another text.
    ArticlePair("inserted", None, NEW["L183-1"], "none", 0.0),
    pair("L183-1", "L184-1", "text", 1.0),
    *[ArticlePair("not-covered", OLD[number], None, "none", 0.0) for number in ("R1-1", "R1-2", "R1-3")],
    ArticlePair("not-covered", None, NEW["D1"], "none", 0.0),
)
PASSAGES = (
    passage("L1-4", (3,), "L2-2", (3,)),
    passage("L1-6", (2,), "L2-3", (2,)),
    passage("L1-6", (1,), "L2-3", (3,), 0.5),
    passage("L1-7", (2,), "L2-5", (2,)),
)
COMPARISON = Comparison(
    statute("halles-1999.md", OLD, Note(12, "page-break", msg("alinéa joined"))), statute("halles-2020.md", NEW), PAIRS, PASSAGES
)
TABLE = concordance(COMPARISON)
INVERSE = concordance(COMPARISON, by="new")


def of(*pairs: ArticlePair) -> Comparison:
    """A comparison of these articles alone."""
    olds = {str(at): pair.old for at, pair in enumerate(pairs) if pair.old}
    news = {str(at): pair.new for at, pair in enumerate(pairs) if pair.new}
    return Comparison(statute("old.md", olds), statute("new.md", news), pairs)


def place(number: str, text: str = WORDS, label: str | None = None) -> Place:
    return Place(Article(number, number if label is None else label, article(number, text).alineas), ())
