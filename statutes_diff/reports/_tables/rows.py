"""The account and the tree as flat rows: the fields of the JSON under one name each, for formats of lines and columns.

An article stands in every row of its alinéas. A list in a cell is parted by spaces, places are parted by semicolons because
they hold commas, and runs of changed words by an ellipsis.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from statutes_diff.reports import json
from statutes_diff.reports._json.pairs import article_pair
from statutes_diff.reports._json.tree import article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from statutes_diff.model import Account, Statute
    from statutes_diff.reports._views.view import Table, View

Row = dict[str, Any]

_TARGET = ("text", "article", "alinea", "item", "sentence", "division")
COLUMNS: Mapping[Table, tuple[str, ...]] = {
    "alineas": (
        "article_status", "old_article", "new_article", "how", "score", "old_path", "new_path",
        "status", "old_alineas", "new_alineas", "old_locus", "new_locus", "channels", "struck", "inserted",
        "old_text", "new_text", "note",
    ),
    "findings": ("rule", "channel", "message", "old", "new", "old_article", "new_article", "old_where", "new_where"),
    "references": (
        "status", "old_locus", "old_text", *(f"old_target_{name}" for name in _TARGET),
        "new_locus", "new_text", *(f"new_target_{name}" for name in _TARGET),
        "evidence", "old_target_begins", "new_target_begins",
    ),
    "concordance": ("old", "new", "how", "score"),
    "substitutions": ("old", "new", "replaced", "remaining", "where", "places", "forms"),
}  # fmt: skip
_LISTS = {"alineas": "articles"}  # the list of comparison/1 that a table is made from
TREE_COLUMNS = ("article", "label", "path", "index", "marker", "depth", "text", "line", "file")


def rows(account: Account, view: View) -> Iterator[Row]:
    """The rows of the table that the view asks for."""
    values = cast(
        "Iterable[Row]", json.lists(account, view, lambda pair: article_pair(pair, view))[_LISTS.get(view.table, view.table)]
    )
    for value in values:
        yield from _FLAT[view.table](value)


def _alineas(pair: Row) -> Iterator[Row]:
    """A row for each alinéa of an article; one that was not compared has a row without any, so that nobody misses it."""
    frame = {
        "article_status": pair["status"],
        "old_article": _of(pair["old"], "number"),
        "new_article": _of(pair["new"], "number"),
        "how": pair["match"]["how"],
        "score": pair["match"]["score"],
        "old_path": _places(_of(pair["old"], "path")),
        "new_path": _places(_of(pair["new"], "path")),
    }
    empty = dict.fromkeys(COLUMNS["alineas"])
    if pair["status"] == "not-covered":
        yield {**empty, **frame}
    yield from ({**empty, **frame, **_alinea(entry)} for entry in pair["alineas"])


def _alinea(entry: Row) -> Row:
    old, new = ("\n".join([alinea["text"] for alinea in entry[side]]) for side in ("old", "new"))
    return {
        "status": entry["status"],
        "old_alineas": [alinea["index"] for alinea in entry["old"]],
        "new_alineas": [alinea["index"] for alinea in entry["new"]],
        "old_locus": _places([alinea["locus"] for alinea in entry["old"]]),
        "new_locus": _places([alinea["locus"] for alinea in entry["new"]]),
        "channels": sorted({edit["channel"] for edit in entry["edits"]}),
        "struck": _runs(old, entry["edits"], "old"),
        "inserted": _runs(new, entry["edits"], "new"),
        "old_text": old,
        "new_text": new,
        "note": entry["note"],
    }


def _runs(text: str, edits: Iterable[Row], side: str) -> str:
    """The changed words of one side."""
    return " … ".join([run for edit in edits if (run := text[slice(*edit[side])].strip())])


def _finding(finding: Row) -> Iterator[Row]:
    sides = ("old", "new")
    yield {
        **finding,
        **{f"{side}_article": finding["article"][side] for side in sides},
        **{f"{side}_where": _places(finding["where"][side]) for side in sides},
    }


def _reference(row: Row) -> Iterator[Row]:
    found = {"status": row["status"], "evidence": row["evidence"]}
    for side in ("old", "new"):
        mention = row[side] or {}
        target = mention.get("target") or {}
        found |= {f"{side}_locus": mention.get("locus"), f"{side}_text": mention.get("text")}
        found |= {f"{side}_target_{name}": target.get(name) for name in _TARGET}
        found[f"{side}_target_item"] = ", ".join(target.get("item") or ())
        found[f"{side}_target_begins"] = row.get(f"{side}_target_text")
    yield found


def _pair(row: Row) -> Iterator[Row]:
    yield row


def _substitution(row: Row) -> Iterator[Row]:
    forms = "; ".join([f"{form['old']} → {form['new']} ({form['times']})" for form in row["forms"]])
    yield {**row, "where": _places(row["where"]), "places": _places(place["new"] for place in row["places"]), "forms": forms}


_FLAT: Mapping[Table, Callable[[Row], Iterator[Row]]] = {
    "alineas": _alineas,
    "findings": _finding,
    "references": _reference,
    "concordance": _pair,
    "substitutions": _substitution,
}


def _of(place: Row | None, name: str) -> Any:
    return place[name] if place else None


def _places(found: Iterable[str] | None) -> str:
    return "; ".join(found or ())


def tree_rows(statute: Statute) -> Iterator[Row]:
    """A row for each alinéa of a statute, in document order; an article without any has a row that says so by its empty cells."""
    for place in statute.places():
        fields: Any = article(place)
        frame = {**dict.fromkeys(TREE_COLUMNS), "article": fields["number"], "label": fields["label"]}
        frame |= {"path": _places(fields["path"]), "line": fields["line"], "file": fields.get("file")}
        for alinea in fields["alineas"] or [{}]:
            yield {**frame, **alinea}
