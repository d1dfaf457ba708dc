"""The fields of ``history/1`` and ``blame/1``."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from statutes_diff.reports._views.history import channels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from statutes_diff.model import Place
    from statutes_diff.model.history import Blame, Commit, History, Run, Step
    from statutes_diff.reports._json.text import Value


def history_fields(found: History, patches: Sequence[Value]) -> Value:
    """A history; ``patches``: the comparison of each step, none where nobody asked."""
    steps = [_step(step) for step in found.steps]
    for step, patch in zip(steps, patches, strict=bool(patches)):
        step["comparison"] = patch
    versions: list[Value] = list(steps)
    return {"schema": "statutes-diff/history/1", **_about(found), "versions": versions}


def blame_fields(found: Blame) -> Value:
    """The words of an article with their commits."""
    commits = list(dict.fromkeys(run.origin.commit for run in found.runs))
    places = {commit.id: place for place, commit in enumerate(commits)}
    alineas: list[Value] = [
        {"index": index, "text": found.history.article.alineas[index - 1].text, "runs": [_run(run, places) for run in runs]}
        for index, runs in groupby(found.runs, key=lambda run: run.alinea)
    ]
    listed: list[Value] = [_commit(commit) for commit in commits]
    return {"schema": "statutes-diff/blame/1", **_about(found.history), "commits": listed, "alineas": alineas}


def _about(found: History) -> dict[str, Value]:
    article = found.article
    notes: list[Value] = [str(note) for note in found.notes]
    return {
        "source": found.source,
        "tip": found.tip,
        "article": {"number": article.number, "label": article.label, "file": article.file},
        "notes": notes,
    }


def _step(step: Step) -> dict[str, Value]:
    kinds: list[Value] = list(channels(step))
    came: list[Value] = list(dict.fromkeys(passage.old.article.number for passage in step.passages))
    return {
        "commit": _commit(step.commit),
        "status": step.pair.status,
        "channels": kinds,
        "old": _side(step.pair.old),
        "new": _side(step.pair.new),
        "score": step.pair.score if step.pair.old else None,
        "words_from": came,
        "reused": step.reused,
    }


def _side(place: Place | None) -> Value:
    return {"number": place.article.number, "file": place.article.file} if place else None


def _commit(commit: Commit) -> Value:
    return {
        "id": commit.id,
        "date": commit.date,
        "author": commit.author,
        "subject": commit.subject,
        "body": commit.body,
        "merge": len(commit.parents) > 1,
    }


def _run(run: Run, places: dict[str, int]) -> Value:
    return {"start": run.start, "end": run.end, "commit": places[run.origin.commit.id], "article": run.origin.number}
