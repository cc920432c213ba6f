package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
)

var (
	errEmpty     = errors.New("no text in it: it is empty or holds white space only")
	errBinary    = errors.New("binary, not text, and none of the formats that kg reads: convert it to text first")
	errChanged   = errors.New("it changed while it was read, so what was read may be half old and half new: ingest it again")
	errTruncated = errors.New("it ends in the middle: it is cut off or damaged; get it again")
)

// openFile opens a file to read it. The error names the path, the reason and
// what to do.
func openFile(path string) (*os.File, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil && isLink(path) && errors.Is(err, fs.ErrNotExist):
		return nil, inWords{path + ": a link, and what it points to is not there", err}
	case err != nil:
		return nil, pathError(path, err)
	case info.IsDir():
		return nil, fmt.Errorf("%s: a folder, not a file: name the files in it", path)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, pathError(path, err)
	}
	return file, nil
}

func isLink(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}

// inWords is an error in other words than its own.
type inWords struct {
	words string
	error
}

func (e inWords) Error() string { return e.words }
func (e inWords) Unwrap() error { return e.error }

// pathError says in plain words why path can't be read.
func pathError(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return inWords{path + ": no such file or folder: check the spelling and the folder you are in", err}
	case errors.Is(err, fs.ErrPermission):
		return inWords{path + ": not readable by you: change its permissions or run as its owner", err}
	}
	return fmt.Errorf("%s: %w", path, plainError(err))
}

// plainError returns a reading error without the path, which the message has
// already, and says what the end of input in the middle means.
func plainError(err error) error {
	var pathErr *fs.PathError
	var corrupt flate.CorruptInputError
	switch {
	case errors.As(err, &pathErr):
		return pathErr.Err
	case errors.Is(err, io.ErrUnexpectedEOF):
		return errTruncated
	case errors.As(err, &corrupt), errors.Is(err, gzip.ErrChecksum), errors.Is(err, gzip.ErrHeader):
		return fmt.Errorf("damaged: %w; get it again", err)
	case errors.Is(err, context.DeadlineExceeded):
		return errors.New("it took too long")
	}
	return err
}
