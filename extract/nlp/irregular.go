package nlp

import "strings"

// irregularVerbs lists the base, past and past participle of verbs that don't
// form them with -ed; forms after a slash are variants. Prefixed verbs
// ("overcome", "co-write") follow their last part.
const irregularVerbs = `
arise arose arisen
awake awoke awoken
bear bore borne/born
beat beat beaten
become became become
befall befell befallen
begin began begun
behold beheld beheld
bend bent bent
bet bet bet
bid bid bid
bind bound bound
bite bit bitten
bleed bled bled
blow blew blown
break broke broken
breed bred bred
bring brought brought
broadcast broadcast broadcast
build built built
burn burnt burnt
burst burst burst
buy bought bought
cast cast cast
catch caught caught
choose chose chosen
cling clung clung
come came come
cost cost cost
creep crept crept
cut cut cut
deal dealt dealt
dig dug dug
dive dove dived
do did done
draw drew drawn
dream dreamt dreamt
drink drank drunk
drive drove driven
dwell dwelt dwelt
eat ate eaten
fall fell fallen
feed fed fed
feel felt felt
fight fought fought
find found found
flee fled fled
fling flung flung
fly flew flown
forbid forbade forbidden
forget forgot forgotten
forgive forgave forgiven
forsake forsook forsaken
freeze froze frozen
get got gotten/got
give gave given
go went gone
grind ground ground
grow grew grown
hang hung hung
have had had
hear heard heard
hide hid hidden
hit hit hit
hold held held
hurt hurt hurt
keep kept kept
kneel knelt knelt
know knew known
lay laid laid
lead led led
lean leant leant
leap leapt leapt
learn learnt learnt
leave left left
lend lent lent
let let let
lie lay lain
light lit lit
lose lost lost
make made made
mean meant meant
meet met met
mistake mistook mistaken
overcome overcame overcome
overshoot overshot overshot
pay paid paid
plead pled pled
prove proved proven
put put put
quit quit quit
read read read
rid rid rid
ride rode ridden
ring rang rung
rise rose risen
run ran run
say said said
see saw seen
seek sought sought
sell sold sold
send sent sent
set set set
sew sewed sewn
shake shook shaken
shear sheared shorn
shed shed shed
shine shone shone
shoot shot shot
show showed shown
shrink shrank shrunk
shut shut shut
sing sang sung
sink sank sunk
sit sat sat
sleep slept slept
slide slid slid
sling slung slung
slit slit slit
smell smelt smelt
sow sowed sown
speak spoke spoken
speed sped sped
spell spelt spelt
spend spent spent
spill spilt spilt
spin spun spun
spit spat spat
split split split
spoil spoilt spoilt
spread spread spread
spring sprang sprung
stand stood stood
steal stole stolen
stick stuck stuck
sting stung stung
stink stank stunk
strew strewed strewn
stride strode stridden
strike struck struck/stricken
string strung strung
strive strove striven
swear swore sworn
sweep swept swept
swell swelled swollen
swim swam swum
swing swung swung
take took taken
teach taught taught
tear tore torn
tell told told
think thought thought
throw threw thrown
thrust thrust thrust
tread trod trodden
understand understood understood
undergo underwent undergone
upset upset upset
wake woke woken
wear wore worn
weave wove woven
weep wept wept
win won won
wind wound wound
withdraw withdrew withdrawn
wring wrung wrung
write wrote written
`

// verbForms maps irregular forms to their base.
var verbForms = readVerbForms()

