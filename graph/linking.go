package graph

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"

	"kg/extract"
	"kg/extract/link"
	"kg/graph/sqlstore"
)

// An article's quads stand in the graph under the IRIs that its entities have
// among all articles (package link) and after what people decided (curation.go).
// Beside the quads the store notes
//
//	topic          key                  value
//	base ARTICLE   quads                its quads as extracted, where others stand in the graph
//	said ARTICLE   entity               its profile
//	why ARTICLE    entity               why its mentions there are one ([extract.Link])
//	profile HASH   article and entity   the article
//	block BLOCK    hash                 the profile, the IRI it has, how many articles say so
//
// so that a new article touches the blocks of its own names only, and only the
// articles whose entities change their IRI are written anew. A profile takes some
// 300 bytes however many articles say the same, an entity of an article 150.

// Topics of notes.
const (
	topicBase    = "base "
	topicSaid    = "said "
	topicProfile = "profile "
	topicBlock   = "block "
	topicWhy     = "why "
)

// keyQuads is the only key of the notes on an article's quads.
const keyQuads = "quads"

// blockEntry is one profile of a block, as it is noted.
type blockEntry struct {
	Profile  link.Profile `json:"p"`
	IRI      string       `json:"iri"`
	Articles int          `json:"n"`
}

// linking works out, within a plan, what becomes of the entities of the articles
// that change and of others that are touched by them.
type linking struct {
	*notebook
	texts    *texts
	blocks   map[string]map[string]*blockEntry
	bases    map[string][]quad.Quad // by article
	changed  map[string]bool        // blocks whose profiles changed
	affected map[string]bool        // articles to be written anew
}

// noted is what a linking reads of the store.
type noted interface {
	Notes(ctx context.Context, topic string) ([]sqlstore.Note, error)
	Matching(ctx context.Context, given quad.Quad) iter.Seq2[quad.Quad, error]
}

func newLinking(now noted) *linking {
	book := newNotebook(now)
	return &linking{
		notebook: book, texts: newTexts(book), blocks: map[string]map[string]*blockEntry{},
		bases: map[string][]quad.Quad{}, changed: map[string]bool{}, affected: map[string]bool{},
	}
}

// block returns the entries of a block, by the hash of the profile.
func (l *linking) block(ctx context.Context, name string) (map[string]*blockEntry, error) {
	if b, ok := l.blocks[name]; ok {
		return b, nil
	}
	notes, err := l.topic(ctx, topicBlock+name)
	if err != nil {
		return nil, err
	}
	b := map[string]*blockEntry{}
	for hash, value := range notes {
		e := &blockEntry{}
		if err := json.Unmarshal([]byte(value), e); err != nil {
			return nil, fmt.Errorf("what is noted of %q is damaged: %w", name, err)
		}
		b[hash] = e
	}
	l.blocks[name] = b
	return b, nil
}

// replace notes that an article says something else of its entities from now on;
// nothing where x is nil, because it leaves.
func (l *linking) replace(ctx context.Context, article string, x *extract.Extraction) error {
	l.affected[article] = true
	said, err := l.topic(ctx, topicSaid+article)
	if err != nil {
		return err
	}
	for _, entity := range slices.Sorted(maps.Keys(said)) {
		if said[entity] == "" {
			continue
		}
		if err := l.forget(ctx, article, entity, said[entity]); err != nil {
			return err
		}
	}
	why, err := l.topic(ctx, topicWhy+article)
	if err != nil {
		return err
	}
	for entity := range why {
		why[entity] = ""
	}
	if x == nil {
		return nil
	}
	for _, e := range x.Entities {
		if len(e.Links) > 0 {
			value, err := json.Marshal(e.Links)
			if err != nil {
				return err
			}
			why[e.ID] = string(value)
		}
	}
	for _, p := range link.Profiles(x) {
		if err := l.note(ctx, article, p); err != nil {
			return err
		}
	}
	return nil
}

func hashOf(p link.Profile) string {
	sum := sha256.Sum256([]byte(p.Key()))
	return hex.EncodeToString(sum[:profileBytes])
}

