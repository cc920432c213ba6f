package serve

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"

	"github.com/cayleygraph/cayley/ui"
)

// uiPath is where Cayley's web UI is served.
const uiPath = "/cayley/"

// A rewrite replaces every match of a pattern in one file of the UI.
//
// The UI is built to stand at the root of localhost:64210 and to fetch its
// editor and its icons from the internet. Rewritten, it stands at [uiPath] on
// any address and asks nobody but the server it came from.
type rewrite struct {
	file string // below web/
	old  *regexp.Regexp
	new  string
}

// runtimeScript is the UI's module loader as a file of its own. index.html has
// the same code inline, which our Content-Security-Policy refuses.
const runtimeScript = "static/js/runtime-main.0686c6e7.js"

var rewrites = []rewrite{
	{"index.html", regexp.MustCompile(`(src|href)="/`), `${1}="` + uiPath},
	{"index.html", regexp.MustCompile(`href="logo192.png"`), `href="` + uiPath + `logo192.png"`},
	{"index.html", regexp.MustCompile(`<script>.*?</script>`),
		`<script src="` + uiPath + `opening.js"></script><script src="` + uiPath + `editor.js"></script><script src="` + uiPath + `desk.js"></script><script src="` + uiPath + runtimeScript + `"></script>`},
	{"index.html", regexp.MustCompile(`</head>`), `<link href="` + uiPath + `ui.css" rel="stylesheet"></head>`},
	{runtimeScript, regexp.MustCompile(`l\.p="/"`), `l.p="` + uiPath + `"`},
	{"static/js/main.84d3ab8c.chunk.js", regexp.MustCompile(`"http://localhost:64210"`), `""`},
	{"static/js/main.84d3ab8c.chunk.js", regexp.MustCompile(`"".concat\("","/gizmo.d.ts"\)`), `"` + uiPath + `gizmo.d.ts"`},
	{"static/js/main.84d3ab8c.chunk.js", regexp.MustCompile(`"g\.V\(\)\.all\(\)"`), `window.kg.query`},
	{"static/js/main.84d3ab8c.chunk.js", regexp.MustCompile(`\b(\w+)\.(source|target)\["@id"\]`), `window.kgNode(${1}.${2})`},
	{"static/js/main.84d3ab8c.chunk.js", regexp.MustCompile(`icon:"(\w+)"`), `icon:"` + uiPath + `icon/${1}.svg"`},
	{"static/js/2.7d84b3fa.chunk.js", regexp.MustCompile(`"http://localhost:64210"`), `""`},
	{"static/js/2.7d84b3fa.chunk.js", regexp.MustCompile(`https://cdn\.jsdelivr\.net/npm/monaco-editor@0\.18\.1/min/vs`), uiPath + "vs"},
	{"static/css/main.72fe53e6.chunk.css", regexp.MustCompile(`@import url\(https://fonts\.googleapis\.com/[^)]*\);`), ""},
}

// uiFiles returns the files of the UI under the addresses they are served at.
// It fails where the UI is not the one that the rewrites were made for.
func uiFiles() (map[string][]byte, error) {
	files := map[string][]byte{}
	web, err := fs.Sub(ui.FS, "web")
	if err != nil {
		return nil, fmt.Errorf("reading Cayley's UI: %w", err)
	}
	err = fs.WalkDir(web, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !served(path) {
			return err
		}
		files[uiPath+path], err = fs.ReadFile(web, path)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading Cayley's UI: %w", err)
	}
	for _, r := range rewrites {
		text, found := files[uiPath+r.file]
		if !found || !r.old.Match(text) {
			return nil, fmt.Errorf("rewriting Cayley's UI: %s has nothing that matches %s; was Cayley upgraded?", r.file, r.old)
		}
		files[uiPath+r.file] = r.old.ReplaceAll(text, []byte(r.new))
	}
	files[uiPath] = files[uiPath+"index.html"]
	return files, nil
}

// served leaves out what is of no use here: source maps, and the service
// worker, which loads its library from the internet and is never registered.
func served(path string) bool {
	return !strings.HasSuffix(path, ".map") && !strings.Contains(path, "service-worker") && !strings.Contains(path, "precache")
}
