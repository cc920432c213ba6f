package graph

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"kg/extract"
)

// report returns sentences of news, the same for one seed and other ones, on
// the same town and people, for another.
func report(seed uint64, sentences int) []string {
	random := rand.New(rand.NewPCG(seed, 0))
	pick := func(words ...string) string { return words[random.IntN(len(words))] }
	var out []string
	for range sentences {
		out = append(out, fmt.Sprintf("Mayor %s %s told %s in %s on %s that %d of the %s had %s the %s %s, and that the %s of %s would %s it by %s.",
			pick("Ana", "Olga", "Petra"), pick("Ferreira", "Berg", "Lund"), pick("reporters", "the council", "a crowd"), pick("Narvik", "Bodø", "Oslo"),
			pick("Monday", "Tuesday", "Friday"), 2+random.IntN(900), pick("ships", "crews", "homes"), pick("left", "reached", "paid for"), pick("old", "new", "closed"),
			pick("harbour", "bridge", "quay"), pick("people", "port", "county"), pick("Troms", "Nordland"), pick("rebuild", "sell", "inspect"), pick("spring", "June", "Easter")))
	}
	return out
}

// printed is a report as an outlet prints it on a day of June 2025.
func printed(t testing.TB, outlet string, day int, sentences []string) *extract.Extraction {
	t.Helper()
	story := fmt.Sprintf("article 2025-06-%02d %s prints\nsource %s.txt\n", day, outlet, outlet)
	for i, s := range sentences {
		words := strings.Fields(s)
		story += fmt.Sprintf("fact %s %s | tells | number %d | %s\n", words[1], words[2], i, s)
	}
	return articles(t, story)[0]
}

// Which texts are copies: of one report what an outlet makes of it, but no
// other report, however alike in subject.
func TestWhatIsACopy(t *testing.T) {
	whole := report(1, 20)
	other := report(2, 20)
	edited := slices.Clone(whole)
	for i := range edited {
		if i%3 == 0 {
			edited[i] = strings.Replace(edited[i], " told ", " has now told ", 1)
		}
	}
	figures := slices.Clone(whole)
	for i := range figures {
		figures[i] = strings.NewReplacer("Ana", "Ida", "Olga", "Berit", "Petra", "Siri", "Ferreira", "Holm", "Berg", "Vik", "Lund", "Dahl", "Narvik", "Hamar", "Bodø", "Molde", "Oslo", "Moss", "Troms", "Agder", "Nordland", "Telemark").Replace(figures[i])
	}
	tests := []struct {
		name string
		text []string
		want bool
	}{
		{"word for word", whole, true},
		{"cut to its first half", whole[:10], true},
		{"cut to its first sentences", whole[:3], true},
		{"with a paragraph more", append(slices.Clone(whole), other[:4]...), true},
		{"every third sentence edited", edited, true},
		{"in another order", append(slices.Clone(whole[10:]), whole[:10]...), true},
		{"an update that keeps two thirds", append(slices.Clone(whole[:14]), other[:6]...), true},
		{"another report on the subject", other, false},
		{"an article that quotes four sentences", append(slices.Clone(other[:16]), whole[:4]...), false},
		{"the same words about other people and places", figures, false},
		{"a notice", whole[:1], false},
	}
	for _, tt := range tests {
		a, b := likenessOf(strings.Join(whole, " ")), likenessOf(strings.Join(tt.text, " "))
		if tt.name == "a notice" {
			a = b
		}
		n, o := &textNote{likeness: a}, &textNote{likeness: b}
		if got := n.index() != nil && o.index() != nil && areCopies(a, b); got != tt.want || areCopies(a, b) != areCopies(b, a) {
			share, known := a.Runs.contained(b.Runs)
			names, _ := a.Names.contained(b.Names)
			t.Errorf("%s: copies %v, want %v (%.2f of %d shingles, %.2f of the names)", tt.name, got, tt.want, share, known, names)
		}
	}
}

// However articles come and go, the graph is that of those that are there.
func TestCopiesAndVersionsInAnyOrder(t *testing.T) {
	defer func(common, part int) { commonShingles, partQuads = common, part }(commonShingles, partQuads)
	commonShingles = 4 // so that some shingles are common and some not
	wire, second := report(1, 6), report(2, 6)
	all := []*extract.Extraction{
		printed(t, "wire", 1, wire), printed(t, "courier", 2, append(slices.Clone(wire), second[0])), printed(t, "gazette", 2, wire[:4]),
		printed(t, "herald", 3, append(slices.Clone(wire[2:]), second[:4]...)), printed(t, "tribune", 3, second), printed(t, "late", 4, wire[1:]),
		printed(t, "later", 5, wire[:5]), printed(t, "own", 3, report(3, 6)), printed(t, "note", 3, wire[:1]),
	}
	for i, day := range []int{6, 7, 8} {
		v := printed(t, "page", day, append(slices.Clone(wire[:2+i]), second[:3]...))
		v.Article.Source, v.Article.URL = fmt.Sprintf("page%d.html", i), "https://courier.example/page"
		all = append(all, v)
	}
	random := rand.New(rand.NewPCG(3, 4))
	for round := range 25 {
		keep := slices.Clone(all)
		random.Shuffle(len(keep), func(i, j int) { keep[i], keep[j] = keep[j], keep[i] })
		gone := keep[:random.IntN(4)]
		gone = slices.DeleteFunc(slices.Clone(gone), func(x *extract.Extraction) bool { return x.Article.URL != "" })
		wanted := slices.DeleteFunc(slices.Clone(all), func(x *extract.Extraction) bool { return slices.Contains(gone, x) })
		partQuads = 20_000
		plain := openGraph(t)
		put(t, plain, wanted)
		partQuads = []int{1, 60, 20_000}[round%3]
		g := openGraph(t)
		for batch := range slices.Chunk(keep, 1+random.IntN(len(keep))) {
			put(t, g, batch)
		}
		for _, x := range gone {
			if _, err := g.Remove(t.Context(), x.Article.ID); err != nil {
				t.Fatal(err)
			}
		}
		if got, want := export(t, g), export(t, plain); got != want {
			t.Fatalf("round %d, in the order %v, %v gone\ngot:\n%s\nwant:\n%s", round, titles(keep), titles(gone), got, want)
		}
	}
}

