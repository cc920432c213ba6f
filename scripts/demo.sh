#!/bin/sh
# The whole way once: sample articles in, three questions out.
set -eu
db=$(mktemp -d)/demo.db
run() {
	printf '\n$ kg %s\n' "$*"
	./kg --db "$db" "$@"
}
run ingest data/articles
run query who-met --arg 'who=Steve Witkoff'
run query who-did --arg relation=co-chairs
run query positions --arg 'who=Emmanuel Macron'
printf '\nThe graph is in %s. To browse it:\n\n    ./kg --db %s serve\n\nand open http://127.0.0.1:64210/\n' "$db" "$db"
