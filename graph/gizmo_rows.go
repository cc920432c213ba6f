package graph

import (
	"fmt"
	"math"
	"reflect"
	"time"

	"github.com/cayleygraph/quad"
)

// nesting is how deep a value that a script sends may be nested. Deeper ones
// are most likely endless.
const nesting = 100

// rowOf returns a result of Cayley's as a row, nil for none.
func rowOf(v any) (map[string]any, error) {
	v, err := jsonable(v, 0)
	if err != nil || v == nil {
		return nil, err
	}
	if row, ok := v.(map[string]any); ok {
		return row, nil
	}
	return map[string]any{bareValue: v}, nil
}

// jsonable returns a value that JSON can hold, as Cayley's HTTP API writes it:
// IRIs in angle brackets. As in JavaScript's own JSON, a number that is none
// and a function are null.
func jsonable(v any, depth int) (any, error) {
	if depth > nesting {
		return nil, &QueryError{
			Message: "a result is nested too deeply, or contains itself",
			Hint:    "send single rows with g.Emit({name: value})",
		}
	}
	switch v := v.(type) {
	case nil, bool, string, int, int64, time.Time:
		return v, nil
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return nil, nil
		}
		return v, nil
	case quad.Value:
		return quad.StringOf(v), nil
	}
	switch rv := reflect.ValueOf(v); rv.Kind() {
	case reflect.Map:
		return jsonObject(rv, depth)
	case reflect.Slice, reflect.Array:
		return jsonArray(rv, depth)
	case reflect.Func, reflect.Pointer, reflect.Struct, reflect.Chan, reflect.Interface:
		return nil, nil
	}
	return fmt.Sprint(v), nil
}

func jsonObject(object reflect.Value, depth int) (any, error) {
	out := make(map[string]any, object.Len())
	for _, key := range object.MapKeys() {
		value, err := jsonable(object.MapIndex(key).Interface(), depth+1)
		if err != nil {
			return nil, err
		}
		out[fmt.Sprint(key.Interface())] = value
	}
	return out, nil
}

func jsonArray(array reflect.Value, depth int) (any, error) {
	out := make([]any, array.Len())
	for i := range out {
		value, err := jsonable(array.Index(i).Interface(), depth+1)
		if err != nil {
			return nil, err
		}
		out[i] = value
	}
	return out, nil
}
