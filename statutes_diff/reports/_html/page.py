"""The page as a whole: what the template is given, and the template with its style sheet and script in it.

Law text is untrusted. The template escapes whatever it prints, ``printable`` first makes visible what a reader would not see, and
the page's own policy lets a browser run and apply nothing but what is named there by its hash.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import os
from collections.abc import Sized
from typing import TYPE_CHECKING

from statutes_diff.messages import _, language, msg, plural, translated
from statutes_diff.reports._html.anchors import anchors_of
from statutes_diff.reports._html.articles import LETTERS, articles
from statutes_diff.reports._html.cited import renvois_of
from statutes_diff.reports._html.labels import labels, spoken, titled
from statutes_diff.reports._html.outline import groups
from statutes_diff.reports._html.summary import bodies, cited_in, figures, findings, first, ledger, numbers, substitutions
from statutes_diff.reports._views import account as _account
from statutes_diff.reports._views import first as _first
from statutes_diff.reports._views import inbound as _inbound
from statutes_diff.reports._views import overall as _overall
from statutes_diff.reports._views.findings import home_of
from statutes_diff.reports._views.renvois import kept_renvois
from statutes_diff.reports._views.selection import selected
from statutes_diff.reports._views.status import CHANNELS
from statutes_diff.reports._views.summary import summary
from statutes_diff.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jinja2 import Template

    from statutes_diff.model import Account
    from statutes_diff.reports._html.articles import ArticleView
    from statutes_diff.reports._views.view import View

_TEMPLATES = os.path.join(os.path.dirname(__file__), "templates")


def page(account: Account, view: View) -> str:
    """The whole page."""
    return _template().render(_given(account, view._replace(whole=True)), **_assets())


def _assets() -> dict[str, object]:
    """The style sheets and scripts, and the policy that allows these and nothing else."""
    from markupsafe import Markup

    styles, scripts = [spoken(), _file("compare.css")], [_file("start.js"), _file("compare.js")]
    allowed = {"style-src": styles, "script-src": scripts}
    policy = [f"{kind} {' '.join([_digest(text) for text in texts])}" for kind, texts in allowed.items()]
    return {
        "policy": "; ".join(["default-src 'none'", *policy, "base-uri 'none'", "form-action 'none'"]),
        "styles": [Markup(text) for text in styles],  # noqa: S704  our own files
        "scripts": [Markup(text) for text in scripts],  # noqa: S704
    }


def _file(name: str) -> str:
    with open(os.path.join(_TEMPLATES, name), encoding="utf-8") as file:
        return file.read()


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _given(account: Account, view: View) -> dict[str, object]:
    """Everything that the template prints."""
    from markupsafe import Markup

    shown, home = selected(account, view), home_of(account)
    blocks = list(_account.blocks(account, view))
    renvois = renvois_of(shown, anchors_of(blocks))
    views = articles(blocks, renvois)
    kept, kept_words = kept_renvois(shown, home, full=view.full)
    whole = summary(account)
    names, institutions = bodies(shown, renvois.anchors, home)
    sweep_names, sweeps = substitutions(shown, renvois.anchors, home, full=view.full)
    given: dict[str, object] = {
        "lang": language(),
        "t": labels(),
        "title": titled(account.comparison.new.title or account.comparison.old.title or _("(no title)")),
        "law": "" if language() == "fr" else Markup(' lang="fr"'),
        "colon": translated(msg("{label}: ", label="")),
        "first": first(shown, whole, renvois.anchors, home),
        "others": _first.others(whole),
        "sides": _account.sides(account.comparison, view),
        "result": _overall.result(account),
        "filtered": _overall.filter_words(account, view),
        "rewritten": view.rewritten,
        "beside": view.beside,
        "figures": figures(account),
        "left_out": list(_overall.left_out(account, view)),
        "verified": _overall.verified(account),
        "articles": views,
        "outline": groups(blocks, views),
        "substitution_names": sweep_names,
        "substitutions": sweeps,
        "institution_names": names,
        "institutions": institutions,
        "ledger": (rows := ledger(shown, renvois, home)),
        "cited_rows": any(row.texts for row in rows),
        "kept": translated(plural("{n} kept: {words}", "{n} kept: {words}", kept, words=kept_words)) if kept else "",
        "inbound_names": _inbound.head(),
        "inbound": cited_in(shown, renvois.anchors),
        "inbound_none": _inbound.none_found(shown),
        "findings": findings(shown, renvois.anchors, home),
        "numbers": numbers(shown, renvois.anchors),
        "cited": renvois.cited,
        "channels": _channels(views),
    }
    return {**given, "parts": list(_parts(given))}


def _parts(given: Mapping[str, object]) -> Iterator[tuple[str, str, int]]:
    """The parts of the page that are there, by id, name and length."""
    names: dict[str, str] = labels()
    held = {
        "changes": given["articles"],
        "substitutions": given["substitutions"],
        "institutions": given["institutions"],
        "renvois": given["ledger"] or given["kept"] and [()],
        "cited": given["inbound"],
        "findings": given["findings"],
        "numbers": given["numbers"],
        "texts": given["cited"],
    }
    for part, rows in held.items():
        if rows and isinstance(rows, Sized):
            yield part, names[part], len(rows)


def _channels(views: Iterable[ArticleView]) -> list[tuple[str, str]]:
    """The channels that the page shows, each by its letter and its name."""
    held = "".join([entry.channels for view in views for entry in view.entries])
    return [(letter, _(CHANNELS[channel])) for channel, letter in LETTERS.items() if letter in held]


@functools.cache
def _template() -> Template:
    """The template, compiled; it escapes all it prints, and a name that is not given is an error."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    return environment.get_template("compare.html.jinja")


def _shown(value: object) -> object:
    """What the template prints: characters that would not be seen, or would turn the line around, are spelled out."""
    return printable(value).replace("\t", " │ ") if type(value) is str else value
