# What one does with this checkout; `make` lists it. Needs Python 3.11 or newer, git and make.
# APP_PORT, APP_DATA_DIR, DATABASE_URL ... are the application's own and pass through.

PYTHON ?= python3
VENV ?= .venv
RUN := $(VENV)/bin/python
WORKERS ?= logical

# Where this is set, each of the many processes that tests start would compile everything anew: half of a start.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run demo test test-browser browser-if-there test-r r-if-there test-contract contract-if-there check unit attack fuzz lint format openapi matrix migration bench lock clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

run: $(VENV)/local ## start the server, with a database and a demo programme of its own
	@$(RUN) -m app serve

demo: $(VENV)/local ## play a citizen's journey against the running server
	@$(RUN) -m app demo

test: $(VENV)/dev ## everything that CI asks for: style, types, layers, tests
	@$(MAKE) --no-print-directory -j 2 check unit # side by side: types take one processor for a minute
	@$(MAKE) --no-print-directory -j 2 browser-if-there r-if-there contract-if-there # each waits for others at times

# A browser is nothing that a package brings: where the machine has one, its tests are part of all tests.
BROWSER := $(shell command -v "$(TEST_BROWSER)" || command -v chromium || command -v chromium-browser || \
  command -v google-chrome || command -v google-chrome-stable)

browser-if-there:
ifeq ($(BROWSER),)
	@echo "== browser: no Chromium on this machine, so the citizen's page was not opened (make test-browser, CONTRIBUTING.md)"
else
	@$(MAKE) --no-print-directory test-browser
endif

test-browser: $(VENV)/browser ## the citizen's page in Chromium or Chrome, which the machine must have
	@echo "== browser: the citizen's page in $(or $(BROWSER),... none found)"
	@$(RUN) -m pytest tests_browser $(ARGS)

# Likewise R with its packages, for which VIVE's script is written as well.
R_IS_READY := Rscript -e 'stopifnot(getRversion() >= "4.1", \
  vapply(c("httr2", "haven", "openssl", "jsonlite"), requireNamespace, TRUE, quietly = TRUE))'

r-if-there:
	@if $(R_IS_READY) >/dev/null 2>&1; then $(MAKE) --no-print-directory test-r; else \
	  echo "== R: not ready on this machine, so VIVE's script in R was not run (make test-r, CONTRIBUTING.md)"; fi

test-r: $(VENV)/dev ## VIVE's script in R, which the machine must have, with httr2 and haven
	@echo "== R: VIVE's script, and every file of a release"
	@$(RUN) -m pytest tests_r $(ARGS)

# Likewise Node.js, with which a frontend is built: linters, differs, the generated clients and the mock.
NODE_IS_READY := command -v npm && node -e 'process.exit(process.versions.node.split(".")[0] >= 20 ? 0 : 1)'

contract-if-there:
	@if ($(NODE_IS_READY)) >/dev/null 2>&1; then $(MAKE) --no-print-directory test-contract; else \
	  echo "== contract: no Node.js 20 with npm on this machine, so linters, clients and mock were not run (make test-contract, CONTRIBUTING.md)"; fi

test-contract: $(VENV)/dev $(VENV)/contract $(VENV)/contract-python ## linters, differs, generated clients and a mock of the contract; needs Node.js 20 with npm
	@echo "== contract: linters, differs, clients, mock"
	@TEST_CONTRACT_TOOLS="$(CURDIR)/$(VENV)/contract" TEST_CONTRACT_PYTHON="$(CURDIR)/$(VENV)/contract-python/bin/python" \
	  $(RUN) -m pytest tests_contract -n $(WORKERS) --maxprocesses 2 --dist loadfile $(ARGS)

check: lint
	@echo "== mypy: types"
	@$(RUN) -m mypy
	@echo "== import-linter: layers"
	@$(VENV)/bin/lint-imports --no-logo

unit: $(VENV)/dev
	@echo "== pytest: behaviour"
	@$(RUN) -m pytest -n $(WORKERS) --maxprocesses 4 --dist worksteal $(ARGS)

lint: $(VENV)/dev ## style alone
	@echo "== ruff: style"
	@$(RUN) -m ruff check
	@$(RUN) -m ruff format --check

attack: $(VENV)/dev ## every attacker against every method of publishing, over many invented programmes (ten minutes)
	@$(RUN) -m tests.evaluation.attack $(ARGS)

