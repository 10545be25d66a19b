# `make` lists what there is. `make run` and `make test` need nothing before them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help run phones test check format e2e bench soak screens vendor packs clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(VENV)/installed ## start Attune at http://localhost:8400 (ATTUNE_HOST, ATTUNE_PORT, ATTUNE_DATA, … are honoured)
	@$(BIN)/attune serve

phones: $(VENV)/installed ## start Attune for the phones in this home, over https with a certificate of its own
	@$(BIN)/attune phones

test: ## everything: lint, types, unit tests, two phones in real browsers (installs what it needs)
	@sh tools/test.sh all

check: ## lint and types
	@sh tools/test.sh check

format: $(VENV)/installed-dev node_modules/installed ## write the code as the formatters want it
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --quiet --fix .
	@npx biome check --write .
	@node tools/packs.mjs

e2e: ## two phones in real browsers; FILE=e2e/test_x.py for one
	@sh tools/test.sh e2e $(FILE)

bench: $(VENV)/installed-dev node_modules/installed ## measure; the figures go into bench/README.md
	@$(BIN)/python -m bench

soak: $(VENV)/installed-dev node_modules/installed ## long fuzz and load and 2,000 walks of each practice, not part of make test
	@$(BIN)/python -m pytest -m soak tests
	@WALKS=2000 node --test --test-concurrency=2 tests/web/every-practice.test.js tests/web/practice-walks.test.js

screens: $(VENV)/installed-dev node_modules/installed ## pictures of every screen, into build/screens
	@$(BIN)/python -m e2e.screens

vendor: $(VENV)/installed-dev node_modules/installed ## make web/vendor, web/fonts and web/icons again from pinned packages
	@node web/vendor/vendor.mjs
	@node tools/sprites.mjs
	@$(BIN)/python tools/fonts.py
	@$(BIN)/python tools/app_icons.py

packs: node_modules/installed ## join the modules of web/ into the files that phones load, web/packs
	@node tools/packs.mjs

clean: ## remove what the other targets made; the data folder stays
	rm -rf $(VENV) node_modules build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info

$(VENV)/installed: pyproject.toml
	@sh tools/install.sh "$(PYTHON)" $(VENV) .
	@touch $@

$(VENV)/installed-dev: pyproject.toml
	@sh tools/install.sh "$(PYTHON)" $(VENV) '.[dev]'
	@touch $(VENV)/installed $@

node_modules/installed: package-lock.json
	@npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
