# Everything a newcomer needs: `make serve` runs the product, `make test` tests it.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
SITE := site
PORT ?= 8000
COVERAGE ?=
FUZZ_SECONDS ?= 60

# Material prints a notice about its end of life at each start; CONTRIBUTING tells what our plan is.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help install serve site check test coverage crawl lint ci-lint actionlint tools benchmarks vendor fuzz html pictures lock clean

help: ## show what there is
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

install: $(VENV)/run.done ## make a complete .venv

serve: install ## check, build and serve the site on port 8000
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

site: install ## build into site/ and check its links
	$(BIN)/mkdocs build --site-dir $(SITE)
	$(BIN)/python tools/check_links.py $(SITE)

check: install ## check the cards
	$(BIN)/spreekkamer check

test: $(VENV)/dev.done tools lint ## install what the tests need and run them all
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder $(COVERAGE)

coverage: ## run the same tests, and tell which lines none of them reached (half as slow again)
	$(MAKE) test COVERAGE="--cov --cov-report=term"

crawl: $(VENV)/dev.done tools ## run the slow tests in the whole browser: every link, each page in every view
	SPREEKKAMER_BROWSER=$$(command -v chromium) $(BIN)/python -m pytest -m slow

lint: $(VENV)/dev.done ci-lint ## format, lint and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo --no-cache

ci-lint: $(VENV)/dev.done ## lint the files for GitHub, GitLab and Azure
	$(BIN)/zizmor --offline --quiet --no-progress --pedantic .github
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.dependabot .github/dependabot.yml
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.gitlab-ci .gitlab-ci.yml
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.azure-pipelines \
		--regex-variant nonunicode azure-pipelines.yml

actionlint: $(BIN)/python ## lint the GitHub workflows (needs Node)
	sh tools/check_workflow.sh

benchmarks: $(VENV)/dev.done ## measure speed, as ratios
	$(BIN)/python benchmarks/checking.py
	$(BIN)/python benchmarks/building.py
	$(BIN)/python benchmarks/searching.py
	PYTHONPATH=tests $(BIN)/python benchmarks/finding.py

vendor: install ## renew the scripts of others in docs/assets/vendor/ (needs npm)
	PYTHON=$(abspath $(BIN)/python) sh tools/vendor.sh

fuzz: .venv-fuzz/run.done ## check what nobody would write, for FUZZ_SECONDS
	@.venv-fuzz/bin/python tools/fuzz.py -max_total_time=$(FUZZ_SECONDS) \
		|| { .venv-fuzz/bin/python tools/fuzz.py --how; exit 1; }

html: site ## check the HTML of the site with the Nu checker (needs Node and Java)
	sh tools/check_html.sh $(SITE)

pictures: site $(VENV)/dev.done tools ## take the pictures of the README
	$(BIN)/python tools/pictures.py $(SITE) pictures

lock: $(VENV)/dev.done ## lock the requirements again
	$(BIN)/python -m pip install --quiet uv
	cd requirements && for each in run dev fuzz; do ../$(BIN)/uv pip compile --quiet --universal \
		--python-version 3.11 --generate-hashes --no-emit-index-url --upgrade $$each.in -o $$each.txt; done

clean: ## remove what was made
	rm -rf $(VENV) .venv-fuzz .fuzz $(SITE)

$(BIN)/python:
	@sh tools/make_venv.sh "$(PYTHON)" $(VENV)

$(VENV)/run.done: requirements/run.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.done: requirements/dev.txt tools/schemas.sh $(VENV)/run.done
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements/dev.txt
	sh tools/schemas.sh $(VENV)
	@touch $@

.venv-fuzz/run.done: requirements/run.txt requirements/fuzz.txt pyproject.toml
	@sh tools/make_venv.sh "$(PYTHON)" .venv-fuzz
	.venv-fuzz/bin/python -m pip install --quiet --no-deps --require-hashes -r requirements/run.txt
	.venv-fuzz/bin/python -m pip install --quiet --no-deps --require-hashes -r requirements/fuzz.txt
	.venv-fuzz/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

# The tests open pages in Chromium, behind nginx; root on Debian gets them, others need them there.
tools:
	@sh tools/install_tools.sh
