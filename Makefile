# Everything here needs Go alone, except `make score`, which needs Python 3 and
# the evaluation data, and the browser test, which needs Chromium and says so.

STATICCHECK = go run honnef.co/go/tools/cmd/staticcheck@v0.8.2
FUZZTIME   ?= 5s

.PHONY: build demo test check score fuzz

build:
	CGO_ENABLED=0 go build -trimpath -o kg ./cmd/kg

demo: build
	@sh scripts/demo.sh

test:
	go test ./...

check: test fuzz
	@test -z "$$(gofmt -l .)" || { gofmt -l .; echo "run gofmt -w on these"; exit 1; }
	go vet ./...
	$(STATICCHECK) ./...
	go test -race ./...

fuzz:
	sh scripts/fuzz.sh $(FUZZTIME)

score: build
	sh scripts/score.sh
