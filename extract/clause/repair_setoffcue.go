package clause

// set-off-cue: "Voters trust neither of the parties, a survey shows."
//
// A clause with a subject of its own behind a comma, whose verb of saying has nothing to
// say behind it, completes no verb and describes no noun before the comma: it ascribes
// what stands there. The parser takes it for a complement or for a relative clause.
func (t *deptree) mendSetOffCue(k int) {
	rel, h := t.fullRelation(k), t.head[k]
	if rel != "acl:relcl" && rel != "ccomp" || h > k || t.kid(k, "ccomp", "xcomp", "obj", "iobj", "mark") >= 0 {
		return
	}
	s := t.kid(k, "nsubj")
	if s < 0 || s > k || relativizers[t.word(s)] || t.opener(k) >= 0 || !t.behindComma(t.yield(k, nil).First) || !t.saysVerb(k) && !t.isDocumented(k, s) {
		return
	}
	for h >= 0 && !t.isVerb(h) {
		h = t.head[h]
	}
	if h >= 0 {
		t.attach(k, h, "parataxis")
	}
}
