"""The whole document: first page, articles, tables, and the parts of the package around them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from statutes_diff.messages import _, language, msg, translated
from statutes_diff.reports._docx.articles import Articles
from statutes_diff.reports._docx.back import back
from statutes_diff.reports._docx.front import front, title
from statutes_diff.reports._docx.markup import Revisions, plain, words
from statutes_diff.reports._docx.moves import moves_of
from statutes_diff.reports._docx.package import filled, packed, part
from statutes_diff.reports._views import account as _account
from statutes_diff.reports._views.passages import passages_of

if TYPE_CHECKING:
    from statutes_diff.model import Account
    from statutes_diff.reports._views.view import View

_LOCALES = {"fr": "fr-FR", "en": "en-GB"}
# A4, margins of 2.5 cm.
_SECTION = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1304" w:right="1418" w:bottom="1304" w:left="1418" w:header="709" w:footer="624" w:gutter="0"/></w:sectPr>'
)


def written(account: Account, view: View) -> bytes:
    """The account as a Word file."""
    revisions = Revisions(view.author, view.revised)
    body = "".join(_body(account, view, revisions)) + _SECTION
    values = {
        "lang": _LOCALES[language()],
        "title": words(translated(msg("{label}: ", label=_("Comparison"))) + title(account)),
        "author": words(view.author),
        "date": view.revised,
    }
    return packed(
        {
            "[Content_Types].xml": filled("content_types.xml", {}),
            "_rels/.rels": filled("rels.xml", {}),
            "docProps/app.xml": filled("app.xml", {}),
            "docProps/core.xml": filled("core.xml", values),
            "word/_rels/document.xml.rels": filled("document_rels.xml", {}),
            "word/comments.xml": part("comments", "".join(revisions.comments)),
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/footer1.xml": filled("footer.xml", values),
            "word/settings.xml": filled("settings.xml", values),
            "word/styles.xml": filled("styles.xml", values),
        }
    )


def _body(account: Account, view: View, revisions: Revisions) -> Iterator[str]:
    heads = list(_account.heads(account, view))
    yield from front(account, view)
    if heads:
        yield plain("Heading1", _("Text with the changes"), "<w:pageBreakBefore/>")
    pairs = [pair for pair, _block in heads]
    moves = moves_of(pairs, account.comparison.passages, marked=not view.rewritten)
    writer = Articles(revisions, passages_of(account.comparison, pairs), view, moves)
    for pair, block in heads:
        yield from writer.article(pair, block)
    yield from back(account, [block for _pair, block in heads], view)
