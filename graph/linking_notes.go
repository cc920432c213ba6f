package graph

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"kg/extract/identity"
	"kg/extract/link"
	"kg/graph/sqlstore"
)

// An article's quads stand in the graph under the IRIs that its entities have
// among all articles (package link) and after what people decided (curation.go).
// Beside the quads the store notes
//
//	topic          key        value
//	base ARTICLE   quads      its quads as extracted, where others stand in the graph
//	said ARTICLE   profiles   the profiles of its entities, and its countries
//	why ARTICLE    entity     why its mentions there are one ([extract.Link])
//	who HASH       article    it says the profile; of a person, its countries, else "-"
//	tally HASH     tally      how many articles say the profile, their countries, and the ruling on it
//	block BLOCK    members    the profiles of the block, with the rulings that are made in it
//
// so that an article that says of its entities what others say reads and writes
// their tallies only; a block is read where something is said in a new way, and
// only the articles whose entities change their IRI are written anew. An entity
// takes some 700 bytes, more the more articles speak of it.

// Topics of notes.
const (
	topicBase  = "base "
	topicSaid  = "said "
	topicWhy   = "why "
	topicWho   = "who "
	topicTally = "tally "
	topicBlock = "block "
)

// The only keys of their topics.
const (
	keyProfiles = "profiles"
	keyTally    = "tally"
	keyMembers  = "members"
)

// account is what is noted of a profile.
type account struct {
	link.Tally
	Ruling *link.Ruling `json:"r,omitempty"` // nil where it keeps its IRI

	profile link.Profile
	changed bool // since it was read
}

func (a *account) ruling(p link.Profile) link.Ruling { return rulingOf(a.Ruling, p) }

func (a *account) setRuling(p link.Profile, r link.Ruling) {
	a.Ruling, a.changed = notedRuling(r, p), true
}

// rulingOf returns the ruling on p that is noted as r.
func rulingOf(r *link.Ruling, p link.Profile) link.Ruling {
	if r == nil {
		return link.Ruling{IRI: p.ID}
	}
	return *r
}

// notedRuling is the inverse of rulingOf.
func notedRuling(r link.Ruling, p link.Profile) *link.Ruling {
	if r.Equal(link.Ruling{IRI: p.ID}) {
		return nil
	}
	return &r
}

// blockNote is what is noted of a block.
type blockNote struct{ Members []member } // sorted by profile

// member is a profile of a block.
type member struct {
	link.Profile
	Own     bool         `json:"own,omitempty"`   // the ruling on it is made here, and is Made
	IsShort bool         `json:"short,omitempty"` // all its blocks rule on it
	Made    *link.Ruling `json:"r,omitempty"`     // nil where it keeps its IRI
}

func (m *member) ruling() link.Ruling     { return rulingOf(m.Made, m.Profile) }
func (m *member) setRuling(r link.Ruling) { m.Made = notedRuling(r, m.Profile) }

// find returns where a profile stands among the members, or would.
func (b *blockNote) find(p link.Profile) (int, bool) {
	return slices.BinarySearchFunc(b.Members, p, func(m member, p link.Profile) int { return m.Profile.Compare(p) })
}

// set notes a profile, or takes it out where it is no more there.
func (b *blockNote) set(name string, p link.Profile, there bool) {
	i, found := b.find(p)
	switch {
	case !there && found:
		b.Members = slices.Delete(b.Members, i, i+1)
	case there && found:
		b.Members[i].Profile = p
	case there:
		short := p.Short()
		b.Members = slices.Insert(b.Members, i, member{Profile: p, Own: !short && p.Blocks()[0] == name, IsShort: short})
	}
}

func (b *blockNote) profiles() []link.Profile {
	profiles := make([]link.Profile, len(b.Members))
	for i, m := range b.Members {
		profiles[i] = m.Profile
	}
	return profiles
}

// account returns what is noted of a profile.
func (l *linking) account(ctx context.Context, p link.Profile) (*account, error) {
	hash := hashOf(p)
	if a, ok := l.accounts[hash]; ok {
		return a, nil
	}
	a := &account{profile: p}
	if err := l.read(ctx, topicTally+hash, keyTally, a); err != nil {
		return nil, err
	}
	l.accounts[hash] = a
	return a, nil
}

