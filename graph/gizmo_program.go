package graph

import (
	"strings"

	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/parser"
)

// program is a compiled script.
type program struct {
	code        *goja.Program
	source      string
	endsInValue bool // whether its last statement is an expression whose value is meant to be seen
}

// scriptName names the script in stack frames, to tell it from Cayley's and
// our own.
const scriptName = "query"

// compile compiles a script. What is wrong with it is a [*QueryError].
func compile(source string) (*program, error) {
	if strings.TrimSpace(source) == "" {
		return nil, &QueryError{Message: "the query is empty", Hint: `try g.V("<kg:…>").Out().All()`}
	}
	tree, err := parser.ParseFile(nil, scriptName, source, 0, parser.WithDisableSourceMaps)
	if err != nil {
		return nil, syntaxError(err)
	}
	code, err := goja.CompileAST(tree, false)
	if err != nil {
		return nil, syntaxError(err)
	}
	return &program{code: code, source: source, endsInValue: endsInValue(tree)}, nil
}

// endsInValue reports whether the last statement is an expression other than
// an assignment: what is stored is not meant to be printed.
func endsInValue(tree *ast.Program) bool {
	for i := len(tree.Body) - 1; i >= 0; i-- {
		switch last := tree.Body[i].(type) {
		case *ast.EmptyStatement:
			continue
		case *ast.ExpressionStatement:
			switch last.Expression.(type) {
			case *ast.AssignExpression, *ast.FunctionLiteral, *ast.ArrowFunctionLiteral:
				return false
			}
			return true
		}
		return false
	}
	return false
}
