"""What a check finds, as GitLab's code quality report: shown in the merge request beside the changed lines.

Source: GitLab documentation, "Code Quality", the report format for custom tools.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.checks._identity import fingerprint
from statutes_diff.messages import translated
from statutes_diff.reports._json.text import json_text
from statutes_diff.reports._views.corpus_findings import uri_path
from statutes_diff.terminal import printable

if TYPE_CHECKING:
    from statutes_diff.model import Checked, CorpusFinding
    from statutes_diff.reports._json.text import Value
    from statutes_diff.reports._views.view import View

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def check(result: Checked, view: View) -> str:
    """A list of one object a finding."""
    return json_text([_finding(finding) for finding in result.findings])


def _finding(finding: CorpusFinding) -> dict[str, Value]:
    return {
        "description": printable(translated(finding.message)),
        "check_name": finding.rule,
        "fingerprint": fingerprint(finding),
        "severity": _SEVERITIES[finding.level],
        "location": {"path": uri_path(finding.path), "lines": {"begin": finding.line}},
    }
