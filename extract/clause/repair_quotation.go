package clause

// behind-quotation: "“It will hold,” said Lund, adding that it was new."
//
// What the author says behind a quotation completes nothing inside it: an -ing form
// without a subject belongs to the verb of which the quotation is a part. The parser
// hangs it on the verb before it, which is one of the quotation.
func (t *deptree) mendBehindQuotation(v int) {
	h := t.head[v]
	if t.tag(v) != "VBG" || h > v || t.relation(v) != "advcl" && t.relation(v) != "acl" || t.kid(v, "nsubj", "aux", "cop") >= 0 {
		return
	}
	at := t.quoteAt(h)
	if at < 0 || t.quotes[at].inner.Has(v) {
		return
	}
	for h >= 0 && t.quotes[at].inner.Has(h) {
		h = t.head[h]
	}
	if h >= 0 && t.isVerb(h) {
		t.attach(v, h, "advcl")
	}
}
