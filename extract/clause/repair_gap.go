package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// gapped-clause: "The Greens won 40 seats, the Liberals 22 and the Left nine."
//
// A name right before a number or an amount, joined to the amount that a verb has as its
// object, is the subject of that verb, which is left out before it. Both hang on the verb:
// the name by "gap", what it has by "orphan" on the name. Limit: the first clause has an
// amount as well, so that "two ships and Airbus 320s" is none.
func (t *deptree) mendGappedClause(o int) {
	v := t.head[o]
	if t.relation(o) != "obj" || o < v || !t.isVerb(v) || t.kid(v, "nsubj") < 0 || !t.isAmount(o) && !medals[t.word(o)] {
		return
	}
	end := t.sentence(v).End
	for i := o + 1; i < end; i++ {
		if t.word(i) != "," && t.word(i) != "and" && t.word(i) != ";" {
			continue
		}
		i = t.gapAt(i, end, v) - 1
	}
}

// gapAt mends the gapped clause behind the comma or "and" at token i, and returns the
// token to look on from.
func (t *deptree) gapAt(i, end, v int) int {
	first := i + 1
	for first < end && (t.word(first) == "and" || t.word(first) == "while") {
		first++
	}
	n := first
	for n < end && (t.tag(n) == "DT" || t.isDescription(n)) && t.typeAt(n) != nlp.Organization && t.typeAt(n) != nlp.Place && t.typeAt(n) != nlp.Group {
		n++
	}
	name, ok := t.nameOf(min(n, end-1))
	if (!ok || !canReceive(name.Type)) && n-first >= 2 && t.tag(first) == "DT" && strings.HasPrefix(t.tag(n-1), "NN") {
		name, ok = nlp.Name{Tokens: nlp.Range{First: n - 1, End: n}, Type: nlp.Group}, true // "and the Danish government 14 percent"
	}
	if !ok || n-first > longestGapSubject || name.Tokens.First < first || !canReceive(name.Type) {
		return i + 1
	}
	amount, head := t.amountFrom(name.Tokens.End, end)
	if amount.Len() == 0 {
		return i + 1
	}
	s := t.headOfName(name)
	if !t.under(s, v) || t.relation(s) == "nsubj" && t.head[s] != v {
		return i + 1
	}
	for k := first; k < name.Tokens.First; k++ {
		if t.head[k] < first || t.head[k] >= name.Tokens.End {
			t.attach(k, s, "nmod:desc")
		}
	}
	t.attach(s, v, "gap")
	t.attach(head, s, "orphan")
	for k := amount.First; k < amount.End; k++ {
		if k != head && !amount.Has(t.head[k]) {
			t.attach(k, head, "compound")
		}
	}
	for k := i; k < first; k++ {
		t.attach(k, s, "punct")
	}
	return amount.End
}

// longestGapSubject is how many words describe who has the second amount at most.
const longestGapSubject = 4

// canReceive reports whether what has a name of this type can have or do something.
func canReceive(named nlp.EntityType) bool {
	return named == nlp.Person || named == nlp.Organization || named == nlp.Place || named == nlp.Group || named == nlp.Thing
}

// amountFrom returns the amount that begins at token i and fills what is left of its
// clause, with its head; empty where there is none.
func (t *deptree) amountFrom(i, end int) (r nlp.Range, head int) {
	r = nlp.Range{First: i, End: i}
	head = -1
	for ; r.End < end; r.End++ {
		switch tag := t.tag(r.End); {
		case tag == "CD", tag == "$", medals[t.word(r.End)] && head < 0:
			if head < 0 || !strings.HasPrefix(t.tag(head), "NN") {
				head = r.End
			}
		case strings.HasPrefix(tag, "NN") && head >= 0 && t.typeAt(r.End) != nlp.Person && t.typeAt(r.End) != nlp.Place && t.typeAt(r.End) != nlp.Organization:
			head = r.End
		case head >= 0 && (t.word(r.End) == "," || t.word(r.End) == "and" || t.word(r.End) == ";" || t.word(r.End) == "." || tag == "IN" || t.word(r.End) == ")"):
			return r, head
		default:
			return nlp.Range{}, -1
		}
	}
	return nlp.Range{}, -1
}

// medals are what the second and the third win where the verb is left out: "Bo Ek silver".
var medals = words("gold", "silver", "bronze")

// isAmount reports whether the noun at i is counted or is a number.
func (t *deptree) isAmount(i int) bool { return t.tag(i) == "CD" || t.kid(i, "nummod") >= 0 }

