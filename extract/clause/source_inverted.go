package clause

import (
	"slices"
	"strings"

	"kg/extract/nlp"
)

// isInverted reports whether v and its subject behind it stand between commas:
// "The museum, said Ada Lund, is closed." Of verbs besides "say" the subject has to
// be the name of somebody or of a body: who "cut jobs, reported losses" is no loss.
func (a *attributor) isInverted(v int) bool {
	if !inversions[a.lemma(v)] || v == a.sentence(v).First || a.doc.Word(v-1) != "," || a.kid(v, "aux", "cc") >= 0 {
		return false
	}
	chunk, ok := a.chunkAfter(v)
	if !ok || chunk.Tokens.End < a.sentence(v).End && a.doc.Word(chunk.Tokens.End) != "," && a.tag(chunk.Tokens.End) != "." {
		return false
	}
	if a.lemma(v) != "say" {
		s := a.ownSubject(v)
		return a.isFinite(v) && (s < 0 || s > v) && a.isSpeakerName(chunk.Head, true) && a.hasVerb(nlp.Range{First: a.sentence(v).First, End: v})
	}
	tag := a.tag(chunk.Head)
	return strings.HasPrefix(tag, "NNP") || titleNouns[a.lemma(chunk.Head)] || tag == "NNS" && a.chunkIsEmpty(v)
}

// inversions are the verbs that stand before their subject behind what is said.
var inversions = words("say", "note", "report", "add", "write", "explain", "announce", "warn", "argue", "claim", "insist",
	"state", "observe", "remark", "reply", "recall", "read", "conclude", "predict", "suggest", "admit", "acknowledge", "confirm",
	"joke", "tweet", "quip", "complain", "declare", "stress", "contend", "caution", "boast", "cry", "shout")

// inverted-reading: "The order breaks the law, reads the motion."
//
// Behind a comma "reads" stands before its subject where that is a document: what reads it
// is not said.
func (t *deptree) mendInvertedReading(o int) {
	v := t.head[o]
	if t.relation(o) != "obj" || v < 1 || t.lemma(v) != "read" || t.word(v-1) != "," && !isMark(t.doc, v-1) || t.kid(v, "nsubj", "aux", "cc", "mark") >= 0 || !documents[t.lemma(o)] || t.isFollowedInList(v) {
		return
	}
	if t.tag(v) == "VBZ" || t.tag(v) == "VBD" || t.tag(v) == "VBP" {
		t.attach(o, v, "nsubj")
	}
}

// opensWithSaid reports whether v opens its sentence before its subject and a
// colon: "Said Lund: “It is safe.”"
func (a *attributor) opensWithSaid(v int) bool {
	if v != a.sentence(v).First || !plainSayings[a.lemma(v)] || a.tag(v) != "VBD" {
		return false
	}
	chunk, ok := a.chunkAfter(v)
	return ok && chunk.Tokens.End < a.sentence(v).End && a.doc.Word(chunk.Tokens.End) == ":"
}

// chunkIsEmpty reports whether a comma stands right before v.
func (a *attributor) chunkIsEmpty(v int) bool { return v > 0 && a.doc.Word(v-1) == "," }

// invertedSource returns the subject behind v, with s as the head that the tree
// names (-1: none), and what describes it up to the end of its sentence.
func (a *attributor) invertedSource(v, s int) Argument {
	chunk, ok := a.chunkAfter(v)
	if s < v && !ok {
		return Argument{Head: -1}
	}
	x := chunk
	if s > v && a.isNominal(s) && a.tag(s) != "DT" {
		x = a.phraseOf(s, []int{v})
		x.Tokens = union(x.Tokens, chunk.Tokens)
	}
	if !ok && s < 0 {
		return Argument{Head: -1}
	}
	end := a.sentence(v).End
	if next := x.Tokens.End; next+1 < end && a.doc.Word(next) == "," && a.describes(next+1) {
		for next < end && !isMark(a.doc, next) && a.tag(next) != "." {
			next++
		}
		x.Tokens.End = next
	}
	return x
}

// describes reports whether token i can open what describes the person before a
// comma: "who", "the mayor of Oslo", "of Oslo".
func (a *attributor) describes(i int) bool {
	switch tag := a.tag(i); tag {
	case "WP", "DT", "NN", "NNP", "CD", "WP$", "PRP$", "JJ":
		return tag != "DT" || a.word(i) != "this" && a.word(i) != "that"
	}
	return a.word(i) == "of" || a.word(i) == "head"
}

// isFollowedInList reports whether the verb v is joined to another and one more behind it is:
// "stood up, reads it, and sits down".
func (t *deptree) isFollowedInList(v int) bool {
	h := t.head[v]
	return t.relation(v) == "conj" && h >= 0 && slices.ContainsFunc(t.kids[h], func(k int) bool { return k > v && t.relation(k) == "conj" })
}