fuzz: $(VENV)/dev ## Schemathesis on the whole contract as six organisations in turn (a quarter of an hour; ARGS="--minutes 60 --seed 7")
	@$(RUN) -m tests.fuzz $(ARGS)

format: $(VENV)/dev ## put the style right, where a machine can
	@$(RUN) -m ruff check --fix-only
	@$(RUN) -m ruff format

openapi: $(VENV)/local ## write openapi/openapi.json anew from the code
	@$(RUN) -m app openapi --write

matrix: $(VENV)/local ## write docs/boundary.md anew from app/boundary/policy.toml
	@$(RUN) -m app matrix --write

migration: $(VENV)/local ## write a migration for changed tables and policies: make migration m="what changes"
	@test -n "$(m)" || { echo 'Say what changes: make migration m="add the colour of the form"'; exit 2; }
	@$(RUN) -m app migrate --write "$(m)"

bench: $(VENV)/local ## measure against the same SQL in pgbench (benchmarks/README.md)
	@$(RUN) -m benchmarks $(ARGS)

# uv resolves for all systems and Python versions at once, which pip cannot. The two smaller files take the
# versions of the largest, so that what a server runs is what the tests saw.
# Newer versions: make lock UPGRADE=--upgrade
lock: ## pin what requirements/*.in ask for (needs uv)
	@command -v uv >/dev/null || { echo "make lock needs uv: python3 -m pip install uv"; exit 2; }
	@for name in dev browser local tracing base contract; do \
	  case $$name in dev|contract) with=;; *) with="--constraints requirements/dev.txt";; esac; \
	  echo "== requirements/$$name.txt"; \
	  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	    --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(UPGRADE) \
	    $$with requirements/$$name.in --output-file requirements/$$name.txt || exit; \
	done

clean: ## remove the virtual environment and caches; data stays
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -not -path './.git/*' -prune -exec rm -rf {} +

# The virtual environment. It notes where it was made, since its scripts name that path; a half-made or moved one
# is made anew. What is installed is compared with the lock file itself, so a second start takes no time.

.PHONY: $(VENV)/created $(VENV)/local $(VENV)/dev $(VENV)/browser $(VENV)/contract $(VENV)/contract-python

$(VENV)/created:
	@if ! test -f $@ || test "$$(cat $@)" != "$(CURDIR)" || ! $(RUN) -c ''; then \
	  for python in "$(PYTHON)" python3.14 python3.13 python3.12 python3.11 python; do \
	    if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$python; break; fi; \
	  done; \
	  if test -z "$$found"; then \
	    echo "Python 3.11 or newer is needed; $(PYTHON) is: $$("$(PYTHON)" --version 2>&1)."; \
	    echo "Install one, or name it: make run PYTHON=/path/to/python3.12"; exit 2; \
	  fi; \
	  echo "== Making a virtual environment in $(VENV) with $$("$$found" --version)"; \
	  "$$found" -m venv --clear $(VENV) && printf '%s' "$(CURDIR)" > $@; \
	fi

$(VENV)/local $(VENV)/dev $(VENV)/browser: $(VENV)/created
	@if ! cmp -s requirements/$(@F).txt $@; then \
	  echo "== Installing requirements/$(@F).txt (a minute or so, the first time)"; \
	  $(RUN) -m pip install --disable-pip-version-check --require-hashes -r requirements/$(@F).txt && cp requirements/$(@F).txt $@; \
	fi

# Node's part, once for each lock file; everything after it is offline.
$(VENV)/contract: $(VENV)/created
	@if ! cmp -s contract/package-lock.json $@/installed; then \
	  echo "== Installing contract/package-lock.json (half a minute, the first time)"; \
	  rm -rf $@ && mkdir -p $@ && cp contract/package.json contract/package-lock.json contract/.npmrc $@ && \
	  (cd $@ && npm ci --no-fund --no-audit --loglevel=error) && cp contract/package-lock.json $@/installed; \
	fi

$(VENV)/contract-python: $(VENV)/created
	@if ! cmp -s requirements/contract.txt $@/installed; then \
	  echo "== Installing requirements/contract.txt"; \
	  $(RUN) -m venv --clear $@ && \
	  $@/bin/python -m pip install --disable-pip-version-check --require-hashes -r requirements/contract.txt && \
	  cp requirements/contract.txt $@/installed; \
	fi
