package nlp

import "strings"

// features returns the morphological features that follow from a Penn tag and
// the word, in the column format of CoNLL-U: "Number=Plur", "_".
func features(word, xpos string) string {
	switch xpos {
	case "PRP", "PRP$":
		if f, ok := pronounFeatures[strings.ToLower(word)]; ok {
			return f
		}
		return "PronType=Prs"
	}
	if f, ok := tagFeatures[xpos]; ok {
		return f
	}
	return "_"
}

var tagFeatures = map[string]string{
	"NN":   "Number=Sing",
	"NNS":  "Number=Plur",
	"NNP":  "Number=Sing",
	"NNPS": "Number=Plur",
	"JJ":   "Degree=Pos",
	"JJR":  "Degree=Cmp",
	"JJS":  "Degree=Sup",
	"RBR":  "Degree=Cmp",
	"RBS":  "Degree=Sup",
	"CD":   "NumType=Card",
	"MD":   "VerbForm=Fin",
	"VB":   "VerbForm=Inf",
	"VBD":  "Mood=Ind|Tense=Past|VerbForm=Fin",
	"VBG":  "VerbForm=Ger",
	"VBN":  "Tense=Past|VerbForm=Part",
	"VBP":  "Mood=Ind|Tense=Pres|VerbForm=Fin",
	"VBZ":  "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
	"WP":   "PronType=Int",
	"WP$":  "Poss=Yes|PronType=Int",
	"WDT":  "PronType=Rel",
	"WRB":  "PronType=Int",
	"EX":   "PronType=Dem",
	"FW":   "Foreign=Yes",
}

var pronounFeatures = map[string]string{
	"i":          "Case=Nom|Number=Sing|Person=1|PronType=Prs",
	"me":         "Case=Acc|Number=Sing|Person=1|PronType=Prs",
	"my":         "Case=Gen|Number=Sing|Person=1|Poss=Yes|PronType=Prs",
	"we":         "Case=Nom|Number=Plur|Person=1|PronType=Prs",
	"us":         "Case=Acc|Number=Plur|Person=1|PronType=Prs",
	"our":        "Case=Gen|Number=Plur|Person=1|Poss=Yes|PronType=Prs",
	"you":        "Person=2|PronType=Prs",
	"your":       "Case=Gen|Person=2|Poss=Yes|PronType=Prs",
	"he":         "Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs",
	"him":        "Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs",
	"his":        "Case=Gen|Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs",
	"she":        "Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs",
	"her":        "Gender=Fem|Number=Sing|Person=3|PronType=Prs",
	"it":         "Gender=Neut|Number=Sing|Person=3|PronType=Prs",
	"its":        "Case=Gen|Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs",
	"they":       "Case=Nom|Number=Plur|Person=3|PronType=Prs",
	"them":       "Case=Acc|Number=Plur|Person=3|PronType=Prs",
	"their":      "Case=Gen|Number=Plur|Person=3|Poss=Yes|PronType=Prs",
	"himself":    "Gender=Masc|Number=Sing|Person=3|PronType=Prs|Reflex=Yes",
	"herself":    "Gender=Fem|Number=Sing|Person=3|PronType=Prs|Reflex=Yes",
	"itself":     "Gender=Neut|Number=Sing|Person=3|PronType=Prs|Reflex=Yes",
	"themselves": "Number=Plur|Person=3|PronType=Prs|Reflex=Yes",
}
