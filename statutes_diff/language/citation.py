"""How a lawyer writes where something stands: ``art. L. 162-5, al. 7 (II, 3°)``.

The alinéa's number is always absolute in its article (circulaire du 20 octobre 2000); the markers it stands under follow
in brackets, so that neither way of counting can be misread for the other.
"""

from __future__ import annotations

from statutes_diff.language.numbers import article_printed
from statutes_diff.language.patterns import late
from statutes_diff.model import Article, Locus

# What may not stand last where words are cut: "mentionnées à l'article L.", "prévus par la".
_LOOSE = late(
    r"(?:[\s,;:(«]|(?<!\w)(?:(?:LO|[LRDA])\.?\*{0,2}|n°|art\.|al\.|(?:[ld]['’])?articles?|et|ou|de|du|des|les?|la|à|aux?|par|en|qu['’]|[ld]['’]))+$"
)


def cite(locus: Locus) -> str:
    """The whole locus: article and alinéa."""
    article = f"art. {article_printed(locus.article)}"
    return f"{article}, {cite_alinea(locus)}" if locus.alinea else article


def cite_alinea(locus: Locus) -> str:
    """The alinéa alone: ``al. 7 (II, 3°)``."""
    markers = [marker for marker in locus.item if marker != "-"]
    return f"al. {locus.alinea}" + (f" ({', '.join(markers)})" if markers else "")


def item_of(article: Article, index: int) -> tuple[str, ...]:
    """The markers that alinéa ``index`` (from 1) stands under, from the outside in, its own included."""
    here = article.alineas[index - 1]
    chain = here.marker.split(".") if here.marker else []
    missing = here.depth - len(chain)
    for alinea in reversed(article.alineas[: index - 1]):
        if missing <= 0:
            break
        above = alinea.marker.split(".") if alinea.marker else []
        base = alinea.depth - len(above)
        if above and base < missing:
            chain = above[: missing - base] + chain
            missing = base
    return tuple(chain)


def locus_of(article: Article, index: int) -> Locus:
    """The locus of alinéa ``index`` (from 1) of an article."""
    return Locus(article.number, index, item_of(article, index))


def cut(line: str, most: int) -> str:
    """At most so much of a line, ending with a word that has a meaning and never inside a citation."""
    return _LOOSE.sub("", line[:most].rpartition(" ")[0])
