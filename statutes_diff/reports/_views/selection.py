"""``--only``: the part of an account that belongs to some channels.

It selects whole alinéas, articles, findings and renvois. It never drops one edit of an alinéa that is shown: the edits shown
must rebuild the new text, so an alinéa that has one edit of a wanted channel is shown with all of its edits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.reports._views.pairs import alinea_pairs

if TYPE_CHECKING:
    from statutes_diff.model import Account, AlineaPair, ArticlePair, Channel
    from statutes_diff.reports._views.view import View


def selected(account: Account, view: View) -> Account:
    """The account reduced to the channels that the view asks for; the account itself when it asks for all."""
    if not view.only:
        return account
    from statutes_diff.rules.heading import channel

    articles = [_article(pair, view.only) for pair in account.comparison.articles]
    return account._replace(
        comparison=account.comparison._replace(
            articles=tuple(pair for pair in articles if pair),
            passages=account.comparison.passages if "substantive" in view.only else (),
            divisions=tuple(pair for pair in account.comparison.divisions if channel(pair) in view.only),
        ),
        findings=tuple(finding for finding in account.findings if finding.channel in view.only),
        references=account.references if "reference" in view.only else (),
        sweeps=account.sweeps if "substantive" in view.only else (),
    )


def _article(pair: ArticlePair, only: frozenset[Channel]) -> ArticlePair | None:
    """The pair with the alinéas wanted; None when nothing of it is.

    What was not compared has no channel and always stays; a renumbered article is wanted whole for its numbering.
    """
    if pair.status == "not-covered":
        return pair
    if pair.status in ("renumbered", "moved") and "numbering" in only:
        return pair
    if pair.status == "unchanged":
        return None
    wanted = tuple(alinea for alinea in alinea_pairs(pair) if channels_of(alinea) & only)
    return pair._replace(alineas=wanted) if wanted else None


def channels_of(alinea: AlineaPair) -> set[Channel]:
    """The channels of its edits; without edits, an alinéa that came or went is substantive, one that moved is numbering."""
    found = {edit.channel for edit in alinea.edits}
    if not found and alinea.status in ("inserted", "removed"):
        return {"substantive"}
    if not found and alinea.status != "unchanged":
        return {"numbering"}
    return found
