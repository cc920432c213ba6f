package nlp

import "strings"

// restore returns the base of a regular verb or adjective from what is left
// before -ed, -ing, -er or -est: it undoes a doubled consonant ("stopp" →
// "stop") and gives back a silent e ("creat" → "create"). English spelling
// tells which in most cases; the words where it does not are listed.
func restore(stem string) string {
	switch {
	case len(stem) < 2:
		return stem
	case doubled(stem):
		return stem[:len(stem)-1]
	case dropsE(stem):
		return stem + "e"
	}
	return stem
}

// doubled reports whether the last consonant of stem was doubled by the ending.
func doubled(stem string) bool {
	n := len(stem)
	if stem[n-1] != stem[n-2] || isVowel(stem[n-1]) {
		return false
	}
	switch stem[n-1] {
	case 's', 'z', 'f':
		return keepsOne[stem[:n-1]]
	case 'l':
		return syllables(stem) > 1 && !keepsTwo[stem]
	}
	return !keepsTwo[stem]
}

// keepsTwo are bases that end in a double consonant where the rule says single.
var keepsTwo = wordSet("install enroll recall befall forestall stonewall appall enthrall add odd egg err purr butt boycott uninstall reinstall overspill sell sell smell shell quell")

// keepsOne are bases that end in a single s, z or f, doubled by the ending.
var keepsOne = wordSet("quiz gas bus")

// syllables counts groups of vowels.
func syllables(s string) int {
	count, inside := 0, false
	for i := range len(s) {
		vowel := isVowel(s[i]) || s[i] == 'y' && i > 0
		if vowel && !inside {
			count++
		}
		inside = vowel
	}
	return count
}

// eRule says whether a stem with an ending lost an e.
type eRule struct {
	ending string
	e      bool
}

// eRules are tried in order; the first whose ending fits decides. Longer
// endings come before the shorter ones they are exceptions to.
var eRules = []eRule{
	// Vowels before a single consonant that is never doubled.
	{"ee", false}, {"ye", false}, {"oe", false}, {"u", true},
	{"c", true}, {"v", true}, {"dg", true}, {"rg", true}, {"lg", true}, {"ng", false},
	{"ag", true}, {"eg", true}, {"ig", true}, {"og", true}, {"ug", true},
	// s and z
	{"ss", false}, {"tz", false}, {"zz", false}, {"s", true}, {"z", true},
	// t
	{"iat", true}, {"eat", false}, {"oat", false}, {"at", true},
	{"eut", false}, {"out", false}, {"ut", true}, {"it", false}, {"et", false}, {"ot", false}, {"t", false},
	// d
	{"ead", false}, {"oad", false}, {"ad", true}, {"ced", true}, {"ped", true}, {"ed", false},
	{"aid", false}, {"oid", false}, {"id", true}, {"ood", false}, {"od", true},
	{"oud", false}, {"aud", false}, {"ud", true}, {"d", false},
	// k
	{"eak", false}, {"oak", false}, {"ak", true}, {"ik", true}, {"ook", false}, {"ok", true}, {"uk", true}, {"k", false},
	// l
	{"rl", false}, {"wl", false}, {"al", false}, {"el", false},
	{"ail", false}, {"oil", false}, {"eil", false}, {"il", true}, {"ool", false}, {"ol", true},
	{"aul", false}, {"oul", false}, {"ul", true}, {"yl", true}, {"ll", false}, {"l", true},
	// m
	{"eam", false}, {"oam", false}, {"am", true}, {"em", false}, {"aim", false}, {"im", true},
	{"um", true}, {"m", false},
	// n
	{"ain", false}, {"ein", false}, {"oin", false}, {"uin", false}, {"in", true}, {"un", true}, {"n", false},
	// p
	{"eap", false}, {"oap", false}, {"ap", true}, {"ip", true}, {"p", false},
	// r
	{"ear", false}, {"oar", false}, {"ar", true}, {"air", false}, {"eir", false}, {"ir", true},
	{"our", false}, {"ur", true}, {"r", false},
	// b
	{"rb", false}, {"mb", false}, {"ib", true}, {"ob", true}, {"ub", true},
}

// dropsE reports whether stem lost a silent e before its ending.
func dropsE(stem string) bool {
	switch {
	case withE[stem]:
		return true
	case withoutE[stem]:
		return false
	}
	for _, rule := range eRules {
		if strings.HasSuffix(stem, rule.ending) {
			return rule.e
		}
	}
	return false
}

// withE are stems that lost an e against the rules.
var withE = wordSet(`
creat recreat procreat
unit invit cit excit ignit recit incit writ bit expedit reunit whit polit rewrit underwrit cowrit quit despit
complet compet delet deplet secret obsolet athlet
vot not quot promot devot denot demot remot tot dot misquot outvot
past tast wast hast bast chast
rout rerout
them schem extrem suprem
com becom overcom welcom hom
conven interven conven contraven scen
phon postpon condon clon hon ston ton dron zon dethron aton telephon
scal inhal exhal whal stal pal mal sal
hop cop slop grop rop scop elop telescop op dup typ hyp wip pip swip gip
stor restor explor ignor scor bor ador implor deplor snor por shor cor outscor
adher interfer persever rever sever sincer
breath bath sooth cloth loath seeth writh teeth unclothed
ach cach psych
chang arrang exchang rang rearrang challeng aveng veng plung loung cring hing infring imping scaveng
sing ting orang estrang derang sponge spong lung expung reveng mang
rid overrid bestrid nud mod cod
believ com giv hav liv
fre tru
settl
paus sens
cre
gav
ey
larg hug
hop
shar
bar rar squar
issu
saf chaf
rul
knif
smil
us
mus
tun
prob
rap shap
cop
crat berat
pirat
typ
styl
analys paralys catalys
eleg
alleg
besieg
sieg
concret
discret
brok
`)

// withoutE are stems that lost no e against the rules.
var withoutE = wordSet(`
focus bias canvas refocus caucus chorus
combat format squat
debut
visit
ruin
develop
gossip worship
murmur
pencil devil council fulfil distil stencil
victim
dial trial
beg dig dog
hurl
roar
worsh
wiretap recap handicap kidnap
equip ship trip
sulfur
chair
program
exam
margin
rapid
plot
gag
frog
pig
cabin
bulletin
bishop
bus gas
`)
