package main

// The help says what a command does, then how it is called. The templates are
// those of the CLI library, with less in them.
const (
	appHelp = `{{.Name}} - {{.Usage}}

{{.Description}}

Usage: {{.UsageText}}

Commands:{{range .VisibleCommands}}
  {{printf "%-12s" .Name}} {{.Usage}}{{end}}

Options:{{range .VisibleFlags}}
  {{.}}{{end}}

kg COMMAND --help says more about a command.
Exit codes: 0 done, 1 something failed, 2 wrong usage.
`
	commandHelp = `kg {{.Name}} - {{.Usage}}

Usage: kg {{.Name}} [options]{{if .ArgsUsage}} {{.ArgsUsage}}{{end}}
{{if .Description}}
{{.Description}}
{{end}}
Options:{{range .VisibleFlags}}
  {{.}}{{end}}
`
)
