package identity

import (
	"strings"
	"testing"
)

// show writes a role as "president of kg:France, leader".
func (r Role) show() string {
	s := r.Office
	if r.Of != "" {
		s += " of " + r.Of
	}
	if r.Leader {
		s += ", leader"
	}
	if r.Former {
		s += ", former"
	}
	return s
}

func TestParseRole(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"French President", "president of kg:France, leader"},
		{"president of France", "president of kg:France, leader"},
		{"the French president", "president of kg:France, leader"},
		{"embattled French President", "president of kg:France, leader"},
		{"Ukrainian leader", "leader of kg:Ukraine, leader"},
		{"Niger's president", "president of kg:Niger, leader"},
		{"Prime Minister of the United Kingdom", "prime minister of kg:United_Kingdom, leader"},
		{"South Korean premier", "prime minister of kg:South_Korea, leader"},
		{"US Presidential Special Envoy", "special envoy of kg:United_States"},
		{"former US President", "president of kg:United_States, leader, former"},
		{"then-president of Peru", "president of kg:Peru, leader, former"},
		{"ex-president of Peru", "president of kg:Peru, leader, former"},
		{"minister of defence of Norway", "defence minister of kg:Norway"},
		{"AU trade and industry commissioner", "trade and industry commissioner of kg:African_Union"},
		{"NATO secretary-general", "general secretary of kg:NATO"},
		{"chief executive of Nordlys Maritime", "chief executive of kg:Nordlys_Maritime"},
		{"Nordlys Maritime CEO", "chief executive of kg:Nordlys_Maritime"},
		{"opposition leader", "opposition leader"},
		{"president of the bank", "president, leader"},
		{"Pope", "pope, leader"},
		{"table", ""},
		{"", ""},
		{"of France", ""},
	} {
		got := ""
		if r, ok := ParseRole(c.text); ok {
			got = r.show()
		}
		if got != c.want {
			t.Errorf("ParseRole(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

func TestParseGroupRole(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"the leaders of France and the United Kingdom", "leader of kg:France, leader; leader of kg:United_Kingdom, leader"},
		{"leaders of Chile, Peru and Bolivia", "leader of kg:Chile, leader; leader of kg:Peru, leader; leader of kg:Bolivia, leader"},
		{"the French and British presidents", "president of kg:France, leader; president of kg:United_Kingdom, leader"},
		{"the Danish and Swedish foreign ministers", "foreign minister of kg:Denmark; foreign minister of kg:Sweden"},
		{"the president of France and the chancellor of Germany", "president of kg:France, leader; chancellor of kg:Germany, leader"},
		{"leaders of both countries", ""},
		{"European leaders", ""},
		{"the leaders of France", ""},
		{"former leaders of France and Italy", ""},
		{"diplomats of France and Italy", ""},
		{"ambassadors of France and Italy", ""},
		{"leaders of the African Union", ""},
		{"", ""},
	} {
		roles, ok := ParseGroupRole(c.text)
		var shown []string
		for _, r := range roles {
			shown = append(shown, r.show())
		}
		if got := strings.Join(shown, "; "); got != c.want || ok != (c.want != "") {
			t.Errorf("ParseGroupRole(%q) = %q, %v, want %q", c.text, got, ok, c.want)
		}
	}
}

func TestRoleMatches(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"French President", "leader of France", true},
		{"French President", "president of France", true},
		{"French President", "prime minister of France", false},
		{"French President", "leader of Germany", false},
		{"former French President", "leader of France", false},
		{"French foreign minister", "leader of France", false},
		{"UN special envoy", "UN special envoy", true},
	} {
		a, _ := ParseRole(c.a)
		b, _ := ParseRole(c.b)
		if a.Matches(b) != c.want || b.Matches(a) != c.want {
			t.Errorf("%q matches %q: %v and %v, want %v", c.a, c.b, a.Matches(b), b.Matches(a), c.want)
		}
	}
}

func FuzzParseRole(f *testing.F) {
	for _, s := range []string{"French President", "'s of", "of of", "the , and", "president of", "minister of of of", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if r, ok := ParseRole(s); ok && (r.Office == "" || r.Office != strings.ToLower(r.Office)) {
			t.Fatalf("ParseRole(%q) = %+v", s, r)
		}
		if roles, ok := ParseGroupRole(s); ok && len(roles) < 2 {
			t.Fatalf("ParseGroupRole(%q) = %v", s, roles)
		}
	})
}
