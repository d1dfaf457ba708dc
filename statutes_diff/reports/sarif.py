"""What a check finds, as SARIF 2.1.0, which code hosts and editors read.

Source: OASIS Standard, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0", 27 March 2020.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff import __version__
from statutes_diff.checks import help_of
from statutes_diff.checks._identity import fingerprint
from statutes_diff.messages import _, translated
from statutes_diff.reports._json.text import Value, json_text
from statutes_diff.reports._views.corpus_findings import uri
from statutes_diff.terminal import printable

if TYPE_CHECKING:
    from statutes_diff.model import Checked, CorpusFinding, Level
    from statutes_diff.reports._views.view import View

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def check(result: Checked, view: View) -> str:
    """One run with every rule that was run, found or not; fingerprints do not depend on lines, files or the language."""
    driver: dict[str, Value] = {
        "name": "statutes-diff",
        "version": __version__,
        "rules": [_rule(name, level) for name, level in result.rules],
    }
    turn = {name: at for at, (name, _level) in enumerate(result.rules)}
    run: dict[str, Value] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, turn[finding.rule]) for finding in result.findings],
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(name: str, level: Level) -> dict[str, Value]:
    english = [" ".join(block.split()) for block in help_of(name).split("\n\n")]
    first, *others = [_(paragraph) for paragraph in english]
    return {
        "id": name,
        "shortDescription": {"text": first},
        "fullDescription": {"text": others[0] if others else first},
        "help": {"text": "\n\n".join([first, *others])},
        "defaultConfiguration": {"level": _LEVELS[level]},
    }


def _result(finding: CorpusFinding, turn: int) -> dict[str, Value]:
    place: dict[str, Value] = {
        "physicalLocation": {"artifactLocation": {"uri": uri(finding.path)}, "region": {"startLine": finding.line}}
    }
    if finding.article:
        place["logicalLocations"] = [{"name": finding.article, "kind": "article"}]
    return {
        "ruleId": finding.rule,
        "ruleIndex": turn,
        "level": _LEVELS[finding.level],
        "message": {"text": printable(translated(finding.message))},
        "locations": [place],
        "partialFingerprints": {"statutesDiff/v1": fingerprint(finding)},
    }
