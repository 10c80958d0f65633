# The newsroom's commands. `make` alone lists them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# What is installed is remembered by the checksum of what was asked for: a checkout changes dates, not words.
checksum = $(firstword $(shell cksum < $(1)))
TO_RUN := $(VENV)/installed-$(call checksum,requirements.txt)
TO_DEVELOP := $(VENV)/installed-$(call checksum,requirements-dev.txt)

# Commands that look at the code only: no database but one in memory, no .env of anybody.
LOOKING := DEBUG=true DATABASE_URL=sqlite://:memory: READERS_DATABASE_URL=sqlite://:memory:
COMPILE := --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --quiet

.DEFAULT_GOAL := help
.PHONY: help run test test-sqlite test-postgresql lint types format migrations conformance bench-import bench-full \
	bench-quotes requirements clean

help: ## Lists these commands
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' Makefile

run: export DEBUG := true
run: export PYTHONUNBUFFERED := 1
run: export NEWSROOM_NAME ?= The Harbour Courier
run: export NEWSROOM_MOTTO ?= Owned by its readers, printed on Customs Street
run: $(TO_RUN) ## Sets up a demo newsroom on SQLite and serves it on this machine
	@$(BIN)/python manage.py migrate --verbosity 0
	@EMAIL_URL=dummymail:// $(BIN)/python manage.py demo_newsroom
	@$(BIN)/python manage.py serve_demo

test: $(TO_DEVELOP) ## Runs every test on SQLite and on PostgreSQL, then the checks that need no test
	@failed=0; \
	for check in test-sqlite test-postgresql lint types migrations; do $(MAKE) --no-print-directory $$check || failed=1; done; \
	exit $$failed

test-sqlite: $(TO_DEVELOP) ## Runs every test on SQLite
	$(BIN)/python -m pytest --engine sqlite

test-postgresql: $(TO_DEVELOP) ## Runs every test on PostgreSQL: the one DATABASE_URL names, else one of its own
	$(BIN)/python -m pytest --engine postgresql

lint: $(TO_DEVELOP) ## Looks for mistakes and untidiness
	$(BIN)/ruff check

types: $(TO_DEVELOP) ## Checks the types of the text, the desk and the import
	$(LOOKING) $(BIN)/mypy

format: $(TO_DEVELOP) ## Lays the code out and mends what can be mended
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

migrations: $(TO_DEVELOP) ## Checks that no migration is missing
	$(LOOKING) $(BIN)/python manage.py makemigrations --check --dry-run

conformance: $(TO_DEVELOP) ## Imports the real material in ../shared/corpora and compares it with the answers beside it
	$(BIN)/python -m pytest --engine sqlite tests/conformance

bench-import: $(TO_DEVELOP) ## Measures the import against COPY and Wagtail, with 20,000 stories held; needs PostgreSQL
	$(BIN)/python -m benchmarks.import

bench-full: $(TO_DEVELOP) ## The same with 500,000 stories held
	$(BIN)/python -m benchmarks.import --held 500000

bench-quotes: $(TO_DEVELOP) ## Measures how fast a story is read for quotes
	$(BIN)/python -m benchmarks.quotes

requirements: $(TO_DEVELOP) ## Pins what requirements*.in ask for; with UPGRADE=--upgrade in the newest versions
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile $(COMPILE) $(UPGRADE) requirements.in --output-file requirements.txt
	$(BIN)/uv pip compile $(COMPILE) $(UPGRADE) --constraints requirements.txt requirements-dev.in \
		--output-file requirements-dev.txt

clean: ## Takes away what was installed and what tests left; the newsroom's data in var/ stays
	rm -rf $(VENV) var/browser .pytest_cache .ruff_cache .mypy_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(TO_RUN): | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(TO_DEVELOP): | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'Python 3.11 or newer is needed; name another with: make PYTHON=python3.12 …' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2> /dev/null || \
		{ echo 'Python cannot make a virtual environment here. On Debian: apt-get install python3-venv' >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
