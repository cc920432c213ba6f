package english

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"kg/queries"
)

// shape is what statements that answer in the same way have in common: which
// of their ends are given, and which is asked for.
type shape struct{ subject, object, answer string }

// script returns a Gizmo script that finds the statements of the answers by
// their relations and what is given of them. It is run as it is; the rows have
// the answer and its sentence. Without answers it is empty.
func script(q *question, matched []found) (string, error) {
	if len(matched) == 0 {
		return "", nil
	}
	groups := map[shape]map[string]bool{}
	for _, m := range matched {
		if m.score < shareOfBest*matched[0].score {
			continue
		}
		sh := shapeOf(m)
		if groups[sh] == nil {
			groups[sh] = map[string]bool{}
		}
		groups[sh]["<"+m.st.Relation.IRI+">"] = true
	}
	var b strings.Builder
	fmt.Fprintf(&b, "// %s\n// Understood as: %s\n\n", oneLine(q.text), oneLine(q.String()))
	shapes := slices.SortedFunc(maps.Keys(groups), func(x, y shape) int {
		return strings.Compare(x.subject+"\x00"+x.object+"\x00"+x.answer, y.subject+"\x00"+y.object+"\x00"+y.answer)
	})
	for _, sh := range shapes {
		b.WriteString(sh.script(slices.Sorted(maps.Keys(groups[sh]))))
	}
	return queries.Query{Name: "question", Script: strings.TrimSpace(b.String())}.Bind(nil)
}

// shapeOf returns the ends of a statement, the one that answers left open.
func shapeOf(m found) shape {
	sh := shape{subject: quoted("<" + m.st.Subject.IRI + ">")}
	if m.st.Object.IRI != "" {
		sh.object = quoted("<" + m.st.Object.IRI + ">")
	} else if m.st.Object.Name != "" {
		sh.object = quoted(m.st.Object.Name)
	}
	sh.answer = "<rdf:object>"
	switch {
	case m.answer.Name == "":
		sh.answer = ""
	case m.answer.IRI == m.st.Subject.IRI:
		sh.subject, sh.answer = "", "<rdf:subject>"
	case m.answer == m.st.Object:
		sh.object = ""
	case slices.Contains(m.st.When, m.answer):
		sh.answer = "<kg:when>"
	case slices.Contains(m.st.Where, m.answer):
		sh.answer = "<kg:where>"
	default:
		sh.answer = ""
		for _, c := range m.st.Context {
			if c.Term == m.answer {
				sh.answer = "<kg:" + strings.ReplaceAll(c.Role, " ", "-") + ">"
			}
		}
	}
	return sh
}

// script returns the shape as Gizmo. It begins where least is to be read: at
// an end that is given.
func (sh shape) script(relations []string) string {
	for i, r := range relations {
		relations[i] = quoted(r)
	}
	var b strings.Builder
	b.WriteString("answer(cite(")
	switch {
	case sh.subject != "":
		fmt.Fprintf(&b, `g.V(%s).In("<rdf:subject>")`, sh.subject)
		if sh.object != "" {
			fmt.Fprintf(&b, `.Has("<rdf:object>", %s)`, sh.object)
		}
	case sh.object != "":
		fmt.Fprintf(&b, `g.V(%s).In("<rdf:object>")`, sh.object)
	default:
		fmt.Fprintf(&b, `g.V(%s).In("<rdf:predicate>")`, strings.Join(relations, ", "))
	}
	fmt.Fprintf(&b, `.Has("<rdf:predicate>", %s)`, strings.Join(relations, ", "))
	if sh.answer != "" {
		fmt.Fprintf(&b, "\n  .Save(%s, \"answer\")", quoted(sh.answer))
	}
	b.WriteString(`.Save("<rdf:predicate>", "relation")), ["answer", "relation"])` + "\n")
	return b.String()
}

func quoted(text string) string {
	out, _ := json.Marshal(text) // a string always has a JSON form
	return string(out)
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
