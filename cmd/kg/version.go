package main

import (
	"fmt"
	"io"
	"runtime/debug"

	"github.com/urfave/cli/v2"

	"kg/extract"
)

func versionCommand() *cli.Command {
	return &cli.Command{
		Name:   "version",
		Usage:  "say which kg this is",
		Flags:  []cli.Flag{formatFlag(formatTable, formatJSON, formatJSONL)},
		Action: showVersion,
	}
}

// version is what a bug report needs.
type version struct {
	KG        string `json:"kg"`
	Revision  string `json:"revision,omitempty"` // of the source; "+" where it was changed
	Extractor string `json:"extractor"`          // articles extracted by another are read again
	Cayley    string `json:"cayley,omitempty"`
	Go        string `json:"go"`
}

func showVersion(c *cli.Context) error {
	if _, err := arguments(c, 0, 0); err != nil {
		return err
	}
	v := currentVersion()
	return printOne(c, v, func(w io.Writer, _ style) {
		fmt.Fprintf(w, "kg %s\n", v.KG)
		for _, part := range [][2]string{{"revision", v.Revision}, {"extractor", v.Extractor}, {"cayley", v.Cayley}, {"go", v.Go}} {
			if part[1] != "" {
				fmt.Fprintf(w, "%-10s %s\n", part[0], part[1])
			}
		}
	})
}

func currentVersion() version {
	v := version{KG: "(devel)", Extractor: extract.Version}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return v
	}
	v.Go = info.GoVersion
	if info.Main.Version != "" {
		v.KG = info.Main.Version
	}
	for _, dep := range info.Deps {
		if dep.Path == "github.com/cayleygraph/cayley" {
			v.Cayley = dep.Version
		}
	}
	for _, setting := range info.Settings {
		switch {
		case setting.Key == "vcs.revision":
			v.Revision = setting.Value + v.Revision
		case setting.Key == "vcs.modified" && setting.Value == "true":
			v.Revision += "+"
		}
	}
	return v
}
