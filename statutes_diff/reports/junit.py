"""What a check finds, as JUnit XML, which nearly every CI server shows: a suite a rule, a failed case a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutes_diff.messages import translated
from statutes_diff.terminal import printable

if TYPE_CHECKING:
    from lxml.etree import _Element

    from statutes_diff.model import Checked, CorpusFinding
    from statutes_diff.reports._views.view import View


def check(result: Checked, view: View) -> str:
    """Every rule that was run; one that found nothing is a case that passed."""
    from lxml import etree

    root = etree.Element("testsuites", name="statutes-diff", tests=str(_tests(result)), failures=str(len(result.findings)))
    for name, _level in result.rules:
        _suite(root, name, [finding for finding in result.findings if finding.rule == name])
    etree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{etree.tostring(root, encoding="unicode")}\n'


def _tests(result: Checked) -> int:
    fired = {finding.rule for finding in result.findings}
    return len(result.findings) + sum(name not in fired for name, _level in result.rules)


def _suite(root: _Element, name: str, found: list[CorpusFinding]) -> None:
    from lxml import etree

    suite = etree.SubElement(root, "testsuite", name=name, tests=str(len(found) or 1), failures=str(len(found)), errors="0")
    for finding in found:
        where = printable(f"{finding.path}:{finding.line}")
        case = etree.SubElement(
            suite, "testcase", name=where, classname=name, file=printable(finding.path), line=str(finding.line)
        )
        said = printable(translated(finding.message))
        failure = etree.SubElement(case, "failure", message=said, type=finding.level)
        failure.text = f"{where}: {said}"
    if not found:
        etree.SubElement(suite, "testcase", name=name, classname=name)
