package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write docs/commands.md anew")

const referencePath = "../../docs/commands.md"

// TestReference compares docs/commands.md with what --help says.
func TestReference(t *testing.T) {
	var want bytes.Buffer
	fmt.Fprintf(&want, "# Commands\n\nWhat `kg --help` and `kg COMMAND --help` say; a test keeps them the same.\n\n```\n%s```\n", kg(t, exitDone, "--help"))
	for _, command := range commands {
		name := command().Name
		fmt.Fprintf(&want, "\n## kg %s\n\n```\n%s```\n", name, kg(t, exitDone, name, "--help"))
	}
	if *update {
		if err := os.WriteFile(referencePath, want.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(referencePath)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want.Bytes()) {
		t.Errorf("docs/commands.md is not what --help says; if --help is right: go test ./cmd/kg -run TestReference -update")
	}
}
