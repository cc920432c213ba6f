package nlp

import "testing"

// TestTrees looks at one word of a sentence: what it hangs on, and how.
func TestTrees(t *testing.T) {
	tests := []struct{ text, word, head, rel string }{
		{"Lund told reporters the plant was shut.", "shut", "told", "ccomp"},
		{"Director Ada Lund told reporters the company had no choice.", "had", "told", "ccomp"},
		{"She told the court her brother owned the house.", "court", "told", "iobj"},
		{"The director said that 400 people had been moved but warned that the toll could rise.", "warned", "said", "conj"},
		{"Lund says he has not left and confirms they are at sea.", "confirms", "says", "conj"},
		{"Ana Lund urged neighbouring Peru to stop the war.", "neighbouring", "Peru", "amod"},
		{"Norvik fined 500m euros over data leak", "Norvik", "fined", "nsubj:pass"},
		{"Orla police arrest nine miners, including two brothers, in a raid in Varna.", "police", "arrest", "nsubj"},
		{"Norland police arrest eleven people linked to a gang that smuggled miners into Peru.", "people", "arrest", "obj"},
		{"The Norlanders claim that they shot down a drone in Peru.", "shot", "claim", "ccomp"},
		{"Voters of Norland vote in the second round to choose a parliament.", "Voters", "vote", "nsubj"},
		{"A court in Orla, Norland, sentences nurse Ana Reyes to nine years in prison.", "court", "sentences", "nsubj"},
		{"The Norland Coast Guard boards and seizes a tanker in the Orla Strait.", "Guard", "boards", "nsubj"},
		{"At least six people are killed when a minibus carrying miners overturns in Varna.", "minibus", "overturns", "nsubj"},
		{"Nine people are hurt after a bus carrying dancers overturns and falls into a ditch in Orla, Peru.", "bus", "overturns", "nsubj"},
		{"Floods caused by heavy rain kill at least six people in Orla.", "Floods", "kill", "nsubj"},
		{"The firm lost 2 million euros in May and plans to cut 80 jobs by June.", "plans", "lost", "conj"},
		{"The film cost 900,000 euros and was shot in Peru.", "film", "cost", "nsubj"},
		{"The banks left their rates unchanged this month.", "month", "left", "obl:unmarked"},
		{"The bank lowered its inflation forecast for this year to 3 percent.", "inflation", "forecast", "compound"},
		{"The mayor of Lyon, Jorge Panta, denied that he had received it.", "Jorge", "mayor", "appos"},
		{"Video shows that Lund had her hands in the air.", "Video", "shows", "nsubj"},
		{"Police arrest man over Selby fire", "man", "arrest", "obj"},
		{"Police search home of missing teacher", "Police", "search", "nsubj"},
		{"Norland president visits Orva", "president", "visits", "nsubj"},
		{"Teachers strike over pay", "over", "pay", "case"},
		{"The documentary documents how life has been shaped by the law.", "shaped", "documents", "ccomp"},
		{"Two divers rescued near Lagos", "divers", "rescued", "nsubj:pass"},
		{"Reyes elected mayor of Orla", "mayor", "elected", "xcomp"},
		{"Harbour board to close two quays", "board", "close", "nsubj"},
		{"The firm said it would close a mill and cut 80 jobs.", "cut", "close", "conj"},
		{"The levy would double fines.", "fines", "double", "obj"},
		{"Norvik's board ousted chief executive Ana Reyes and replaced her with Tom Lund.", "board", "ousted", "nsubj"},
		{"Lund married actress Clara Reyes in 1998.", "Lund", "married", "nsubj"},
		{"This revised upwards the first count of 30.", "upwards", "revised", "advmod"},
		{"Lund stood for the seat in the by-election.", "by", "election", "compound"},
		{"The permit is pending and wanted by May.", "is", "pending", "cop"},
		{"Lund wrote: \"May God guide the widows and loved ones of the crew.\"", "God", "guide", "nsubj"},
		{"Lund wrote: \"May God guide the widows and loved ones of the crew.\"", "ones", "widows", "conj"},
		{"We want to express our sympathy and regrets to them.", "regrets", "sympathy", "conj"},
		{"The firm stops the sale of maps of Peru and surrounding conflict areas.", "surrounding", "areas", "amod"},
		{"The strike hit a camp of IS militants in Peru.", "IS", "militants", "compound"},
		{"Lund puts an end to offensive drone sorties against Norland.", "offensive", "sorties", "amod"},
		{"Miners went on strike over pay.", "over", "pay", "case"},
		{"Miners at Norvik's Orla mine went on strike.", "Norvik", "mine", "nmod:poss"},
		{"The man who shot the mayor was jailed.", "mayor", "shot", "obj"},
		{"The bridge, which cost 40 million euros and links Peru with Chile, opened in 2000.", "links", "cost", "conj"},
		{"Its author, Ali Lund, lives in Cairo with his wife.", "lives", "nothing", "root"},
		{"Peru and Chile, the world's two biggest copper producers, raised prices.", "Peru", "raised", "nsubj"},
		{"The heatwave has caused wildfires in Greece and drought in Chile.", "drought", "wildfires", "conj"},
		{"The actor Tom Lund, best known for playing kings, has died aged 71.", "aged", "died", "advmod"},
		{"Norland wildfire: Two firefighters killed", "firefighters", "killed", "nsubj:pass"},
		{"A storm struck Peru before dawn on Sunday.", "before", "dawn", "case"},
		{"The minister told reporters on Sunday he would resign.", "reporters", "told", "iobj"},
		{"The minister told reporters on Sunday he would resign.", "Sunday", "told", "obl"},
		{"Lund said in May the firm lost 3 million euros.", "May", "said", "obl"},
		{"Officials said at a briefing the dam was safe.", "safe", "said", "ccomp"},
		{"Okafor joined from Benin Rovers in July.", "Okafor", "joined", "nsubj"},
		{"Halvorsen neither confirmed nor denied reports that it plans to sell its unit.", "reports", "denied", "obj"},
		{"Halvorsen neither confirmed nor denied that it plans to sell its unit.", "Halvorsen", "confirmed", "nsubj"},
		{"Lund is warning voters that a win would raise taxes.", "voters", "warning", "obj"},
		{"The captain, whom police identified only by his initials, left.", "whom", "identified", "obj"},
		{"Quillon employs 3,400 people and designs chips used in electric cars.", "chips", "designs", "obj"},
		// Near misses.
		{"These are warning signs that the dam may burst.", "warning", "signs", "compound"},
		{"The claim was neither confirmed nor denied.", "claim", "confirmed", "nsubj:pass"},
		{"Lund said that in May the firm lost 3 million euros.", "May", "lost", "obl"},
		{"“It is safe,” Lund said at a briefing the mayor gave.", "gave", "briefing", "acl:relcl"},
		{"They left before dawn broke over Orla.", "dawn", "broke", "nsubj"},
		{"A plan to save the mill", "save", "plan", "acl"},
		{"First woman to lead the navy", "lead", "woman", "acl"},
		{"Newly elected mayor of Orla", "elected", "mayor", "amod"},
		{"Ferry sank off Lagos", "Ferry", "sank", "nsubj"},
		{"He burned the documents that Lund had signed.", "signed", "documents", "acl:relcl"},
		{"The film had a cost of 900,000 euros.", "cost", "had", "obj"},
		{"Air strikes in the north of Norland and a fire near the port of Orla.", "Air", "strikes", "compound"},
		{"A list of the best films of the year and their directors.", "list", "nothing", "root"},
		{"Police arrest of a miner leads to protests", "Police", "arrest", "compound"},
		{"Teachers march to pay for books", "books", "pay", "obl"},
		{"The police arrest of a miner led to protests in Orla.", "police", "arrest", "compound"},
		{"Nine people died when a bus carrying coffee beans crashed near Orla.", "coffee", "beans", "compound"},
		{"The court fined Norvik 500 euros.", "court", "fined", "nsubj"},
		{"Lund says he has left and lives in Oslo.", "lives", "left", "conj"},
		{"She told friends who owned boats about it.", "owned", "friends", "acl:relcl"},
		{"The court heard that her brother sold the house and kept the garden.", "kept", "sold", "conj"},
		{"She said that he warned the crew and told them that it was late.", "told", "warned", "conj"},
	}
	a := analyzer()
	for _, test := range tests {
		d := a.Analyze(test.text)
		for i, token := range d.Tokens {
			if d.Word(i) != test.word {
				continue
			}
			head := "nothing"
			if token.Head >= 0 {
				head = d.Word(token.Head)
			}
			if head != test.head || token.Rel != test.rel {
				t.Errorf("%q: %q hangs on %q by %s, want %q by %s", test.text, test.word, head, token.Rel, test.head, test.rel)
			}
		}
	}
}
