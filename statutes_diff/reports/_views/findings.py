"""Findings as tables and sentences: institutions and sweeps have columns, every other rule speaks for itself with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.messages import _, msg, translated
from statutes_diff.model import Locus
from statutes_diff.reports._views.places import old_place, parted, spoken, where

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from statutes_diff.model import Account, Finding


_TABLES = frozenset({"institution", "sweep"})  # told in tables of their own
_PLACES = frozenset({"left", "named"})  # the values of a sentence that cite alinéas


def home_of(account: Account) -> str | None:
    """The one article that everything is about, which then need not be named at each place; None when there are several."""
    keys = {
        place.article.number
        for pair in account.comparison.articles
        if pair.status not in ("unchanged", "not-covered")
        for place in (pair.old, pair.new)
        if place
    }
    return keys.pop() if len(keys) == 1 else None


def institutions(findings: Sequence[Finding], home: str | None) -> list[tuple[str, str, str, str]]:
    """Rows of the table of institutions: name, mentions before, mentions after, where; empty when none changed."""
    rows = [_institution(finding, home) for finding in findings if finding.rule == "institution"]
    return [(_("Institutions"), _("before"), _("after"), _("where")), *rows] if rows else []


def _institution(finding: Finding, home: str | None) -> tuple[str, str, str, str]:
    values = dict(finding.message.values)
    name, full = str(values.get("name", "")), str(values.get("full", ""))
    lines = [
        full if full != name else "",
        both_places(finding.where_old, finding.where_new, home),
        *_remarks({key: str(value) for key, value in values.items()}),
    ]
    return name, str(values.get("before", "")), str(values.get("after", "")), "\n".join([line for line in lines if line])


def remarks(finding: Finding) -> list[str]:
    """What a rule adds to its sentence."""
    return list(_remarks({key: str(value) for key, value in finding.message.values}))


def said(finding: Finding) -> str:
    """The sentence of a rule."""
    values = tuple((key, spoken(str(value)) if key in _PLACES else value) for key, value in finding.message.values)
    return translated(finding.message._replace(values=values))


def _remarks(values: Mapping[str, str]) -> Iterator[str]:
    """What a rule adds to its sentence: whose words took whose place, forms that no act gives, what became of words."""
    told = {
        "replaced_by": msg("words now in its place: {places}", places=values.get("replaced_by", "")),
        "in_place_of": msg("in the place of the words: {places}", places=values.get("in_place_of", "")),
        "irregular_forms": msg("irregular form: {forms}", forms=values.get("irregular_forms", "")),
        "struck": msg("words struck: {places}", places=values.get("struck", "")),
        "replaced": msg("replaced: {places}", places=values.get("replaced", "")),
        "gone": msg("gone with its alinéa: {places}", places=values.get("gone", "")),
    }
    yield from (spoken(translated(message)) for value, message in told.items() if values.get(value))


def sentences(findings: Sequence[Finding], home: str | None) -> list[str]:
    """Every other finding: its own sentence, then its places."""
    return [_sentence(finding, home) for finding in findings if finding.rule not in _TABLES]


def told(findings: Sequence[Finding]) -> list[Finding]:
    """The findings that ``sentences`` tells, in the same order."""
    return [finding for finding in findings if finding.rule not in _TABLES]


def _sentence(finding: Finding, home: str | None) -> str:
    """The rule's sentence with its remarks, then its places; where remarks name the alinéas, the article alone."""
    remarks = list(_remarks({key: str(value) for key, value in finding.message.values}))
    places = _article_places(finding, home) if remarks else _beginning(finding, home) or _alinea_places(finding, home)
    return " — ".join([words for words in (parted([said(finding), *remarks]), places) if words])


def _beginning(finding: Finding, home: str | None) -> str:
    """Where a division begins: its finding names the first of its articles."""
    if finding.rule != "heading":
        return ""
    first = where(finding.where_new, home) or old_place(where(finding.where_old, home))
    return translated(msg("beginning with {place}", place=first)) if first else ""


def _alinea_places(finding: Finding, home: str | None) -> str:
    old, new = finding.where_old, finding.where_new
    return both_places(old, new, home) if old and new else where(new, home) or old_place(where(old, home))


def _article_places(finding: Finding, home: str | None) -> str:
    """The articles, or at least that the alinéas named are those of the old version."""
    old, new = _articles(finding.where_old), _articles(finding.where_new)
    if home is None:
        return both_places(old, new, home) if old and new else where(new, home) or old_place(where(old, home))
    return old_place(_("alinéas")) if old and not new else ""


def _articles(loci: Sequence[Locus]) -> tuple[Locus, ...]:
    return tuple(dict.fromkeys(Locus(locus.article) for locus in loci))


def both_places(old: Sequence[Locus], new: Sequence[Locus], home: str | None) -> str:
    """``before: al. 1, 2 and 6; after: al. 2 and 9``; the places once when they are the same."""
    before, after = where(old, home), where(new, home)
    if before == after:
        return after
    words = [
        translated(msg("before: {places}", places=before)) if before else "",
        translated(msg("after: {places}", places=after)) if after else "",
    ]
    return parted([word for word in words if word])
