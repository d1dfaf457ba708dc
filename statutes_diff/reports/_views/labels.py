"""What the program calls things by short names, in a reader's words: formats, what stands beside the law, standard input."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.messages import N_, _, msg, plural, translated

if TYPE_CHECKING:
    from statutes_diff.model import Annotation, Statute

# One a reader; a format that is not here is shown by its own name.
_FORMATS = {
    "consolidated": N_("consolidated text"),
    "docx": N_("Word document"),
    "legi-data": N_("legi-data tree"),
    "legi-xml": N_("LEGI XML"),
    "legifrance-api": N_("JSON of the Légifrance API"),
    "legifrance-html": N_("Légifrance HTML"),
    "legifrance-page": N_("web page"),
    "pdf": N_("PDF"),
}

# The kinds of words beside the law; a NOTA says itself what it is.
_KINDS = {
    "history": N_("history"),
    "sommaire": N_("summary"),
    "state": N_("state"),
    "title": N_("title"),
    "version": N_("version"),
}


def facts_of(statute: Statute) -> tuple[str, ...]:
    """Where a text came from, how it was read, how many articles it holds."""
    count = sum(1 for _article in statute.articles())
    facts = (
        source_name(statute.source),
        translated(msg("read as {format}", format=format_name(statute.format))) if statute.format else "",
        statute.encoding,
        translated(plural("{n} article", "{n} articles", count)),
    )
    return tuple(fact for fact in facts if fact)


def format_name(name: str) -> str:
    """What a format is called, as in "read as Légifrance HTML"."""
    return _(_FORMATS.get(name, name))


def source_name(name: str) -> str:
    """The file as it was named; standard input by its name in the language in force."""
    return _("standard input") if name == "<stdin>" else name


def beside(annotation: Annotation) -> str:
    """What announces words that stand beside the law, with their kind where the words do not say it."""
    kind = _(_KINDS.get(annotation.kind, annotation.kind))
    if annotation.text.lower().startswith(annotation.kind.lower()):
        return translated(msg("{label}: ", label=_("beside the text")))
    return translated(msg("beside the text ({kind}): ", kind=kind))
