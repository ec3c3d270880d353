# Every target works on a bare clone: it installs what it needs first. The npm scripts do the work.
# The demo and the playground are started without npm, which would end at a SIGTERM and leave them running.

.DEFAULT_GOAL := help
.PHONY: help setup demo playground test docs toolchain go

# npm writes this file at the very end of an installation.
INSTALLED := node_modules/.package-lock.json

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST)

setup: $(INSTALLED) ## obtain the Pulumi CLI (about six minutes once where it can only be built)
	@npm run --silent setup

demo: $(INSTALLED) ## tell the life of an AS group on the real engine against the simulator
	@exec node_modules/.bin/tsx tools/demo/main.ts

playground: $(INSTALLED) ## keep a simulated service, its page and a stack to play with, until Ctrl-C
	@exec node_modules/.bin/tsx tools/playground/main.ts

test: go $(INSTALLED) ## run every gate and every test
	@npm run --silent test

docs: $(INSTALLED) ## write the documentation, a site with search, to docs/site
	@npm run --silent docs

$(INSTALLED): package-lock.json | toolchain
	@echo "installing the npm packages (usually under a minute)"
	@npm ci

# Before minutes of tests, of which the last ones would fail.
go:
	@command -v go >/dev/null || { echo "go is missing: the tests of teams build an S3-compatible store with it; install Go from https://go.dev/dl/" >&2; exit 1; }

toolchain:
	@command -v node >/dev/null || { echo "node is missing: everything here runs on it; install Node.js 20.19 or newer from https://nodejs.org/" >&2; exit 1; }
	@command -v npm >/dev/null || { echo "npm is missing: it installs the packages; it comes with Node.js from https://nodejs.org/" >&2; exit 1; }
	@node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' || { echo "Node.js $$(node -v) is too old: the tools need 20.19 or newer, see https://nodejs.org/" >&2; exit 1; }
