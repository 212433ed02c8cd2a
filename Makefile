# Two commands do everything on a fresh machine: make demo, make test.
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
# The newest interpreter that is new enough; PYTHON=... chooses another.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
DEMO ?= demo-case
SHARED ?= ../shared

.PHONY: demo test check format lint types layers coverage bench train clean
.NOTPARALLEL:

demo: $(VENV)/.run
	$(BIN)/sayso demo $(DEMO)

test: $(VENV)/.dev
	$(BIN)/python -m pytest

# What CI runs. With "make test check" the tests run once.
check: format lint types layers test

format: $(VENV)/.dev
	$(BIN)/ruff format --check .

lint: $(VENV)/.dev
	$(BIN)/ruff check .

types: $(VENV)/.dev
	$(BIN)/mypy

layers: $(VENV)/.dev
	$(BIN)/lint-imports

coverage: $(VENV)/.dev
	$(BIN)/python -m pytest --cov --cov-report=term-missing

bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks $(SHARED)

# Trains the weights that the package ships; see training/README.md for what BASE and CORPORA hold.
CORPORA ?= $(SHARED)/corpora
BASE ?= minilm
RUN ?= training-run
WEIGHTS := src/sayso/language/core/weights
train: $(VENV)/.dev
	$(PIP) install --quiet torch==2.13.0 safetensors onnx
	PYTHONPATH=. $(BIN)/python -m training.train --base $(BASE) --corpora $(CORPORA) --out $(RUN)
	PYTHONPATH=. $(BIN)/python -m training.export $(RUN)/own.pt --vocabulary $(RUN)/vocab.txt --out $(WEIGHTS)
	PYTHONPATH=. $(BIN)/python -m training.befell

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Sayso needs Python 3.11 or newer: install it, or name it with make PYTHON=..."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet --upgrade "pip>=25.1"

$(VENV)/.run: $(VENV)/bin/python pyproject.toml constraints.txt
	$(PIP) install --quiet --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run pyproject.toml constraints.txt
	$(PIP) install --quiet --constraint constraints.txt --group dev
	@touch $@

clean:
	rm -rf $(VENV) $(DEMO) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