// profileBytes keeps 64 bits of a profile's hash, as of a fact's.
const profileBytes = 8

// note notes that an article says p.
func (l *linking) note(ctx context.Context, article string, p link.Profile) error {
	said, err := l.topic(ctx, topicSaid+article)
	if err != nil {
		return err
	}
	hash := hashOf(p)
	who, err := l.topic(ctx, topicProfile+hash)
	if err != nil {
		return err
	}
	value, err := json.Marshal(p)
	if err != nil {
		return err
	}
	said[p.ID], who[article+" "+p.ID] = string(value), article
	return l.count(ctx, p, hash, 1)
}

// forget takes back what note noted.
func (l *linking) forget(ctx context.Context, article, entity, value string) error {
	p, err := readProfile(value)
	if err != nil {
		return err
	}
	hash := hashOf(p)
	who, err := l.topic(ctx, topicProfile+hash)
	if err != nil {
		return err
	}
	l.notes[topicSaid+article][entity], who[article+" "+entity] = "", ""
	return l.count(ctx, p, hash, -1)
}

func readProfile(value string) (link.Profile, error) {
	var p link.Profile
	if err := json.Unmarshal([]byte(value), &p); err != nil {
		return p, fmt.Errorf("what is noted of identities is damaged: %w", err)
	}
	return p, nil
}

// count notes in its blocks that so many more articles say p.
func (l *linking) count(ctx context.Context, p link.Profile, hash string, more int) error {
	for _, name := range p.Blocks() {
		b, err := l.block(ctx, name)
		if err != nil {
			return err
		}
		if b[hash] == nil {
			b[hash] = &blockEntry{Profile: p, IRI: p.ID}
			l.changed[name] = true
		}
		if b[hash].Articles += more; b[hash].Articles <= 0 {
			delete(b, hash)
			l.changed[name] = true
		}
	}
	return nil
}

