package queries

import (
	"fmt"
	"regexp"
	"strings"
)

var argLine = regexp.MustCompile(`^@arg ([a-z]\w*) (\w+)(\?)?(?: = (\S+))?  +(\S.*)$`)

// Parse reads a query from the text of its file.
func Parse(name, text string) (Query, error) {
	q := Query{Name: name}
	var asks []string
	lines := strings.Split(text, "\n")
	n := 0
	for ; n < len(lines) && strings.HasPrefix(lines[n], "//"); n++ {
		line := strings.TrimSpace(strings.TrimPrefix(lines[n], "//"))
		switch {
		case strings.HasPrefix(line, "@arg"):
			arg, err := parseArg(line)
			if err != nil {
				return q, fmt.Errorf("query %s, line %d: %w", name, n+1, err)
			}
			q.Args = append(q.Args, arg)
		case strings.HasPrefix(line, "@example") && q.Example == "":
			q.Example = exampleOf(strings.TrimPrefix(line, "@example"))
		case strings.HasPrefix(line, "@"):
			return q, fmt.Errorf("query %s, line %d: %q is neither an argument nor the only example", name, n+1, line)
		case line != "":
			asks = append(asks, line)
		}
	}
	q.Asks = strings.Join(asks, " ")
	q.Script = strings.TrimSpace(strings.Join(lines[n:], "\n"))
	if q.Asks == "" || q.Script == "" {
		return q, fmt.Errorf("query %s: it needs a first line that says what it asks, and a script", name)
	}
	return q, nil
}

func parseArg(line string) (Arg, error) {
	m := argLine.FindStringSubmatch(line)
	if m == nil {
		return Arg{}, fmt.Errorf("%q is not: @arg NAME KIND  HELP", line)
	}
	arg := Arg{Name: m[1], Kind: Kind(m[2]), Optional: m[3] != "" || m[4] != "", Default: m[4], Help: m[5]}
	if arg.Default != "" {
		if _, err := arg.bind(arg.Default); err != nil {
			return arg, err
		}
	}
	switch arg.Kind {
	case Entity, Relation, Article, Text, Number, Date:
		return arg, nil
	}
	return arg, fmt.Errorf("argument %s: there is no kind %q", arg.Name, arg.Kind)
}

// exampleOf turns `who=Macron relation="holds talks with"` into what is typed
// after the name of the query.
func exampleOf(pairs string) string {
	var b strings.Builder
	for _, m := range examplePair.FindAllString(pairs, -1) {
		fmt.Fprintf(&b, " --arg %s", m)
	}
	return strings.TrimSpace(b.String())
}

var examplePair = regexp.MustCompile(`\w+=(?:'[^']*'|\S+)`)
