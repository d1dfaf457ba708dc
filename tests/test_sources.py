"""Names to bytes: files, directories, stdin, revisions of git; and one clear line for each that cannot be read."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import re
import subprocess
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from statutes_diff.model import Source
from statutes_diff.sources import InputError, sources, unpacked, versions


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git repository with one text in two versions and a folder of articles."""
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name.startswith("GIT_"):
            monkeypatch.delenv(name)
    Path("loi.md").write_text("ancien\n", "utf-8")
    folder = Path("code", "Livre Ier")
    folder.mkdir(parents=True)
    folder.joinpath("Article 1.md").write_text("un\n", "utf-8")
    folder.joinpath(".caché").write_text("non\n", "utf-8")
    git = ("git", "-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "1")):
        subprocess.run([*git, *command], check=True)
    Path("loi.md").write_text("nouveau\n", "utf-8")
    return tmp_path


def test_a_file_and_a_directory(repository: Path) -> None:
    assert [(s.name, s.data, s.folders) for s in sources("loi.md")] == [("loi.md", b"nouveau\n", ())]
    name = os.path.join("code", "Livre Ier", "Article 1.md")
    assert [(s.name, s.data, s.folders) for s in sources("code")] == [(name, b"un\n", ("Livre Ier",))]


def test_a_revision_of_a_file_and_of_a_folder(repository: Path) -> None:
    assert [s.data for s in sources("HEAD:loi.md")] == [b"ancien\n"]
    assert [(s.name, s.folders) for s in sources("HEAD:code")] == [("HEAD:code/Livre Ier/Article 1.md", ("Livre Ier",))]
    assert len(sources("HEAD:")) == 2


GIT = ("git", "-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")


def test_links_and_other_repositories_in_a_revision_are_passed_over(repository: Path) -> None:
    os.symlink("Livre Ier/Article 1.md", "code/lien.md")
    subprocess.run([*GIT, "add", "-A"], check=True)
    subprocess.run([*GIT, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},code/ailleurs"], check=True)
    subprocess.run([*GIT, "commit", "-qm", "2"], check=True)
    assert [s.name for s in sources("HEAD:code")] == ["HEAD:code/Livre Ier/Article 1.md"]


def test_a_name_of_two_lines_is_read(repository: Path) -> None:
    Path("code", "Article\n2.md").write_text("deux\n", "utf-8")
    subprocess.run([*GIT, "add", "-A"], check=True)
    subprocess.run([*GIT, "commit", "-qm", "2"], check=True)
    assert [s.data for s in sources("HEAD:code")] == [b"deux\n", b"un\n"]


@pytest.mark.parametrize("pair", [("HEAD:code", "HEAD:code"), ("HEAD:code", "code"), ("code", "code"), ("HEAD:", "HEAD:code")])
def test_a_content_of_two_versions_is_one_value(repository: Path, pair: tuple[str, str]) -> None:
    olds, news = versions(*pair)
    assert (olds, news) == (sources(pair[0]), sources(pair[1]))
    assert olds[0].data is news[0].data


@pytest.mark.parametrize("spec", ["HEAD:rien", "nulle-part:code", "-x:code", "--help:", "HEAD:a\nb", ":", "a\0b:code"])
def test_a_version_that_cannot_be_read_is_named(repository: Path, spec: str) -> None:
    for pair in ((spec, "HEAD:code"), ("HEAD:code", spec)):
        with pytest.raises(InputError) as refused:
            versions(*pair)
        assert refused.value.name == spec


def test_a_content_that_git_has_lost_is_said(repository: Path) -> None:
    blob = subprocess.run(
        ["git", "rev-parse", "HEAD:code/Livre Ier/Article 1.md"], capture_output=True, check=True
    ).stdout.decode()
    Path(".git", "objects", blob[:2], blob[2:].strip()).unlink()
    with pytest.raises(InputError, match="does not give the content"):
        versions("HEAD:code", "HEAD:code")


def test_what_is_no_file_in_a_directory_is_passed_over(repository: Path) -> None:
    os.mkfifo("code/tube")
    os.symlink("nulle-part", "code/lien.md")
    assert len(sources("code")) == 1


def test_a_path_that_exists_wins_over_a_revision(repository: Path) -> None:
    Path("HEAD:loi.md").write_text("fichier\n", "utf-8")
    assert sources("HEAD:loi.md")[0].data == b"fichier\n"


def test_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"texte")))
    assert sources("-")[0].data == b"texte"


