package link

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// profile reads "Person kg:John_Hall: minister of kg:Peru, born 1970; in kg:Peru".
func profile(t *testing.T, line string) Profile {
	t.Helper()
	head, rest, _ := strings.Cut(line, ":"+" ")
	offices, lands, _ := strings.Cut(rest, "in ")
	typ, id, ok := strings.Cut(strings.TrimSuffix(head, ":"), " ")
	if !ok {
		t.Fatalf("no type and IRI in %q", line)
	}
	p := Profile{Type: typ, ID: id, Name: strings.ReplaceAll(strings.TrimPrefix(id, "kg:"), "_", " ")}
	for o := range strings.SplitSeq(strings.Trim(offices, " ;"), ", ") {
		if year, ok := strings.CutPrefix(o, "born "); ok {
			p.Born, _ = strconv.Atoi(year)
		} else if o != "" {
			p.Offices = append(p.Offices, o)
		}
	}
	p.Lands = strings.Fields(lands)
	return p
}

// Each case is what articles say, one profile a line, and the IRI each comes to.
var cases = []struct{ name, profiles, want string }{
	{"a surname alone", `
		Person kg:Rosa_Fuentes: president of kg:Chile; in kg:Chile
		Person kg:Fuentes: president of kg:Chile; in kg:Peru`,
		"kg:Rosa_Fuentes kg:Rosa_Fuentes"},
	{"a given name alone", `
		Person kg:Wiranto_Hadi: president of kg:Indonesia; in kg:Indonesia
		Person kg:Wiranto: president; in kg:Peru`,
		"kg:Wiranto_Hadi kg:Wiranto_Hadi"},
	{"a surname of nobody in particular", `
		Person kg:Rosa_Fuentes: president of kg:Chile; in kg:Chile
		Person kg:Fuentes: ; in kg:Norway`,
		"kg:Rosa_Fuentes kg:Fuentes"},
	{"a surname that two people have", `
		Person kg:Rosa_Fuentes: ; in kg:Chile
		Person kg:Pablo_Fuentes: ; in kg:Chile
		Person kg:Fuentes: ; in kg:Chile`,
		"kg:Rosa_Fuentes kg:Pablo_Fuentes kg:Fuentes"},
	{"a surname that one of two has far more", strings.Repeat(`
		Person kg:Rosa_Fuentes: ; in kg:Chile`, 20) + `
		Person kg:Pablo_Fuentes: ; in kg:Chile
		Person kg:Fuentes: ; in kg:Chile
		Person kg:Fuentes: minister of kg:Chile; in kg:Chile`,
		strings.Repeat("kg:Rosa_Fuentes ", 20) + "kg:Pablo_Fuentes kg:Rosa_Fuentes kg:Fuentes"},
	{"two romanisations", `
		Person kg:Volodymyr_Kovalenkyy: ; in kg:Ukraine
		Person kg:Volodymyr_Kovalenkyy: minister of kg:Ukraine; in kg:Ukraine
		Person kg:Volodimir_Kovalenky: ; in kg:Poland kg:Ukraine`,
		"kg:Volodymyr_Kovalenkyy kg:Volodymyr_Kovalenkyy kg:Volodymyr_Kovalenkyy"},
	{"a given name more", `
		Person kg:Ahmet_Kemal_Demir: president of kg:Turkey; in kg:Turkey
		Person kg:Kemal_Demir: president of kg:Turkey; in kg:Syria`,
		"kg:Ahmet_Kemal_Demir kg:Ahmet_Kemal_Demir"},
	{"father and son", `
		Person kg:Peter_Hartley: governor of kg:Ireland; in kg:Ireland
		Person kg:Peter_Hartley_Jr.: governor of kg:Ireland; in kg:Ireland`,
		"kg:Peter_Hartley kg:Peter_Hartley_Jr."},
	{"a given name that anybody may have", `
		Person kg:Simona_Fuentes: ; in kg:Chile
		Person kg:Simona: ; in kg:Chile`,
		"kg:Simona_Fuentes kg:Simona"},
	{"a father's name and a son's", `
		Person kg:Karim_Anwar_Fuentes: ; in kg:Chile
		Person kg:Anwar_Fuentes: ; in kg:Chile`,
		"kg:Karim_Anwar_Fuentes kg:Anwar_Fuentes"},
	{"two people of one surname", `
		Person kg:Jane_Hartley: ; in kg:Ireland
		Person kg:John_Hartley: ; in kg:Ireland`,
		"kg:Jane_Hartley kg:John_Hartley"},
	{"two people of one name", `
		Person kg:John_Hall: senator of kg:United_States; in kg:United_States
		Person kg:John_Hall: minister of kg:Australia; in kg:Australia
		Person kg:John_Hall: ; in kg:Australia`,
		"kg:John_Hall_(United_States) kg:John_Hall_(Australia) kg:John_Hall_(Australia)"},
	{"nobody tells which of two", `
		Person kg:John_Hall: senator of kg:United_States; in kg:United_States
		Person kg:John_Hall: minister of kg:Australia; in kg:Australia
		Person kg:John_Hall: ; in kg:Norway`,
		"kg:John_Hall_(United_States) kg:John_Hall_(Australia) kg:John_Hall"},
	{"the article is about the countries of both", `
		Person kg:John_Hall: senator of kg:United_States; in kg:United_States
		Person kg:John_Hall: minister of kg:Australia; in kg:Australia
		Person kg:John_Hall: born 0; in kg:Australia kg:United_States`,
		"kg:John_Hall_(United_States) kg:John_Hall_(Australia) kg:John_Hall"},
	{"two years of birth", `
		Person kg:Ada_Lund: born 1950; in kg:Norway
		Person kg:Ada_Lund: born 1991; in kg:Norway`,
		"kg:Ada_Lund_(born_1950) kg:Ada_Lund_(born_1991)"},
	{"one age in two years", `
		Person kg:Ada_Lund: born 1950; in kg:Norway
		Person kg:Ada_Lund: born 1951; in kg:Chile`,
		"kg:Ada_Lund kg:Ada_Lund"},
	{"two spellings, born in two years", `
		Person kg:Volodymyr_Kovalenkyy: born 1950; in kg:Ukraine
		Person kg:Volodimir_Kovalenky: born 1980; in kg:Ukraine`,
		"kg:Volodymyr_Kovalenkyy kg:Volodimir_Kovalenky"},
	{"no chain joins two who disagree", `
		Person kg:Kemal_Demir: ; in kg:Turkey
		Person kg:Ahmet_Kemal_Demir: minister of kg:Turkey; in kg:Turkey
		Person kg:Kemal_Orhan_Demir: minister of kg:Turkey; in kg:Turkey`,
		"kg:Kemal_Orhan_Demir kg:Ahmet_Kemal_Demir kg:Kemal_Orhan_Demir"},
	{"an office with another country's name", `
		Person kg:Rosa_Fuentes: president of kg:Chile; in kg:Chile
		Person kg:Fuentes: president of kg:Peru; in kg:Peru`,
		"kg:Rosa_Fuentes kg:Fuentes"},
	{"the only president of several of the name", `
		Person kg:Rosa_Fuentes: president of kg:Chile; in kg:Chile
		Person kg:Pablo_Fuentes: ; in kg:Spain
		Person kg:Fuentes: president; in kg:Chile`,
		"kg:Rosa_Fuentes kg:Pablo_Fuentes kg:Rosa_Fuentes"},
	{"one envoy in two countries", `
		Person kg:Ada_Lund: ambassador of kg:Norway; in kg:Norway
		Person kg:Ada_Lund: envoy of kg:Chile; in kg:Chile kg:Norway`,
		"kg:Ada_Lund kg:Ada_Lund"},
	{"a state with and without the word", `
		Place kg:Zamora_State: ; in kg:Mexico
		Place kg:Zamora: ; in kg:Mexico`,
		"kg:Zamora_State kg:Zamora_State"},
	{"a city and its district", `
		Place kg:Zamora_District: ; in kg:Mexico
		Place kg:Zamora: ; in kg:Mexico`,
		"kg:Zamora_District kg:Zamora"},
	{"a company with and without its form", `
		Organization kg:Nordlys_Group: ; in kg:Norway
		Organization kg:Nordlys: ; in kg:Chile`,
		"kg:Nordlys_Group kg:Nordlys_Group"},
	{"two forms of one company name are two", `
		Organization kg:Nordlys_AG: ; in kg:Norway
		Organization kg:Nordlys_Ltd: ; in kg:Chile
		Organization kg:Nordlys: ; in kg:Chile`,
		"kg:Nordlys_AG kg:Nordlys_Ltd kg:Nordlys"},
	{"a person and a place of one name", `
		Person kg:Sydney: ; in kg:Australia
		Place kg:Sydney: ; in kg:Australia`,
		"kg:Sydney kg:Sydney"},
}

