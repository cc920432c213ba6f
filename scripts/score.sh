#!/bin/sh
# Runs the scorers of ../shared/eval on the development data and writes
# SCORES.txt. Fails only if a score cannot be computed: that a score went down
# is for the review of the change to see.
set -eu
data=../shared/data eval=../shared/eval kg=./kg out=SCORES.txt
if [ ! -d "$data" ]; then
	echo "score: no ../shared/data here, nothing to score"
	exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# section TITLE COMMAND… appends what a scorer printed, less its warnings.
section() {
	title=$1
	shift
	printf '\n## %s\n' "$title" >>"$work/scores"
	"$@" >>"$work/scores"
}

facts() { $kg extract --format jsonl "$@"; }

facts --per-line $data/carb-dev/sentences.txt >"$work/carb.jsonl"
section 'Open facts, lenient (CaRB dev)' \
	python3 $eval/carb_score.py $data/carb-dev/gold.tsv "$work/carb.jsonl" --sentences $data/carb-dev/sentences.txt

section 'Confidence: the share right by it (CaRB dev)' python3 scripts/reliability.py carb $kg

facts --per-line $data/benchie-dev/sentences.txt >"$work/benchie.jsonl"
section 'Open facts, exact (BenchIE dev)' \
	python3 $eval/benchie_score.py $data/benchie-dev/gold.txt "$work/benchie.jsonl" --sentences $data/benchie-dev/sentences.txt

facts $data/dwie-dev/*.txt >"$work/dwie.jsonl"
section 'Names, entities, relations, identity (DWIE dev)' \
	python3 $eval/dwie_score.py $data/dwie-dev "$work/dwie.jsonl"

facts $data/polnear-dev/text/*.txt >"$work/polnear.jsonl"
section 'Who says what (PolNeAR dev)' \
	python3 $eval/polnear_score.py $data/polnear-dev "$work/polnear.jsonl"

python3 $eval/daily_score.py prepare $data/daily-news "$work/daily" >/dev/null
facts "$work"/daily/*.txt >"$work/days.jsonl"
section 'One thing, one node (daily news)' \
	python3 $eval/daily_score.py score "$work/daily" "$work/days.jsonl"

section 'Confidence: the share judged right by it (docs/precision.tsv)' \
	python3 scripts/reliability.py read "$work/days.jsonl"

facts $data/gold/*.txt >"$work/gold.jsonl"
section 'Gold articles' \
	python3 $eval/facts_score.py $data/gold --system "$work/gold.jsonl" --limit 0

# answers asks the questions of the gold articles of a graph of these articles,
# and prints the scores of the answers alone.
answers() {
	$kg --db "$work/gold.db" ingest $data/gold/*.txt >/dev/null
	python3 -c 'import json, sys
for path in sys.argv[1:]:
    found = json.load(open(path))
    for gold in found if isinstance(found, list) else [found]:
        for question in gold.get("questions", []):
            print(question["q"])' $data/gold/*.json >"$work/questions.txt"
	while read -r question; do
		$kg --db "$work/gold.db" query --format jsonl "$question" 2>/dev/null
	done <"$work/questions.txt" >"$work/answers.jsonl"
	python3 $eval/facts_score.py $data/gold --system "$work/gold.jsonl" --answers "$work/answers.jsonl" --limit 0 |
		sed -n '/^Questions/,$p'
}
section 'Questions on the gold articles' answers

for bank in ewt-ud gum-open; do
	$kg extract --format conllu --pretokenized $data/treebanks/en_$bank-dev.conllu >"$work/$bank.conllu"
	section "Tags and lemmas, gold tokens (en_$bank dev)" \
		python3 $eval/tag_parse_score.py $data/treebanks/en_$bank-dev.conllu "$work/$bank.conllu"
done

# Raw text is what counts: every document as its text came, a blank line between
# paragraphs, cut into sentences and tokens by kg.
for bank in ewt-ud gum-open; do
	mkdir "$work/raw-$bank"
	awk -v OUT="$work/raw-$bank" -f scripts/rawtext.awk $data/treebanks/en_$bank-dev.conllu
	$kg extract --format conllu "$work/raw-$bank"/*.txt >"$work/raw-$bank.conllu"
	section "Sentences, tokens and trees, raw text (en_$bank dev)" \
		python3 $eval/tag_parse_score.py $data/treebanks/en_$bank-dev.conllu "$work/raw-$bank.conllu"
done

# Names by type, and their spans alone, on gold tokens. What is a name to kg and
# not annotated there (events, works, dates) is left out.
names() {
	python3 $eval/tag_parse_score.py --ner "$1" "$2" --map Person=PER --map Organization=ORG --map Place=LOC \
		--ignore O --ignore OTH --ignore Thing --ignore Event --ignore Group --ignore Product --ignore Work \
		--ignore Law --ignore Date --ignore Money --ignore Quantity
}
$kg extract --format iob2 --pretokenized $data/ner/uner-ewt-dev.iob2 >"$work/names.iob2"
section 'Names, gold tokens (UNER EWT dev)' names $data/ner/uner-ewt-dev.iob2 "$work/names.iob2"

{
	echo "# Scores"
	echo
	echo "Written by \`make score\`: the scorers of ../shared/eval on the development data."
	cat "$work/scores"
} >"$out"
echo "score: wrote $out"
