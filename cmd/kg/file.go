package main

import (
	"bufio"
	"errors"
	"io"
	"os"
)

// writeFile writes a file as a whole or not at all: beside its place, from where
// it is moved once everything is on the disk. On an error, and where kg is
// killed, what stood there stays.
func writeFile(path string, write func(io.Writer) error) (err error) {
	file, err := os.Create(path + ".part")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, file.Close(), os.Remove(file.Name()))
		}
	}()
	out := bufio.NewWriter(file)
	if err = write(out); err != nil {
		return err
	}
	if err = errors.Join(out.Flush(), file.Sync()); err != nil {
		return err
	}
	if err = file.Close(); err != nil {
		return err
	}
	return os.Rename(file.Name(), path)
}
