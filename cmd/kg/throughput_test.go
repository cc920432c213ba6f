package main

import (
	"fmt"
	"hash/fnv"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"
)

// articlesVariable says how many articles BenchmarkIngest ingests, noticesVariable
// that they are to be notices of a sentence or two, wordsVariable how many words
// they have at least, each made of several then.
const (
	articlesVariable = "KG_BENCH_ARTICLES"
	noticesVariable  = "KG_BENCH_NOTICES"
	wordsVariable    = "KG_BENCH_WORDS"
)

// BenchmarkIngest ingests a corpus of real news, the same many times over with
// other names, by a kg of its own on one core and on all: articles, words and
// quads a second, the most memory, the share of the time that is not reading and
// extracting on one core, and what ingesting the same again takes; both shares are
// of the processor's time.
//
//	KG_BENCH_ARTICLES=1000 go test -run - -bench Ingest -benchtime 1x ./cmd/kg
//	KG_BENCH_NOTICES=1 KG_BENCH_ARTICLES=50000 go test -run - -bench Ingest -benchtime 1x -timeout 2h ./cmd/kg
//	KG_BENCH_WORDS=4000 KG_BENCH_ARTICLES=2000 go test -run - -bench Ingest -benchtime 1x -timeout 2h ./cmd/kg
func BenchmarkIngest(b *testing.B) {
	count := numberIn(b, articlesVariable, 100)
	kg := buildKg(b)
	dir := b.TempDir()
	words := writeCorpus(b, dir, count)
	quads := regexp.MustCompile(`quads +(\d+)`)
	var rate [2]float64
	for i, cores := range []int{1, runtime.NumCPU()} {
		b.Run(fmt.Sprintf("articles=%d/cores=%d", count, cores), func(b *testing.B) {
			for range b.N {
				db := filepath.Join(b.TempDir(), "kg.db")
				whole := measure(b, cores, kg, "--db", db, "ingest", "--quiet", dir)
				again := measure(b, cores, kg, "--db", db, "ingest", "--quiet", dir)
				stored, err := strconv.Atoi(quads.FindStringSubmatch(outputOf(b, kg, "--db", db, "stats"))[1])
				if err != nil {
					b.Fatal(err)
				}
				seconds := whole.took.Seconds()
				rate[i] = float64(count) / seconds
				b.ReportMetric(rate[i], "articles/s")
				b.ReportMetric(float64(words)/seconds, "words/s")
				b.ReportMetric(float64(stored)/seconds, "quads/s")
				b.ReportMetric(whole.memory, "peak-MB")
				b.ReportMetric(100*again.processor.Seconds()/whole.processor.Seconds(), "again-%")
				if cores == 1 {
					dry := measure(b, cores, kg, "--db", filepath.Join(b.TempDir(), "dry.db"), "ingest", "--quiet", "--dry-run", dir)
					b.ReportMetric(100*(1-dry.processor.Seconds()/whole.processor.Seconds()), "storing-%")
				} else if rate[0] > 0 {
					b.ReportMetric(rate[1]/rate[0], "times-one-core")
				}
			}
		})
	}
}

// numberIn returns the number in a variable of the environment.
func numberIn(t testing.TB, variable string, otherwise int) int {
	t.Helper()
	text := os.Getenv(variable)
	if text == "" {
		return otherwise
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatalf("%s: %v", variable, err)
	}
	return n
}

// cost is what a process took.
type cost struct {
	took, processor time.Duration
	memory          float64 // at most, in MB
}