// mendGappedPlace reads "Nine people died in Lima and three in the suburb of Callao": the
// number i is the subject of the verb that is left out, where that has a counted subject,
// no object, and the preposition of the first place before the second.
func (t *deptree) mendGappedPlace(i int) bool {
	h, and := t.head[i], t.kid(i, "cc")
	v := t.head[h]
	if v < 0 || v > h || !t.isVerb(v) || t.relation(h) != "obl" || and != i-1 || t.kid(v, "obj") >= 0 || t.isPassive(v) || i+1 >= len(t.head) {
		return false
	}
	s := t.kid(v, "nsubj")
	if s < 0 || !t.isAmount(s) || t.relation(i+1) != "case" || t.word(i+1) != t.preposition(h) {
		return false
	}
	n := t.head[i+1]
	if n < i || t.head[n] != i && t.head[n] != v {
		return false
	}
	t.attach(i, v, "gap")
	t.attach(n, i, "orphan")
	return true
}

// gapped-receiver: "First prize went to Li and the second to Roe."
//
// What "and" joins to a phrase with a preposition, and has the same preposition right behind
// it, is the subject of the verb that is left out. Limit: the verb has no object, and what is
// joined has an article or is a number.
func (t *deptree) mendGappedReceiver(i int) {
	h, and := t.head[i], t.kid(i, "cc")
	if t.relation(i) != "conj" || h > i || and < h || t.word(and) != "and" || t.relation(h) != "obl" || !t.isDetermined(i) && !t.isAmount(i) {
		return
	}
	v := t.head[h]
	if v < 0 || v > h || !t.isVerb(v) || t.kid(v, "obj") >= 0 || t.isPassive(v) || t.kid(v, "nsubj") < 0 || t.kid(i, "case") >= 0 {
		return
	}
	for _, n := range slices.Concat(t.kids[i], t.kids[v]) {
		if rel := t.relation(n); n > i && (rel == "nmod" || rel == "obl") && t.preposition(n) == t.preposition(h) && t.preposition(n) != "of" && t.yield(n, nil).First == i+1 {
			t.attach(i, v, "gap")
			t.attach(n, i, "orphan")
			return
		}
	}
}

// gapped-object: "Half of them received a drug and the others a placebo."
//
// What stands between "and" and a second object is the subject of the verb that is left
// out. Limit: verbs that have two objects of their own.
func (t *deptree) mendGappedObject(k int) {
	o := t.head[k]
	if t.relation(k) != "conj" || o < 0 || o > k || t.relation(o) != "obj" || !t.isDetermined(k) && t.typeAt(k) == "" {
		return
	}
	v, and := t.head[o], t.kid(k, "cc")
	if and < 0 || givings[t.lemma(v)] || twoObjects[t.lemma(v)] || appointings[t.lemma(v)] || t.kid(v, "nsubj") < 0 {
		return
	}
	end := t.yield(k, nil).End
	for _, second := range t.kids[v] {
		if t.relation(second) == "obj" && second > k && t.yield(second, nil).First == end && t.isDetermined(second) && and+1 == t.yield(k, func(i int) bool { return i == and }).First {
			t.attach(k, v, "gap")
			t.attach(second, k, "orphan")
			return
		}
	}
}

// coordinated-subject: "Peru voted against it and Chile and Brazil abstained."
//
// A name is not joined to a pronoun or a bare common noun where "and" and another name
// follow that are the subject of the next verb: it is the first half of that subject.
func (t *deptree) mendCoordinatedSubject(v int) {
	if tensed, _ := t.isTensed(v); !tensed || t.relation(v) != "conj" {
		return
	}
	s := t.kid(v, "nsubj")
	if s < 0 && !t.hasOwnWords(v) && t.mendCountedSubject(v) {
		return
	}
	if s < 0 {
		last, ok := t.nameOf(v - 1)
		if !ok || t.hasOwnWords(v) {
			return
		}
		s = t.headOfName(last)
	}
	last, ok := t.nameOf(s)
	and := last.Tokens.First - 1
	if !ok || and < 2 || t.word(and) != "and" {
		return
	}
	name, ok := t.nameOf(and - 1)
	if !ok || name.Type != last.Type || name.Tokens.First < 2 {
		return
	}
	b, first := t.headOfName(name), name.Tokens.First-1
	h := t.head[b]
	if t.relation(b) != "conj" || h < 0 || h > b || t.typeAt(h) != "" || t.word(first) != "and" || t.under(v, h) {
		return
	}
	t.attach(b, v, "nsubj")
	t.attach(s, b, "conj")
	t.attach(and, s, "cc")
	t.attach(first, v, "cc")
}

