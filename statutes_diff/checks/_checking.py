"""A whole check: read the corpus and its earlier version, run the rules, leave out what is known or excused."""

from __future__ import annotations

import fnmatch
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from statutes_diff import checks
from statutes_diff.checks._baseline import read as baseline
from statutes_diff.checks._baseline import without_known
from statutes_diff.checks._corpus import Corpus, Text
from statutes_diff.checks._coverage import is_excerpt
from statutes_diff.checks._gathering import Root, gathered
from statutes_diff.checks._identity import Key, key
from statutes_diff.checks._ignores import without_excused
from statutes_diff.checks._settings import Settings, rules
from statutes_diff.messages import msg
from statutes_diff.model import Checked, CorpusFinding, Level, Source
from statutes_diff.readers import Options
from statutes_diff.sources import InputError, on_disk, sources
from statutes_diff.sources.earlier import earlier

if TYPE_CHECKING:
    from statutes_diff.checks._fixing import Mended


def read(paths: Sequence[str], settings: Settings, options: Options) -> Corpus:
    """The texts of the paths, and those of the configured corpus that references resolve in.

    Raises:
        InputError: nothing there, or nothing that can be read.
    """
    roots = [_root(path, sources(path), settings) for path in _all(paths, settings)]
    if not any(root.sources for root in roots):
        raise InputError(roots[-1].name, msg("holds no file that is not excluded"))
    return gathered(roots, options, whole=settings.whole)


def checked(
    paths: Sequence[str],
    settings: Settings,
    options: Options,
    *,
    against: str | None = None,
) -> Checked:
    """Check the texts of the paths; ``against``: a revision, of whose version nothing is told again, nor what a baseline knows.

    Raises:
        InputError: as ``read``; git does not know the revision; a faulty baseline.
    """
    known = _known(settings.baseline) if settings.baseline is not None else None
    corpus = read(paths, settings, options)
    old = _earlier(paths, settings, options, against) if against is not None else None
    if old:
        _beside(corpus, old)
    chosen = rules(settings, two=against is not None)
    found = _within(paths, settings, checks.findings(corpus, chosen))
    found, dropped = without_known(found, _had(old, found, chosen))
    found, excused = without_excused(found, corpus.documents)
    found, more = without_known(found, known) if known else (found, 0)
    return Checked(
        tuple(found),
        tuple(chosen.items()),
        len(corpus.texts),
        sum(len(text.places) for text in corpus.texts),
        len(corpus.documents) or len(corpus.texts),
        dropped + more,
        excused,
        tuple(corpus.skipped),
        sum(is_excerpt(text) for text in corpus.texts) if "dangling-reference" in chosen else 0,
    )


def mended(paths: Sequence[str], settings: Settings, options: Options) -> tuple[Mended, ...]:
    """The files whose typography ``--fix`` would make one, with their new bytes; nothing is written.

    Raises:
        InputError: as ``read``; a path stands for a revision or an archive, of which no file lies on the disk.
    """
    from statutes_diff.checks import _fixing

    corpus = read(paths, settings, options)
    for path in paths:
        if not on_disk(path):
            raise InputError(path, msg("cannot be mended: --fix writes to files on the disk, not into a revision or an archive"))
    return tuple(_fixing.mended(corpus, rules(settings, two=False), asked(paths, corpus.documents)))


def _known(name: str) -> Counter[Key]:
    """What a baseline knows."""
    found = () if os.path.isdir(name) else sources(name)
    if len(found) != 1:
        raise InputError(name, msg("is no baseline; --write-baseline makes one"))
    return baseline(name, found[0].data)


def _all(paths: Sequence[str], settings: Settings) -> list[str]:
    """The paths to read: those of the corpus, and those to be checked that lie outside them."""
    missing = [path for path in settings.corpus if not os.path.exists(path)]
    if missing:
        raise InputError(missing[0], msg("is named as the corpus in the configuration, and is neither a file nor a folder"))
    context = list(settings.corpus)
    inside = [os.path.normpath(path) if path and path != "-" else path for path in paths]
    return list(dict.fromkeys([*context, *(path for path in inside if not any(_below(path, each) for each in context))]))


def _root(path: str, found: Iterable[Source], settings: Settings) -> Root:
    kept = [_named(source) for source in found if not _excluded(source.name, settings.exclude)]
    return Root(path, kept, folder=os.path.isdir(path) or len(kept) > 1)


def _named(source: Source) -> Source:
    """The file under the shortest name that leads to it."""
    name = source.name if source.name.startswith("<") else os.path.normpath(source.name)
    return source if name == source.name else source._replace(name=name)


def _excluded(name: str, patterns: Iterable[str]) -> bool:
    posix = name.replace(os.sep, "/")
    return any(fnmatch.fnmatch(posix, pattern) or fnmatch.fnmatch(os.path.basename(posix), pattern) for pattern in patterns)


def _below(path: str, folder: str) -> bool:
    """True for a path that is a folder, or lies below it."""
    if path == "-":
        return False
    whole, root = os.path.realpath(path), os.path.realpath(folder)
    return whole == root or whole.startswith(root.rstrip(os.sep) + os.sep)


def asked(paths: Sequence[str], files: Iterable[str]) -> frozenset[str]:
    """The files that lie in the paths to be checked; with a configured corpus more was read."""
    return frozenset(name for name in files if any(_below(name, path) for path in paths))


def _within(paths: Sequence[str], settings: Settings, found: Sequence[CorpusFinding]) -> list[CorpusFinding]:
    """The findings in the files that were asked for."""
    if not settings.corpus or "-" in paths:
        return list(found)
    wanted = asked(paths, {finding.path for finding in found})
    return [finding for finding in found if finding.path in wanted]


def _earlier(paths: Sequence[str], settings: Settings, options: Options, against: str) -> Corpus | None:
    """The corpus as it stood at the revision; None when nothing of it was there."""
    every = _all(paths, settings)
    found = [_root(path, files, settings) for path, files in zip(every, earlier(against, every), strict=True)]
    roots = [root for root in found if root.sources]
    return gathered(roots, options, whole=settings.whole, strict=False) if roots else None


def _beside(corpus: Corpus, old: Corpus) -> None:
    """Give each text its earlier version: of the same key, or the only one there is."""
    known = {text.key: text for text in old.texts}
    only: Text | None = old.texts[0] if len(old.texts) == len(corpus.texts) == 1 else None
    for text in corpus.texts:
        text.old = known.get(text.key, only)


def _had(old: Corpus | None, found: Sequence[CorpusFinding], chosen: dict[str, Level]) -> Counter[Key]:
    """What the earlier version had already, of the rules that found anything now."""
    if old is None:
        return Counter()
    asked, articles = {finding.rule for finding in found}, frozenset(finding.article for finding in found)
    for text in old.texts:  # what else was wrong need not be looked for
        text.focus = articles
        text.whole = True if text.whole is None else text.whole
    again = {name: level for name, level in chosen.items() if name in asked and not checks.needs_two(name)}
    return Counter(key(finding) for finding in checks.findings(old, again))
