"""JSON of the Légifrance API (PISTE): an article (``getArticle``), its versions, or a text with ``sections`` and ``articles``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from statutes_diff.messages import msg
from statutes_diff.model import Note, Statute
from statutes_diff.readers._document import Document
from statutes_diff.readers._json.article import TEXT, is_article
from statutes_diff.readers._json.parse import Node, Value, has_words, one_line, parsed
from statutes_diff.readers._json.tree import Part, statute
from statutes_diff.readers._options import Options
from statutes_diff.sources import NoLawError


def read(document: Document, options: Options) -> Statute:
    """Read an answer of the API."""
    notes: list[Note] = list(document.decoded.notes)
    top = _Answer(document.source.name, notes).top(parsed(document, notes))
    return statute(document, "legifrance-api", top, options, notes)


class _Answer:
    """The answers of the API, of which a file may hold several in a list, as parts and articles."""

    def __init__(self, name: str, notes: list[Note]) -> None:
        self._name = name
        self._notes = notes
        self._top = Part("", 1)

    def top(self, value: Value) -> Part:
        for answer in value if isinstance(value, list) else [value]:
            if isinstance(answer, Node):
                self._answer(answer)
        if not self._top.children:
            raise NoLawError(
                self._name, msg("is JSON without an article of law: expected an answer of the Légifrance API with its text")
            )
        return self._top

    def _answer(self, answer: Node) -> None:
        inner = answer.get("article")
        listed = list(answer.nodes("listArticle"))
        if isinstance(inner, Node):
            self._alone([inner])
        elif listed:
            self._alone(listed)
        elif is_article(answer):
            self._alone([answer])
        else:
            self._top.title = self._top.title or answer.words("title", "titre")
            self._fill(self._top, answer)

    def _fill(self, part: Part, node: Node) -> None:
        part.around(node, self._name, self._notes)
        children = [*node.nodes("articles"), *node.nodes("sections")]
        for child in _in_order(children):
            if is_article(child):
                part.children += _versions(child)
            else:
                inside = Part(child.words("title", "titre"), child.line_of("title", "titre"))
                self._fill(inside, child)
                part.children.append(inside)

    def _alone(self, articles: Iterable[Node]) -> None:
        """Articles without an outline name their divisions themselves."""
        for article in articles:
            self._top.title = self._top.title or _text_title(article)
            part = self._top
            for title in _divisions(article):
                last = part.children[-1] if part.children else None
                if not isinstance(last, Part) or last.title != title:
                    last = Part(title, article.line)
                    part.children.append(last)
                part = last
            part.children += _versions(article)


def _in_order(children: list[Node]) -> list[Node]:
    """Articles and sections are listed apart; ``intOrdre`` puts them into the order of the law."""
    orders = [child.get("intOrdre") for child in children]
    numbers = [order for order in orders if isinstance(order, int)]
    if len(numbers) < len(children):
        return children
    return [child for _, child in sorted(zip(numbers, children, strict=True), key=lambda pair: pair[0])]


def _versions(article: Node) -> Iterator[Node]:
    """An article, and those of its versions that bring their own text."""
    yield article
    versions = article.get("articleVersions")
    for at, version in enumerate(versions if isinstance(versions, list) else (), 1):
        if isinstance(version, dict) and version.get("id") != article.get("id") and any(has_words(version.get(k)) for k in TEXT):
            made = Node(article.line_of("articleVersions"), article.start + at, article.text, article.end, dict(version))
            made.values.setdefault("num", version.get("numero") or article.get("num"))
            made.values.setdefault("articleVersions", versions)
            yield made


def _text_title(article: Node) -> str:
    context = article.get("context")
    titles = article.get("textTitles") or (context.get("titreTxt") if isinstance(context, dict) else None)
    return next(_titles(titles), "")


def _divisions(article: Node) -> list[str]:
    context = article.get("context")
    found = list(_titles(context.get("titresTM"))) if isinstance(context, dict) else []
    if found:
        return found
    path = article.words("fullSectionsTitre", "sectionParentTitre")
    return [part for part in map(one_line, path.split(" > ")) if part]


def _titles(value: Value) -> Iterator[str]:
    for item in value if isinstance(value, list) else ():
        title = one_line(item.get("titre")) if isinstance(item, dict) else ""
        if title:
            yield title
