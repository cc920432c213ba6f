package neural

// tags is the part that reads a word's tags off a layer: one hidden layer, then
// a score for each label.
type tags struct {
	hidden *matrix
	heads  []head
}

// head scores labels.
type head struct {
	*matrix
	labels []string
}

func (r *reader) head(name string, labels []string, width int) head {
	rows := len(r.labels(name, labels))
	return head{r.matrix(name+".weight", name+".bias", rows, width, plain(max(rows, 1), width)), labels}
}

// dense reads a hidden layer over two directions of an LSTM.
func (r *reader) dense(name string, width int) *matrix {
	cells := roundUp(r.Config.Hidden, cellUnit)
	return r.matrix(name+".weight", name+".bias", width, 2*r.Config.Hidden, placing{width, width, r.Config.Hidden, cells})
}

func (r *reader) tags() tags {
	width := r.Config.Tag
	return tags{r.dense("tag", width), []head{r.head("xpos", r.XPOS, width), r.head("upos", r.UPOS, width)}}
}

// run tags the words.
func (t *tags) run(k *kernels, s *scratch, in *states, words []Word) {
	n := len(words)
	s.dependents.reset(n, t.hidden.rows)
	s.hidden(k, t.hidden, in.words(), n, in.stride, 1.0/unit, &s.dependents, 0)
	for task, h := range t.heads {
		labels := h.score(k, s, &s.dependents, n)
		for i := range words {
			label := h.labels[best(labels[i*len(h.labels):(i+1)*len(h.labels)])]
			if task == 0 {
				words[i].XPOS = label
			} else {
				words[i].UPOS = label
			}
		}
	}
}

// score returns the scores of the labels for n words.
func (h *head) score(k *kernels, s *scratch, in *vectors, n int) []float32 {
	s.labels = resized(s.labels, n*len(h.labels))
	s.scores(k, h.matrix, in, n, s.labels, len(h.labels))
	return s.labels
}
