package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// writeFile writes a file as a whole or not at all: beside its place, from where
// it is moved once everything is on the disk. On an error, and where kg is
// killed, what stood there stays.
func writeFile(path string, write func(io.Writer) error) (err error) {
	file, err := createFile(path + ".part")
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

// createFile creates a file, or replaces it.
func createFile(path string) (*os.File, error) {
	file, err := os.Create(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, hinted(fmt.Errorf("there is no folder %s", filepath.Dir(path)), "make it first, or name another place")
	case errors.Is(err, fs.ErrPermission):
		return nil, hinted(fmt.Errorf("you may not write in %s", filepath.Dir(path)), "name another place")
	}
	return file, err
}

// openNamed opens a file that is named to be read.
func openNamed(path string) (*os.File, error) {
	file, err := os.Open(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, hinted(fmt.Errorf("%s: no such file", path), "check the spelling and the folder you are in")
	case errors.Is(err, fs.ErrPermission):
		return nil, hinted(fmt.Errorf("%s: not readable by you", path), "change its permissions or run as its owner")
	}
	return file, err
}
