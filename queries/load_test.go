package queries

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestLoad(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{
		"who-sings.gizmo": "// Who sings?\n\ng.V()",
		"broken.gizmo":    "g.V()",
		"notes.txt":       "not a query",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	own, err := Load(folder)
	if len(own) != 1 || own[0].Name != "who-sings" || own[0].Asks != "Who sings?" {
		t.Errorf("%+v: want who-sings alone", own)
	}
	if err == nil || !strings.Contains(err.Error(), "broken.gizmo") {
		t.Errorf("%v: want an error that names broken.gizmo", err)
	}
	if own, err := Load(filepath.Join(folder, "none")); own != nil || err != nil {
		t.Errorf("a folder that is not there: %v, %v", own, err)
	}
}
