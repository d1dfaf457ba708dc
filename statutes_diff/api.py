"""The library twins of the commands: what ``statutes-diff`` does, as functions.

>>> account = compare(read("old.md"), read("new.md"))          # doctest: +SKIP
>>> [str(finding.message) for finding in account.findings]     # doctest: +SKIP
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from statutes_diff.language.numbers import article_key
from statutes_diff.messages import msg
from statutes_diff.model import (
    Account,
    Article,
    Checked,
    Comparison,
    Concordance,
    Inbound,
    LocatedReference,
    Override,
    Side,
    Source,
    Statute,
    Summary,
)
from statutes_diff.sources import InputError, sources, versions

if TYPE_CHECKING:
    from statutes_diff.checks._settings import Settings
    from statutes_diff.history import Follower
    from statutes_diff.language.additions import Lexicon
    from statutes_diff.model.history import Blame, History, Step
    from statutes_diff.readers import Memo, Options
    from statutes_diff.references.pointers import Pointer


def read(
    spec: str,
    *,
    format: str | None = None,
    encoding: str | None = None,
    date: str | None = None,
    alineas: Literal["ligne", "phrase"] = "ligne",
) -> Statute:
    """Read a file, a directory, an archive, ``-`` (stdin) or ``REV:path`` into a statute.

    ``date`` (ISO 8601) picks the version in force where a source holds several; ``alineas`` says how alinéas are counted: by
    lines, or by full stops as before 2000.

    Raises:
        InputError: nothing there, not readable, not text, or refused for safety.
    """
    from statutes_diff.readers import Options

    return _read(spec, sources(spec), Options(format, encoding, date, alineas))


def read_versions(
    old: str,
    new: str,
    *,
    format: str | None = None,
    encoding: str | None = None,
    dates: tuple[str | None, str | None] = (None, None),
    alineas: Literal["ligne", "phrase"] = "ligne",
    whole: bool = False,
) -> tuple[Statute, Statute]:
    """Read two versions together, for ``compare`` and ``concordance``: as ``read``, at the cost of what changed.

    Of a file that both folders hold, equal to the byte, the text is read when it is asked for, and what its reader would note
    is left out; with ``whole`` it is read at once, notes and all.

    Raises:
        InputError: as ``read``.
    """
    from statutes_diff.readers import Memo, Options

    olds, news = versions(old, new)
    options = [Options(format, encoding, date, alineas) for date in dates]
    memo = Memo(olds, news, whole=whole) if options[0] == options[1] else None
    return _read(old, olds, options[0], memo), _read(new, news, options[1], memo)


def read_data(name: str, data: bytes) -> Statute:
    """Read bytes that are at hand; ``name``: what they are called in messages.

    Raises:
        InputError: as ``read``.
    """
    from statutes_diff import readers

    return readers.read(Source(name, data))


def _read(spec: str, found: Sequence[Source], options: Options, memo: Memo | None = None) -> Statute:
    from statutes_diff import readers

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

    found = () if os.path.isdir(spec) else sources(spec)
    if len(found) != 1:
        raise InputError(spec, msg("is no file of pairs, but a folder or an archive: name the file"))
    return overrides(found[0].name, decoded(found[0]).text, old, new)


def read_lexicon(spec: str) -> Lexicon:
    """Read a CSV file of bodies that a text may name, for ``compare``: its columns are those of the table of the program.

    Raises:
        InputError: not readable, no bodies, a row that cannot be, a name in two rows or one that no text could hold.
    """
    from statutes_diff.language.additions import lexicon
    from statutes_diff.language.lexicon import LexiconError
    from statutes_diff.readers._document import decoded

    found = () if os.path.isdir(spec) else sources(spec)
    if len(found) != 1:
        raise InputError(spec, msg("is no lexicon, but a folder or an archive: name the file"))
    try:
        return lexicon(decoded(found[0]).text)
    except LexiconError as error:
        raise InputError(found[0].name, error.message, error.line) from None


def compare(
    old: Statute,
    new: Statute,
    *,
    articles: Sequence[str] = (),
    pairs: Sequence[Override] = (),
    lexicon: Lexicon | None = None,
    inbound: bool = False,
) -> Account:
    """Compare two versions: aligned, proven (old + edits = new), with findings and the ledger of references.

    ``articles`` limits the account to these numbers, in any spelling, on either side; ``pairs`` overrule the alignment;
    ``lexicon`` adds bodies to those that are known by name; ``inbound`` looks up who cites the articles that changed.

    Raises:
        InputError: a number asked for stands in neither version; a pair that cannot be (see ``read_pairs``).
        RebuildError: the comparison does not prove itself (a bug; nothing is reported).
    """
    from statutes_diff.language.institutions import knowing
    from statutes_diff.references.ledger import ledger
    from statutes_diff.rules import judged

    with knowing(lexicon.bodies if lexicon else ()):
        comparison = _aligned(old, new, pairs)
        if articles:
            from statutes_diff.compare.selection import about

            comparison = about(comparison, _wanted(comparison, articles))
        findings, sweeps = judged(comparison)
        return Account(comparison, findings, ledger(comparison), _inbound(comparison) if inbound else None, sweeps)


def _inbound(comparison: Comparison) -> tuple[Inbound, ...]:
    from statutes_diff.references.inbound import inbound

    return inbound(comparison)


def summary(account: Account, most: int = 5) -> Summary:
    """The figures of an account and what matters in it: ``most`` kinds of change first, then the others, by their weight."""
    from statutes_diff.reports._views.summary import summary as of

    return of(account, most)


def check(
    paths: Sequence[str],
    *,
    against: str | None = None,
    settings: Settings | None = None,
    format: str | None = None,
    encoding: str | None = None,
    date: str | None = None,
    alineas: Literal["ligne", "phrase"] = "ligne",
) -> Checked:
    """Check files and folders of law as one corpus: what is wrong in it, by file and line.

    ``against``: a revision in git, or a path to another copy; what was wrong there already is left out, and the rules that
    compare two versions are run too. ``settings``: those of the nearest configuration file when None. A baseline that they name
    is left out too.

    Raises:
        InputError: nothing there, not readable, a faulty configuration or baseline, or a revision that git does not know.
    """
    from statutes_diff.checks._checking import checked
    from statutes_diff.checks._configuration import configured
    from statutes_diff.readers import Options

    settings = configured(".") if settings is None else settings
    return checked(paths, settings, Options(format, encoding, date, alineas), against=against)


def explain(rule: str) -> str:
    """What a rule finds, why it matters, and an example.

    Raises:
        LookupError: no rule has this name.
    """
    from statutes_diff import checks, rules

    return rules.help_of(rule) if rule in rules.names() else checks.help_of(rule)


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


def references(
    statute: Statute,
    *,
    articles: Sequence[str] = (),
    to: Sequence[str] = (),
    dangling: bool = False,
    external: bool = False,
    excerpts: bool = False,
) -> tuple[LocatedReference, ...]:
    """Every cross-reference of a statute with its place and targets, in document order, or those that all filters ask for.

    ``articles``: those that stand in these; ``to``: those that lead to one of these places, cited as a lawyer does ("L162-5",
    "3° du I de l'article L. 162-5", "code de la santé publique"); ``dangling``: to an article, alinéa or item of the statute that
    it lacks; ``external``: to another text. ``excerpts``: with the first words of what each target points to.

    Raises:
        InputError: words of ``to`` that cite no place.
    """
    from statutes_diff.references.filters import Filters
    from statutes_diff.references.outline import outline
    from statutes_diff.references.survey import survey

    asked = Filters(tuple(place for words in to for place in _places(statute, words)), dangling, external)
    wanted = {article_key(label) for label in articles} if articles else None
    whole = outline(statute)
    return tuple(found for found in survey(whole, statute, wanted, excerpts=excerpts) if asked.keeps(whole, found))


def _places(statute: Statute, words: str) -> tuple[Pointer, ...]:
    from statutes_diff.references.filters import places

    found = places(words)
    if not found:
        raise InputError(statute.source, msg("{words} cites no article, text or division", words=words))
    return found


def history(spec: str, article: str | None = None, *, options: Options | None = None) -> History:
    """The versions of an article through the history of its git repository, the newest first, for ``log``.

    ``spec``: a file or a folder as HEAD has it, or ``REV:path``; ``article``: a number in any spelling, None where the text holds
    one article. The article is followed through renumbering and to other files, along first parents.

    Raises:
        InputError: no history, or no such article in that revision.
    """
    return _followed(spec, article, options)[0]


def patches(found: History) -> tuple[Account, ...]:
    """What each step of a history changed in the article, as ``compare`` tells it."""
    befores = [*found.steps[1:], None]
    return tuple(_patch(found, step, before) for step, before in zip(found.steps, befores, strict=True))


def _patch(found: History, step: Step, before: Step | None) -> Account:
    """The account of one step; the articles that words came from stand beside the old one, so that it tells them."""
    old, new = (side.article if side else None for side in (step.pair.old, step.pair.new))
    donors = {passage.old.article.number: passage.old.article for passage in step.passages}
    olds = [*([old] if old else []), *(article for article in donors.values() if not old or article.number != old.number)]
    pair = Override(old.number if old else None, new.number if new else None)
    before_it = _version(found, olds, before if old else None)
    return compare(before_it, _version(found, [new] if new else [], step), articles=[new.number] if new else [], pairs=[pair])


def _version(found: History, articles: Sequence[Article], step: Step | None) -> Statute:
    """One version of an article as a text, named after what brought it."""
    source = f"{step.commit.date} {step.commit.subject} ({step.commit.id[:7]})" if step and articles else ""
    return Statute(found.source, source, "", "", tuple(articles))


def blame(spec: str, article: str | None = None, *, options: Options | None = None) -> Blame:
    """Each word of an article with the commit that brought it; parameters and errors as ``history``."""
    from statutes_diff.history import blame as told

    found, follower = _followed(spec, article, options)
    return told(found, follower)


def _followed(spec: str, article: str | None, options: Options | None) -> tuple[History, Follower]:
    from statutes_diff.history import Follower
    from statutes_diff.history import history as told
    from statutes_diff.readers import Options
    from statutes_diff.sources.git.history import located

    follower = Follower(located(spec), options or Options())
    return told(follower, article), follower
