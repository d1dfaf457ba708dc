"""Plain text made for reading law on a screen, in French or English; colours only where they are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.reports._terminal.layout import rendered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from statutes_diff.model import Account, Concordance, LocatedReference, Statute
    from statutes_diff.model.history import Blame, History
    from statutes_diff.reports._views.view import View


def compare(account: Account, view: View) -> str:
    """What changed: the articles with their alinéas, the institutions, the renvois, what was not compared."""
    from statutes_diff.reports._terminal.compare import content

    return rendered(content(account, view), view)


def compare_stat(account: Account, view: View) -> str:
    """A line for each article that changed, with a bar, and the total."""
    from statutes_diff.reports._terminal.stat import content

    return rendered(content(account, view), view)


def compare_summary(account: Account, view: View) -> str:
    """The first page alone: what was compared, how many of what, what matters first."""
    from statutes_diff.reports._terminal.summary import content

    return rendered(content(account, view), view)


def concordance(table: Concordance, view: View) -> str:
    """Old numbers and their new ones: the figures, the table, the gaps."""
    from statutes_diff.reports._terminal.concordance import content

    return rendered(content(table, view), view)


def tree(statute: Statute, view: View) -> str:
    """The outline, the articles with their history, the alinéas with their numbers."""
    from statutes_diff.reports._terminal.tree import content

    return rendered(content(statute), view)


def refs(read: Sequence[tuple[Statute, Sequence[LocatedReference]]], view: View, asked: str = "") -> str:
    """Every renvoi with its place, its words and what they point to; ``asked``: what the listing is limited to."""
    from statutes_diff.reports._terminal.refs import content

    return rendered(content(read, asked), view)


def ref_counts(read: Sequence[tuple[Statute, Sequence[LocatedReference]]], view: View, asked: str = "") -> str:
    """How many renvois there are, of what kind, and what is cited most."""
    from statutes_diff.reports._terminal.refs import counts

    return rendered(counts(read, asked, full=view.full), view)


def log(found: History, patches: Sequence[Account], view: View) -> str:
    """The versions of an article, the newest first; ``patches``: what each of them changed, none where nobody asked."""
    from statutes_diff.reports._terminal.history import content

    return rendered(content(found, patches, view), view)


def blame(found: Blame, view: View) -> str:
    """An article whose words stand beside the commits that brought them."""
    from statutes_diff.reports._terminal.blame import content

    return rendered(content(found), view)