// settle decides the blocks that changed and returns once nothing changes any
// more: a full name that got another IRI may change what a short one stands for.
func (l *linking) settle(ctx context.Context) error {
	for _, name := range slices.Sorted(maps.Keys(l.changed)) {
		if err := l.settleBlock(ctx, name); err != nil {
			return err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(l.changed)) {
		if err := l.expandBlock(ctx, name); err != nil {
			return err
		}
	}
	return nil
}

func profilesOf(b map[string]*blockEntry) []link.Profile {
	profiles := make([]link.Profile, 0, len(b))
	for _, hash := range slices.Sorted(maps.Keys(b)) {
		profiles = append(profiles, b[hash].Profile)
	}
	return profiles
}

// settleBlock decides the full names and the things of a block, its own members
// that is: those whose first block it is.
func (l *linking) settleBlock(ctx context.Context, name string) error {
	b, err := l.block(ctx, name)
	if err != nil {
		return err
	}
	settled := link.Settle(name, profilesOf(b))
	for _, hash := range slices.Sorted(maps.Keys(b)) {
		p := b[hash].Profile
		if p.Blocks()[0] != name || p.Short() {
			continue
		}
		if err := l.setIRI(ctx, hash, p, cmp.Or(settled[p.Key()], p.ID)); err != nil {
			return err
		}
	}
	return nil
}

// setIRI gives a profile its IRI in all its blocks.
func (l *linking) setIRI(ctx context.Context, hash string, p link.Profile, iri string) error {
	for _, name := range p.Blocks() {
		b, err := l.block(ctx, name)
		if err != nil {
			return err
		}
		if b[hash] == nil || b[hash].IRI == iri {
			continue
		}
		b[hash].IRI = iri
		l.changed[name] = true // short names of this block may stand for p
		who, err := l.topic(ctx, topicProfile+hash)
		if err != nil {
			return err
		}
		for _, article := range who {
			if article != "" {
				l.affected[article] = true
			}
		}
	}
	return nil
}

// expandBlock decides the short names of a block.
func (l *linking) expandBlock(ctx context.Context, name string) error {
	b, err := l.block(ctx, name)
	if err != nil {
		return err
	}
	var profiles []link.Profile // worked out for the first short name
	for _, hash := range slices.Sorted(maps.Keys(b)) {
		p := b[hash].Profile
		if !p.Short() {
			continue
		}
		if profiles == nil {
			profiles = profilesOf(b)
		}
		iri := link.Expand(p, profiles, func(full link.Profile) string { return b[hashOf(full)].IRI })
		if err := l.setIRI(ctx, hash, p, cmp.Or(iri, p.ID)); err != nil {
			return err
		}
	}
	return nil
}

// names returns the IRIs of an article's entities that are not those of its
// extraction.
func (l *linking) names(ctx context.Context, article string) (map[string]string, error) {
	said, err := l.topic(ctx, topicSaid+article)
	if err != nil {
		return nil, err
	}
	to := map[string]string{}
	for entity, value := range said {
		if value == "" {
			continue
		}
		p, err := readProfile(value)
		if err != nil {
			return nil, err
		}
		b, err := l.block(ctx, p.Blocks()[0])
		if err != nil {
			return nil, err
		}
		if e := b[hashOf(p)]; e != nil && e.IRI != entity {
			to[entity] = e.IRI
		}
	}
	return to, nil
}

// base returns an article's quads as they were extracted. They are kept, since
// keepBase changes what is noted of them before the article is written.
func (l *linking) base(ctx context.Context, article string) ([]quad.Quad, error) {
	if quads, ok := l.bases[article]; ok {
		return quads, nil
	}
	quads, err := l.readBase(ctx, article)
	l.bases[article] = quads
	return quads, err
}

func (l *linking) readBase(ctx context.Context, article string) ([]quad.Quad, error) {
	kept, err := l.topic(ctx, topicBase+article)
	if err != nil {
		return nil, err
	}
	if packed := kept[keyQuads]; packed != "" {
		return unpack(packed)
	}
	var quads []quad.Quad
	for q, err := range l.now.Matching(ctx, quad.Quad{Label: safeIRI(article)}) {
		if err != nil {
			return nil, err
		}
		quads = append(quads, q)
	}
	slices.SortFunc(quads, compareQuads)
	return quads, nil
}

// keepBase notes an article's quads as extracted where others stand in the graph.
func (l *linking) keepBase(ctx context.Context, article string, base, final []quad.Quad) error {
	kept, err := l.topic(ctx, topicBase+article)
	if err != nil {
		return err
	}
	if len(base) == 0 || slices.Equal(base, final) {
		kept[keyQuads] = ""
		return nil
	}
	kept[keyQuads], err = pack(base)
	return err
}

// changeNotes adds to a change what is noted from now on.
func (l *linking) changeNotes(c *sqlstore.Change) error {
	for _, name := range slices.Sorted(maps.Keys(l.blocks)) {
		notes := l.notes[topicBlock+name]
		for hash := range notes {
			notes[hash] = ""
		}
		for hash, e := range l.blocks[name] {
			value, err := json.Marshal(e)
			if err != nil {
				return err
			}
			notes[hash] = string(value)
		}
	}
	l.notebook.change(c)
	return nil
}

// pack writes quads into a note: N-Quads, compressed.
func pack(quads []quad.Quad) (string, error) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	w := nquads.NewWriter(z)
	for _, q := range quads {
		if err := w.WriteQuad(q); err != nil {
			return "", err
		}
	}
	if err := cmp.Or(w.Close(), z.Close()); err != nil {
		return "", err
	}
	return base64.StdEncoding.EncodeToString(b.Bytes()), nil
}

// unpack is the inverse of pack.
func unpack(packed string) ([]quad.Quad, error) {
	z, err := gzip.NewReader(base64.NewDecoder(base64.StdEncoding, strings.NewReader(packed)))
	if err != nil {
		return nil, fmt.Errorf("what is noted of an article is damaged: %w", err)
	}
	r := nquads.NewReader(z, true)
	var quads []quad.Quad
	for {
		q, err := r.ReadQuad()
		if err == io.EOF {
			return quads, nil
		}
		if err != nil {
			return nil, fmt.Errorf("what is noted of an article is damaged: %w", err)
		}
		quads = append(quads, q)
	}
}
