package graph

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"kg/extract/clause"
	"kg/graph/sqlstore"
)

// articleCheck checks the quads of one article: all that they speak of is
// described among them, so that one article is enough to judge them.
type articleCheck struct {
	id         string
	nodes      map[quad.Value]node // by subject
	subjects   []quad.Value        // of nodes, in order
	statements []quad.IRI
	mentioned  map[quad.Value]bool
	used       map[quad.Value]bool // sentences and relations that a statement has
	sources    []sqlstore.Record
	seals      seals // of its sentences; empty where not known
	say        func(Finding)
}

func newArticleCheck(id string, quads []quad.Quad, sources []sqlstore.Record, say func(Finding)) *articleCheck {
	c := &articleCheck{id: id, nodes: map[quad.Value]node{}, mentioned: map[quad.Value]bool{}, used: map[quad.Value]bool{}, sources: sources, say: say}
	for _, q := range quads {
		n := c.nodes[q.Subject]
		if n == nil {
			n = node{}
			c.nodes[q.Subject] = n
			c.subjects = append(c.subjects, q.Subject)
		}
		p, _ := q.Predicate.(quad.IRI)
		n[p] = append(n[p], q.Object)
	}
	for _, s := range c.subjects {
		if n := c.nodes[s]; len(n) == 1 && len(n[kgReprintedIn]) == 1 && n.text(kgReprintedIn) == id {
			continue // a statement of its origin
		}
		if iri, ok := s.(quad.IRI); ok && strings.HasPrefix(string(iri), prefixFact) {
			c.statements = append(c.statements, iri)
		}
	}
	for _, e := range c.nodes[safeIRI(id)][schemaMentions] {
		c.mentioned[e] = true
	}
	return c
}

// find says that something is wrong with a node of the article.
func (c *articleCheck) find(kind FindingKind, node quad.Value, format string, args ...any) {
	f := Finding{Kind: kind, Article: c.id, What: fmt.Sprintf(format, args...), Remedy: c.remedy()}
	if iri := plain(node); iri != c.id {
		f.Node = iri
	}
	c.say(f)
}

// remedy is to read the article again: its quads come from its text alone.
func (c *articleCheck) remedy() string {
	if len(c.sources) == 0 || strings.HasPrefix(c.sources[0].Source, stdinKey) {
		return "kg rm " + c.id + ", then ingest the article again"
	}
	return "kg rm " + c.id + ", then kg ingest " + sourceName(c.sources[0].Source)
}

func (c *articleCheck) run() {
	c.article()
	for _, id := range c.statements {
		c.statement(id, c.nodes[id])
	}
	c.circles()
	for _, s := range c.subjects {
		c.subject(s, c.nodes[s])
	}
	for _, e := range c.nodes[safeIRI(c.id)][schemaMentions] {
		if c.nodes[e] == nil {
			c.find(BadEntity, e, "the article mentions it, and nothing says what it is")
		}
	}
}

// article checks what the article says of itself, and which source holds it.
func (c *articleCheck) article() {
	id := safeIRI(c.id)
	n := c.nodes[id]
	switch {
	case !slices.Contains(n[rdfType], quad.Value(schemaNewsArticle)):
		c.find(BadArticle, id, "its quads have no record of the article")
	case len(n[kgSHA256]) != 1:
		c.find(BadArticle, id, "it has %d hashes of its text, not one", len(n[kgSHA256]))
	default:
		digest := n.text(kgSHA256)
		if mark := c.id[strings.LastIndexAny(c.id, "-:")+1:]; !strings.HasPrefix(digest, mark) {
			c.find(BadArticle, id, "its ID ends in %s, and the hash of its text begins otherwise: %.8s", mark, digest)
		}
	}
	for _, p := range []quad.IRI{schemaHeadline, schemaDatePublished, schemaAuthor, schemaURL} {
		if len(n[p]) > 1 {
			c.find(BadArticle, id, "it has %d values of %s, not one", len(n[p]), string(p))
		}
	}
	c.held()
}

func (c *articleCheck) held() {
	note := Finding{Kind: BadSource, Article: c.id, Note: true, Remedy: "ingest the article again"}
	switch {
	case len(c.sources) == 0:
		note.What = "no source is known to hold it: it came with an import, or its record is lost"
	case !slices.ContainsFunc(c.sources, isCurrent):
		note.What = "it was read by other rules than the present ones"
		note.Remedy = "kg ingest " + sourceName(c.sources[0].Source)
	default:
		return
	}
	c.say(note)
}

// statement checks one statement node.
func (c *articleCheck) statement(id quad.IRI, n node) {
	if !slices.Contains(n[rdfType], quad.Value(rdfStatement)) {
		c.find(BadStatement, id, "it is not said to be a statement")
	}
	for _, p := range []quad.IRI{rdfSubject, rdfPredicate, kgSentence, kgConfidence, kgModality, kgRule} {
		if len(n[p]) != 1 {
			c.find(BadStatement, id, "it has %d values of %s, not one", len(n[p]), string(p))
		}
	}
	if len(n[rdfObject]) > 1 {
		c.find(BadStatement, id, "it has %d objects", len(n[rdfObject]))
	}
	if text := n.text(kgConfidence); len(n[kgConfidence]) == 1 {
		if sure, err := strconv.ParseFloat(text, 64); err != nil || sure < 0 || sure > 1 {
			c.find(BadStatement, id, "its confidence %q is not between 0 and 1", text)
		}
	}
	if text := n.text(kgModality); text != "" && !slices.Contains(clause.Modalities, clause.Modality(text)) {
		c.find(BadStatement, id, "its modality %q is none", text)
	}
	for _, p := range []quad.IRI{rdfSubject, rdfObject, kgSpeaker, kgWhere} {
		for _, e := range n[p] {
			if isEntity(e) && c.nodes[e] == nil {
				c.find(BadEntity, e, "%s has it as %s, and nothing says what it is", string(id), string(p))
			}
		}
	}
	for _, s := range n[kgSentence] {
		c.used[s] = true
		if c.nodes[s] == nil {
			c.find(BadSentence, id, "its sentence %s is not there", plain(s))
		}
	}
	if p := n.one(rdfPredicate); p != nil {
		c.used[p] = true
		if c.nodes[p] == nil {
			c.find(BadStatement, id, "nothing says what its relation %s is", plain(p))
		}
	}
	for _, from := range n[kgDerivedFrom] {
		if iri, ok := from.(quad.IRI); !ok || !slices.Contains(c.statements, iri) {
			c.find(BadPremise, id, "it is derived from %s, which is not there", plain(from))
		}
	}
	c.edgeOf(id, n)
}

