"""LibreOffice as the second reader of the Word report: it accepts or rejects all revisions of many files in one run.

Its own Basic does the work, because that comes with every LibreOffice; a Python bridge does not.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="no LibreOffice on this machine")

_MACRO = """
Sub Main
  Dim jobs As Integer, job As String, parts, document, dispatcher
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  filter(0).Name = "FilterName"
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  jobs = FreeFile
  Open Environ("WORD_JOBS") For Input As #jobs
  Do While Not EOF(jobs)
    Line Input #jobs, job
    If Len(job) > 0 Then
      parts = Split(job, "|")
      document = StarDesktop.loadComponentFromURL(parts(2), "_blank", 0, hidden())
      If parts(0) <> "" Then
        dispatcher.executeDispatch(document.CurrentController.Frame, parts(0), "", 0, Array())
      End If
      filter(0).Value = parts(1)
      document.storeToURL(parts(3), filter())
      document.close(True)
    End If
  Loop
  Close #jobs
  StarDesktop.terminate()
End Sub
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
{}
</script:module>
"""
_COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}


def decided(documents: Sequence[bytes], folder: Path) -> list[tuple[bytes, bytes]]:
    """Each document with all of its revisions accepted, and rejected, as LibreOffice saves it."""
    jobs = []
    for place, data in enumerate(documents):
        source = folder / f"{place}.docx"
        source.write_bytes(data)
        jobs += [(_COMMANDS[what], "MS Word 2007 XML", source, folder / f"{place}.{what}.docx") for what in _COMMANDS]
    run(jobs, folder)
    saved = {what: [(folder / f"{place}.{what}.docx").read_bytes() for place in range(len(documents))] for what in _COMMANDS}
    return list(zip(saved["accept"], saved["reject"], strict=True))


def run(jobs: Sequence[tuple[str, str, Path, Path]], folder: Path) -> None:
    """Open, command, save under a filter: one process for all."""
    profile = folder / "profile"
    _start(profile, "--terminate_after_init")  # a new profile first gets macros of its own
    (profile / "user/basic/Standard/Module1.xba").write_text(_MODULE.format(escape(_MACRO)), encoding="utf-8")
    for _attempt in range(6):  # in a long run it aborts now and then, and not on the same file again
        left = [job for job in jobs if not job[3].exists()]
        lines = ["|".join([command, form, source.as_uri(), target.as_uri()]) for command, form, source, target in left]
        (folder / "jobs").write_text("\n".join(lines) + "\n", encoding="ascii")
        if not left or _start(profile, "macro:///Standard.Module1.Main", WORD_JOBS=str(folder / "jobs")) == 0:
            break
    assert all(job[3].exists() for job in jobs), "LibreOffice did not write every file"


def _start(profile: Path, *arguments: str, **environment: str) -> int:
    command = [SOFFICE or "", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo", *arguments]
    return subprocess.run(command, check=False, capture_output=True, timeout=300, env={**os.environ, **environment}).returncode
