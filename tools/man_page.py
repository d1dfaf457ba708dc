"""Write the manual page of the program, in English and in French, from the help of its commands: ``make man``.

One page for all commands, as they share most options; what only a manual page says stands here in both languages.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "man"

sys.path[:0] = [str(ROOT)]

import statutes_diff  # noqa: E402
from statutes_diff.cli import _registry  # noqa: E402
from statutes_diff.cli._group import group  # noqa: E402
from statutes_diff.cli._help import Context, is_verbatim, paragraphs  # noqa: E402
from statutes_diff.cli._language import spoken  # noqa: E402
from statutes_diff.messages import LANGUAGES, _  # noqa: E402

HEADINGS = {"en": ("NAME", "SYNOPSIS", "DESCRIPTION", "ENVIRONMENT"), "fr": ("NOM", "SYNOPSIS", "DESCRIPTION", "ENVIRONNEMENT")}
# What the program reads from the environment.
ENVIRONMENT = {
    "PAGER": {
        "en": "The program that shows a result longer than the screen; less by default.",
        "fr": "Le programme qui montre un résultat plus long que l'écran\u00a0; par défaut, less.",
    },
    "NO_COLOR, FORCE_COLOR, CLICOLOR, CLICOLOR_FORCE, TERM": {
        "en": "Whether there are colours, unless --color says so.",
        "fr": "S'il y a des couleurs, quand --color ne le dit pas.",
    },
    "LANGUAGE, LC_ALL, LC_MESSAGES, LANG": {
        "en": "The language of help, messages and reports, unless --lang says so.",
        "fr": "La langue de l'aide, des messages et des comptes rendus, quand --lang ne le dit pas.",
    },
    "STATUTES_DIFF_DEBUG": {
        "en": "Set to 1, a bug is shown with where it comes from.",
        "fr": "Mis à 1, un défaut du programme est montré avec son origine.",
    },
}


def page(language: str) -> str:
    """The page as roff, for ``man``."""
    with spoken(language):
        return "\n".join(_lines(language)) + "\n"


def _lines(language: str) -> Iterator[str]:
    first, *others = paragraphs(group.help or "")
    name, synopsis, description, environment = HEADINGS[language]
    yield f'.TH STATUTES\\-DIFF 1 "" "statutes\\-diff {_roff(statutes_diff.__version__)}" ""'
    yield from _section(name, [f"statutes\\-diff \\- {_roff(_(first)).rstrip('.')}"])
    yield from _section(synopsis, [f"\\fBstatutes\\-diff\\fR {_roff(_('COMMAND [ARGUMENTS]…'))}"])
    yield from _section(description, [line for paragraph in others for line in (".PP", _roff(_(paragraph)))])
    for command in _registry.names("statutes_diff.cli"):
        yield from _command(command)
    yield f".SH {environment}"
    for variable, said in ENVIRONMENT.items():
        yield from (".TP", f"\\fB{_roff(variable)}\\fR", _roff(said[language]))


def _command(name: str) -> Iterator[str]:
    """A section: the usage, the help with its examples as they are typed, the options."""
    command = group.get_command(click.Context(group), name)
    if command is None:
        raise LookupError(name)
    context = Context(command, info_name=f"statutes-diff {name}")
    yield f".SH statutes\\-diff {_roff(name)}"
    yield f"\\fBstatutes\\-diff {_roff(name)}\\fR {_roff(' '.join(command.collect_usage_pieces(context)))}"
    for paragraph in paragraphs(command.help or ""):
        if is_verbatim(paragraph):
            yield from (".PP", ".nf", *map(_roff, paragraph.split("\n")), ".fi")
        else:
            yield from (".PP", _roff(_(paragraph)))
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record and record[1]:  # an argument says all in its name
            choices = _roff(record[0]).replace("|", "|\\:")  # where a line may break
            yield from (".TP", f"\\fB{choices}\\fR", _roff(record[1]))


def _section(name: str, lines: list[str]) -> list[str]:
    return [f".SH {_roff(name)}", *lines]


def _roff(text: str) -> str:
    """Text that roff prints as it is: no request at the start of a line, a hyphen that can be copied."""
    safe = text.replace("\\", "\\(rs").replace("-", "\\-")
    return f"\\&{safe}" if safe[:1] in (".", "'") else safe


def path(language: str, folder: Path = FOLDER) -> Path:
    """Where ``man`` looks for the page of a language."""
    return folder / ("" if language == "en" else language) / "man1" / "statutes-diff.1"


def main() -> None:
    """Write the pages and say where."""
    for language in LANGUAGES:
        target = path(language)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page(language), encoding="utf-8")
        print(target.relative_to(ROOT))


if __name__ == "__main__":
    main()
