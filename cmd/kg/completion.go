package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

func completionCommand() *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "print a script that lets the shell complete kg's commands",
		ArgsUsage: "bash|zsh|fish",
		Description: `bash:  source <(kg completion bash)         in ~/.bashrc
zsh:   source <(kg completion zsh)          in ~/.zshrc, after compinit
fish:  kg completion fish | source          in ~/.config/fish/config.fish`,
		BashComplete: func(c *cli.Context) {
			for _, shell := range shells {
				fmt.Fprintln(c.App.Writer, shell.name)
			}
		},
		Action: printCompletion,
	}
}

// A shell that can complete kg's command line, with the script for it. The
// scripts ask kg itself: it answers to --generate-bash-completion.
var shells = []struct {
	name   string
	script func(*cli.App) (string, error)
}{
	{"bash", func(*cli.App) (string, error) { return bashCompletion, nil }},
	{"zsh", func(*cli.App) (string, error) { return zshCompletion, nil }},
	{"fish", func(app *cli.App) (string, error) { return app.ToFishCompletion() }},
}

const bashCompletion = `# bash completion for kg
_kg() {
  local cur words
  cur="${COMP_WORDS[COMP_CWORD]}"
  words=("${COMP_WORDS[@]:0:COMP_CWORD}")
  [[ "$cur" == -* ]] && words+=("$cur")
  local IFS=$'\n'
  COMPREPLY=($(compgen -W "$("${words[@]}" --generate-bash-completion 2>/dev/null)" -- "$cur"))
}
complete -o bashdefault -o default -F _kg kg
`

const zshCompletion = `#compdef kg
_kg() {
  local -a words_so_far found
  words_so_far=("${words[@]:0:$((CURRENT-1))}")
  [[ "${words[CURRENT]}" == -* ]] && words_so_far+=("${words[CURRENT]}")
  found=("${(@f)$("${words_so_far[@]}" --generate-bash-completion 2>/dev/null)}")
  if [[ -n "${found[1]}" ]]; then
    _describe 'kg' found
  else
    _files
  fi
}
compdef _kg kg
`

func printCompletion(c *cli.Context) error {
	args, err := arguments(c, 1, 1)
	if err != nil {
		return err
	}
	names := []string{}
	for _, shell := range shells {
		if shell.name != args[0] {
			names = append(names, shell.name)
			continue
		}
		script, err := shell.script(c.App)
		if err != nil {
			return fmt.Errorf("writing the completion for %s: %w", shell.name, err)
		}
		fmt.Fprint(c.App.Writer, script)
		return nil
	}
	slices.Sort(names)
	return usage(fmt.Errorf("kg cannot complete in %q", args[0]), "it can in "+strings.Join(names, ", "))
}
