# Two commands for a fresh machine: `make demo` and `make test`. Both set up everything they need.
SHELL := /bin/bash
export UV_PYTHON_DOWNLOADS := never
# Some machines switch bytecode off, which makes every start three times as slow.
unexport PYTHONDONTWRITEBYTECODE
UV_VERSION := 0.13.9
# Where no uv is installed, one is brought from PyPI into .tools (works without venv and on externally managed Pythons).
UV := $(shell command -v uv 2>/dev/null || echo .tools/bin/uv)
PYTHON := .venv/bin/python

.PHONY: help demo test coverage lint types serve bench-capture bench-guard bench-risk bench-sweep bench-synthesis clean format setup
.DEFAULT_GOAL := help

help:
	@echo "make demo     play one whole live case against a local stand-in for Slack"
	@echo "make test     lint, types and all tests, on SQLite and PostgreSQL"
	@echo "make coverage which lines the tests reach; takes longer, since each line is counted"
	@echo "make serve    run the bot against Slack (needs .env; see README.md)"
	@echo "make bench-capture  what keeping a reply costs, beside a Bolt app that does nothing (ARGS='--memory 100000': memory instead)"
	@echo "make bench-guard    what the identifier guard finds, and what it wrongly flags"
	@echo "make bench-synthesis how good, fast, steady and strict the local engine is, beside others (installs them)"
	@echo "make bench-risk     which wordings ask about a risk to somebody now, and which do not"
	@echo "make bench-sweep    what looking for nudges costs with ten thousand to a million open actions"
	@echo "make format   put the code in its usual shape"
	@echo "make clean    remove what the other commands made"

.tools/bin/uv:
	python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target .tools "uv==$(UV_VERSION)"

.venv/.ready: pyproject.toml uv.lock | $(filter .tools/bin/uv,$(UV))
	$(UV) sync --locked --quiet
	@touch $@

setup: .venv/.ready

demo: setup
	@$(PYTHON) -m bot.demo

lint: setup
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .

types: setup
	.venv/bin/mypy

test: lint types
	.venv/bin/pytest -n 3 --dist worksteal

coverage: setup
	.venv/bin/pytest -n 3 --dist worksteal --cov --cov-report=term

bench-guard: setup
	$(PYTHON) -m tests.benchmarks.guard

bench-risk: setup
	$(PYTHON) -m tests.benchmarks.risk

bench-synthesis: setup
	$(UV) sync --locked --quiet --group bench $(if $(LCAT_SEMANTIC),--group bench-heavy)
	$(PYTHON) -m tests.benchmarks.synthesis

bench-sweep: setup
	$(PYTHON) -m tests.benchmarks.sweep

bench-capture: setup
	$(PYTHON) -m tests.benchmarks.capture $(ARGS)

serve: setup
	.venv/bin/lcat serve

format: setup
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

clean:
	rm -rf .venv .tools demo-out .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage*
