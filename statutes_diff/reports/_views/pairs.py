"""The alinéas of an article pair as every report lists them: each alinéa of both sides once, each pair with its edits."""

from __future__ import annotations

from statutes_diff.model import AlineaPair, ArticlePair, Edit


def alinea_pairs(pair: ArticlePair) -> tuple[AlineaPair, ...]:
    """The inner pairs of an article; none for one that was not compared."""
    return () if pair.status == "not-covered" else pair.paired()


def counted_pairs(pair: ArticlePair) -> tuple[AlineaPair, ...]:
    """The same for a count: an unchanged article of a file that both versions hold is not read for that."""
    return () if pair.shared and pair.status == "unchanged" else alinea_pairs(pair)


def edits_of(alinea: AlineaPair, old: str, new: str) -> tuple[Edit, ...]:
    """The edits that turn old into new; an alinéa that came or went whole is one edit, so that it rebuilds like any other."""
    if alinea.edits or old == new:
        return alinea.edits
    if not alinea.old:
        return (Edit("insert", (0, 0), (0, len(new))),)
    if not alinea.new:
        return (Edit("delete", (0, len(old)), (0, 0)),)
    return ()
