"""Help: every command has some, with examples, in French and in English, and no word of one in the other."""

from __future__ import annotations

import gettext
import importlib
import os

import click
import pytest

import statutes_diff
from statutes_diff.cli import _registry, main
from statutes_diff.cli._help import is_verbatim, paragraphs
from statutes_diff.cli._language import language_of
from statutes_diff.messages import language
from tests.conftest import Run

COMMANDS = _registry.names("statutes_diff.cli")


def help_of(run: Run, *command: str, lang: str) -> str:
    done = run(*command, "--help", env={"LANGUAGE": lang})
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


def words(text: str) -> str:
    """Text without its line breaks and indents: ordinary white space alone is squeezed, French no-break spaces stay."""
    return " ".join(part for part in text.replace("\n", " ").split(" ") if part)


def test_the_commands_are_the_files() -> None:
    assert {"compare", "tree", "refs"} <= set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_offers_its_name_its_help_and_examples(name: str) -> None:
    module = importlib.import_module(_registry.module_of("statutes_diff.cli", name))
    assert isinstance(module.command, click.Command)
    assert module.command.name == name
    assert module.command.help == module.__doc__
    examples = [line for block in paragraphs(module.__doc__ or "") if is_verbatim(block) for line in block.split("\n")]
    assert any(f"statutes-diff {name} " in example for example in examples)
    assert all(len(example) <= 78 for example in examples), "an example must fit in 80 columns with its indent"


@pytest.mark.parametrize("name", COMMANDS)
def test_help_in_english(run: Run, name: str) -> None:
    shown = words(help_of(run, name, lang="en"))
    module = importlib.import_module(_registry.module_of("statutes_diff.cli", name))
    assert shown.startswith(f"Usage: statutes-diff {name} [OPTIONS] ")
    assert "Options: " in shown
    for block in paragraphs(module.__doc__ or ""):
        assert words(block) in shown
    for parameter in module.command.params:
        assert isinstance(parameter, click.Argument) or words(parameter.help) in shown


@pytest.mark.parametrize("name", COMMANDS)
def test_help_in_french(run: Run, name: str) -> None:
    shown = words(help_of(run, name, lang="fr"))
    module = importlib.import_module(_registry.module_of("statutes_diff.cli", name))
    assert shown.startswith(f"Usage\u00a0: statutes-diff {name} [OPTIONS] ")
    assert "Options\u00a0: " in shown
    assert "Afficher cette aide et quitter." in shown
    english = [block for block in paragraphs(module.__doc__ or "") if not is_verbatim(block)]
    english += [parameter.help for parameter in module.command.params if isinstance(parameter, click.Option)]
    assert [sentence for sentence in english if words(sentence) in shown] == []


def test_the_list_of_commands_speaks_french(run: Run) -> None:
    shown = words(help_of(run, lang="fr"))
    assert "Commandes\u00a0: " in shown and " check Vérifier un corpus de droit" in shown and " compare Dire ce qui" in shown
    assert "COMMANDE [ARGUMENTS]…" in shown


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        (["--lang", "fr", "compare"], {"LANGUAGE": "en"}, "fr"),
        (["compare", "a", "b", "--lang=en"], {"LANGUAGE": "fr"}, "en"),
        (["--lang", "fr", "compare", "--lang", "en"], {"LANGUAGE": "fr"}, "en"),
        (["compare", "--", "--lang", "en"], {"LANGUAGE": "fr"}, "fr"),
        (["compare", "--lang", "de"], {"LANGUAGE": "en"}, "en"),
        (["compare", "--lang"], {"LANGUAGE": "fr"}, "fr"),
        (["compare"], {"LANGUAGE": "", "LC_ALL": "", "LC_MESSAGES": "", "LANG": "en_GB.UTF-8"}, "en"),
        (["compare"], {"LANGUAGE": "", "LC_ALL": "C", "LC_MESSAGES": "", "LANG": ""}, "fr"),
    ],
)
def test_the_language_is_known_before_a_word_is_said(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], environment: dict[str, str], language: str
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language_of(arguments) == language


def test_the_version_is_the_package_s(run: Run) -> None:
    assert run("--version").stdout.decode() == f"statutes-diff {statutes_diff.__version__}\n"


def test_french_help_in_an_ascii_locale_is_utf_8(run: Run) -> None:
    ascii_locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    done = run("compare", "--help", "--lang", "fr", env=ascii_locale)
    assert done.returncode == 0
    assert "alinéa par" in done.stdout.decode("utf-8")


def test_the_process_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A program that calls ``main`` keeps its own gettext domain, its language and its environment."""
    monkeypatch.setenv("LANGUAGE", "de")
    before = (gettext.textdomain(), dict(os.environ), language())
    assert main(["compare", "--help", "--lang", "fr"]) == 0
    assert "alinéa par" in capsys.readouterr().out
    assert (gettext.textdomain(), dict(os.environ), language()) == before
