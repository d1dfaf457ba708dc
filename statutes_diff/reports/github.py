"""What a check finds, as annotations of a pull request: the workflow commands of GitHub Actions.

Source: GitHub, "Workflow commands for GitHub Actions", setting an error message; the escapes are those of its toolkit
(command.ts).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.messages import translated
from statutes_diff.reports._views.corpus_findings import uri_path
from statutes_diff.terminal import printable

if TYPE_CHECKING:
    from statutes_diff.model import Checked, CorpusFinding
    from statutes_diff.reports._views.view import View

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def check(result: Checked, view: View) -> str:
    """One command a finding; its words can start no other command."""
    return "".join(f"{_command(finding)}\n" for finding in result.findings)


def _command(finding: CorpusFinding) -> str:
    file, title = _property(uri_path(finding.path)), _property(finding.rule)
    message = _data(printable(translated(finding.message)))
    return f"::{_COMMANDS[finding.level]} file={file},line={finding.line},title={title}::{message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(printable(text)).replace(":", "%3A").replace(",", "%2C")
