package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/extract/nlp"
	"kg/graph"
)

func whyCommand() *cli.Command {
	return &cli.Command{
		Name:      "why",
		Usage:     "show what a fact rests on: sentences, rules, sources, and what contradicts it",
		ArgsUsage: "SUBJECT [RELATION [OBJECT]]",
		Description: `Every statement of SUBJECT, of its RELATION ("meets", rel:meets), to OBJECT: the
sentence with the names and the relation marked, the rule that read it, how sure it
is, what it was derived from, and what articles say against it.

  kg why Macron co-chairs
  kg why Zelensky "holds talks with" Witkoff`,
		Flags:  []cli.Flag{confidenceFlag("only facts"), formatFlag(formatTable, formatJSON, formatJSONL)},
		Action: showWhy,
	}
}

// reason is a fact with what it rests on.
type reason struct {
	graph.Fact
	Basis   []graph.Claim `json:"basis,omitempty"`   // what its statements are derived from, and so on
	Against []graph.Claim `json:"against,omitempty"` // statements that contradict it
}

func showWhy(c *cli.Context) error {
	args, err := arguments(c, 1, 3)
	if err != nil {
		return err
	}
	return withGraph(c, func(ctx context.Context, g *graph.Graph) error {
		subject, err := findEntity(ctx, g, args[0])
		if err != nil {
			return err
		}
		page, err := g.Show(ctx, subject.IRI)
		if err != nil {
			return err
		}
		reasons, err := reasonsFor(ctx, g, page, args[1:])
		if err != nil {
			return err
		}
		return printList(c, reasons, func(w io.Writer, s style) {
			for i, r := range reasons {
				if i > 0 {
					fmt.Fprintln(w)
				}
				printReason(w, s, r)
			}
		})
	})
}

// reasonsFor returns the facts of a page that the arguments mean, with what
// they rest on. None is an error that names what there is.
func reasonsFor(ctx context.Context, g *graph.Graph, page *graph.Page, args []string) ([]reason, error) {
	var facts []graph.Fact
	for _, f := range slices.Concat(page.Out, page.Said) {
		if f.Subject.IRI == page.IRI && isRelation(f, args) && isObject(f, args) {
			facts = append(facts, f)
		}
	}
	if len(facts) == 0 {
		return nil, noReason(page, args)
	}
	reasons := make([]reason, 0, len(facts))
	for _, f := range facts {
		r := reason{Fact: f, Against: against(f, page)}
		var err error
		if r.Basis, err = basis(ctx, g, f); err != nil {
			return nil, err
		}
		reasons = append(reasons, r)
	}
	return reasons, nil
}

func isRelation(f graph.Fact, args []string) bool {
	if len(args) == 0 {
		return true
	}
	wanted := strings.TrimSuffix(strings.TrimPrefix(strings.ToLower(args[0]), "<"), ">")
	return f.Relation.IRI == wanted || strings.EqualFold(f.Relation.Name, wanted) || strings.EqualFold(f.Relation.Name, nlp.ThirdPerson(wanted))
}

func isObject(f graph.Fact, args []string) bool {
	if len(args) < 2 {
		return true
	}
	wanted := strings.ToLower(args[1])
	return f.Object.IRI == strings.Trim(args[1], "<>") || strings.Contains(strings.ToLower(f.Object.Name), wanted)
}

func noReason(page *graph.Page, args []string) error {
	names := map[string]bool{}
	for _, f := range page.Out {
		names[f.Relation.Name] = true
	}
	relations := make([]string, 0, len(names))
	for name := range names {
		relations = append(relations, name)
	}
	slices.Sort(relations)
	err := fmt.Errorf("no article states that %s %s", page.Name, strings.Join(args, " "))
	if len(relations) == 0 {
		return err
	}
	if near := graph.Nearest(cmp.Or(strings.Join(args[:min(1, len(args))], ""), "?"), relations); near != "" {
		return hinted(err, "did you mean "+near+"? kg show lists what is stated")
	}
	return hinted(err, "its relations: "+strings.Join(relations, ", "))
}

// basis returns the statements that a fact is derived from, and those that
// these are derived from, each once.
func basis(ctx context.Context, g *graph.Graph, f graph.Fact) ([]graph.Claim, error) {
	var todo []string
	for _, st := range f.Statements {
		todo = append(todo, st.DerivedFrom...)
	}
	var found []graph.Claim
	seen := map[string]bool{}
	err := g.View(ctx, func(v *graph.View) error {
		for len(todo) > 0 {
			var ids []string
			for _, id := range todo {
				if !seen[id] {
					seen[id] = true
					ids = append(ids, id)
				}
			}
			claims, err := v.Claims(ctx, ids)
			if err != nil {
				return err
			}
			todo = nil
			for _, c := range claims {
				found = append(found, c)
				todo = append(todo, c.DerivedFrom...)
			}
		}
		return nil
	})
	return found, err
}

