"""Who cites what changed: for each article that was amended, renumbered or removed, the places of the new version that name it.

An amended article may change what a dozen others mean, although nobody touched these. Only the articles of the statute itself are
looked at; what an article says of itself is left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator

from statutes_diff.model import ArticlePair, Comparison, Inbound, Locus
from statutes_diff.references.fates import digits_of, numbers_named
from statutes_diff.references.outline import outline
from statutes_diff.references.resolution import located_in

# "L. 11 à L. 13" names what stands between without its digits.
_RANGE = re.compile(rb"[0-9](?:\s|\xc2\xa0)\xc3\xa0(?:\s|\xc2\xa0)(?:l.{1,3}article )?[LRDAO.*\s\xc2\xa0]{0,8}[0-9]")

# "Au précédent article" names it without any.
_BESIDE = re.compile(
    rb"(?i)article(?:\s|\xc2\xa0){1,4}(?:pr..?c..?dent|suivant)|(?:pr..?c..?dent|suivant)s?(?:\s|\xc2\xa0){1,4}article"
)


def inbound(comparison: Comparison) -> tuple[Inbound, ...]:
    """The changed articles that others cite, in the order of the comparison; a renumbered one by each of its two numbers."""
    borne = {pair.new.article.number for pair in comparison.articles if pair.new}
    wanted = [(number, pair) for pair in comparison.articles for number in _named(pair, borne)]
    cited = _cited(comparison, frozenset(number for number, _ in wanted))
    return tuple(_inbound(number, pair, cited[number]) for number, pair in wanted if cited.get(number))


def _inbound(number: str, pair: ArticlePair, loci: list[Locus]) -> Inbound:
    return Inbound(number, pair.status, pair.new.article.number if pair.new else None, tuple(dict.fromkeys(loci)))


def _named(pair: ArticlePair, borne: Container[str]) -> Iterator[str]:
    """The numbers by which others may mean a changed article: its new one, and its old one unless another article bears that now:
    most who name it mean that one, and who does not is in the ledger, as stale."""
    if pair.old and pair.status in ("modified", "renumbered", "removed"):
        if pair.new and pair.new.article.number == pair.old.article.number or pair.old.article.number not in borne:
            yield pair.old.article.number
        if pair.new and pair.new.article.number != pair.old.article.number:
            yield pair.new.article.number


def _cited(comparison: Comparison, numbers: frozenset[str]) -> dict[str, list[Locus]]:
    """Number → where it is named outside its own article; articles that hold no such digits, no range and no
    neighbour are not read."""
    whole = outline(comparison.new)
    digits = frozenset(map(digits_of, numbers))
    found: defaultdict[str, list[Locus]] = defaultdict(list)
    for place in comparison.new.places():
        article = place.article
        data = article.unread if article.unread is not None else article.text.encode("utf-8", "replace")
        if digits.isdisjoint(numbers_named(data)) and not _RANGE.search(data) and not _BESIDE.search(data):
            continue
        for located in located_in(whole, place, judged=False):
            for target in located.reference.targets:
                if target.text is None and target.article in numbers and target.article != article.number:
                    found[target.article].append(located.locus)
    return found
