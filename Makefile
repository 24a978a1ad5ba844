# Everything a fresh clone needs: Python 3.11 or newer and make.
PYTHON ?= python3
PORT ?= 8080
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help demo samples word pictures rule test test-deploy check lint bench soak mutants audit sbom wheel requirements

# What is not kept is translated anew at each start of each program.
unexport PYTHONDONTWRITEBYTECODE

help: ## Show the targets
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 16

$(VENV)/run.done: requirements/run.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Netzbote needs Python 3.11 or newer; call make PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/test.done: $(VENV)/run.done requirements/test.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	touch $@

$(VENV)/bench.done: $(VENV)/test.done requirements/bench.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	touch $@

$(VENV)/mutants.done: $(VENV)/test.done requirements/mutants.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/mutants.txt
	touch $@

# What the program is made of is asked of an environment that has nothing else.
$(VENV)/parts.done: requirements/run.txt pyproject.toml
	rm -rf $(VENV)/parts
	$(PYTHON) -m venv --without-pip $(VENV)/parts
	$(BIN)/python -m pip --python $(VENV)/parts/bin/python install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	touch $@

$(VENV)/audit.done: requirements/audit.txt
	rm -rf $(VENV)/audit
	$(PYTHON) -m venv $(VENV)/audit
	$(VENV)/audit/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/audit.txt
	touch $@

demo: $(VENV)/run.done ## Play the whole job in the browser (PORT=8080)
	$(BIN)/netzbote demo --port $(PORT)

samples: $(VENV)/run.done ## Make the sample reports in docs/samples anew
	$(BIN)/python -m bot.demo.samples

word: $(VENV)/test.done ## Count the pages of the Word samples, drawn by LibreOffice
	$(BIN)/python -m tests.report.drawn

pictures: $(VENV)/test.done ## Draw the pictures of the handbooks and of the README anew (needs Chromium)
	$(BIN)/python -m tests.guides.draw

lint: $(VENV)/test.done
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

rule: $(VENV)/test.done ## Prove one rule (F=tests/domain/test_quota.py)
	$(BIN)/pytest -q $(F)

check: lint ## The fast checks: nothing long, no browser or process, PostgreSQL where it may differ
	$(BIN)/pytest -q -n 3 --dist worksteal --hypothesis-profile=few -m "not process and not browser and not soak and not deploy and not wide and not long and (differs or not postgres)"

test: lint ## Every check; ends with pytest's closing line
	$(BIN)/python -m tests.programs
	$(BIN)/pytest -n 4 --dist worksteal -m "not soak and not deploy and not retold"

test-deploy: $(VENV)/test.done ## Follow docs/betrieb.md on an empty Debian, and in a container (root, minutes)
	$(BIN)/pytest -q -s -m deploy --timeout=2400 tests/deploy

bench: $(VENV)/bench.done ## Measure beside the controls, in one run (M=rush: one figure)
	$(BIN)/python -m tests.bench $(M)

soak: $(VENV)/test.done ## The long tests: kills, freezes, lost databases, all stories, rules by new cases
	$(BIN)/pytest -m soak -s --timeout=3600 tests/process
	$(BIN)/pytest -q -n 3 --dist worksteal -m "retold and not soak" tests/chat
	$(BIN)/pytest -q --hypothesis-profile=wide --timeout=0 tests/domain tests/texts tests/disclosure/test_protect.py tests/disclosure/test_versions.py tests/report/test_attack.py tests/report/test_compare_attack.py tests/report/test_listing.py tests/report/test_year_versions.py tests/report/test_page_versions.py

mutants: $(VENV)/mutants.done ## Break the rules of a file; list what its tests miss (F=domain/seats_quota.py)
	$(BIN)/python -m tests.mutants $(F)

audit: $(VENV)/run.done $(VENV)/audit.done ## Licences and known weak points of what is pinned
	$(VENV)/audit/bin/python -m tests.supply audit $(BIN)/python

sbom: $(VENV)/run.done $(VENV)/parts.done $(VENV)/audit.done ## List the program's parts in dist/ (CycloneDX)
	$(VENV)/audit/bin/python -m tests.supply sbom $(VENV)/parts/bin/python

wheel: $(VENV)/run.done ## Build the package in dist/, the same bytes from the same commit
	rm -rf build
	SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) $(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir dist .

requirements: ## Pin the dependencies anew (needs uv)
	cd requirements && for list in run test bench mutants audit; do uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --exclude-newer "7 days" --custom-compile-command "make requirements" $$list.in -o $$list.txt; done