func readVerbForms() map[string]string {
	forms := map[string]string{
		"am": "be", "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be",
		"'m": "be", "'re": "be", "'s": "be", "art": "be", "ai": "be",
		"has": "have", "'ve": "have", "does": "do", "goes": "go", "ca": "can", "wo": "will", "'ll": "will", "sha": "shall",
		"could": "could", "would": "would", "should": "should", "might": "might", "'d": "would",
		"dying": "die", "lying": "lie", "tying": "tie", "vying": "vie", "dies": "die", "lies": "lie", "ties": "tie", "vies": "vie",
		"died": "die", "lied": "lie", "tied": "tie", "vied": "vie", "belies": "belie", "belied": "belie", "untied": "untie",
		"agreed": "agree", "freed": "free", "decreed": "decree", "guaranteed": "guarantee", "refereed": "referee",
		"disagreed": "disagree", "shoed": "shoe", "toed": "toe", "eyed": "eye", "dyed": "dye", "dyeing": "dye",
		"singed": "singe", "panicked": "panic", "panicking": "panic", "mimicked": "mimic", "mimicking": "mimic",
		"focuses": "focus", "biases": "bias", "trafficked": "traffic", "trafficking": "traffic", "picnicking": "picnic", "gonna": "go",
	}
	for line := range strings.Lines(irregularVerbs) {
		columns := strings.Fields(line)
		if len(columns) == 0 {
			continue
		}
		for _, column := range columns[1:] {
			for form := range strings.SplitSeq(column, "/") {
				if _, known := forms[form]; !known {
					forms[form] = columns[0]
				}
			}
		}
	}
	return forms
}

// nounForms maps irregular plurals to their singular.
var nounForms = pairs(`
men man women woman children child people person feet foot teeth tooth mice mouse geese goose lice louse
oxen ox lives life wives wife knives knife leaves leaf thieves thief halves half shelves shelf wolves wolf
selves self loaves loaf calves calf hooves hoof elves elf scarves scarf themselves themselves
criteria criterion phenomena phenomenon bacteria bacterium data data media medium strata stratum
crises crisis analyses analysis theses thesis hypotheses hypothesis diagnoses diagnosis oases oasis
parentheses parenthesis syntheses synthesis emphases emphasis axes axis bases base
alumni alumnus fungi fungus cacti cactus nuclei nucleus stimuli stimulus syllabi syllabus
indices index appendices appendix matrices matrix vertices vertex
buses bus gases gas lenses lens viruses virus bonuses bonus campuses campus statuses status
censuses census consensuses consensus choruses chorus circuses circus focuses focus surpluses surplus
caucuses caucus crocuses crocus geniuses genius walruses walrus menus menu apparatuses apparatus
biases bias atlases atlas canvases canvas aliases alias christmases christmas pancreases pancreas
irises iris trellises trellis quizzes quiz whizzes whiz
regards regards thanks thanks police police staff staff means means politics politics clothes clothes pants
pants goods goods headquarters headquarters surroundings surroundings whereabouts whereabouts jeans jeans
proceedings proceedings savings savings specifics specifics economics economics arrears arrears trousers
trousers auspices auspices scissors scissors sunglasses sunglasses billiards billiards outskirts outskirts
remains remains genitals genitals electronics electronics dynamics dynamics genetics
genetics mathematics mathematics physics physics athletics athletics odds odds amends amends troops troops
mins minute hrs hour yrs year
manners manners finances finances
movies movie cookies cookie zombies zombie calories calorie rookies rookie selfies selfie pies pie ties tie
lies lie dies die prairies prairie genies genie hippies hippie eyries eyrie brownies brownie
aches ache headaches headache caches cache heartaches heartache toothaches toothache
shoes shoe toes toe foes foe canoes canoe hoes hoe oboes oboe
series series species species means means news news headquarters headquarters politics politics
economics economics physics physics mathematics mathematics ethics ethics athletics athletics
diabetes diabetes measles measles corps corps chassis chassis gallows gallows crossroads crossroads
barracks barracks olympics olympics
`)

// comparisonForms maps irregular comparatives and superlatives to their positive.
var comparisonForms = pairs(`
better good best good worse bad worst bad more more most most less less least least further far
furthest far farther far farthest far elder old eldest old
`)

// adverbForms is the same for adverbs.
var adverbForms = pairs(`better well best well worse badly worst badly more more most most less less least least
further far furthest far farther far farthest far`)

// pronounForms maps pronouns and determiners to the forms the treebanks take as
// their lemmas.
var pronounForms = pairs(`
me I myself myself mine mine us we 's we him he them they 'em they em they thee thou
these this those that an a
`)

// pairs makes a map of a list of forms, each followed by its lemma.
func pairs(list string) map[string]string {
	words := strings.Fields(list)
	m := make(map[string]string, len(words)/2)
	for i := 0; i+1 < len(words); i += 2 {
		m[words[i]] = words[i+1]
	}
	return m
}
