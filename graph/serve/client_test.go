package serve

import (
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cayleygraph/cayley/client"
	"github.com/cayleygraph/quad"
)

// npmPackage fetches a package and returns the folder that it and what it needs
// are in. The test is skipped where there is no npm or no registry.
func npmPackage(t *testing.T, name string) string {
	t.Helper()
	if testing.Short() {
		t.Skip("fetches a package from npm, which -short leaves out")
	}
	npm, err := exec.LookPath("npm")
	if err != nil {
		t.Skip("no npm found, which would fetch " + name)
	}
	folder := t.TempDir()
	command := exec.CommandContext(t.Context(), npm, "install", "--prefix", folder, "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=0", name)
	command.Dir = folder
	if out, err := command.CombinedOutput(); err != nil {
		t.Skipf("npm cannot fetch %s: %v\n%s", name, err, out)
	}
	return filepath.Join(folder, "node_modules")
}

// TestTheClientOnNpm lets the client that Cayley has on npm do all it can.
func TestTheClientOnNpm(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("no node found, which would run the client on npm")
	}
	modules := npmPackage(t, "cayley@0.2.1")
	server, g := writable(t)
	file := filepath.Join(t.TempDir(), "quads.nq")
	if err := os.WriteFile(file, []byte("<kg:A> <rel:b> <kg:C> .\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	command := exec.CommandContext(t.Context(), node, "--no-deprecation", "testdata/client.js", server, token, file)
	command.Env = append(os.Environ(), "NODE_PATH="+modules)
	out, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	const want = `V, Out, All: [{"id":"<kg:Volodymyr_Zelenskyy>"}]
Vertex, In: [{"id":"<kg:Emmanuel_Macron>"},{"id":"<kg:Keir_Starmer>"}]
GetLimit: 2
Has: [{"id":"<kg:Keir_Starmer>"}]
Tag, Save: [{"id":"<kg:Emmanuel_Macron>","name":"Emmanuel Macron","who":"<kg:Emmanuel_Macron>"}]
Morphism, Follow: [{"id":"<kg:Volodymyr_Zelenskyy>"}]
Intersect: [{"id":"<kg:Keir_Starmer>"}]
ForEach, Emit: [{"id":"<kg:Keir_Starmer>"}]
a promise: [{"id":"<kg:Keir_Starmer>"}]
shape: [3,1]
write: {"result":"Successfully wrote 1 quads."}
written: [{"id":"<kg:Portugal>"}]
delete: {"result":"Successfully deleted 1 quads."}
deleted: []
writeFile: {"result":"Successfully wrote 1 quads."}
without the token: 401
`
	if string(out) != want {
		t.Errorf("the client got\n%s\nwant\n%s", out, want)
	}
	if !strings.Contains(exported(t, g), "<kg:A> <rel:b> <kg:C> <kg:curation>") {
		t.Error("the file was not written")
	}
}

// tokenTransport is what gives Cayley's client in Go the token.
type tokenTransport struct{ http.RoundTripper }

func (tr tokenTransport) RoundTrip(r *http.Request) (*http.Response, error) {
	r.Header.Set("Authorization", "Bearer "+token)
	return tr.RoundTripper.RoundTrip(r)
}

// TestTheClientInGo reads the graph out and writes it back with Cayley's client
// in Go.
func TestTheClientInGo(t *testing.T) {
	server, g := writable(t)
	c := client.New(server)
	c.SetHTTPClient(&http.Client{Transport: tokenTransport{http.DefaultTransport}})
	in, err := c.QuadReader()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	quads, err := quad.ReadAll(in)
	if err != nil {
		t.Fatal(err)
	}
	if lines := strings.Count(exported(t, g), "\n"); len(quads) != lines {
		t.Errorf("it read %d quads of %d", len(quads), lines)
	}
	out, err := c.QuadWriter()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := out.WriteQuads([]quad.Quad{quad.Make(quad.IRI("kg:A"), quad.IRI("rel:b"), "c", nil)}); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(exported(t, g), `<kg:A> <rel:b> "c" <kg:curation> .`) {
		t.Error("nothing was written")
	}
}
