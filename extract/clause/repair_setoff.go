package clause

import "slices"

// set-off-participle: "Lund, asked about the dam, said nothing."
//
// Between commas behind the subject a past form says what was done to that, and the
// verb behind the second comma is the one that has it as its subject. The parser takes
// the one for what the other says, or the other way round.
// Limit: a form with an object of its own may be a verb and is left.
func (t *deptree) mendSetOffParticiple(i int) {
	v, h := i, t.head[i]
	if h < v {
		v, h = h, v
	}
	if t.relation(i) != "ccomp" || t.kid(h, "nsubj", "aux", "mark") >= 0 || !t.isPastForm(v) || !t.isPastForm(h) {
		return
	}
	n := t.kid(v, "nsubj")
	if n < 0 || n >= v-1 || t.kid(v, "obj", "aux", "mark") >= 0 || t.doc.Word(v-1) != "," || t.doc.Word(h-1) != "," {
		return
	}
	if t.yield(n, nil).First != t.sentence(v).First {
		return
	}
	if t.head[h] == v {
		t.attach(h, t.head[v], t.fullRelation(v))
		for _, k := range slices.Clone(t.kids[v]) {
			if k > h {
				t.attach(k, h, t.fullRelation(k))
			}
		}
	}
	t.attach(n, h, "nsubj")
	t.attach(v, n, "acl")
}

// isPastForm reports whether token i is tagged as a past or as its participle.
func (t *deptree) isPastForm(i int) bool { return t.tag(i) == "VBD" || t.tag(i) == "VBN" }
