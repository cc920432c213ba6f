package nlp

import (
	"strings"
	"testing"
)

func TestLemmas(t *testing.T) {
	tests := map[string]string{
		"VBZ": "is:be has:have says:say carries:carry goes:go watches:watch co-chairs:co-chair focuses:focus dies:die leaves:leave uses:use",
		"VBD": `was:be said:say met:meet co-chaired:co-chair stopped:stop carried:carry agreed:agree created:create ended:end
			planned:plan travelled:travel controlled:control killed:kill passed:pass invited:invite visited:visit
			shared:share offered:offer restored:restore monitored:monitor changed:change belonged:belong urged:urge
			rescued:rescue relied:rely overthrew:overthrow rewrote:rewrite withdrew:withdraw died:die 'd:have`,
		"VBN": "been:be gone:go written:write taken:take led:lead known:know allied:ally deployed:deploy promised:promise",
		"VBG": "making:make running:run lying:lie seeing:see using:use fighting:fight co-hosting:co-host being:be putting:put",
		"VBP": "are:be 've:have ’re:be ca:can m:be ve:have",
		"MD":  "wo:will ’ll:will 'd:would could:could",
		"NNS": `people:people 1970s:1970s 80's:80s 16s:16 works:work troops:troops yrs:year women:woman countries:country churches:church lives:life crises:crisis
			policemen:policeman buses:bus houses:house species:species data:data movies:movie heroes:hero ex-wives:ex-wife`,
		"NNPS": "Ukrainians:Ukrainian States:State Philippines:Philippine",
		"NNP":  "Thurs.:Thursday Paris:Paris NATO:NATO PRESIDENT:President kenya:Kenya eBay:eBay dp:dp Sept.:September",
		"FW":   "etc:etc. ie:i.e. déjà:déjà",
		"TO":   "na:to to:to",
		"PRP$": "her:her ur:your there:their",
		"NN":   "C:C Q3:Q3 Minutes.DOC:minutes.doc FAX:fax PM:p.m. am:a.m. rain:rain",
		"JJR":  "better:good larger:large bigger:big easier:easy longer:long later:late",
		"JJS":  "worst:bad largest:large strongest:strong happiest:happy",
		"RBS":  "best:well most:most",
		"PRP":  "him:he Them:they me:I us:we i:I her:she u:you",
		"IN":   "vs.:versus thru:through of:of",
		"DT":   "an:a these:this The:the",
		"RB":   "n't:not n’t:not Quickly:quickly Soooo:so too:too",
		"POS":  "'s:'s ’:'s",
		"CD":   "1,000:1000 Five:five IV:IV m:million bn:billion",
		"JJ":   "anti-Kenyan:anti-Kenyan pro-Able:pro-able Able:able Kenyan:Kenyan muslim:Muslim Western:western",
		"``":   "“:\"",
	}
	for xpos, list := range tests {
		for pair := range strings.FieldsSeq(list) {
			word, want, _ := strings.Cut(pair, ":")
			if got := LemmaOf(word, xpos); got != want {
				t.Errorf("LemmaOf(%q, %s) = %q, want %q", word, xpos, got, want)
			}
		}
	}
}

func TestThirdPerson(t *testing.T) {
	tests := map[string]string{
		"be": "is", "have": "has", "do": "does", "go": "goes", "co-chair": "co-chairs", "carry out": "carries out",
		"hold talks with": "holds talks with", "play": "plays", "watch": "watches", "miss": "misses", "fix": "fixes",
		"may": "may", "say": "says", "": "",
	}
	for base, want := range tests {
		if got := ThirdPerson(base); got != want {
			t.Errorf("ThirdPerson(%q) = %q, want %q", base, got, want)
		}
	}
}

// The third person and the past of a verb lead back to it.
func TestLemmaUndoesThirdPerson(t *testing.T) {
	verbs := `accept agree allow announce ask attack become begin believe buy call carry chair change choose close
		cost create cut deny describe discuss echo embrace end face fall fix fly focus give have hurry increase judge
		keep kill know leave lose marry meet move need oppose pass pay play produce push reach release say sell
		tax teach try undergo urge use veto visit watch win wish withdraw write`
	for verb := range strings.FieldsSeq(verbs) {
		if got := LemmaOf(ThirdPerson(verb), "VBZ"); got != verb {
			t.Errorf("%s → %s → %s", verb, ThirdPerson(verb), got)
		}
	}
}

func TestLemmaOfCliticByTree(t *testing.T) {
	for text, want := range map[string]string{"It's not become late.": "have", "It's closed by law.": "be", "It's late.": "be", "She's been ill.": "have"} {
		d := analyzer().Analyze(text)
		if got := d.Tokens[1].Lemma; got != want {
			t.Errorf("%s the lemma of %s is %s, want %s", text, d.Word(1), got, want)
		}
	}
}