// mendCountedSubject reads "44 percent support the strike and 49 percent oppose it": what is
// counted right before the verb v, behind "and", is its subject where the verb that v is
// joined to has a counted one, and no part of that verb's object, which is not counted.
func (t *deptree) mendCountedSubject(v int) bool {
	h, n := t.head[v], v-1
	s := t.kid(h, "nsubj")
	if s < 0 || !t.isAmount(s) || t.relation(n) != "conj" || !t.isAmount(n) || t.isAmount(t.head[n]) || t.tag(v) == "VBN" {
		return false
	}
	and := t.yield(n, nil).First
	if t.word(and) != "and" && and > 0 && t.word(and-1) == "and" {
		and--
	}
	if t.word(and) != "and" {
		return false
	}
	t.attach(n, v, "nsubj")
	t.attach(and, v, "cc")
	return true
}

// singled-out: "Eight members voted for it and one, Deputy Governor Ana Roe, voted against."
//
// A number behind "and" with a name set off by commas and a tensed verb right behind is that
// verb's subject, and no part of what stands before "and".
func (t *deptree) mendSingledOut(i int) {
	h := t.head[i]
	if t.relation(i) != "conj" || t.tag(i) != "CD" || t.kid(i, "cc") < 0 || i+1 >= len(t.head) || t.word(i+1) != "," {
		return
	}
	name := -1
	for _, k := range append(slices.Clone(t.kids[i]), t.kids[h]...) {
		if t.relation(k) == "appos" && k > i && t.typeAt(k) == nlp.Person {
			name = k
		}
	}
	if name < 0 {
		return
	}
	whole, _ := t.nameOf(name)
	v := whole.Tokens.End + 1
	if v >= len(t.head) || t.word(v-1) != "," || t.hasOwnWords(v) {
		return
	}
	over := t.head[h]
	if tensed, _ := t.isTensed(v); !tensed || over < 0 || over > h || !t.isVerb(over) {
		return
	}
	t.attach(v, over, "conj")
	t.attach(t.kid(i, "cc"), v, "cc")
	t.attach(name, v, "nsubj")
	t.attach(i, name, "dep")
}

// did-so: "Norway joined the pact, and so did Finland.", "as did Peru"
//
// Behind "so" or "as" a form of "do" stands for the verb before it, and the noun behind it is
// who does so too. It hangs on that verb by "gap:same". Limit: what is denied or only may be
// is left ("Nor did Peru").
func (t *deptree) mendDidSo(v int) {
	n, h := t.kid(v, "obj", "nsubj"), t.head[v]
	if t.lemma(v) != "do" || n < v || h > v || !t.isVerb(h) || t.kid(v, "xcomp", "ccomp", "aux") >= 0 || t.kid(h, "nsubj") < 0 || v == 0 {
		return
	}
	if rel := t.relation(v); rel != "conj" && rel != "advcl" && rel != "parataxis" || t.word(v-1) != "so" && t.word(v-1) != "as" || t.head[v-1] != v {
		return
	}
	for _, k := range slices.Clone(t.kids[v]) {
		if t.relation(k) == "obl" && k > n {
			t.attach(k, n, "nmod") // "as did those in Peru"
		}
	}
	if t.tag(n) == "DT" {
		t.attach(n, h, "discourse")
	} else {
		t.attach(n, h, "gap:same")
	}
	t.attach(v, n, "discourse")
}

// was-so: "Nine were hurt, as were two soldiers."
//
// Behind "as" a form of "be" stands for the passive before it, as "did" does for a verb:
// the noun behind it hangs on that verb by "gap:same".
func (t *deptree) mendWasSo(n int) {
	v, be := t.head[n], t.kid(n, "cop")
	if t.relation(n) != "advcl" || v > n || be < 1 || be > n || t.word(be-1) != "as" || t.head[be-1] != n || !t.isNominal(n) && t.tag(n) != "CD" || t.kid(n, "nsubj") >= 0 || !t.isPassive(v) {
		return
	}
	t.attach(be, n, "discourse")
	t.attach(be-1, n, "discourse")
	t.attach(n, v, "gap:same")
}

