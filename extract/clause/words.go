package clause

// This file holds the closed word classes that the grammar names: lemmas and
// lower-case words, typed from general knowledge of English. Open classes
// (which verb reports, which noun names an office) are lists here as well,
// short and in plain sight, because every one of them changes how far a
// sentence asserts what it says.

// words makes a set.
func words(list ...string) map[string]bool {
	set := make(map[string]bool, len(list))
	for _, w := range list {
		set[w] = true
	}
	return set
}

var (
	// negators turn a verb group into its denial.
	negators = words("not", "n't", "n’t", "never", "neither", "nor", "hardly", "scarcely")

	// subordinators open a clause of their own; some are prepositions as well
	// and count as subordinators only where a subject and a finite verb follow.
	subordinators = words("if", "because", "although", "though", "while", "whereas", "unless", "when", "whenever",
		"where", "wherever", "until", "till", "since", "after", "before", "as", "once", "that", "whether", "lest",
		"how", "why", "so", "like", "than", "provided", "even", "whilst")

	// alsoPrepositions are the subordinators that may stand before a noun phrase alone.
	alsoPrepositions = words("until", "till", "since", "after", "before", "as", "than", "like", "so", "once", "even")

	// conditionals open a clause that is supposed, not asserted.
	conditionals = words("if", "unless", "lest", "provided", "whether")

	// relativizers refer back to the noun phrase before them.
	relativizers = words("who", "which", "whom", "that", "whose")

	// subjectMarkers open a participial clause whose subject is that of the clause above.
	subjectMarkers = words("after", "before", "by", "upon", "on", "while", "when", "since", "without", "although", "though", "if", "as")

	// relativeTime stands after an amount of time and dates it: "two years ago".
	relativeTime = words("ago", "later", "earlier", "before", "afterwards", "afterward")

	// quantifiers stand before a number and belong to its noun phrase.
	quantifiers = words("about", "around", "nearly", "almost", "roughly", "approximately", "over", "only", "just",
		"some", "exactly", "barely", "under", "another")

	// linkingVerbs join a subject to adjectives as "be" does.
	linkingVerbs = words("be", "become", "remain", "seem", "appear", "look", "stay", "feel", "grow", "turn", "sound",
		"prove", "fall", "keep", "go")

	// timeNouns name a time by themselves or with a determiner.
	timeNouns = words("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
		"november", "december", "jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.", "oct.",
		"nov.", "dec.", "today", "yesterday", "tomorrow", "tonight", "morning", "afternoon", "evening", "night",
		"noon", "midnight", "day", "week", "weekend", "month", "year", "decade", "century", "hour", "minute",
		"second", "season", "spring", "summer", "autumn", "winter", "quarter", "moment", "time", "date", "era",
		"midday", "dawn", "dusk", "period", "fall")

	// bareTimeNouns are adverbials of time without a preposition only with one
	// of bareTimeDeterminers before them, or as a day's name.
	bareTimeDeterminers = words("last", "next", "this", "that", "every", "each", "late", "earlier", "later", "early",
		"the", "a", "one", "two", "three", "four", "five", "several", "some", "many", "previous", "following", "past")

	// durationPrepositions with an amount of time say how long.
	placePrepositions = words("in", "at", "on", "near", "outside", "inside", "throughout", "across", "off", "around",
		"within", "above", "below", "beneath", "under", "behind", "beside", "between", "among", "over", "along")

	// titleNouns head a role or office that stands before or beside a name.
	titleNouns = words("president", "minister", "secretary", "chancellor", "king", "queen", "prince", "princess",
		"pope", "senator", "governor", "mayor", "ambassador", "envoy", "chairman", "chairwoman", "chair",
		"chairperson", "director", "commander", "general", "captain", "colonel", "major", "lieutenant", "sergeant",
		"admiral", "judge", "justice", "professor", "spokesman", "spokeswoman", "spokesperson", "leader", "chief",
		"executive", "officer", "founder", "co-founder", "owner", "editor", "author", "writer", "journalist",
		"reporter", "correspondent", "actor", "actress", "singer", "musician", "artist", "painter", "composer",
		"director-general", "coach", "manager", "striker", "goalkeeper", "midfielder", "defender", "player",
		"champion", "winner", "runner", "swimmer", "boxer", "lawyer", "attorney", "prosecutor", "economist",
		"scientist", "historian", "philosopher", "poet", "novelist", "engineer", "architect", "astronaut",
		"astronomer", "physicist", "chemist", "biologist", "analyst", "adviser", "advisor", "aide", "deputy",
		"commissioner", "inspector", "detective", "superintendent", "sheriff", "representative", "congressman",
		"congresswoman", "lawmaker", "politician", "activist", "candidate", "nominee", "premier", "head",
		"counterpart", "colleague", "countryman", "countrywoman", "rival", "predecessor", "successor", "host",
		"treasurer", "rector", "dean", "bishop", "archbishop", "cardinal", "imam", "rabbi", "sultan", "emir",
		"emperor", "empress", "dictator", "lord", "businessman", "businesswoman", "entrepreneur", "banker",
		"billionaire", "creator", "producer", "presenter", "broadcaster", "comedian", "filmmaker", "screenwriter",
		"guitarist", "drummer", "pianist", "secretary-general", "speaker", "whip", "chaplain", "pastor", "priest",
		"footballer", "golfer", "cyclist", "driver", "pilot", "teacher", "principal", "student", "doctor", "surgeon",
		"nurse", "boss", "whistleblower", "researcher", "expert", "contractor", "curator", "campaigner", "official", "consultant",
		"columnist", "playwright", "violinist", "keeper", "batsman", "bowler", "quarterback", "ceo", "cfo", "vice-president", "trainer", "forward", "winger", "skipper", "sprinter", "skier", "model",
		"rapper", "conductor", "chef", "dancer", "choreographer", "sculptor", "photographer", "designer", "publisher",
		"trader", "investor", "neighbour", "neighbor", "resident", "veteran", "firefighter", "diplomat", "negotiator", "organiser",
		"organizer", "strategist", "pollster", "consultant", "scholar", "researcher", "expert", "critic", "columnist",
		"biochemist", "virologist", "hydrologist", "neurologist", "geologist", "oceanographer", "mathematician", "psychologist",
		"sociologist", "anthropologist", "archaeologist", "seismologist", "epidemiologist", "microbiologist", "cardiologist",
		"psychiatrist", "statistician", "animator", "lobbyist", "accountant", "watchmaker", "farmer", "referee", "umpire")

	// ofVerbs have an of-phrase of their own besides their object.
	ofVerbs = words("accuse", "acquit", "clear", "convict", "cure", "deprive", "inform", "remind", "rid", "rob",
		"strip", "suspect", "warn")

	// doubtfulTitles leave open whether the title behind them is held.
	doubtfulTitles = words("suspected", "alleged", "supposed", "purported", "accused", "would-be", "self-proclaimed",
		"self-styled", "presumed")

	// passingTitles say when the title behind them is held.
	passingTitles = words("incoming", "outgoing", "acting", "then", "sitting", "retiring")

	// presentTitles say of the office behind them only that it is held now.
	presentTitles = words("new", "current", "incumbent", "sitting", "present", "longtime", "long-time")

	// officeNouns are the titles that belong to a country or place itself; of
	// the others it is only where their bearer comes from.
	officeNouns = words("ceo", "cfo", "president", "minister", "secretary", "chancellor", "king", "queen", "prince", "princess",
		"senator", "governor", "mayor", "ambassador", "envoy", "leader", "premier", "chief", "commissioner",
		"representative", "congressman", "congresswoman", "lawmaker", "spokesman", "spokeswoman", "spokesperson",
		"diplomat", "general", "admiral", "commander", "judge", "justice", "prosecutor", "attorney", "speaker",
		"emperor", "empress", "sultan", "emir", "dictator", "negotiator", "head", "deputy", "coach", "captain",
		"secretary-general", "treasurer", "sheriff", "chair", "chairman", "chairwoman", "chairperson")

	// envoyNouns are the offices of those who are sent to somebody.
	envoyNouns = words("ambassador", "envoy", "representative", "emissary", "delegate", "adviser", "advisor", "aide", "counsel", "counsellor")

	// addressTitles stand before a name and say nothing of an office.
	addressTitles = words("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sir", "dame")

	// playerNouns are what somebody is of a team, which may bear the name of a place.
	playerNouns = words("striker", "goalkeeper", "keeper", "midfielder", "defender", "player", "forward", "winger", "skipper", "trainer",
		"footballer", "batsman", "bowler", "quarterback", "pitcher", "teammate")

	// eventNouns name what happens.
	eventNouns = words("attack", "strike", "airstrike", "raid", "bombing", "explosion", "blast", "shooting", "invasion",
		"war", "battle", "summit", "meeting", "conference", "talk", "talks", "negotiation", "negotiations", "visit",
		"election", "vote", "referendum", "protest", "demonstration", "rally", "earthquake", "quake", "flood", "fire",
		"crash", "accident", "ceremony", "festival", "match", "game", "final", "tournament", "race", "trial", "hearing",
		"assassination", "murder", "funeral", "concert", "clash", "fighting", "conflict", "offensive", "assault", "coup",
		"riot", "stampede", "collision", "shelling", "ambush", "siege", "gathering", "session", "congress", "debate",
		"celebration", "championship", "parade", "march", "uprising", "massacre", "dispute", "agreement", "treaty",
		"deal", "ceasefire", "truce")

	// standing are the events that nobody carries out: they are made or they last.
	standing = words("agreement", "treaty", "deal", "ceasefire", "truce", "war", "conflict", "dispute")

	// workNouns name what somebody makes to be read, seen or heard.
	workNouns = words("film", "movie", "book", "novel", "album", "song", "painting", "play", "series", "opera",
		"documentary", "poem", "memoir", "sculpture", "symphony", "musical", "thriller", "comedy", "drama", "biography",
		"autobiography", "single", "video")

	// openNouns leave open whether what their of-phrase names comes about.
	openNouns = words("possibility", "prospect", "chance", "hope", "likelihood", "probability", "risk", "threat", "danger",
		"fear", "idea", "plan", "proposal", "offer", "call", "prevention", "lack", "absence", "suggestion", "rumour", "rumor",
		"talk", "claim", "allegation", "expectation", "date", "need", "option", "cancellation", "demand")

	// gatherings are the events that those in their "of"-phrase hold.
	gatherings = words("meeting", "summit", "conference", "gathering", "session")

	// appointings make their first object what the second says.
	appointings = words("name", "appoint", "elect", "make", "declare", "crown", "nominate", "proclaim", "call",
		"consider", "ordain", "pronounce", "designate", "rename")

	// needsMore are the verbs that state nothing without what completes them.
	needsMore = words("be", "have", "do", "go", "get", "make", "take", "seem", "appear", "become", "remain", "want", "like",
		"need", "try", "use", "tend", "say", "tell", "think", "know", "mean", "come", "include", "involve", "put", "give",
		"let", "keep", "look", "happen", "follow", "matter")

	// neverAlone are the verbs that have an object wherever they are not passive.
	neverAlone = words("discover", "arrest", "detain", "sentence", "injure", "wound", "appoint", "construct", "establish",
		"designate", "hospitalize", "hospitalise", "rescue", "jail", "imprison", "convict", "displace", "damage", "destroy",
		"elect", "nominate", "schedule", "value", "base", "locate", "situate", "dub", "smuggle", "kidnap", "abduct", "build", "assassinate",
		"commission", "publish", "launch", "award", "evacuate", "seize", "ban", "impose", "re-arrest", "rearrest", "re-elect", "reelect")

	// takingObjects are verbs whose past form behind a passive is one as well, for they
	// hardly ever lack an object; neverAlone besides.
	takingObjects = words("replace", "remove", "deport", "extradite", "accuse", "charge", "release", "acquit", "execute", "behead", "hang",
		"exonerate", "confiscate", "sanction", "dismantle", "demolish", "repatriate", "indict", "sack", "fire", "oust", "expel", "exile",
		"extinguish", "equip", "rename", "restore", "reinstate", "renovate", "repeal", "annul", "revoke", "cancel", "postpone",
		"transfer", "transport", "torture", "treat", "tow", "uncover", "unveil", "vandalise", "vandalize", "acquire", "allocate",
		"approve", "baptise", "baptize", "besiege", "bury", "capture", "crown", "cremate", "decorate", "dedicate", "deploy", "describe", "discard",
		"dismiss", "distribute", "enact", "erect", "exhume", "fine", "found", "honour", "honor", "identify", "inaugurate",
		"induct", "install", "interview", "introduce", "invent", "invite", "kill", "murder", "name", "nationalise", "nationalize", "overturn",
		"pardon", "photograph", "promote", "question", "raise", "reject", "remand", "rescind", "sell", "shoot", "stab", "strip",
		"summon", "suspend", "translate", "trap", "use", "free", "put", "bring", "send")

	// reciprocalVerbs hold between the members of their subject.
	reciprocalVerbs = map[string]string{"meet": "meet", "marry": "marry", "fight": "fight", "divorce": "divorce",
		"clash": "clash with", "talk": "talk with", "negotiate": "negotiate with", "merge": "merge with",
		"collide": "collide with", "cooperate": "cooperate with", "collaborate": "collaborate with"}

	// kinNouns relate a person to the one who owns them.
	kinNouns = words("son", "daughter", "father", "mother", "brother", "sister", "wife", "husband", "uncle", "aunt",
		"cousin", "nephew", "niece", "grandson", "granddaughter", "grandfather", "grandmother", "widow", "widower",
		"spouse", "partner", "fiancé", "fiancée", "friend", "child", "parent", "stepson", "stepfather", "stepmother")

	// roleNouns besides titles: "the capital of", "a member of".
	roleNouns = words("capital", "member", "ally", "supporter", "opponent", "subsidiary", "unit", "part", "home",
		"birthplace", "successor", "citizen", "native", "graduate", "descendant", "patron", "branch", "suburb",
		"tributary", "province", "district", "headquarters", "victim", "survivor", "signatory", "sponsor")

	// lightVerbs carry little meaning of their own before a bare event noun:
	// "holds talks with", "takes part in".
	lightVerbs = words("hold", "take", "make", "have", "give", "carry", "conduct", "play", "pay", "reach", "launch",
		"express", "win", "gain", "lose", "seize", "declare", "wage", "enter", "begin", "start", "put", "do", "file",
		"seek", "find", "offer", "provide", "receive", "draw", "place", "perform", "sign", "impose")
)

