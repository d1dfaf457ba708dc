"""A concordance as data: the fields of a row and the figures of the table, the same for every machine format."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from statutes_diff.model import Concordance, ConcordanceRow, Place
    from statutes_diff.reports._json.text import Value


def fields(row: ConcordanceRow) -> dict[str, Value]:
    """A row by the names of its fields; numbers are keys, alinéas are counted from 1."""
    other = row.runner_up
    return {
        "old": _number(row.old),
        "new": _number(row.new),
        "how": row.how,
        "score": row.score,
        "relation": row.relation,
        "status": row.status,
        "channels": [*row.channels],
        "old_alineas": [*row.old_alineas],
        "new_alineas": [*row.new_alineas],
        "runner_up": other.number if other else None,
        "runner_up_score": other.score if other else None,
        "reassigned": [*row.reassigned],
        "old_label": row.old.article.label if row.old else None,
        "new_label": row.new.article.label if row.new else None,
    }


def _number(place: Place | None) -> str | None:
    return place.article.number if place else None


def counts(table: Concordance) -> dict[str, int]:
    """The figures of the table: each article once by what became of its number; split and merged ones are among them too."""
    partners = [row for row in table.rows if row.old and row.new and row.status != "part"]
    parts = [row for row in table.rows if row.status == "part"]
    alone = [row for row in table.rows if not (row.old and row.new)]
    gaps = [row for row in alone if row.status != "not-covered"]
    outside = [row for row in alone if row.status == "not-covered"]
    kept = sum(_number(row.old) == _number(row.new) for row in partners)
    return {
        "kept": kept,
        "renumbered": len(partners) - kept,
        "taken_over": len(_olds(parts) - _olds(partners)),
        "drawn": len(_news(parts) - _news(partners)),
        "split": len(_olds([row for row in table.rows if row.relation in ("1:N", "N:M")])),
        "merged": len(_news([row for row in table.rows if row.relation in ("N:1", "N:M")])),
        "without_successor": len(_olds(gaps)),
        "without_origin": len(_news(gaps)),
        "only_old": len(_olds(outside)),
        "only_new": len(_news(outside)),
    }


def _olds(rows: Sequence[ConcordanceRow]) -> set[int]:
    """The old articles of some rows, each once: two may bear one number."""
    return {id(row.old.article) for row in rows if row.old}


def _news(rows: Sequence[ConcordanceRow]) -> set[int]:
    return {id(row.new.article) for row in rows if row.new}
