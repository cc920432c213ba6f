package source

import (
	"os"
	"strings"
)

// Container returns the file or address that a [Document.Source] is a part of:
// what is to be read to find the document again. Of a file it is the longest
// beginning that is there, as a name may hold what divides parts.
func Container(source string) string {
	for {
		if _, err := os.Stat(source); err == nil && !IsAddress(source) {
			return source
		}
		end := max(strings.LastIndex(source, "!/"), strings.LastIndex(source, "#"))
		if end < 0 {
			return source
		}
		source = source[:end]
	}
}
