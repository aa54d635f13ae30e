# make audit   set up, audit the seed articles into reports/, say where to look
# make test    the same set-up, all tests
# make lint    ruff and mypy --strict
# make gate    quality on the seeds against the pinned floors
# make examples  rebuild reports/examples and the generated docs
# make bench   speed and accuracy against peers, as ratios

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
PYTEST := $(BIN)/python -m pytest

.PHONY: audit test lint gate examples bench clean

audit: $(READY)
	$(BIN)/auditor audit seeds --reports reports

test: $(READY)
	$(PYTEST) -n 2

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m tools.examples --check
	$(BIN)/mypy

gate: $(READY)
	$(BIN)/python -m tests.gate.gate

examples: $(READY)
	$(BIN)/python -m tools.examples

bench: $(READY)
	$(BIN)/python -m benchmarks

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test,lint]'
	$(BIN)/python -m compileall -q auditor
	@echo "compiling the lexicon (once, some seconds)"
	$(BIN)/python -c "from auditor.text.lexicon import lexicon; lexicon()"
	touch $(READY)

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find reports -mindepth 1 -maxdepth 1 ! -name examples -exec rm -rf {} +
