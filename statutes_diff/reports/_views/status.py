"""The words for a status and for how many, in both languages' agreement.

Counts that follow one another name their noun once: "4 alinéas modifiés, 1 supprimé, 4 insérés".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from statutes_diff.messages import N_, _, ngettext
from statutes_diff.reports._views.pairs import alinea_pairs

if TYPE_CHECKING:
    from statutes_diff.model import AlineaPair, ArticlePair, Channel, Edit

WORDS = {
    "unchanged": N_("unchanged"),
    "modified": N_("modified"),
    "renumbered": N_("renumbered"),
    "moved": N_("moved"),
    "inserted": N_("inserted"),
    "removed": N_("removed"),
    "split": N_("split"),
    "merged": N_("merged"),
    "kept": N_("kept"),
    "added": N_("added"),
    "retargeted": N_("retargeted"),
    "stale": N_("number reassigned"),
    "dangling": N_("target gone"),
    "unresolved": N_("unresolved"),
}

CHANNELS: dict[Channel, str] = {
    "substantive": N_("substance"),
    "reference": N_("cross-references"),
    "numbering": N_("numbering"),
    "editorial": N_("typography"),
}

_ONLY: dict[Channel, str] = {
    "reference": N_("modified (cross-references only)"),
    "numbering": N_("modified (numbering only)"),
    "editorial": N_("modified (typography only)"),
}

Counted = Callable[[int], str]

# Each status: with its noun, for the first figure of a sentence, and without it, for the next ones.
_ALINEAS: dict[str, tuple[Counted, Counted]] = {
    "modified": (
        lambda n: ngettext("{n} alinéa modified", "{n} alinéas modified", n),
        lambda n: ngettext("{n} modified", "{n} modified", n),
    ),
    "split": (lambda n: ngettext("{n} alinéa split", "{n} alinéas split", n), lambda n: ngettext("{n} split", "{n} split", n)),
    "merged": (
        lambda n: ngettext("{n} alinéa merged from several", "{n} alinéas merged from several", n),
        lambda n: ngettext("{n} merged from several", "{n} merged from several", n),
    ),
    "moved": (lambda n: ngettext("{n} alinéa moved", "{n} alinéas moved", n), lambda n: ngettext("{n} moved", "{n} moved", n)),
    "removed": (
        lambda n: ngettext("{n} alinéa removed", "{n} alinéas removed", n),
        lambda n: ngettext("{n} removed", "{n} removed", n),
    ),
    "inserted": (
        lambda n: ngettext("{n} alinéa inserted", "{n} alinéas inserted", n),
        lambda n: ngettext("{n} inserted", "{n} inserted", n),
    ),
}

_ARTICLES: dict[str, tuple[Counted, Counted]] = {
    "modified": (
        lambda n: ngettext("{n} article modified", "{n} articles modified", n),
        lambda n: ngettext("{n} modified", "{n} modified", n),
    ),
    "renumbered": (
        lambda n: ngettext("{n} article renumbered", "{n} articles renumbered", n),
        lambda n: ngettext("{n} renumbered", "{n} renumbered", n),
    ),
    "moved": (lambda n: ngettext("{n} article moved", "{n} articles moved", n), lambda n: ngettext("{n} moved", "{n} moved", n)),
    "inserted": (
        lambda n: ngettext("{n} article inserted", "{n} articles inserted", n),
        lambda n: ngettext("{n} inserted", "{n} inserted", n),
    ),
    "removed": (
        lambda n: ngettext("{n} article removed", "{n} articles removed", n),
        lambda n: ngettext("{n} removed", "{n} removed", n),
    ),
    "unchanged": (
        lambda n: ngettext("{n} article unchanged", "{n} articles unchanged", n),
        lambda n: ngettext("{n} unchanged", "{n} unchanged", n),
    ),
    # Not compared: held by one version alone, and perhaps only because the other is an excerpt.
    "only-old": (
        lambda n: ngettext("{n} article only in the old version", "{n} articles only in the old version", n),
        lambda n: ngettext("{n} only in the old version", "{n} only in the old version", n),
    ),
    "only-new": (
        lambda n: ngettext("{n} article only in the new version", "{n} articles only in the new version", n),
        lambda n: ngettext("{n} only in the new version", "{n} only in the new version", n),
    ),
}


def alinea_figures(statuses: Iterable[str]) -> str:
    """The changed alinéas by kind: ``4 alinéas modified, 1 removed, 4 inserted``; empty when none changed."""
    return _figures(_ALINEAS, Counter(statuses))


def article_figures(counts: Mapping[str, int]) -> str:
    """The articles by kind: ``1 article modified, 3 only in the old version``."""
    return _figures(_ARTICLES, counts)


def _figures(forms: Mapping[str, tuple[Counted, Counted]], counts: Mapping[str, int]) -> str:
    present = [(status, counts[status]) for status in forms if counts.get(status)]
    return ", ".join([forms[status][place > 0](n).format(n=n) for place, (status, n) in enumerate(present)])


def article_status(pair: ArticlePair) -> str:
    """What became of an article, and of how many of its alinéas: ``modified · 4 alinéas modified, 1 removed``."""
    figures = alinea_figures(alinea.status for alinea in alinea_pairs(pair))
    if not figures and pair.status in ("renumbered", "moved"):
        figures = _("text unchanged")
    if pair.status in ("inserted", "removed"):
        figures = _whole_article(len(alinea_pairs(pair)))
    return " · ".join([word for word in (_(WORDS[pair.status]), figures) if word])


def _whole_article(n: int) -> str:
    return ngettext("{n} alinéa", "{n} alinéas", n).format(n=n)


def alinea_status(alinea: AlineaPair) -> str:
    """What became of an alinéa, and when all its edits are of one lesser kind, of which; that a split or a merge changes the
    numbering is in the word itself."""
    word = _(WORDS[alinea.status])
    told = alinea.status not in ("split", "merged")
    changed = _changed(edit for edit in alinea.edits if told or edit.channel != "numbering")
    if not changed or alinea.status == "modified":
        return changed or word
    return f"{word}, {changed}"


def _changed(edits: Iterable[Edit]) -> str:
    channels = {edit.channel for edit in edits}
    if not channels:
        return ""
    lesser = _ONLY.get(next(iter(channels))) if len(channels) == 1 else None
    return _(lesser) if lesser else _(WORDS["modified"])