// measure runs a program on a number of cores.
func measure(t testing.TB, cores int, name string, args ...string) cost {
	t.Helper()
	child := exec.Command(name, args...)
	child.Env = append(os.Environ(), fmt.Sprintf("GOMAXPROCS=%d", cores))
	begun := time.Now()
	if out, err := child.CombinedOutput(); err != nil {
		t.Fatalf("kg %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	took := time.Since(begun)
	state := child.ProcessState
	used, _ := state.SysUsage().(*syscall.Rusage) // nil on other systems
	c := cost{took: took, processor: state.UserTime() + state.SystemTime()}
	if used != nil {
		c.memory = float64(used.Maxrss) / 1024
	}
	return c
}

// writeCorpus writes articles into a folder and returns how many words they have.
func writeCorpus(t testing.TB, dir string, count int) (words int) {
	t.Helper()
	texts := textsOfData(t, "daily-news/*.md", "gold/*.txt", "dwie-dev/*.txt")
	if os.Getenv(noticesVariable) != "" {
		texts = noticesIn(textsOfData(t, "daily-news/*.md"))
	}
	if len(texts) == 0 {
		t.Skip("no news to measure with: ../shared/data is not there")
	}
	if least := numberIn(t, wordsVariable, 0); least > 0 {
		texts = lengthened(texts, least)
	}
	for i := range count {
		text := withOtherNames(texts[i%len(texts)], i/len(texts))
		if i >= len(texts) {
			text += fmt.Sprintf("Officials counted %d cases.\n", i) // where no name could change
		}
		words += len(strings.Fields(text))
		sub := filepath.Join(dir, fmt.Sprintf("%03d", i/1000))
		if err := os.MkdirAll(sub, 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(sub, fmt.Sprintf("news%06d.txt", i)), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return words
}

// lengthened returns texts of at least so many words, each made of several, none of
// which is in two: those would be copies.
func lengthened(texts []string, least int) (long []string) {
	var parts []string
	words := 0
	for _, text := range texts {
		parts, words = append(parts, text), words+len(strings.Fields(text))
		if words >= least {
			long, parts, words = append(long, strings.Join(parts, "\n")), nil, 0
		}
	}
	return long
}

// textsOfData returns the texts of files of the development data; none where it
// is not there.
func textsOfData(t testing.TB, patterns ...string) (texts []string) {
	t.Helper()
	for _, pattern := range patterns {
		paths, err := filepath.Glob("../../../shared/data/" + pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, string(text))
		}
	}
	return texts
}

// markdownLink is a link, whose words stay, or are a source in parentheses.
var markdownLink = regexp.MustCompile(`\[([^\]]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s"[^"]*")?\)`)

// shortestNotice is how many words a notice has at least: fewer are a heading.
const shortestNotice = 8

// noticesIn returns the items of pages of daily news, each a sentence or two.
func noticesIn(pages []string) (notices []string) {
	for _, page := range pages {
		for line := range strings.Lines(page) {
			item, ok := strings.CutPrefix(strings.TrimSpace(line), "* ")
			item = markdownLink.ReplaceAllStringFunc(item, func(link string) string {
				words := markdownLink.FindStringSubmatch(link)[1]
				if strings.HasPrefix(words, "(") {
					return ""
				}
				return words
			})
			item = strings.TrimSpace(strings.ReplaceAll(item, "*", ""))
			if ok && strings.HasSuffix(item, ".") && len(strings.Fields(item)) >= shortestNotice {
				notices = append(notices, item+"\n")
			}
		}
	}
	return notices
}

// capitalised is a word that may be part of a name.
var capitalised = regexp.MustCompile(`\b\p{Lu}\p{Ll}{3,}\b`)

// withOtherNames returns the text of an edition: the first is the text itself, in
// later ones a third of the capitalised words that never stand at the beginning
// of a sentence have another ending, the same wherever they stand.
func withOtherNames(text string, edition int) string {
	if edition == 0 {
		return text
	}
	endings := []string{"ov", "ini", "sen", "ey", "ura", "aki", "ez", "wala", "berg", "ian"}
	opening := map[string]bool{}
	for _, at := range capitalised.FindAllStringIndex(text, -1) {
		before := strings.TrimRightFunc(text[:at[0]], unicode.IsSpace)
		if last, _ := utf8.DecodeLastRuneInString(before); strings.ContainsRune(".!?\"”“#*:", last) || before == "" {
			opening[text[at[0]:at[1]]] = true
		}
	}
	return capitalised.ReplaceAllStringFunc(text, func(word string) string {
		h := fnv.New32a()
		fmt.Fprintf(h, "%d %s", edition, word)
		n := int(h.Sum32() >> 8)
		if opening[word] || n%3 != 0 {
			return word
		}
		return word + endings[n/3%len(endings)]
	})
}
