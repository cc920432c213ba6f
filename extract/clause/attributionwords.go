package clause

// This file holds the words of attribution: which verbs and nouns ascribe
// content to somebody, and how. They are lemmas, typed from general knowledge
// of English.

// plainSayings are verbs of saying that add nothing to "says".
var plainSayings = words("say", "tell", "add", "state", "note", "write", "tweet", "post", "report", "explain", "remark",
	"comment", "reply", "respond", "continue", "mention", "observe", "read", "recall", "answer", "relate", "blog",
	"text", "email", "e-mail", "muse", "quip", "joke", "shout", "whisper", "exclaim", "declare", "recount", "retort",
	"assert", "elaborate", "chant", "yell", "scream", "cry", "murmur", "mutter", "reiterate", "repeat", "stress",
	"emphasise", "emphasize", "testify", "opine", "intone", "interject", "conclude", "quote", "retweet", "inform", "notify", "marvel", "sigh", "go on", "put it", "point out",
	"sum up", "chime in", "proclaim", "announce")

// tellingSayings are verbs of saying whose own meaning matters: they stay the relation.
var tellingSayings = words("claim", "argue", "insist", "warn", "deny", "admit", "confirm", "suggest", "allege",
	"acknowledge", "ask", "reveal", "disclose", "contend", "maintain", "concede", "predict", "estimate", "complain",
	"charge", "boast", "caution", "counter", "lament", "promise", "vow", "pledge", "assure", "remind", "advise",
	"recommend", "propose", "signal", "hint", "imply", "swear", "request", "demand", "wonder", "speculate",
	"attest", "clarify", "agree", "concur", "advocate", "urge", "protest", "object", "brag", "confess", "dispute",
	"refute", "reject", "rule", "decree", "forecast", "hypothesise", "hypothesize", "theorise", "theorize",
	"question", "joke", "rumour", "rumor", "posit", "postulate", "reason", "guarantee", "threaten", "stipulate",
	"prophesy", "rail", "fume", "gush", "preach", "plead", "pray", "beg", "enquire", "inquire", "query", "calculate",
	"mock", "tease", "taunt", "echo", "affirm", "reaffirm", "underscore", "underline", "highlight", "decide",
	"point", "specify", "convey", "accept", "grumble", "gripe", "vent", "snap", "rant", "ponder",
	"certify", "deduce", "infer", "detail", "document", "publicise", "publicize", "broadcast", "argue back")

// findings are verbs by which a document, a survey or those who made it state something.
var findings = words("show", "indicate", "find", "reveal", "demonstrate", "suggest", "confirm", "conclude", "note",
	"document", "estimate", "report", "disclose", "detail")

// holdings are verbs of believing and feeling: their subject holds what the clause says.
var holdings = words("believe", "think", "hope", "fear", "expect", "feel", "suspect", "doubt", "learn", "hear",
	"understand", "know", "realise", "realize", "assume", "imagine", "guess", "worry", "determine", "discover", "wish",
	"figure", "anticipate", "remember", "forget", "notice", "judge", "dream", "presume", "reckon", "suppose",
	"decide", "conclude", "see", "recognise", "recognize", "regret", "care", "foresee", "envisage",
	"envision", "appreciate", "sense", "trust", "resolve", "prefer", "recall", "favour", "favor", "fathom", "gather", "say")

// intentions take an infinitive that their own subject means to do or not to do.
var intentions = words("want", "plan", "vow", "pledge", "promise", "hope", "intend", "agree", "refuse", "decline",
	"decide", "threaten", "propose", "offer", "expect", "prefer", "wish", "swear", "demand",
	"claim", "ask", "commit", "resolve", "volunteer", "consent",
	"profess", "vote", "seek", "aim", "mean", "aspire", "yearn", "long")

// directives take an object and an infinitive: what their subject wants others to do.
var directives = words("urge", "ask", "tell", "encourage", "order", "invite", "advise", "challenge", "request",
	"implore", "beg", "press", "want", "expect", "instruct", "warn", "exhort", "remind", "direct", "call",
	"lobby", "pressure", "command", "admonish", "counsel", "caution", "dare", "plead", "petition", "recommend",
	"forbid", "prefer", "appeal")

// accusations take an object and, after "of", "for" or "as", what is said of it.
var accusations = words("accuse", "blame", "criticise", "criticize", "condemn", "praise", "denounce", "fault", "mock",
	"hail", "describe", "dismiss", "portray", "characterise", "characterize", "commend", "thank", "attack", "slam",
	"blast", "rebuke", "chide", "berate", "ridicule", "deride", "laud", "applaud", "decry", "paint", "depict", "cast",
	"cite", "regard", "view", "see", "brand", "reject", "lambast", "lambaste", "chastise", "credit", "defend",
	"excoriate", "reprimand", "scold", "assail", "hammer", "rip", "knock", "liken", "compare", "equate", "disparage",
	"admire", "identify", "rate", "judge", "perceive", "conceive", "tout", "salute", "honour", "honor", "lampoon", "skewer")

// namings take an object and a predicate of it: "called it “a disgrace”".
var namings = words("call", "label", "dub", "term", "brand", "deem", "consider", "declare", "pronounce", "find", "think",
	"name", "proclaim")

// judgings are the namings whose predicate is the opinion of their subject and
// makes nothing so: "named her director" does.
var judgings = words("call", "label", "dub", "term", "brand", "deem", "consider", "find", "think", "judge")

