"""What is said of a comparison as a whole: the result, what is not shown or was not compared, the proof.

Two texts without an article in common are not equal: that nothing was compared is said first, and nothing is called verified.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.messages import _, msg, ngettext, plural, translated
from statutes_diff.reports._views import counts as _counts
from statutes_diff.reports._views.pairs import alinea_pairs, counted_pairs
from statutes_diff.reports._views.places import articles, listed
from statutes_diff.reports._views.selection import selected
from statutes_diff.reports._views.status import CHANNELS, article_figures

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from statutes_diff.model import Account, Article
    from statutes_diff.reports._views.view import View

_SAME = ("unchanged", "only-old", "only-new")


def result(account: Account) -> str:
    """The figures of the whole comparison in one sentence; articles that one version alone holds are among them."""
    counts = _figures(account)
    figures = article_figures(counts)
    if not figures:
        return _("nothing to compare")
    if not _paired(account):
        return translated(msg("no article in common; nothing was compared ({figures})", figures=figures))
    if any(count for status, count in counts.items() if status not in _SAME):
        return figures
    return translated(msg("no difference in the text of the articles compared ({figures})", figures=figures))


def _figures(account: Account) -> Mapping[str, int]:
    """Articles by status, those that were not compared by the version that holds them."""
    counts = _counts.article_counts(account)
    outside = [pair for pair in account.comparison.articles if pair.status == "not-covered"]
    old = sum(pair.new is None for pair in outside)
    del counts["not-covered"]
    return {**counts, "only-old": old, "only-new": len(outside) - old}


def _paired(account: Account) -> bool:
    """True when some article stands in both versions."""
    return any(pair.old and pair.new for pair in account.comparison.articles)


def head(account: Account, view: View) -> Iterator[tuple[str, str]]:
    """What is said below the two versions, each line with its label: the result, and what a filter leaves out."""
    yield _("Result"), result(account)
    if filtered := filter_words(account, view):
        yield _("Shown"), filtered


def filter_words(account: Account, view: View) -> str:
    """What ``--only`` leaves out, said so that nobody takes the part for the whole; empty without it."""
    if not view.only:
        return ""
    kept = {id(alinea) for pair in selected(account, view).comparison.articles for alinea in pair.alineas}
    changed = [pair for pair in account.comparison.articles if pair.status != "unchanged"]
    everything = [a for pair in changed for a in alinea_pairs(pair) if a.status != "unchanged"]
    hidden = len(everything) - len(kept)
    names = listed([_(CHANNELS[channel]) for channel in CHANNELS if channel in view.only])
    return translated(
        plural(
            "only changes of {names}; {n} other changed alinéa is not shown",
            "only changes of {names}; {n} other changed alinéas are not shown",
            hidden,
            names=names,
        )
    )


def left_out(account: Account, view: View) -> Iterator[str]:
    """The articles that no block of the report shows: the unchanged ones, then those that one version alone holds."""
    same = [pair for pair in account.comparison.articles if pair.status == "unchanged"]
    if same and not view.full and not view.only:
        words = articles([pair.new.article.number for pair in same if pair.new])
        yield translated(plural("Article unchanged: {words}", "Articles unchanged: {words}", len(same), words=words))
    yield from _not_covered(account, view)


def _not_covered(account: Account, view: View) -> Iterator[str]:
    """What only one side holds because the other is an excerpt: not compared, and not called repealed or new."""
    pairs = [pair for pair in account.comparison.articles if pair.status == "not-covered"]
    gone = [pair.old.article for pair in pairs if pair.old and not pair.new]
    come = [pair.new.article for pair in pairs if pair.new and not pair.old]
    if not _paired(account):
        yield from _apart(gone, come, view)
        return
    if gone:
        yield _outside(gone, view)
        yield ngettext(
            "The new version is an excerpt that does not hold it: this is not a repeal.",
            "The new version is an excerpt that does not hold them: this is not a repeal.",
            len(gone),
        )
    if come:
        yield _outside(come, view)
        yield ngettext(
            "The old version is an excerpt that does not hold it: this is not a creation.",
            "The old version is an excerpt that does not hold them: this is not a creation.",
            len(come),
        )


def _outside(found: Sequence[Article], view: View) -> str:
    words = articles([article.number for article in found], full=view.full)
    return translated(
        plural(
            "Outside the excerpt (not compared): {words}.",
            "Outside the excerpt (not compared): {words}.",
            len(found),
            words=words,
        )
    )


def _apart(gone: Sequence[Article], come: Sequence[Article], view: View) -> Iterator[str]:
    """Two texts without a common article: neither can be called an excerpt of the other."""
    old = articles([article.number for article in gone], full=view.full)
    new = articles([article.number for article in come], full=view.full)
    if old:
        yield translated(msg("Only in the old version: {words}.", words=old))
    if new:
        yield translated(msg("Only in the new version: {words}.", words=new))


def verified(account: Account) -> str:
    """The proof behind the report, in one sentence; empty when no alinéa was compared."""
    count = sum(len(counted_pairs(pair)) for pair in account.comparison.articles if pair.old and pair.new)
    if not count:
        return ""
    return translated(
        plural(
            "Verified: in the one alinéa compared, the old text with the changes gives the new text, to the character.",
            "Verified: in each of the {n} alinéas compared, the old text with the changes gives the new text, to the character.",
            count,
        )
    )
