"""The library twins of the commands: what ``statutes-diff`` does, as functions.

>>> account = compare(read("old.md"), read("new.md"))          # doctest: +SKIP
>>> [str(finding.message) for finding in account.findings]     # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from statutes_diff.language.numbers import article_key
from statutes_diff.messages import msg
from statutes_diff.model import Account, Comparison, Concordance, LocatedReference, Override, Side, Statute
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


def read_pairs(spec: str, old: Statute, new: Statute) -> tuple[Override, ...]:
    """Read a CSV file of article numbers that belong together, one pair a line, for ``compare`` and ``concordance``.

    Raises:
        InputError: not readable, no pairs, a number that its version does not hold, or one with two partners.
    """
    from statutes_diff.compare.overrides import overrides
    from statutes_diff.readers._document import decoded

    found = () if Path(spec).is_dir() else sources(spec)
    if len(found) != 1:
        raise InputError(spec, msg("is no file of pairs, but a folder or an archive: name the file"))
    return overrides(found[0].name, decoded(found[0]).text, old, new)


def compare(old: Statute, new: Statute, *, articles: Sequence[str] = (), pairs: Sequence[Override] = ()) -> Account:
    """Compare two versions: aligned, proven (old + edits = new), with findings and the ledger of references.

    ``articles`` limits the account to these numbers, in any spelling, on either side; ``pairs`` overrule the alignment.

    Raises:
        InputError: a number asked for stands in neither version; a pair that cannot be (see ``read_pairs``).
        RebuildError: the comparison does not prove itself (a bug; nothing is reported).
    """
    from statutes_diff.references.ledger import ledger
    from statutes_diff.rules import findings

    comparison = _aligned(old, new, pairs)
    if articles:
        from statutes_diff.compare.selection import about

        comparison = about(comparison, _wanted(comparison, articles))
    return Account(comparison, findings(comparison), ledger(comparison))


def concordance(
    old: Statute, new: Statute, *, articles: Sequence[str] = (), pairs: Sequence[Override] = (), by: Side = "old"
) -> Concordance:
    """The table old number → new number, in the order of one side.

    ``articles`` limits the table to these numbers, in any spelling, on either side; ``pairs`` overrule the alignment.

    Raises:
        InputError, RebuildError: as ``compare``.
    """
    from statutes_diff.compare.concordance import concordance as table

    comparison = _aligned(old, new, pairs)
    return table(comparison, by=by, articles=_wanted(comparison, articles))


def _aligned(old: Statute, new: Statute, pairs: Sequence[Override]) -> Comparison:
    from statutes_diff.compare import compare_statutes

    if not pairs:
        return compare_statutes(old, new)
    from statutes_diff.compare.overrides import checked

    return compare_statutes(old, new, checked(pairs, old, new))


def _wanted(comparison: Comparison, articles: Sequence[str]) -> set[str]:
    """The keys of the numbers asked for, each of which stands in one version at least."""
    wanted = {article_key(label): label for label in articles}
    held = {side.article.number for pair in comparison.articles for side in (pair.old, pair.new) if side}
    for key, label in wanted.items():
        if key not in held:
            raise InputError(comparison.new.source, msg("article {number} stands in neither version", number=label))
    return set(wanted)


def references(statute: Statute, *, articles: Sequence[str] = ()) -> tuple[LocatedReference, ...]:
    """Every cross-reference of a statute with its place and targets, in document order; of these articles only, when named."""
    from statutes_diff.references.resolution import located

    wanted = {article_key(label) for label in articles}
    return tuple(found for found in located(statute) if not wanted or found.locus.article in wanted)
