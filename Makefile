# Everything a contributor needs; `make` alone lists it. All paths are relative, so a checkout may lie below a directory with spaces.
.DEFAULT_GOAL := help
.PHONY: demo test lint run bench eval build conformance help
GO ?= go
PKGS ?= ./...
TOOL = $(GO) tool -modfile=tools/go.mod
BOLT = slacksim/conformance/bolt

demo: ## show Steward with a simulated Slack and its own Postgres and Redis; ARGS="--data DIR" keeps the data
	@$(GO) build -o bin/steward ./cmd/steward && exec ./bin/steward demo --setup $(ARGS)

# What runs is built first, so that Ctrl-C and exit codes pass through no go command.
test: ## run all tests with real Postgres, Redis and Chromium, installing them where that needs no password; PKGS=./store, ARGS="-run X"
	@$(GO) build -o bin/devstack ./cmd/devstack
	@race=-race; \
	if ! $(GO) test -race -count=1 -run '^$$' errors >/dev/null 2>&1; then \
		race=; \
		echo '*** WITHOUT THE RACE DETECTOR: it needs cgo and a C compiler (for instance: apt-get install gcc libc6-dev).' >&2; \
	fi; \
	exec ./bin/devstack -setup -chromium -- $(GO) test $$race -timeout 9m -count=1 $(ARGS) $(PKGS)

lint: ## vet, staticcheck and gofumpt; fails on any finding
	@$(GO) vet $(PKGS)
	@$(TOOL) staticcheck $(PKGS)
	@unformatted=$$($(TOOL) gofumpt -l .) || exit 1; \
	if [ -n "$$unformatted" ]; then echo "run gofumpt -w on:" >&2; echo "$$unformatted" >&2; exit 1; fi

run: ## run Steward against your own Slack, Postgres and Redis; the environment says where they are
	@$(GO) build -o bin/steward ./cmd/steward && exec ./bin/steward serve $(ARGS)

bench: ## time the path from a measurement to the message about it, how fast measurements are taken and judged, and due clocks found
	@$(GO) build -o bin/devstack ./cmd/devstack
	@exec ./bin/devstack -setup -- $(GO) test -run '^$$' -bench 'Path|Take|Judge|DueClocks' -timeout 15m -p 1 $(ARGS) ./cmd/steward ./store

eval: ## measure how right the answers are; ARGS=-misses shows what the half for building misses
	@$(GO) test -count=1 -run '^TestAnswers$$' -v ./cmd/steward $(ARGS)

conformance: ## prove slacksim by slack-go, by an app on @slack/bolt (with Node 20 or newer), and by Slack's own keys
	@$(GO) test -count=1 $(ARGS) ./slacksim/conformance
	@if ! command -v npm >/dev/null || ! node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)'; then \
		echo '*** NOT RUN: the app on @slack/bolt. It needs Node 20 or newer, and npm.' >&2; exit 0; \
	fi; \
	if ! [ $(BOLT)/node_modules/.package-lock.json -nt $(BOLT)/package-lock.json ]; then \
		npm ci --prefix $(BOLT) --prefer-offline --ignore-scripts --no-audit --no-fund --silent || { \
			echo '*** NOT RUN: the app on @slack/bolt. npm could not fetch it; it needs the npm registry once.' >&2; exit 0; \
		}; \
	fi; \
	$(GO) build -o bin/slacksim ./cmd/slacksim && exec node $(BOLT)/run.mjs bin/slacksim

build: ## build bin/steward
	@CGO_ENABLED=0 $(GO) build -trimpath -o bin/steward ./cmd/steward

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))
