"""Golden files: an output as people read it, kept beside the tests; ``pytest --update-golden`` rewrites them to be looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

GOLDEN = Path(__file__).with_name("golden")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files anew; read the difference before you commit it"
    )


class Golden:
    """Compares an output with its golden file, or writes the file."""

    def __init__(self, update: bool) -> None:
        self.update = update

    def __call__(self, output: str, name: str) -> None:
        path = GOLDEN / name
        if self.update:
            path.parent.mkdir(exist_ok=True)
            path.write_text(output, encoding="utf-8", newline="")
        assert path.read_bytes().decode("utf-8") == output, f"golden/{name} differs: look, then pytest --update-golden"


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    return Golden(request.config.getoption("--update-golden"))
