package graph

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/dop251/goja"
	"github.com/dop251/goja/parser"
)

// QueryError is what is wrong with a script, and where.
type QueryError struct {
	Line, Column int    // counted from 1; 0 where unknown
	Message      string // what is wrong
	Hint         string // what to do about it; may be empty
	err          error
}

// Error says what is wrong and where, without the hint.
func (e *QueryError) Error() string {
	s := e.Message
	if e.Line > 0 {
		s = fmt.Sprintf("line %d, column %d: %s", e.Line, e.Column, s)
	}
	return s
}

// Unwrap returns what the script was stopped by, nil where it failed by itself.
func (e *QueryError) Unwrap() error { return e.err }

// The hints, for the mistakes that people make most.
const (
	hintSyntax  = `a query is JavaScript: g.V("<kg:Emmanuel_Macron>").Out("<rel:co-chairs>").All()`
	hintQuotes  = `IRIs are strings with angle brackets, "<kg:…>"; kg("name") finds an entity by its name`
	hintMethods = `a path goes on with Out, In, Both, Has, Save, Tag, Follow, Intersect, Union, and ends with All, GetLimit, Count, ToArray`
	hintTypes   = `check the arguments: strings for IRIs and tags, numbers for limits, paths where paths are asked for`
)

// syntaxError returns the first thing that the parser or compiler complains
// about.
func syntaxError(err error) *QueryError {
	q := &QueryError{Message: "syntax error: " + err.Error(), Hint: hintSyntax}
	var list parser.ErrorList
	var compiler *goja.CompilerSyntaxError
	var reference *goja.CompilerReferenceError
	switch {
	case errors.As(err, &list) && len(list) > 0:
		q.at(list[0].Position.Line, list[0].Position.Column)
		q.Message = "syntax error: " + lowerFirst(list[0].Message)
	case errors.As(err, &compiler) && compiler.File != nil:
		p := compiler.File.Position(compiler.Offset)
		q.at(p.Line, p.Column)
		q.Message = "syntax error: " + lowerFirst(compiler.Message)
	case errors.As(err, &reference) && reference.File != nil:
		p := reference.File.Position(reference.Offset)
		q.at(p.Line, p.Column)
		q.Message = lowerFirst(reference.Message)
	}
	return q
}

func (e *QueryError) at(line, column int) { e.Line, e.Column = line, column }

func lowerFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}

// panicked returns the error for a panic in Cayley, or in what it calls.
func panicked(p any, stack []byte) error {
	return &QueryError{
		Message: fmt.Sprintf("Cayley cannot do this: %v", p),
		Hint:    hintTypes,
		err:     fmt.Errorf("panic: %v\n%s", p, stack),
	}
}

// explain returns the error with which a script ended as a [*QueryError].
func (s *script) explain(err error) error {
	var overflow *goja.StackOverflowError
	if errors.As(err, &overflow) {
		return &QueryError{Message: "a function calls itself without end", Hint: "let it return at some depth, or walk with .FollowRecursive()", err: err}
	}
	var thrown *goja.Exception
	if !errors.As(err, &thrown) {
		var known *QueryError
		if errors.As(err, &known) {
			return known
		}
		return &QueryError{Message: err.Error(), err: err}
	}
	inner, cause := causeOf(thrown)
	q := &QueryError{Message: inner.Value().String(), err: err}
	if cause != nil {
		q.Message, q.err = cause.Error(), cause
	}
	var broken *QueryError
	if errors.As(cause, &broken) {
		q.Message, q.Hint = broken.Message, broken.Hint
	}
	for _, frame := range inner.Stack() {
		if p := frame.Position(); p.Filename == scriptName {
			q.at(p.Line, p.Column)
			break
		}
	}
	if q.Hint == "" {
		q.Hint = s.hint(q.Message)
	}
	return q
}

// causeOf returns the exception that was thrown first, where Cayley has passed
// one on, and the Go error that it carries, if any.
func causeOf(thrown *goja.Exception) (*goja.Exception, error) {
	cause := thrown.Unwrap()
	if carried, ok := thrown.Value().Export().(error); ok {
		cause = carried
	}
	var inner *goja.Exception
	if errors.As(cause, &inner) {
		return causeOf(inner)
	}
	return thrown, cause
}

var (
	notDefined = regexp.MustCompile(`^ReferenceError: (\S+) is not defined`)
	noMember   = regexp.MustCompile(`Object has no member '([^']+)'`)
	badType    = regexp.MustCompile(`could not convert|not a quad\.Value|unsupported type`)
)

// hint returns what may help with an error.
func (s *script) hint(message string) string {
	if m := noMember.FindStringSubmatch(message); m != nil {
		if near := Nearest(m[1], s.methods()); near != "" {
			return fmt.Sprintf("did you mean %s?", near)
		}
		return hintMethods
	}
	if m := notDefined.FindStringSubmatch(message); m != nil || badType.MatchString(message) {
		return hintQuotes
	}
	return ""
}

// methods returns the names that can stand after a dot: those of paths and of
// g. Where Cayley has a name in both cases, it is the one with a capital.
func (s *script) methods() []string {
	v, err := s.vm.RunString(`Object.getOwnPropertyNames(Object.getPrototypeOf(g.V())).concat(Object.getOwnPropertyNames(g)).sort()`)
	if err != nil {
		return nil
	}
	var names []string
	for _, name := range v.Export().([]any) {
		if name, ok := name.(string); ok {
			names = append(names, name)
		}
	}
	return names
}
