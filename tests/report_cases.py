"""A small law of our own in two versions, its comparison made by hand: what every report is tested on."""

from __future__ import annotations

import itertools
from difflib import SequenceMatcher

from statutes_diff.compare.passages import told_whole
from statutes_diff.language.tokens import tokens
from statutes_diff.messages import msg
from statutes_diff.model import (
    Account,
    Alinea,
    AlineaPair,
    AmendmentNote,
    Annotation,
    Article,
    ArticlePair,
    Channel,
    Comparison,
    Division,
    DivisionPair,
    Edit,
    Finding,
    LedgerRow,
    LocatedReference,
    Locus,
    Mention,
    Note,
    Op,
    Passage,
    Place,
    Reference,
    RunnerUp,
    Statute,
    Target,
)
from tests.values import replace

OPS: dict[str, Op] = {"replace": "replace", "insert": "insert", "delete": "delete"}


def alinea(text: str, marker: str | None = None, depth: int = 0, *, table: bool = False) -> Alinea:
    return Alinea(text, marker, depth, 1, table=table)


def article(number: str, *alineas: Alinea | str, line: int = 1) -> Article:
    return Article(number, number, tuple(a if isinstance(a, Alinea) else alinea(a) for a in alineas), line=line)


def edits(old: str, new: str, *channels: Channel) -> tuple[Edit, ...]:
    """Word edits between two texts, as plain difflib finds them; the channels in order, substantive when none is left."""
    a, b = tokens(old), tokens(new)
    codes = SequenceMatcher(None, _words(a.text, a.starts), _words(b.text, b.starts), autojunk=False).get_opcodes()
    found = [Edit(OPS[op], (a.starts[i], a.starts[j]), (b.starts[k], b.starts[m])) for op, i, j, k, m in codes if op != "equal"]
    return tuple(Edit(e.op, e.old, e.new, channels[n] if n < len(channels) else "substantive") for n, e in enumerate(found))


def _words(text: str, starts: list[int]) -> list[str]:
    return [text[i:j] for i, j in itertools.pairwise(starts)]


def modified(old: Article, new: Article, i: int, j: int, *channels: Channel) -> AlineaPair:
    return AlineaPair("modified", (i,), (j,), edits(old.alineas[i - 1].text, new.alineas[j - 1].text, *channels))


OLD_5 = article(
    "L12-5",
    "Le conseil des marchés de quartier est consulté par le maire sur les tarifs, dans les conditions prévues aux articles "
    "L. 12-1, L. 12-2 et L. 13-4 et, à défaut d'avis, par la chambre régionale des halles.",
    "Il comprend :",
    alinea("1° Six commerçants élus pour trois ans ;", "1°", 1),
    alinea("2° Deux habitants du quartier ;", "2°", 1),
    alinea("3° Un représentant de la commune.", "3°", 1),
    "Les dispositions du précédent alinéa ne font pas obstacle à la mise en oeuvre du plan.",
    "Le règlement intérieur est approuvé dans les conditions prévues aux deuxième et troisième alinéas de l'article L. 13-9.",
    "Le conseil se réunit chaque trimestre. Il délibère à la majorité des membres présents.",
    line=8,
)
NEW_5 = article(
    "L12-5",
    "Le conseil des marchés de quartier est consulté par le maire sur les tarifs et les horaires, dans les conditions prévues "
    "aux articles L. 12-1, L. 12-2, L. 12-2-1 et L. 13-4.",
    "Il comprend :",
    alinea("1° Six commerçants élus pour trois ans ;", "1°", 1),
    alinea("2° Deux habitants du quartier ;", "2°", 1),
    alinea("3° Un représentant de la commune.", "3°", 1),
    "Les dispositions du précédent alinéa ne font pas obstacle à la mise en œuvre du plan.",
    "Le conseil se réunit chaque trimestre.",
    "Il délibère à la majorité des membres présents.",
    "Son avis est rendu dans un délai de deux mois ; passé ce délai, il est réputé favorable.",
    line=3,
)
OLD_7 = article("L12-7", alinea("Emplacement\tTarif\nMoins de 3 m\t12 €\nPlus de 3 m\t18 €", table=True), "Le tarif est affiché.")
NEW_8 = article("L12-8", alinea("Emplacement\tTarif\nMoins de 3 m\t14 €\nPlus de 3 m\t18 €", table=True), "Le tarif est affiché.")
OUTSIDE = article("L12-9", "La commune peut déléguer l'entretien des halles.", line=40)
SAME = article("L12-1", "Les halles sont ouvertes à tous.", line=2)

