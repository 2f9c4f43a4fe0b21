# Each target does its own set-up: the virtual environment, the locked requirements, the release.
# Works with GNU make 3.81 and later and any POSIX shell (Debian, Ubuntu, macOS).

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test test-all fuzz checks pictures bench lock audit licences release clean

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(LOCK_OPTIONS)
# Tests in two processes: while one waits for a browser, the other works.
PROCESSES := -n 2 --dist worksteal
LOCKS := requirements.txt requirements-geo.txt requirements-dev.txt
STREAMLIT_OPTIONS := $(if $(PORT),--server.port $(PORT))

help:
	@echo "make run       start the dashboard (PORT=8502 for another port)"
	@echo "make test      lint, types, import contract, tests, browser tests"
	@echo "make test-all  the same and the long tests"
	@echo "make fuzz      feed a million broken inputs to every way in (FUZZ_INPUTS=50000 for fewer); an hour or two"
	@echo "make pictures  a picture of every page into pictures/"
	@echo "make bench     measure what all costs; writes docs/benchmarks.md (PARTS='start sessions' for some parts); 12 minutes"
	@echo "make lock      renew requirements*.txt from requirements*.in (LOCK_OPTIONS=--upgrade for newer versions)"
	@echo "make audit     look every locked package up in the advisories (needs a way to them)"
	@echo "make licences  write docs/licences.md"
	@echo "make clean     remove what these targets made"

run: $(VENV)/run.stamp release
	$(BIN)/python -m streamlit run app.py $(STREAMLIT_OPTIONS)

test: checks
	$(BIN)/python -m pytest $(PROCESSES) -m "not slow"

test-all: checks
	$(BIN)/python -m pytest $(PROCESSES)

fuzz: $(VENV)/test.stamp
	FUZZ_INPUTS=$(or $(FUZZ_INPUTS),1000000) $(BIN)/python -m pytest $(PROCESSES) tests/fuzz

checks: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/basedpyright
	PYTHONPATH=. $(BIN)/lint-imports --no-logo

pictures: $(VENV)/test.stamp
	PYTHONPATH=. $(BIN)/python tests/browser/pictures.py

bench: $(VENV)/test.stamp
	PYTHONPATH=tests/browser $(BIN)/python -m benchmarks $(PARTS)

lock: $(VENV)/test.stamp
	$(LOCK) requirements.in -o requirements.txt
	$(LOCK) requirements-geo.in -o requirements-geo.txt
	$(LOCK) requirements-dev.in -o requirements-dev.txt

audit: $(VENV)/test.stamp
	@$(BIN)/pip-audit --strict --disable-pip --require-hashes --progress-spinner off $(addprefix -r ,$(LOCKS)) || { \
		echo "Either a weakness is named above, or the advisories cannot be reached from here, and nothing is known." >&2; \
		exit 1; \
	}

licences: $(VENV)/test.stamp
	$(BIN)/python -m deploy.licences

release: $(VENV)/run.stamp
	$(BIN)/python -m etl publish --if-stale

clean:
	rm -rf $(VENV) release pictures test-results .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps say which requirement files the environment was last filled from.
$(VENV)/run.stamp: requirements.txt | $(BIN)/python
	@echo "Installing the requirements (a minute or two the first time) ..."
	@$(PIP_INSTALL) -r requirements.txt
	@touch $@

$(VENV)/test.stamp: requirements.txt requirements-geo.txt requirements-dev.txt | $(BIN)/python
	@echo "Installing the requirements of the tests (a minute or two the first time) ..."
	@$(PIP_INSTALL) -r requirements.txt -r requirements-geo.txt -r requirements-dev.txt
	@touch $(VENV)/run.stamp $@

# PYTHON=... names an interpreter to prefer. An environment that could not be finished is removed again.
$(BIN)/python:
	@without_venv=; \
	for candidate in $(PYTHON) python3.13 python3.12 python3.11 python3; do \
		"$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue; \
		if ! "$$candidate" -c 'import ensurepip, venv' >/dev/null 2>&1; then without_venv="$$candidate"; continue; fi; \
		echo "Creating $(VENV) with $$("$$candidate" --version) ..."; \
		"$$candidate" -m venv --clear $(VENV) && exit 0; \
		rm -rf $(VENV); exit 1; \
	done; \
	if [ -n "$$without_venv" ]; then \
		echo "$$without_venv has no module to create environments. On Debian and Ubuntu: apt-get install python3-venv" >&2; \
	else \
		echo "Python 3.11 or newer was not found. Install it, or name it: make PYTHON=/path/to/python3 ..." >&2; \
	fi; \
	exit 1