// against returns the statements of the page that say the opposite of a fact:
// the same of the same, denied.
func against(f graph.Fact, page *graph.Page) []graph.Claim {
	var out []graph.Claim
	for _, other := range slices.Concat(page.Out, page.Said) {
		if other.Subject.IRI != f.Subject.IRI || other.Object != f.Object || !opposite(other.Relation.Name, f.Relation.Name) {
			continue
		}
		for _, st := range other.Statements {
			out = append(out, graph.Claim{Subject: other.Subject, Relation: other.Relation, Object: other.Object, Statement: st})
		}
	}
	return out
}

// opposite reports whether one of two relations denies the other.
func opposite(a, b string) bool { return denial(a) == b || denial(b) == a }

// denial returns what a relation denies, "" where it denies nothing.
func denial(relation string) string {
	if rest, ok := strings.CutPrefix(relation, "does not "); ok {
		return nlp.ThirdPerson(rest)
	}
	if rest, ok := strings.CutPrefix(relation, "is not"); ok {
		return "is" + rest
	}
	return ""
}

func printReason(w io.Writer, s style, r reason) {
	fmt.Fprintln(w, s.bold(wrap(printable(strings.TrimSpace(r.Subject.Name+" "+r.Relation.Name+" "+r.Object.Name)), s.width, "  ")))
	articles := map[string]bool{}
	for _, st := range r.Statements {
		articles[st.Article] = true
	}
	summary := "in " + counted(len(articles), "article", "articles")
	if !r.Edge {
		summary += ", only said or derived from what is said"
	}
	fmt.Fprintln(w, s.dim(summary))
	for _, st := range r.Statements {
		printStatement(w, s, st, []string{r.Subject.Name, r.Object.Name}, r.Relation.Name)
	}
	printBelow(w, s, "It follows from:", r.Basis)
	printBelow(w, s, "Against it:", r.Against)
	if len(r.Statements) == 0 {
		fmt.Fprintln(w, "      No sentence: a person put it into the graph.")
	}
}

func printBelow(w io.Writer, s style, title string, claims []graph.Claim) {
	if len(claims) == 0 {
		return
	}
	fmt.Fprintf(w, "    %s\n", title)
	for _, c := range claims {
		fmt.Fprintf(w, "      %s\n", wrap(printable(inWords(c)), s.width-6, "      "))
		printStatement(w, s, c.Statement, []string{c.Subject.Name, c.Object.Name}, c.Relation.Name)
	}
}

// printStatement prints a sentence with its names and its relation marked, and
// how it was read.
func printStatement(w io.Writer, s style, st graph.Statement, names []string, relation string) {
	c := citationOf(st)
	c.sentence = mark(st.Sentence, markedWords(st.Sentence, names, relation))
	c.details = append(c.details, "rule "+cmp.Or(st.Rule, "unknown"), fmt.Sprintf("%.0f%%", 100*st.Confidence), st.ID)
	printCitation(w, s, c)
}

// shortestName is how long a word of a name is at least, in bytes, to be marked
// wherever it stands: "of" and "de" are not.
const shortestName = 3

// markedWords returns for each word of a sentence whether it says the relation
// or belongs to one of the names.
func markedWords(sentence string, names []string, relation string) []bool {
	wanted := map[string]bool{}
	for _, name := range names {
		for word := range strings.FieldsSeq(name) {
			if key := wordKey(word); len(key) >= shortestName || strings.ToUpper(word) == word {
				wanted[key] = true
			}
		}
	}
	for word := range strings.FieldsSeq(relation) {
		if key := wordKey(word); key != "is" && len(key) > 2 {
			wanted[key], wanted[baseOf(key)] = true, true
		}
	}
	words := strings.Fields(sentence)
	marked := make([]bool, len(words))
	for i, word := range words {
		key := wordKey(word)
		marked[i] = wanted[key] || wanted[baseOf(key)]
	}
	return marked
}

func wordKey(word string) string {
	return strings.TrimSuffix(strings.ToLower(strings.Trim(word, ".,;:!?\"“”‘’'()[]")), "’s")
}

// baseOf returns the base form of an inflected verb.
func baseOf(word string) string {
	for _, tag := range []string{"VBZ", "VBD", "VBN", "VBG"} {
		if lemma := nlp.LemmaOf(word, tag); lemma != word {
			return lemma
		}
	}
	return word
}

// mark sets the marked words off from the others in brackets, several that
// follow each other in one pair.
func mark(sentence string, marked []bool) string {
	words := strings.Fields(sentence)
	var out []string
	for i := 0; i < len(words); {
		end := i
		for end < len(words) && marked[end] {
			end++
		}
		if end == i {
			out = append(out, words[i])
			i++
			continue
		}
		phrase := strings.Join(words[i:end], " ")
		core := strings.TrimRight(phrase, ".,;:!?")
		out = append(out, "["+core+"]"+phrase[len(core):])
		i = end
	}
	return strings.Join(out, " ")
}