// stated reports whether a statement has an edge of its own; see isEdge.
func (n node) stated() bool {
	return len(n[kgSpeaker]) == 0 && n.text(kgModality) != string(clause.Said)
}

// edgeOf checks that what an article asserts is an edge too.
func (c *articleCheck) edgeOf(id quad.IRI, n node) {
	s, o := n.one(rdfSubject), n.one(rdfObject)
	p, ok := n.one(rdfPredicate).(quad.IRI)
	if !ok || s == nil || o == nil || !n.stated() || slices.Contains(c.nodes[s][p], o) {
		return
	}
	c.find(BadEdge, id, "it has no edge %s %s %s", plain(s), string(p), plain(o))
}

// circles looks for facts that are derived from themselves.
func (c *articleCheck) circles() {
	const unseen, open, done = 0, 1, 2
	state := map[quad.Value]int{}
	var visit func(id quad.Value) bool
	visit = func(id quad.Value) bool {
		state[id] = open
		for _, from := range c.nodes[id][kgDerivedFrom] {
			if state[from] == open || state[from] == unseen && visit(from) {
				return true
			}
		}
		state[id] = done
		return false
	}
	for _, id := range c.statements {
		if state[id] == unseen && visit(id) {
			c.find(BadPremise, id, "it is derived, in the end, from itself")
		}
	}
}

// subject checks a node by what its IRI says it is.
func (c *articleCheck) subject(s quad.Value, n node) {
	iri := plain(s)
	switch {
	case iri == string(safeIRI(c.id)), strings.HasPrefix(iri, prefixFact):
	case strings.HasPrefix(iri, string(safeIRI(c.id))+"#char="):
		c.sentence(s, n)
	case strings.HasPrefix(iri, prefixRelation):
		if !c.used[s] {
			c.find(BadOrphan, s, "no statement of the article has this relation")
		}
	case isEntity(s):
		c.entity(s, n)
	default:
		c.find(BadOrphan, s, "nothing that the article has is so called")
	}
}

// sentence checks that a sentence has the words that were stored, and is as long
// as the place it stands at.
func (c *articleCheck) sentence(s quad.Value, n node) {
	var begin, end int
	place := strings.TrimPrefix(plain(s), string(safeIRI(c.id)))
	if _, err := fmt.Sscanf(place, "#char=%d,%d", &begin, &end); err != nil || fmt.Sprintf("#char=%d,%d", begin, end) != place || begin >= end {
		c.find(BadSentence, s, "%q is no place in a text", place)
		return
	}
	switch words := n.text(rdfValue); {
	case len(n[rdfValue]) != 1:
		c.find(BadSentence, s, "it has %d texts, not one", len(n[rdfValue]))
	case utf8.RuneCountInString(words) != end-begin:
		c.find(BadSentence, s, "it has %d characters, and its place has %d", utf8.RuneCountInString(words), end-begin)
	case len(c.seals) > 0 && c.seals[begin] != sealOf(words):
		c.find(BadSentence, s, "its words are not those that were stored")
	}
	if !slices.Equal(n[schemaIsPartOf], []quad.Value{safeIRI(c.id)}) {
		c.find(BadSentence, s, "it is not said to be part of its article, or of another too")
	}
	if !c.used[s] {
		c.find(BadOrphan, s, "no statement rests on this sentence")
	}
}

// entity checks that a thing is described and mentioned, and that its edges have
// statements.
func (c *articleCheck) entity(s quad.Value, n node) {
	if !c.mentioned[s] {
		c.find(BadEntity, s, "the article describes it, and is not said to mention it")
	}
	if len(n[rdfType]) == 0 || len(n[rdfsLabel]) == 0 {
		c.find(BadEntity, s, "it has no type or no name")
	}
	for _, t := range n[rdfType] {
		if typeOf(t) == "" {
			c.find(BadEntity, s, "%s is no type of kg", plain(t))
		}
	}
	for _, p := range slices.Sorted(maps.Keys(n)) {
		switch {
		case p == rdfType, p == rdfsLabel, p == skosAltLabel:
		case strings.HasPrefix(string(p), prefixRelation):
			c.edges(s, p, n[p])
		default:
			c.find(BadOrphan, s, "kg says nothing of a thing by %s", string(p))
		}
	}
}

// edges checks that each edge is what some statement of the article asserts.
func (c *articleCheck) edges(s quad.Value, p quad.IRI, objects []quad.Value) {
	for _, o := range objects {
		if !slices.ContainsFunc(c.statements, func(id quad.IRI) bool {
			n := c.nodes[id]
			return n.stated() && slices.Contains(n[rdfSubject], s) && slices.Contains(n[rdfPredicate], quad.Value(p)) && slices.Contains(n[rdfObject], o)
		}) {
			c.find(BadEdge, s, "no statement of the article stands behind the edge %s %s %s", plain(s), string(p), plain(o))
		}
	}
}
