package data

import _ "embed"

// What the models hold and where they come from stands in models/MODEL_CARD.md.
// They are used where they lie in the binary, without a copy.
var (
	// Network is the file of the network that tags, finds names and parses.
	//
	//go:embed models/network.model
	Network string

	// Splitter is the file of the model that ends sentences.
	//
	//go:embed models/splitter.model
	Splitter string
)
