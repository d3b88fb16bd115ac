# Two commands for a newcomer: `make site` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEV_STAMP := $(VENV)/.installed-dev
# Material's notice about MkDocs 2 is for maintainers, who have read it.
export NO_MKDOCS_2_WARNING := 1

.PHONY: site serve test check clean screenshots

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(STAMP): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(DEV_STAMP): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $(STAMP) $@

site: $(STAMP)  ## build the site from content/ into site/
	$(BIN)/chronicle check
	$(BIN)/mkdocs build --strict
	$(BIN)/chronicle verify

serve: $(STAMP)  ## show the site on localhost, rebuilt when a file is saved
	$(BIN)/mkdocs serve

check: $(DEV_STAMP)  ## types, lint, layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: check  ## every test
	$(BIN)/pytest -n auto

screenshots: $(DEV_STAMP)  ## take the pictures in docs/screenshots again
	$(BIN)/python -m bench.screenshots

clean:
	rm -rf site $(VENV)
