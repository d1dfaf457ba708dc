"""The library twins of the commands: what ``statutes-diff`` does, as functions.

>>> account = compare(read("old.md"), read("new.md"))          # doctest: +SKIP
>>> [str(finding.message) for finding in account.findings]     # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from statutes_diff.language.numbers import article_key
from statutes_diff.messages import msg
from statutes_diff.model import Account, Comparison, LocatedReference, Statute
from statutes_diff.sources import InputError, sources

if TYPE_CHECKING:
    from statutes_diff.readers import Memo


def read(
    spec: str,
    *,
    format: str | None = None,
    encoding: str | None = None,
    date: str | None = None,
    alineas: Literal["ligne", "phrase"] = "ligne",
    memo: Memo | None = None,
) -> Statute:
    """Read a file, a directory, an archive, ``-`` (stdin) or ``REV:path`` into a statute.

    ``date`` (ISO 8601) picks the version in force where a source holds several; ``alineas`` says how alinéas are counted: by
    lines, or by full stops as before 2000. A ``memo`` (an empty dict) shared by two calls lets the files that are equal in both
    be parsed once.

    Raises:
        InputError: nothing there, not readable, not text, or refused for safety.
    """
    from statutes_diff import readers

    found = sources(spec)
    options = readers.Options(format, encoding, date, alineas)
    if len(found) == 1 and found[0].name in (spec, "<stdin>"):
        return readers.read(found[0], options)
    return readers.read_all(spec, found, options, memo)


def compare(old: Statute, new: Statute, *, articles: Sequence[str] = ()) -> Account:
    """Compare two versions: aligned, proven (old + edits = new), with findings and the ledger of references.

    ``articles`` limits the account to these numbers, in any spelling, on either side.

    Raises:
        InputError: a number asked for stands in neither version.
        RebuildError: the comparison does not prove itself (a bug; nothing is reported).
    """
    from statutes_diff.compare import compare_statutes
    from statutes_diff.references.ledger import ledger
    from statutes_diff.rules import findings

    comparison = compare_statutes(old, new)
    if articles:
        comparison = _only(comparison, articles)
    return Account(comparison, findings(comparison), ledger(comparison))


def _only(comparison: Comparison, articles: Sequence[str]) -> Comparison:
    wanted = {article_key(label): label for label in articles}
    held = {side.article.number for pair in comparison.articles for side in (pair.old, pair.new) if side}
    for key, label in wanted.items():
        if key not in held:
            raise InputError(comparison.new.source, msg("article {number} stands in neither version", number=label))
    kept = tuple(
        pair for pair in comparison.articles if any(side.article.number in wanted for side in (pair.old, pair.new) if side)
    )
    return Comparison(comparison.old, comparison.new, kept)


def references(statute: Statute, *, articles: Sequence[str] = ()) -> tuple[LocatedReference, ...]:
    """Every cross-reference of a statute with its place and targets, in document order; of these articles only, when named."""
    from statutes_diff.references.resolution import located

    wanted = {article_key(label) for label in articles}
    return tuple(found for found in located(statute) if not wanted or found.locus.article in wanted)