// gapped-time: "Peru joined the pact in 2011, Chile in 2014."
//
// A name right behind a comma or "and", with a time right behind it that has the preposition of
// one before, is who did so at that time. Limit: a name that may be where it was done has a
// preposition of its own.
func (t *deptree) mendGappedTime(i int) {
	v, name := t.head[i], t.typeAt(i)
	if t.fullRelation(i) != "obl:unmarked" || i < v || !t.isVerb(v) || name == nlp.Date || !canReceive(name) || t.kid(i, "case") >= 0 || t.kid(v, "nsubj") < 0 {
		return
	}
	all := t.yield(i, nil)
	if all.First < 2 || t.word(all.First) != "," && t.word(all.First-1) != "," && t.word(all.First) != "and" {
		return
	}
	for _, second := range t.kids[v] {
		if second < i || t.relation(second) != "obl" || !t.isDated(second) || t.yield(second, nil).First != all.End {
			continue
		}
		for _, first := range t.kids[v] {
			if first < i && t.relation(first) == "obl" && t.isDated(first) && t.preposition(first) == t.preposition(second) && t.preposition(first) != "" {
				t.attach(i, v, "gap:same")
				t.attach(second, i, "nmod")
				return
			}
		}
	}
}

// second-round: "Roe won gold in May and silver in June.", "visited Peru on Friday and Chile on Sunday"
//
// What "and" joins to a phrase with a preposition, and has the same preposition right behind
// it, is a second object of the verb in other circumstances: it hangs on the verb by
// "gap:object". Limit: it has no article, which a second place may have.
func (t *deptree) mendSecondRound(k int) {
	first, and := t.head[k], t.kid(k, "cc")
	if t.isSecondElsewhere(k, first) {
		t.attach(k, t.head[first], "gap:object")
		return
	}
	if t.relation(k) != "conj" || first > k || and != k-1 || t.word(and) != "and" || t.kid(k, "case") >= 0 || t.typeAt(k) == nlp.Date {
		return
	}
	v := t.head[first]
	o := t.kid(max(v, 0), "obj")
	switch rel := t.relation(first); {
	case rel == "nmod" && t.relation(v) == "obj":
		v, o = t.head[v], v
	case rel != "obl":
		return
	}
	if p := t.preposition(first); o < 0 || o > first || !t.isVerb(v) || p == "" || p == "of" || t.isDated(first) == t.isDated(k) && t.typeAt(o) != t.typeAt(k) {
		return
	}
	for _, second := range slices.Concat(t.kids[v], t.kids[o], t.kids[k]) {
		end := t.yield(k, func(i int) bool { return i == second }).End
		if rel := t.relation(second); second > k && (rel == "obl" || rel == "nmod") && t.preposition(second) == t.preposition(first) && t.yield(second, nil).First == end {
			t.attach(k, v, "gap:object")
			t.attach(second, k, "nmod")
			return
		}
	}
}

// isSecondElsewhere reports whether "and" joins k to the object o, and each has a named place or
// a time of its own: "caused fires in Peru and floods in Chile".
func (t *deptree) isSecondElsewhere(k, o int) bool {
	if t.relation(k) != "conj" || o > k || t.relation(o) != "obj" || t.kid(k, "cc") < 0 || t.kid(o, "cc") >= 0 || !t.isVerb(t.head[o]) {
		return false
	}
	a, b := t.kid(o, "nmod"), t.kid(k, "nmod")
	if a < o || b < k || a > k || t.preposition(a) != t.preposition(b) || t.preposition(a) != "in" && t.preposition(a) != "on" {
		return false
	}
	return t.typeAt(a) == t.typeAt(b) && (t.typeAt(a) == nlp.Place || t.typeAt(a) == nlp.Date)
}

// isDated reports whether token i names a day or a span of time.
func (t *deptree) isDated(i int) bool { return t.typeAt(i) == nlp.Date || t.isTimeWord(i) }

// all-but: "All but two of the crew were saved."
//
// What "but" joins to "all" is left out of it, and so belongs to it.
func (t *deptree) mendAllBut(i int) {
	h, but := t.head[i], t.kid(i, "cc")
	if t.relation(i) == "conj" && but == h+1 && t.word(but) == "but" && allWords[t.word(h)] {
		t.attach(i, h, "nmod")
		t.attach(but, i, "det")
	}
}

// worth: "jewels worth $5 million"
//
// The amount right behind "worth" belongs to that, and not to the noun before it.
func (t *deptree) mendWorth(i int) {
	h := t.head[i]
	if t.word(i) != "worth" || t.relation(i) != "amod" || h != i-1 {
		return
	}
	for _, k := range t.kids[h] {
		if k > i && t.yield(k, nil).First == i+1 && (t.isAmount(k) || t.tag(k) == "$") {
			t.attach(k, i, "obl")
			return
		}
	}
}
