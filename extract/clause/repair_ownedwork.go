package clause

import "kg/extract/nlp"

// mendOwnedWork: in "Lu Chen's “Red Sky” opens" the work is what opens, and the name
// before it says whose it is. The parser takes both for subjects, since between them
// stands a quotation mark. Limit: only right behind the genitive ending.
func (t *deptree) mendOwnedWork(i int) {
	v := t.head[i]
	name, ok := t.nameOf(i)
	if t.relation(i) != "nsubj" || !ok || name.Type != nlp.Person || v < i {
		return
	}
	end := name.Tokens.End
	if end+2 >= len(t.head) || t.tag(end) != "POS" || t.head[end] != i || !isMark(t.doc, end+1) || t.word(end+1) == "," {
		return
	}
	for _, k := range t.kids[v] {
		if k > end+1 && k < v && t.relation(k) == "nsubj" && t.yield(k, nil).First >= end+1 && t.yield(k, nil).First <= end+2 {
			t.attach(i, k, "nmod:poss")
			return
		}
	}
}
