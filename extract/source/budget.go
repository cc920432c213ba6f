package source

import (
	"errors"
	"fmt"
	"io"
)

// MaxBytes is the largest document that is read. News articles have a few
// thousand bytes; 64 MiB is a large book, and analysing it takes about twenty
// times its size in memory. What holds several documents may be of any size.
const MaxBytes = 64 << 20

// budget bounds what compressed input may come to. A bomb of a few kilobytes
// holds terabytes; text comes to five times its compressed size, and seldom to
// twenty.
type budget struct{ in, out int64 }

// Input may always come to freeBytes, and beyond that to maxRatio times what
// was read of it.
const (
	freeBytes = 256 << 20
	maxRatio  = 200
)

var errBomb = fmt.Errorf("it comes to more than %d times its size: it looks like a decompression bomb; unpack it by hand if it is none", maxRatio)

var errTooLarge = errors.New("larger than " + fmt.Sprint(MaxBytes>>20) + " MiB: split it into one file an article")

// taken counts what is read of r as input.
func (b *budget) taken(r io.Reader) io.Reader {
	return readerFunc(func(p []byte) (int, error) {
		n, err := r.Read(p)
		b.in += int64(n)
		return n, err
	})
}

// given counts what is read of r, a decompressor, and ends it with an error
// when it gives too much.
func (b *budget) given(r io.Reader) io.Reader {
	return readerFunc(func(p []byte) (int, error) {
		n, err := r.Read(p)
		b.out += int64(n)
		if b.out > freeBytes+maxRatio*b.in {
			return 0, errBomb
		}
		return n, err
	})
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

// readDocument returns all of r, or an error if that is more than MaxBytes.
func readDocument(r io.Reader) ([]byte, error) {
	content, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	switch {
	case err != nil:
		return nil, err
	case len(content) > MaxBytes:
		return nil, errTooLarge
	}
	return content, nil
}