// plainReporting are the reporting verbs that introduce a clause without
// "that" or a quotation without quotation marks: "…, she said".
var plainReporting = words("say", "tell", "add", "report", "announce", "claim", "state", "note", "explain", "argue",
	"insist", "warn", "admit", "confirm", "write", "tweet", "suggest", "allege", "acknowledge", "reveal", "testify",
	"contend", "maintain", "assert", "remark", "reply", "recall", "concede", "predict", "estimate", "conclude",
	"believe", "think", "hope", "fear", "feel", "suspect", "guess", "know", "wish", "figure", "understand", "show",
	"mean", "hear", "assume", "imagine", "decide", "find", "expect", "doubt", "learn", "indicate", "promise", "ask",
	"respond", "comment", "joke", "complain", "observe", "stress", "declare", "deny", "pledge", "vow", "forecast",
	"reckon", "ensure", "continue", "disclose", "quip", "caution")

// doubtAdverbs leave open whether the clause is true.
var doubtAdverbs = words("reportedly", "allegedly", "supposedly", "purportedly", "apparently", "seemingly", "perhaps",
	"maybe", "possibly", "probably", "presumably", "potentially", "ostensibly")

// hedges are the verbs of "I think" and "you know".
var hedges = words("think", "know", "guess", "mean", "believe", "suppose", "see", "say", "hope", "feel", "understand",
	"remember", "imagine")