@pytest.mark.parametrize("spec", ["rien.md", "HEAD:rien.md", "nulle-part:loi.md", "-x:loi.md", "--help:", "a\0b", "vide", ":"])
def test_what_cannot_be_read_is_named(repository: Path, spec: str) -> None:
    Path("vide").mkdir()
    with pytest.raises(InputError) as refused:
        sources(spec)
    assert refused.value.name == spec and "\n" not in str(refused.value.message)


def test_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(InputError, match="git says"):
        sources("HEAD:loi.md")


def packed(members: dict[str, bytes], mode: str = "w:gz") -> bytes:
    """A tar of these members."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
        archive.addfile(tarfile.TarInfo("lien"))
        link = tarfile.TarInfo("autre")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return data.getvalue()


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_an_archive_is_a_directory(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "code"
    path.write_bytes(packed({"b/Article 2.md": b"deux", "./a.md": b"un", "../x/c.md": b"trois", "b/.git/x": b"non"}, mode))
    found = [(source.name.removeprefix(f"{path}/"), source.data, source.folders) for source in sources(str(path))]
    assert found == [
        ("a.md", b"un", ()), ("lien", b"", ()), ("../x/c.md", b"trois", ("..", "x")), ("b/Article 2.md", b"deux", ("b",)),
    ]  # fmt: skip


def told(data: bytes) -> str:
    """What is wrong with an archive."""
    with pytest.raises(InputError) as refused:
        unpacked(Source("code", data))
    said = str(refused.value.message)
    assert not re.search(r"[(){}]|Error|b'", said)  # words, and no values of a program
    return said


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_an_archive_that_was_cut_off_is_refused_wherever_that_was(mode: str) -> None:
    """An article that fell off would be taken for a repealed one."""
    whole = packed({"a.md": os.urandom(5_000), "b.md": b"deux", "c.md": b"trois"}, mode)
    end = whole.rindex(b"autre") if mode == "w" else len(whole) - 1  # a plain tar ends with blocks that hold nothing
    for size in (*range(600, end, 401), *range(1_024, end, 512), end):
        assert told(whole[:size]) == "broken archive: it ends in the middle"


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
@pytest.mark.parametrize("at", [0.3, 0.6, 0.8])
def test_an_archive_that_was_damaged_is_refused(mode: str, at: float) -> None:
    whole = bytearray(packed({f"{n}.md": os.urandom(200) for n in range(50)}, mode))
    start = int(len(whole) * at) // 512 * 512
    whole[start : start + 512] = bytes(byte ^ 0x55 for byte in whole[start : start + 512])
    if mode != "w" or start // 512 % 2 == 0:  # of a plain tar only the heads are guarded
        assert told(bytes(whole)).startswith("broken archive: it")


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_what_is_compressed_and_no_archive_is_said_to_be(pack: Callable[[bytes], bytes]) -> None:
    for text in (b"", b"Article 1", b"Article 1\n" * 1_000):
        assert told(pack(text)) == "is compressed, and no tar: unpack it first"


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
@pytest.mark.parametrize("name", ["a.md", ".hidden"])
def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch, pack: Callable[[bytes], bytes], name: str) -> None:
    """Whatever the limit in bytes would allow; hidden files are unpacked too, to be passed over."""
    monkeypatch.setattr("statutes_diff.sources.archive.ALWAYS", 1_000_000)
    assert told(pack(packed({name: bytes(5_000_000)}, "w"))) == "unpacks to far more than its size explains: refused"
    assert unpacked(Source("code", pack(packed({"a.md": bytes(900_000)}, "w"))))


def test_a_file_with_holes_is_no_larger_than_its_archive_explains() -> None:
    """A sparse member of a terabyte takes a block of the archive."""
    head = tarfile.TarInfo("a.md")
    head.pax_headers = {"GNU.sparse.major": "0", "GNU.sparse.minor": "1", "GNU.sparse.map": "0,0", "GNU.sparse.size": str(10**12)}
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w", format=tarfile.PAX_FORMAT) as archive:
        archive.addfile(head)
    assert told(data.getvalue()) == "unpacks to far more than its size explains: refused"


def test_heads_without_end_are_refused() -> None:
    long = tarfile.TarInfo("././@LongLink")
    long.type, long.size = tarfile.GNUTYPE_LONGNAME, 1
    assert told((long.tobuf(tarfile.GNU_FORMAT) + b"x".ljust(512, b"\0")) * 2_000) == "broken archive: its content is damaged"


def test_an_archive_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("statutes_diff.sources.archive.MOST_UNPACKED", 10)
    path = tmp_path / "code.tar"
    path.write_bytes(packed({"a.md": b"x" * 11}, "w"))
    with pytest.raises(InputError, match="more than 10 bytes"):
        sources(str(path))