func read(t *testing.T, lines string) []Profile {
	var profiles []Profile
	for line := range strings.Lines(lines) {
		if line = strings.TrimSpace(line); line != "" {
			profiles = append(profiles, profile(t, line))
		}
	}
	return profiles
}

func TestMap(t *testing.T) {
	for _, c := range cases {
		if got := strings.Join(Map(read(t, c.profiles)), " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// withSuffix gives the names of a case their own, since the cases share them.
func withSuffix(iri string, number int) string {
	const letters = "bdfgklmnprst"
	suffix := string([]byte{letters[number/len(letters)], letters[number%len(letters)]})
	for _, name := range []string{"Fuentes", "Zamora", "Nordlys", "Hartley", "Hall", "Lund", "Demir", "Kovalenkyy", "Kovalenky"} {
		if strings.Contains(iri, name) {
			return strings.Replace(iri, name, name+suffix, 1)
		}
	}
	return iri
}

// The order of the profiles, and how many articles say the same, make no
// difference; nor does what stands in other blocks.
func TestMapDependsOnTheSetAlone(t *testing.T) {
	var all []Profile
	want := map[string]string{}
	for i, c := range cases {
		profiles := read(t, c.profiles)
		for j := range profiles {
			profiles[j].ID = withSuffix(profiles[j].ID, i)
			profiles[j].Name = strings.ReplaceAll(strings.TrimPrefix(profiles[j].ID, "kg:"), "_", " ")
		}
		for k, iri := range Map(profiles) {
			want[profiles[k].Key()] = iri
		}
		all = append(all, profiles...)
	}
	all = append(all, all...)
	for seed := range uint64(20) {
		shuffled := slices.Clone(all)
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		got := map[string]string{}
		for i, iri := range Map(shuffled) {
			got[shuffled[i].Key()] = iri
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d: %v, want %v", seed, got, want)
		}
	}
}