// denials are reporting verbs whose clause the subject says to be false.
var denials = words("deny", "doubt", "refute", "dispute", "disprove", "reject")

// dismissals say of a claim, which is their object, that it is false.
var dismissals = words("dismiss", "rebut", "debunk", "discredit", "disprove", "contradict")

// askings are reporting verbs whose clause is not stated by anyone.
var askings = words("ask", "wonder", "hope", "wish", "want", "demand", "request", "urge", "propose", "recommend",
	"suggest", "pray", "imagine", "dream", "decide", "promise", "pledge", "vow", "offer")

// objectControl verbs hand their object on as the subject of the infinitive.
var objectControl = words("urge", "ask", "tell", "order", "force", "allow", "help", "want", "expect", "persuade",
	"encourage", "invite", "require", "enable", "cause", "lead", "warn", "permit", "appoint", "hire", "instruct",
	"advise", "authorise", "authorize", "push", "press", "lobby", "convince", "compel", "oblige", "beg",
	"challenge", "command", "direct", "forbid", "inspire", "motivate", "prompt", "remind", "teach", "train", "send",
	"choose", "select", "elect", "nominate", "name", "commission", "let", "make", "see", "watch", "need", "assign")

// clausalVerbs take an object and an infinitive together as what is wanted or
// brought about: who gets the rebels to leave does not get the rebels.
var clausalVerbs = words("cause", "allow", "permit", "enable", "let", "get", "want", "expect", "need", "like", "prefer", "wish", "hate", "love")

