# One command a job. `make` alone lists them.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup demo test coverage lint check bench pictures lock clean

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
INSTALL := $(PIP) install --require-hashes --only-binary :all:
# setuptools warns about every editable installation; there is nothing to be done about it.
INSTALL_PROJECT := PYTHONWARNINGS=ignore $(PIP) install --no-deps --no-build-isolation --no-index --editable .

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: .venv/demo.stamp ## create .venv with the pinned dependencies

demo: .venv/demo.stamp ## the whole bot in a simulated Discord (ARGS="--once" for a short look)
	@$(BIN)/paperboy demo $(ARGS)

# Most of what is started here is started again and again: it is compiled once, whatever is set.
test coverage: export PYTHONDONTWRITEBYTECODE =

test: .venv/dev.stamp ## every test; the core's cover it wholly (ARGS="tests/core -x": only those)
ifdef ARGS
	$(BIN)/python -m pytest $(ARGS)
else
	$(BIN)/python -m pytest -n 4 --dist worksteal --ignore=tests/core
	@rm -f .coverage .coverage.*
	$(BIN)/python -m pytest -n 2 --dist worksteal -p no:simcord tests/core --cov=bot/core \
		--cov-report=term --cov-fail-under=100
endif

coverage: .venv/dev.stamp ## every test, and what they cover of everything (half as long again)
	@rm -f .coverage .coverage.*
	$(BIN)/python -m pytest -n 4 --dist worksteal --cov --cov-report=term

lint: .venv/dev.stamp ## style, types, imports between packages, dependencies, spelling, known vulnerabilities
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	PYRIGHT_PYTHON_IGNORE_WARNINGS=1 $(BIN)/pyright
	$(BIN)/lint-imports
	$(BIN)/deptry .
	$(BIN)/codespell
	$(BIN)/python .ci/audit.py requirements-dev.lock requirements-build.lock

check: lint test ## lint, then test: what has to pass before a commit

bench: .venv/dev.stamp ## the promises of speed and 2,000 kills, measured one after the other: takes long
	@$(BIN)/python .ci/bench.py

pictures: .venv/demo.stamp ## draw docs/img anew (needs chromium)
	$(BIN)/paperboy demo --once --pictures docs/img

lock: .venv/dev.stamp ## make the lock files anew (ARGS="--upgrade" takes newer versions)
	@.ci/lock $(BIN)/uv $(ARGS)

clean: ## remove everything that was made here, except data and configuration
	rm -rf .venv build out *.egg-info .coverage .coverage.* \
		.pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp is younger than what it was made from, so a second call has nothing to do. The development
# lock contains the demo's, at the same versions.
.venv/demo.stamp: requirements-demo.lock requirements-build.lock pyproject.toml | .venv/bin/python
	@echo 'Installing the pinned dependencies into .venv (once; a few hundred megabytes) ...'
	@$(INSTALL) -r requirements-build.lock -r requirements-demo.lock
	@$(INSTALL_PROJECT)
	@touch $@

.venv/dev.stamp: requirements-dev.lock requirements-build.lock pyproject.toml | .venv/bin/python
	@echo 'Installing the pinned dependencies and development tools into .venv ...'
	@$(INSTALL) -r requirements-build.lock -r requirements-dev.lock
	@$(INSTALL_PROJECT)
	@touch $@ .venv/demo.stamp

# A symbolic link to the system's Python: missing, or broken after a system upgrade, it is made anew.
.venv/bin/python:
	@python=$$(.ci/find-python) && echo "Creating .venv with $$python ..." && \
		"$$python" -m venv --clear .venv
