"""Patterns that are compiled late are compiled at all, and once."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import statutes_diff
from statutes_diff.language import patterns
from statutes_diff.language.patterns import GAP, late


def modules() -> list[str]:
    """Every module that anyone may import; the entry point would run."""
    found = pkgutil.walk_packages(statutes_diff.__path__, "statutes_diff.")
    return [module.name for module in found if not module.name.endswith("__main__")]


def test_every_pattern_compiles() -> None:
    held = [value for name in modules() for value in vars(importlib.import_module(name)).values()]
    late_ones = [value for value in held if isinstance(value, patterns._Late)]
    assert len(late_ones) > 20
    for pattern in late_ones:
        re.compile(pattern.pattern, pattern.flags)


def test_a_pattern_is_compiled_at_its_first_use_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    compiled = re.compile

    def counted(pattern: str, flags: int = 0) -> re.Pattern[str]:
        asked.append(pattern)
        return compiled(pattern, flags)

    monkeypatch.setattr(patterns.re, "compile", counted)
    number = late(r"\d+", re.ASCII)
    assert asked == []
    assert number.findall("1 and 22") == ["1", "22"]
    assert number.match("3") is not None
    assert number.search("٣") is None
    assert asked == [r"\d+"]


def test_it_has_no_more_than_the_methods_of_a_pattern() -> None:
    with pytest.raises(AttributeError):
        late("a").compile  # type: ignore[attr-defined]  # noqa: B018


@pytest.mark.parametrize(("space", "held"), [(" ", True), ("\u00a0", True), ("\u202f", True), ("\n", False), ("\t", False)])
def test_a_gap_ends_no_line(space: str, held: bool) -> None:
    assert bool(re.fullmatch(GAP, space)) is held