SECTION = Division("section", "2", "Conseils de quartier", "Section 2 : Conseils de quartier", (OLD_5, OLD_7, OUTSIDE), 6)
CHAPTER = Division("chapitre", "II", "Marchés", "Chapitre II : Marchés", (NEW_5, NEW_8), 2)
OLD = Statute(
    "Code des halles et marchés",
    "halles-1999.md",
    "consolidated",
    "utf-8",
    (SAME, SECTION),
    (
        Note(
            22,
            "page-break",
            msg("alinéa cut after “{words}” (line {line}) joined to its second half", words="par le maire", line=20),
        ),
    ),
)
NEW = Statute("Code des halles et marchés", "halles.html", "legifrance-html", "utf-8", (SAME, CHAPTER))

PAIR_5 = ArticlePair(
    "modified",
    Place(OLD_5, (SECTION,)),
    Place(NEW_5, (CHAPTER,)),
    "number",
    0.71,
    alineas=(
        modified(OLD_5, NEW_5, 1, 1),
        *[AlineaPair("unchanged", (i,), (i,)) for i in range(2, 6)],
        modified(OLD_5, NEW_5, 6, 6, "editorial"),
        AlineaPair("removed", (7,), ()),
        AlineaPair("split", (8,), (7, 8), (Edit("replace", (38, 39), (38, 39), "numbering"),)),
        AlineaPair("inserted", (), (9,)),
    ),
)
PAIR_8 = ArticlePair(
    "renumbered",
    Place(OLD_7, (SECTION,)),
    Place(NEW_8, (CHAPTER,)),
    "similar",
    0.93,
    RunnerUp("L12-10", 0.61),
    (modified(OLD_7, NEW_8, 1, 1), AlineaPair("unchanged", (2,), (2,))),
)
COMPARISON = Comparison(
    OLD,
    NEW,
    (
        ArticlePair("unchanged", Place(SAME, ()), Place(SAME, ()), "number", 1.0),
        PAIR_5,
        PAIR_8,
        ArticlePair("not-covered", Place(OUTSIDE, (SECTION,)), None, "none", 0.0),
    ),
)


def at(number: int, *item: str) -> Locus:
    return Locus("L12-5", number, item)


def mention(number: int, text: str, start: int, *targets: Target) -> list[Mention]:
    return [Mention(at(number), target, text, start, start + len(text)) for target in targets]


def kept(text: str, start: int, target: Target, number: int = 1) -> LedgerRow:
    (one,) = mention(number, text, start, target)
    return LedgerRow("kept", one, one)


LEDGER = (
    kept("L. 12-1", 110, Target(article="L12-1")),
    kept("L. 12-2", 119, Target(article="L12-2")),
    kept("L. 13-4", 130, Target(article="L13-4")),
    LedgerRow("added", None, mention(1, "L. 12-2-1", 142, Target(article="L12-2-1"))[0]),
    kept("précédent alinéa", 20, Target(article="L12-5", alinea=5), 6),
    *[
        LedgerRow("removed", old, None)
        for old in mention(
            7,
            "deuxième et troisième alinéas de l'article L. 13-9",
            69,
            Target(article="L13-9", alinea=2),
            Target(article="L13-9", alinea=3),
        )
    ],
)
FINDINGS = (
    Finding(
        "institution",
        "substantive",
        msg(
            "{named}: mentions before: {before}, after: {after}",
            named="CRH (chambre régionale des halles)",
            name="CRH",
            full="chambre régionale des halles",
            before=1,
            after=0,
        ),
        where_old=(at(1),),
    ),
    Finding("duration", "substantive", msg("duration inserted: “{new}”", new="deux mois"), None, "deux mois", (), (at(9),)),
)
ACCOUNT = Account(COMPARISON, FINDINGS, LEDGER)

# A chapter that was recast: an alinéa split, two merged, one moved to another article as it stood, two with changes to an article
# that is new, a sentence taken over by it; the chapter has another number and title.
OLD_20 = article(
    "L20-1",
    "Le tarif des emplacements comprend un droit fixe et un droit proportionnel à la surface occupée.",
    alinea("1° Le droit fixe est acquitté d'avance ; 2° Le droit proportionnel est acquitté à la fin du mois.", "1°", 1),
    "Le placier tient un registre.",
    "Le registre est présenté au maire.",
    "Nul ne peut céder son emplacement à titre gratuit ou onéreux.",
    "La licence est accordée par le maire. Elle est retirée en cas de fraude constatée par le placier.",
    line=50,
)
OLD_21 = article(
    "L20-2",
    "Le marché est fermé en cas de crue de la rivière.",
    "Les commerçants sont avertis la veille de la fermeture par voie d'affichage.",
    "Ils déplacent leurs installations à leurs frais.",
    line=60,
)
NEW_20 = article(
    "L20-1",
    "Le tarif des emplacements comprend un droit fixe et un droit proportionnel à la surface occupée.",
    alinea("1° Le droit fixe est acquitté d'avance ;", "1°", 1),
    alinea("2° Le droit proportionnel est acquitté à la fin du mois.", "2°", 1),
    "Le placier tient un registre. Le registre est présenté au préfet.",
    "La licence est accordée par le maire.",
    line=50,
)
NEW_22 = article(
    "L20-3",
    "Nul ne peut céder son emplacement à titre gratuit ou onéreux.",
    "Les commerçants sont avertis l'avant-veille de la fermeture par voie d'affichage.",
    "Ils déplacent leurs installations aux frais de la commune.",
    "La licence est retirée en cas de fraude constatée par le placier.",
    line=58,
)
TRADERS = Division("chapitre", "IV", "Commerçants", "Chapitre IV : Commerçants", (OLD_20, OLD_21), 49)
STALLS = Division("chapitre", "V", "Commerçants des halles", "Chapitre V : Commerçants des halles", (NEW_20, NEW_22), 49)
PLACE_20, PLACE_21 = (Place(held, (TRADERS,)) for held in (OLD_20, OLD_21))
PLACE_22 = Place(NEW_22, (STALLS,))


