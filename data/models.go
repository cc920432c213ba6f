package data

import "embed"

//go:embed models/*.model
var models embed.FS

// Model returns the file of a model: "xpos", "upos", "parser", "splitter". What it holds
// and where it comes from stands in models/MODEL_CARD.md.
func Model(name string) ([]byte, error) { return models.ReadFile("models/" + name + ".model") }
