package source

import (
	"archive/tar"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// isTar reports whether content is a tar archive, whose mark is at byte 257 of
// its first header.
func isTar(head []byte) bool {
	return len(head) >= 262 && bytes.Equal(head[257:262], []byte("ustar"))
}

// openTar yields what the files of a tar archive hold, in its order.
func openTar(w *walk, b blob) {
	archive := tar.NewReader(b.r)
	for files, wanted := 0, 0; ; files++ {
		member, err := archive.Next()
		if errors.Is(err, io.EOF) {
			if wanted == 0 {
				w.fail(b.source, noneWanted(b, files))
			}
			return
		}
		if err != nil {
			w.fail(b.source, fmt.Errorf("%s: a damaged tar archive: %w", &b, plainError(err)))
			return
		}
		if member.Typeflag != tar.TypeReg || !isWanted(member.Name) {
			continue
		}
		wanted++
		w.open(b.inside(member.Name, archive))
		if w.stopped {
			return
		}
	}
}