def passage(old: Place, olds: tuple[int, ...], new: Place, news: tuple[int, ...], score: float) -> Passage:
    before, after = ("\n".join(p.article.alineas[i - 1].text for i in held) for p, held in ((old, olds), (new, news)))
    return Passage(old, olds, new, news, score, edits(before, after) if before != after else ())


def with_passages(comparison: Comparison, *found: Passage) -> Comparison:
    """A comparison with passages, each told whether it may be read as a pair."""
    return replace(comparison, passages=told_whole(found, comparison.articles))


RECAST = Comparison(
    replace(OLD, children=(SAME, TRADERS), notes=()),
    replace(NEW, children=(SAME, STALLS)),
    (
        ArticlePair("unchanged", Place(SAME, ()), Place(SAME, ()), "number", 1.0),
        ArticlePair(
            "modified",
            PLACE_20,
            Place(NEW_20, (STALLS,)),
            "number",
            0.6,
            alineas=(
                AlineaPair("unchanged", (1,), (1,)),
                AlineaPair("split", (2,), (2, 3), (Edit("replace", (40, 41), (40, 41), "numbering"),)),
                AlineaPair(
                    "merged",
                    (3, 4),
                    (4,),
                    (Edit("replace", (29, 30), (29, 30), "numbering"), Edit("replace", (58, 63), (58, 64))),
                ),
                AlineaPair("removed", (5,), ()),
                AlineaPair("modified", (6,), (5,), (Edit("delete", (36, 96), (36, 36)),)),
            ),
        ),
        ArticlePair("removed", PLACE_21, None, "none", 0.0),
        ArticlePair("inserted", None, PLACE_22, "none", 0.0),
    ),
    divisions=(DivisionPair("renumbered", (TRADERS,), (STALLS,), 1),),
)
RECAST = with_passages(
    RECAST,
    passage(PLACE_20, (5,), PLACE_22, (1,), 1.0),
    passage(PLACE_21, (2, 3), PLACE_22, (2, 3), 0.85),
    passage(PLACE_20, (6,), PLACE_22, (4,), 0.6),
)
RECAST_ACCOUNT = Account(RECAST)

HISTORY = AmendmentNote(
    "modified",
    "Loi n° 98-12 du 4 mai 1998",
    "art. 7 II",
    "Journal Officiel du 5 mai 1998",
    "1998-05-05",
    "(Loi n° 98-12 du 4 mai 1998 art. 7 II Journal Officiel du 5 mai 1998)",
    9,
)
RESERVED = Annotation("nota", "NOTA : l'article entre en vigueur le 1er juin 1998.", 31)
TREE = Statute(
    OLD.title,
    OLD.source,
    OLD.format,
    OLD.encoding,
    (
        SAME,
        Division(
            "section",
            "2",
            "Conseils de quartier",
            SECTION.heading,
            (Article("L12-5", "L. 12-5", OLD_5.alineas, (HISTORY,), (RESERVED,), 8), OLD_7),
            6,
        ),
        Division("section", "3", "Halles", "Section 3 : Halles", (), 50),
    ),
    OLD.notes,
)
REFERENCES = (
    LocatedReference(at(1), Reference(119, 126, "L. 12-1", "article", (Target(article="L12-1"),)), True),
    LocatedReference(at(6), Reference(20, 36, "précédent alinéa", "alinea", (Target(article="L12-5", alinea=5),)), True),
    LocatedReference(
        at(7),
        Reference(
            69,
            119,
            "deuxième et troisième alinéas de l'article L. 13-9",
            "article",
            (Target(article="L13-9", alinea=2), Target(article="L13-9", alinea=3)),
        ),
        False,
    ),
)