// block returns what is noted of a block.
func (l *linking) block(ctx context.Context, name string) (*blockNote, error) {
	if b, ok := l.blocks[name]; ok {
		return b, nil
	}
	b := &blockNote{}
	if err := l.read(ctx, topicBlock+name, keyMembers, &b.Members); err != nil {
		return nil, err
	}
	l.blocks[name] = b
	return b, nil
}

// read reads a note into v, which stays as it is where there is none.
func (l *linking) read(ctx context.Context, topic, key string, v any) error {
	notes, err := l.topic(ctx, topic)
	if err != nil || notes[key] == "" {
		return err
	}
	if err := json.Unmarshal([]byte(notes[key]), v); err != nil {
		return fmt.Errorf("what is noted of identities (%s) is damaged: %w", topic, err)
	}
	return nil
}

// saidNote is what is noted of the entities of an article.
type saidNote struct {
	Lands    []string       `json:"l,omitempty"`
	Profiles []link.Profile `json:"p"` // without countries, and without IRIs that follow from the names
}

// said returns the profiles of an article's entities.
func (l *linking) said(ctx context.Context, article string) ([]link.Profile, error) {
	var n saidNote
	if err := l.read(ctx, topicSaid+article, keyProfiles, &n); err != nil {
		return nil, err
	}
	for i := range n.Profiles {
		p := &n.Profiles[i]
		if p.ID == "" {
			p.ID = identity.EntityIRI(p.Name)
		}
		if p.IsPerson() {
			p.Lands = n.Lands
		}
	}
	return n.Profiles, nil
}

// say notes the profiles of an article's entities.
func (l *linking) say(ctx context.Context, article string, profiles []link.Profile) error {
	if len(profiles) == 0 {
		return l.set(ctx, topicSaid+article, keyProfiles, "")
	}
	n := saidNote{Profiles: slices.Clone(profiles)}
	for i := range n.Profiles {
		p := &n.Profiles[i]
		if p.IsPerson() {
			n.Lands = p.Lands // the article's, the same of all
		}
		if p.Lands = nil; p.ID == identity.EntityIRI(p.Name) {
			p.ID = ""
		}
	}
	value, err := json.Marshal(n)
	if err != nil {
		return err
	}
	return l.set(ctx, topicSaid+article, keyProfiles, string(value))
}

// landsNote notes the countries of an article beside one of its profiles.
func landsNote(p link.Profile) string {
	if len(p.Lands) == 0 {
		return "-"
	}
	return strings.Join(p.Lands, " ")
}

// landsIn is the inverse of landsNote.
func landsIn(note string) []string {
	if note == "-" {
		return nil
	}
	return strings.Fields(note)
}

func hashOf(p link.Profile) string {
	sum := sha256.Sum256([]byte(p.Key()))
	return base64.RawURLEncoding.EncodeToString(sum[:profileBytes])
}

// profileBytes keeps 64 bits of a profile's hash, as of a fact's.
const profileBytes = 8

// changeNotes adds to a change what is noted from now on.
func (l *linking) changeNotes(ctx context.Context, c *sqlstore.Change) error {
	for _, hash := range slices.Sorted(maps.Keys(l.accounts)) {
		a := l.accounts[hash]
		if !a.changed {
			continue
		}
		if err := l.encode(ctx, topicTally+hash, keyTally, a, a.Articles > 0); err != nil {
			return err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(l.changed)) {
		b, err := l.block(ctx, name)
		if err != nil {
			return err
		}
		if err := l.encode(ctx, topicBlock+name, keyMembers, b.Members, len(b.Members) > 0); err != nil {
			return err
		}
	}
	l.notebook.change(c)
	return nil
}

// encode notes v, or nothing where it is not there.
func (l *linking) encode(ctx context.Context, topic, key string, v any, there bool) error {
	if !there {
		return l.set(ctx, topic, key, "")
	}
	value, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return l.set(ctx, topic, key, string(value))
}