// catenative says what a verb before an infinitive does to what the infinitive states.
type catenative int

const (
	keepsChain  catenative = iota + 1 // "agrees to send": the chain is the relation
	meansFuture                       // "plans to send": will send
	meansNot                          // "failed to send": does not send
	meansMay                          // "is likely to send": may send
	meansOnce                         // "used to send": sent
)

// catenatives govern an infinitive with their own subject.
var catenatives = map[string]catenative{
	"agree": keepsChain, "continue": keepsChain, "begin": keepsChain, "start": keepsChain, "want": keepsChain,
	"try": keepsChain, "attempt": keepsChain, "seek": keepsChain, "aim": keepsChain, "hope": keepsChain,
	"refuse": keepsChain, "decline": keepsChain, "decide": keepsChain, "offer": keepsChain, "threaten": keepsChain,
	"promise": keepsChain, "vow": keepsChain, "pledge": keepsChain, "expect": keepsChain, "need": keepsChain,
	"have": keepsChain, "use": meansOnce, "help": keepsChain, "wish": keepsChain, "manage": keepsChain,
	"tend": keepsChain, "seem": meansMay, "appear": meansMay, "like": keepsChain, "love": keepsChain,
	"prefer": keepsChain, "claim": keepsChain, "prepare": keepsChain, "propose": keepsChain, "choose": keepsChain,
	"cease": keepsChain, "struggle": keepsChain, "strive": keepsChain, "opt": keepsChain,
	"volunteer": keepsChain, "hesitate": keepsChain, "learn": keepsChain, "come": keepsChain, "get": keepsChain,
	"happen": keepsChain, "proceed": keepsChain, "remain": keepsChain, "dare": keepsChain, "demand": keepsChain,
	"plan": meansFuture, "intend": meansFuture, "go": meansFuture, "be": meansFuture,
	"fail": meansNot, "neglect": meansNot, "forget": meansNot,
}

