"""Keep the message catalogues in step with the code: ``make messages``.

Extracts every marked string (``_``, ``ngettext``, ``msg``, ``plural``, ``N_``) and the docstrings of the modules whose docstring
is their help, brings ``statutes_diff.po`` up to date and compiles it. Files named on the command line are merged in:
pairs of msgid and msgstr that a translator sent.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "statutes_diff"
CATALOGUE = PACKAGE / "locale" / "fr" / "LC_MESSAGES" / "statutes_diff.po"
KEYWORDS = {"_": None, "N_": None, "msg": (1,), "ngettext": (1, 2), "plural": (1, 2)}

# Folders whose public modules show their docstring to the user; the group's help is one of them.
SPOKEN = ("cli", "rules", "checks")
SPOKEN_FILES = ("cli/_group.py",)

sys.path[:0] = [str(ROOT)]

from hatch_build import compile_catalogues  # noqa: E402
from statutes_diff.cli._help import is_verbatim, paragraphs  # noqa: E402


def extracted() -> Catalog:
    """Every message of the code, in the order of files and lines, without translations."""
    catalogue = Catalog(domain="statutes_diff", fuzzy=False)
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        for _, message, comments, _ in extract_from_file("python", path, keywords=KEYWORDS, comment_tags=("i18n:",)):
            catalogue.add(message, locations=[(name, None)], auto_comments=comments)
        for paragraph in docstring_messages(path):
            catalogue.add(paragraph, locations=[(name, None)])
    return catalogue


def docstring_messages(path: Path) -> Iterator[str]:
    """The paragraphs of a module's docstring, when the module's docstring is what a user reads."""
    name = path.relative_to(PACKAGE).as_posix()
    public = path.parent.name in SPOKEN and not path.name.startswith("_")
    if public or name in SPOKEN_FILES:
        docstring = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
        yield from (paragraph for paragraph in paragraphs(docstring) if not is_verbatim(paragraph))


def translations(path: Path) -> Catalog:
    """A catalogue as it stands in a file."""
    with path.open("rb") as lines:
        return read_po(lines, locale="fr", domain="statutes_diff")


def update(others: list[Path]) -> Catalog:
    """The French catalogue with the code's messages: new ones empty, those no longer said left out."""
    catalogue, template = translations(CATALOGUE), extracted()
    for path in others:
        merge(catalogue, translations(path))
    template.creation_date = catalogue.creation_date  # no clock: same code in, same file out
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    with CATALOGUE.open("wb") as out:
        write_po(out, catalogue, width=130, include_lineno=False)
    return catalogue


def merge(catalogue: Catalog, other: Catalog) -> None:
    """Take over the translations of another catalogue; it wins where both have one."""
    for message in other:
        if message.id and is_translated(message):
            catalogue.add(message.id, message.string)
            catalogue[message.id].string = message.string


def is_translated(message: Message) -> bool:
    """True when no form of the translation is empty."""
    forms = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    return bool(forms) and all(forms)


def main(arguments: list[str]) -> int:
    """Update, compile, and tell what has no translation yet."""
    catalogue = update([Path(argument) for argument in arguments])
    compile_catalogues(ROOT)
    missing = [message.id for message in catalogue if message.id and not is_translated(message)]
    for message in missing:
        print(f"not translated: {message!r}", file=sys.stderr)
    print(f"{len(catalogue)} messages, {len(missing)} without a translation: {CATALOGUE.relative_to(ROOT)}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