// topicVerbs take a noun phrase after a preposition (or none, "") for what is
// said or judged: a content that need not exist.
var topicVerbs = map[string][]string{
	"call": {"for"}, "warn": {"of", "about", "against", "that"}, "complain": {"about", "of"}, "appeal": {"for"},
	"plead": {"for"}, "push": {"for"}, "press": {"for"}, "advocate": {"for", ""}, "demand": {""}, "propose": {""},
	"promise": {""}, "pledge": {""}, "predict": {""}, "urge": {""}, "request": {""}, "recommend": {""}, "vow": {""},
	"speak": {"of", "about"}, "talk": {"about", "of"}, "boast": {"about", "of"}, "brag": {"about"}, "hint": {"at"},
	"hope": {"for"}, "worry": {"about"}, "ask": {"for", "about"}, "lobby": {"for"}, "campaign": {"for", "against"},
	"protest": {"against", ""}, "argue": {"for", "against"}, "rule": {"out"}, "threaten": {""}, "fear": {""},
	"expect": {""}, "want": {""}, "forecast": {""}, "suggest": {""}, "envisage": {""}, "envision": {""},
	"anticipate": {""}, "allege": {""}, "claim": {""}, "object": {"to"}, "express": {""}, "voice": {""},
	"joke": {"about"}, "tweet": {"about", ""}, "write": {"of", "about"}, "testify": {"about"}, "preach": {""},
	"stress": {""}, "emphasise": {""}, "emphasize": {""}, "mention": {""}, "cite": {""}, "point": {"to"},
	"question": {""}, "criticise": {""}, "criticize": {""}, "discuss": {""}, "dispute": {""}, "deny": {""},
	"reject": {""}, "acknowledge": {""}, "admit": {"", "to"}, "support": {""}, "oppose": {""}, "favour": {""},
	"favor": {""}, "condemn": {""}, "denounce": {""}, "praise": {""}, "describe": {""}, "explain": {""},
	"defend": {""}, "rail": {"against"}, "refer": {"to"}, "reference": {""}, "allude": {"to"}, "comment": {"on"},
	"highlight": {""}, "underline": {""}, "underscore": {""}, "outline": {""}, "detail": {""}, "address": {""},
	"reveal": {""}, "disclose": {""}, "note": {""}, "raise": {""}, "echo": {""}, "welcome": {""}, "lament": {""},
	"bemoan": {""}, "decry": {""}, "deplore": {""}, "mock": {""}, "ridicule": {""}, "deride": {""}, "blast": {""},
	"slam": {""}, "attack": {""}, "applaud": {""}, "laud": {""}, "celebrate": {""}, "endorse": {""}, "embrace": {""},
	"champion": {""}, "promote": {""}, "tout": {""}, "downplay": {""}, "dismiss": {""}, "disavow": {""},
	"admire": {""}, "resent": {""}, "despise": {""}, "regret": {""}, "doubt": {""}, "believe": {"in"},
	"agree": {"with", "on"}, "disagree": {"with", "on"}, "apologise": {"for"}, "apologize": {"for"},
	"insist": {"on"}, "confirm": {""}, "blame": {""}, "debate": {""}, "contemplate": {""}, "challenge": {""},
	"rebut": {""}, "respond": {"to"}, "reply": {"to"}, "bristle": {"at"}, "scoff": {"at"}, "balk": {"at"}, "seize": {"on"},
}

// contentNouns name something that is said, held or meant, and the verb that says the same.
var contentNouns = map[string]string{
	"claim": "claim", "statement": "say", "report": "say", "warning": "warn", "belief": "believe", "fear": "fear",
	"promise": "promise", "pledge": "pledge", "vow": "vow", "threat": "threaten", "proposal": "propose", "call": "call",
	"plan": "plan", "hope": "hope", "allegation": "allege", "accusation": "allege", "assertion": "assert",
	"argument": "argue", "view": "believe", "opinion": "believe", "suggestion": "suggest", "demand": "demand",
	"insistence": "insist", "contention": "contend", "prediction": "predict", "forecast": "forecast",
	"conclusion": "conclude", "finding": "find", "announcement": "announce", "admission": "admit",
	"acknowledgment": "acknowledge", "acknowledgement": "acknowledge", "complaint": "complain", "denial": "deny",
	"decision": "decide", "idea": "think", "notion": "think", "theory": "think", "concern": "worry", "worry": "worry",
	"suspicion": "suspect", "doubt": "doubt", "comment": "say", "remark": "say", "tweet": "say", "request": "request",
	"refusal": "refuse", "offer": "offer", "intention": "intend", "desire": "want", "wish": "wish", "commitment": "commit",
	"expectation": "expect", "conviction": "believe", "estimate": "estimate", "rumour": "say", "rumor": "say",
	"charge": "charge", "assurance": "assure", "declaration": "declare", "reminder": "remind", "observation": "observe",
	"recommendation": "recommend", "order": "order", "appeal": "appeal", "determination": "determine",
	"willingness": "want", "eagerness": "want", "ambition": "want", "ruling": "rule", "confession": "confess",
	"guarantee": "guarantee", "assessment": "judge", "message": "say", "quote": "say", "line": "say", "words": "say",
	"case": "argue", "agreement": "agree", "effort": "want", "bid": "want", "goal": "want", "aim": "want",
	"narrative": "say", "rhetoric": "say", "emphasis": "emphasise", "pronouncement": "say", "speculation": "speculate",
	"sense": "feel", "impression": "think", "feeling": "feel", "consensus": "agree", "testimony": "testify",
	"insinuation": "insinuate", "reluctance": "be reluctant", "resolve": "resolve", "motion": "propose", "pitch": "propose",
	"bet": "bet",
}

// factiveNouns take a that-clause which the sentence presents as true.
var factiveNouns = words("fact", "truth", "reality", "news", "revelation", "realisation", "realization", "discovery")
