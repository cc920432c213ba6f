package extract

import "testing"

func TestAreOfTwoKinds(t *testing.T) {
	person, body := Argument{ID: "kg:Ana_Reed", Type: "Person"}, Argument{ID: "kg:Norhavn", Type: "Organization"}
	group, thing := Argument{ID: "kg:nurses_(abc123)", Type: "Group"}, Argument{ID: "kg:Torvik", Type: "Thing"}
	for _, c := range []struct {
		a, b Argument
		want bool
	}{
		{person, body, true},
		{body, person, true},
		{person, group, true},
		{person, person, false},
		{person, thing, false},
		{body, group, false},
		{person, Argument{Value: "nurse"}, false},
	} {
		if got := areOfTwoKinds(c.a, c.b); got != c.want {
			t.Errorf("areOfTwoKinds(%s %s, %s %s) = %t, want %t", c.a.ID, c.a.Type, c.b.ID, c.b.Type, got, c.want)
		}
	}
}
