# make demo: what the program says about the two seed documents; make test: everything that must hold.

VENV   ?= .venv
PYTHON ?= python3
BIN     = $(VENV)/bin
FRENCH  = statutes_diff/locale/fr/LC_MESSAGES/statutes_diff.po

.PHONY: demo test format messages rules man clean

# The catalogue is compiled when the package is installed, so a changed catalogue means installing again.
$(VENV)/.installed: pyproject.toml hatch_build.py $(FRENCH)
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

demo: $(VENV)/.installed
	$(BIN)/statutes-diff compare seeds/000_457fec360ea4ede8.txt seeds/004_fe876a979c001f0e.txt

test: $(VENV)/.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m pytest

format: $(VENV)/.installed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Bring the French catalogue up to date with the code; FROM="a.po b.po" takes translations over from other files.
messages: $(VENV)/.installed
	$(BIN)/python tools/messages.py $(FROM)

# Write docs/rules.md and docs/check-rules.md from the help of the rules.
rules: $(VENV)/.installed
	$(BIN)/python tools/rules_page.py

# Write the manual page, in English and in French, into build/man: man -M build/man statutes-diff.
man: $(VENV)/.installed
	$(BIN)/python tools/man_page.py

clean:
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find statutes_diff tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
	rm -f $(FRENCH:.po=.mo) $(VENV)/.installed
