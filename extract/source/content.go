package source

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"

	"kg/extract"
)

// readersVersion names the readers. It changes whenever one of them may make
// another article of the same content.
const readersVersion = "4"

// contentBytes is how much is kept of the hash of a document's content: 128 bits,
// so that no two documents of one source have the same by chance.
const contentBytes = 16

// contentOf returns a hash of all that a reader makes an article of: the bytes of
// the document, the format that they are read as, what its container says of it,
// and what else the reader looks at. It takes a hundredth of what reading a page
// does, and so tells without reading it that a document is as it was.
func contentOf(format string, content []byte, meta extract.Meta, more ...string) string {
	h := sha256.New()
	parts := append([]string{readersVersion, format, meta.Title, meta.Author, meta.URL, meta.Published.Format(time.RFC3339), meta.Modified.Format(time.RFC3339)}, more...)
	for _, part := range parts {
		fmt.Fprintf(h, "%d:%s", len(part), part)
	}
	h.Write(content)
	return hex.EncodeToString(h.Sum(nil)[:contentBytes])
}