// What a copy adds is its own, and what a person rejects in the origin does not
// come back by the copy.
func TestCopiesOfWhatIsRejected(t *testing.T) {
	g := openGraph(t)
	wire := report(1, 4)
	put(t, g, []*extract.Extraction{printed(t, "wire", 1, wire), printed(t, "courier", 2, wire)})
	all, err := g.Articles(t.Context())
	if err != nil || len(all) != 2 || all[0].CopyOf != all[1].ID || all[0].Facts != 0 || all[1].Facts != 4 {
		t.Fatalf("%+v, %v", all, err)
	}
	before := export(t, g)
	origin := printed(t, "wire", 1, wire)
	d, err := g.Decide(t.Context(), Decision{Kind: Reject, Subject: origin.Facts[0].ID})
	if err != nil {
		t.Fatal(err)
	}
	if got := export(t, g); strings.Contains(got, "tells> <kg:number_0>") || strings.Contains(got, "<"+origin.Facts[0].ID+"> <kg:reprintedIn>") {
		t.Errorf("a rejected fact is in the graph:\n%s", got)
	}
	if _, err := g.Undo(t.Context(), d.ID); err != nil {
		t.Fatal(err)
	}
	if got := export(t, g); got != before {
		t.Errorf("undone, it is another graph:\n%s\nwant:\n%s", got, before)
	}
}

// prose returns sentences of words of a vocabulary of 4000, the same for one seed.
func prose(seed uint64, sentences int) []string {
	random := rand.New(rand.NewPCG(seed, 1))
	var out []string
	for range sentences {
		s := "Mayor Ana Ferreira"
		for range 22 {
			s += fmt.Sprintf(" w%d", random.IntN(4000))
		}
		out = append(out, s+".")
	}
	return out
}

// FuzzLikeness compares any texts: a share is one whichever text is asked, a text
// is all of itself, and a sketch that was written is read as it was.
func FuzzLikeness(f *testing.F) {
	f.Add("Mayor Ana Ferreira reopened the harbour of Narvik.", "Mayor Ana Ferreira closed it.")
	f.Add(strings.Join(report(1, 20), " "), strings.Join(report(2, 20), " "))
	f.Add("\xff a b c d e f", "Ǆ 1 2 3 4 5")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := likenessOf(a), likenessOf(b)
		share, known := x.Runs.contained(y.Runs)
		if back, again := y.Runs.contained(x.Runs); share < 0 || share > 1 || share != back || known != again {
			t.Errorf("%v of %d one way, %v of %d the other", share, known, back, again)
		}
		if share, known := x.Runs.contained(x.Runs); known > 0 && share != 1 {
			t.Errorf("a text is %v of itself", share)
		}
		written, err := x.Runs.MarshalText()
		var read sketch
		if err == nil {
			err = read.UnmarshalText(written)
		}
		if err != nil || !slices.Equal(read, x.Runs) {
			t.Errorf("written %s, read %v, %v", written, read, err)
		}
	})
}

// FuzzAddressKey takes any text for an address: a fragment makes it no other.
func FuzzAddressKey(f *testing.F) {
	for _, seed := range []string{"https://www.courier.example/a/?utm_source=x&b=1#c", "http://a", "//a/b", "https://a.example/%2F?q=%", ""} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, address string) {
		if strings.Contains(address, "#") {
			return
		}
		if key, there := addressKey(address), addressKey(address+"#top"); key != there {
			t.Errorf("%q gives %q, and a place in it %q", address, key, there)
		}
	})
}

func TestAddressKey(t *testing.T) {
	for address, want := range map[string]string{
		"https://www.courier.example/harbour/":               "courier.example/harbour",
		"http://Courier.example/harbour?utm_source=mail#top": "courier.example/harbour",
		"https://courier.example/?id=7&fbclid=x":             "courier.example?id=7",
		"https://courier.example/story?b=2&a=1":              "courier.example/story?a=1&b=2",
		"https://courier.example/":                           "",
		"https://courier.example":                            "",
		"courier.example/harbour":                            "",
		"":                                                   "",
	} {
		if got := addressKey(address); got != want {
			t.Errorf("%q gives %q, want %q", address, got, want)
		}
	}
}

// BenchmarkPutCopies measures what it costs to tell copies: a batch of articles
// put into a graph of a thousand, one in ten of them a reprint.
func BenchmarkPutCopies(b *testing.B) {
	g := openGraph(b)
	number := uint64(0)
	batch := func(size int) []*extract.Extraction {
		var out []*extract.Extraction
		for range size {
			number++
			out = append(out, printed(b, fmt.Sprintf("outlet%d", number), 1+int(number%28), prose(number-number%10/9, 20)))
		}
		return out
	}
	for range 20 {
		put(b, g, batch(50))
	}
	for b.Loop() {
		b.StopTimer()
		next := batch(50)
		b.StartTimer()
		put(b, g, next)
	}
}

// BenchmarkLikeness measures what it costs to sketch an article of 700 words.
func BenchmarkLikeness(b *testing.B) {
	text := strings.Join(report(1, 20), " ")
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		likenessOf(text)
	}
}