// passiveCatenatives govern an infinitive in the passive: "is expected to win".
var passiveCatenatives = words("expect", "say", "believe", "know", "suppose", "report", "schedule", "require", "think",
	"consider", "allow", "force", "design", "permit", "ask", "order", "invite", "urge", "intend", "use", "forbid",
	"oblige", "estimate", "understand", "see", "find", "prepare", "allege", "claim", "tell", "plan", "make", "suspect",
	"rumour", "rumor", "confirm", "deem", "discover", "enable", "encourage", "authorise", "authorize", "elect", "appoint", "choose", "commit",
	"sentence", "condemn", "compel", "instruct", "advise", "direct", "entitle", "license", "hire", "train", "slate", "select",
	"nominate", "pick", "tip", "contract", "recruit", "assign", "empower")

// gerundVerbs govern an -ing form with their own subject: "begins moving".
var gerundVerbs = words("begin", "start", "stop", "keep", "continue", "finish", "quit", "resume", "avoid", "try",
	"go", "risk", "enjoy", "consider", "suggest", "deny", "admit", "recommend", "love", "like", "hate", "cease",
	"delay", "favour", "favor", "practise")

// infinitiveAdjectives stand between "be" and an infinitive.
var infinitiveAdjectives = map[string]catenative{
	"able": keepsChain, "ready": keepsChain, "willing": keepsChain, "eager": keepsChain, "reluctant": keepsChain,
	"set": meansFuture, "due": meansFuture, "about": meansFuture, "bound": meansFuture, "poised": meansFuture,
	"likely": meansMay, "unlikely": meansNot, "unable": meansNot, "unwilling": meansNot, "certain": meansMay,
	"sure": meansMay, "free": keepsChain, "happy": keepsChain, "keen": keepsChain, "determined": keepsChain,
	"proud": keepsChain, "prepared": keepsChain, "committed": keepsChain, "first": keepsChain, "supposed": meansMay,
}

// modalities of modal verbs.
var modals = map[string]Modality{
	"will": Future, "'ll": Future, "’ll": Future, "shall": Future, "wo": Future,
	"would": Conditional, "'d": Conditional, "’d": Conditional,
	"may": Possible, "might": Possible, "could": Possible, "can": Possible, "ca": Possible, "should": Possible,
	"must": Possible, "ought": Possible, "need": Possible,
}

var monthNames = words("january", "february", "march", "april", "may", "june", "july", "august", "september",
	"october", "november", "december", "jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.",
	"oct.", "nov.", "dec.")

var dayNames = words("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
	"today", "yesterday", "tomorrow", "tonight")
