"""Cross-references as data: the fields of a renvoi and of its targets, the figures of a listing; the same for every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.language.citation import cite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statutes_diff.model import LocatedReference, Standing, Statute, Target
    from statutes_diff.references.figures import Figures
    from statutes_diff.reports._json.text import Value


def standings(located: LocatedReference) -> tuple[Standing, ...]:
    """What stands where each target leads; of a renvoi that no survey looked up, what its resolution says."""
    if located.standings:
        return located.standings
    lost: Standing = "here" if located.resolved else "no-article"
    return tuple("another-text" if target.text else lost for target in located.reference.targets)


def reference_fields(located: LocatedReference, source: str) -> dict[str, Value]:
    """A renvoi by the names of its fields; ``source`` is the file that its words stand in."""
    reference = located.reference
    return {
        "article": located.locus.article,
        "alinea": located.locus.alinea,
        "start": reference.start,
        "end": reference.end,
        "text": reference.text,
        "kind": reference.kind,
        "targets": [{**fields} for fields in found_fields(located)],
        "resolved": located.resolved,
        "locus": cite(located.locus),
        "source": source,
        "quoted": located.quoted,
        "note": str(located.note) if located.note else None,
    }


def target_rows(located: LocatedReference, source: str) -> Iterator[dict[str, Value]]:
    """The fields of a renvoi once for each target, with those of the target; its item is written as a lawyer does: "II, 3°"."""
    fields = reference_fields(located, source)
    for target, found in zip(located.reference.targets, found_fields(located), strict=True):
        own = {f"target_{name}": found[name] for name in target_fields(target)}
        yield {
            **fields,
            **own,
            "target_item": ", ".join(target.item),
            "standing": found["standing"],
            "resolved": found["standing"] == "here",
            "excerpt": found.get("excerpt"),
        }


def found_fields(located: LocatedReference) -> list[dict[str, Value]]:
    """The targets as their words name them, with what stands there and, when it was looked up, how it begins."""
    found = [
        {**target_fields(_named(target)), "standing": standing}
        for target, standing in zip(located.reference.targets, standings(located), strict=True)
    ]
    for fields, excerpt in zip(found, located.excerpts, strict=False):
        fields["excerpt"] = excerpt or None
    return found


def _named(target: Target) -> Target:
    """A target as its words name it: no article where they name none."""
    return target._replace(article=None) if target.implied else target


def target_fields(target: Target) -> dict[str, Value]:
    """A target by the names of its fields."""
    return {
        "text": target.text,
        "article": target.article,
        "alinea": target.alinea,
        "item": [*target.item],
        "sentence": target.sentence,
        "division": target.division,
    }


def figures_fields(statute: Statute, found: Figures) -> dict[str, Value]:
    """The figures of one statute's renvois."""
    return {
        "source": statute.source,
        "title": statute.title,
        "references": found.references,
        "targets": found.targets,
        "kinds": {**dict(found.kinds)},
        "standings": {**dict(found.standings)},
        "quoted": found.quoted,
        "noted": found.noted,
        "articles": [{"text": cited.text, "article": cited.article, "count": cited.count} for cited in found.articles],
        "texts": [{"text": cited.text, "count": cited.count} for cited in found.texts],
    }
