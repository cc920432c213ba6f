package queries

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"kg/extract/identity"
)

// Bind returns the script with the arguments bound: their values stand in
// variables before it, as JSON, so that nothing in them can be run. An argument
// that is missing, unknown or not of its kind is an error.
func (q Query) Bind(args map[string]string) (script string, err error) {
	for name := range args {
		if !slices.ContainsFunc(q.Args, func(a Arg) bool { return a.Name == name }) {
			return "", fmt.Errorf("%s takes no argument %q", q.Name, name)
		}
	}
	var b strings.Builder
	for _, a := range q.Args {
		value, given := args[a.Name]
		if !given {
			value, given = a.Default, a.Default != ""
		}
		if !given && !a.Optional {
			return "", fmt.Errorf("%s needs the argument %s: %s", q.Name, a.Name, a.Help)
		}
		bound := "null"
		if given {
			if bound, err = a.bind(value); err != nil {
				return "", err
			}
		}
		fmt.Fprintf(&b, "var %s = %s;\n", a.Name, bound)
	}
	shared, err := files.ReadFile("shared.js")
	if err != nil {
		return "", err
	}
	return b.String() + "\n" + q.Script + "\n\n" + string(shared), nil
}

var (
	isDate    = regexp.MustCompile(`^\d{4}(-\d{2}(-\d{2})?)?$`)
	notInIRIs = regexp.MustCompile("[\\x00-\\x20<>\"{}|^`\\\\]")
)

// bind returns a value as JavaScript.
func (a Arg) bind(value string) (string, error) {
	switch a.Kind {
	case Entity, Article:
		return a.iri(value)
	case Relation:
		if iri, err := a.iri(value); err == nil && strings.HasPrefix(iri, `"\u003crel:`) {
			return iri, nil
		}
		return a.iri(identity.RelationIRI(value))
	case Number:
		n, err := strconv.ParseUint(value, 10, 31)
		if err != nil {
			return "", fmt.Errorf("%s=%s: not a number such as 10", a.Name, value)
		}
		return strconv.FormatUint(n, 10), nil
	case Date:
		if !isDate.MatchString(value) {
			return "", fmt.Errorf("%s=%s: not a date such as 2025-09-04, 2025-09 or 2025", a.Name, value)
		}
	}
	text, err := json.Marshal(value)
	return string(text), err
}

// iri returns an IRI, with or without its angle brackets, as JavaScript.
func (a Arg) iri(value string) (string, error) {
	iri := strings.TrimSuffix(strings.TrimPrefix(value, "<"), ">")
	if iri == "" || notInIRIs.MatchString(iri) {
		return "", fmt.Errorf("%s=%s: %w", a.Name, value, errNoIRI)
	}
	text, err := json.Marshal("<" + iri + ">")
	return string(text), err
}

var errNoIRI = errors.New("not an IRI such as kg:Emmanuel_Macron")
