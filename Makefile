# Each command prepares what it needs by itself (packaging/bootstrap.py): python3 3.11+, venv and pip are enough.
PYTHON ?= python3
BOOTSTRAP := $(PYTHON) packaging/bootstrap.py
VENV := .venv/bin

.PHONY: help run test nightly lint tour benchmark test-postgres clean

help:
	@echo "make run            open the program (without a screen: play the tour offscreen)"
	@echo "make test           run the tests"
	@echo "make nightly        try it hard: kills, programs at once, many random histories (about half an hour)"
	@echo "make lint           run the linters"
	@echo "make tour           play the story in the real window, a picture per step in build/tour/"
	@echo "make benchmark      measure the figures, each beside its floor"
	@echo "make test-postgres  run the tests of the data on SQLite and a throw-away PostgreSQL"
	@echo "make clean          delete what was built (.venv stays)"

run:
	@$(BOOTSTRAP) run

test:
	@$(BOOTSTRAP) development
	@$(VENV)/python -m pytest -n 2 --dist worksteal

nightly:
	@$(BOOTSTRAP) development
	@$(VENV)/python packaging/nightly.py

lint:
	@$(BOOTSTRAP) development
	@$(VENV)/python packaging/lint.py

tour:
	@$(BOOTSTRAP) runtime
	@$(VENV)/python -m desktop tour --out build/tour

benchmark:
	@$(BOOTSTRAP) development
	@$(VENV)/python -m tests.benchmarks

test-postgres:
	@$(BOOTSTRAP) development
	@$(VENV)/python packaging/postgres.py

clean:
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis *.egg-info
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
