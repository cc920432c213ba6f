#!/bin/sh
# Runs every fuzz target for a short while: scripts/fuzz.sh DURATION
set -eu
for package in $(go list -f '{{if or .TestGoFiles .XTestGoFiles}}{{.ImportPath}}{{end}}' ./...); do
	for target in $(go test -list '^Fuzz' "$package" | grep '^Fuzz' || true); do
		echo "$package $target"
		go test -run '^$' -fuzz "^$target\$" -fuzztime "${1:-5s}" "$package"
	done
done
