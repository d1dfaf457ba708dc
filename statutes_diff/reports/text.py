"""What a check finds, one line a finding, as editors and people read it: ``path:line: rule: what``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.messages import translated
from statutes_diff.terminal import printable

if TYPE_CHECKING:
    from statutes_diff.model import Checked, CorpusFinding
    from statutes_diff.reports._views.view import View


def check(result: Checked, view: View) -> str:
    """The findings in the language in force."""
    return "".join(f"{_line(finding)}\n" for finding in result.findings)


def _line(finding: CorpusFinding) -> str:
    said = f"{finding.path}:{finding.line}: {finding.rule}: {translated(finding.message)}"
    return printable(said.replace("\n", " ").replace("\r", " ").replace("\t", " "))
