package neural

// table holds a vector for each of its rows, as bytes with a sign.
type table struct {
	width  int
	bytes  string
	scales []float32
}

func (r *reader) table(name string, rows, width int) table {
	if rows < 1 || rows > maxRows {
		r.fail("the table %s has %d rows, want 1 to %d", name, rows, maxRows)
		return table{}
	}
	bytes, scales := r.rows(name, rows, width)
	return table{width, bytes, scales}
}

// vector writes a row of t to out, which is as wide.
func (t *table) vector(row int, out []float32) {
	scale := t.scales[row]
	bytes := t.bytes[row*t.width:][:len(out)]
	for i := range out {
		out[i] = float32(int8(bytes[i])) * scale
	}
}

// embedding gives every word a vector: that of the word, then those of its
// affixes.
type embedding struct {
	vocabulary
	words   table
	affixes [affixKinds]table
	width   int // of a vector
}

func (r *reader) embedding() *embedding {
	e := &embedding{}
	v := r.Vocabulary
	if v.Count < 0 || v.Count >= maxRows || v.Count > len(r.data) {
		r.fail("a vocabulary of %d words", v.Count)
		return e
	}
	var err error
	if e.vocabulary, err = newVocabulary(r.bytes("the vocabulary", v.Offset, v.Length), v.Count); err != nil {
		r.fail("the vocabulary: %w", err)
	}
	if len(r.Affixes) != affixKinds {
		r.fail("it has %d kinds of affixes, want %d", len(r.Affixes), affixKinds)
		return e
	}
	e.words = r.table("word", v.Count+1, r.Config.Word)
	for i, affix := range r.Affixes {
		if affix.Name != affixNames[i] {
			r.fail("affix %d is %s, want %s", i, affix.Name, affixNames[i])
		}
		e.affixes[i] = r.table(affix.Name, affix.Rows, r.Config.Affix)
	}
	e.width = r.Config.Word + affixKinds*r.Config.Affix
	return e
}

// embed writes the vector of a word to out, and reports whether the vocabulary
// has it.
func (e *embedding) embed(f *form, word string, out []float32) (known bool) {
	f.set(word)
	row := e.row(f.normal)
	e.words.vector(row, out[:e.words.width])
	out = out[e.words.width:]
	for i := range e.affixes {
		t := &e.affixes[i]
		t.vector(int(f.hash[i]%uint32(len(t.scales))), out[:t.width])
		out = out[t.width:]
	}
	return row != unknown
}
