package english

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"kg/graph"
	"kg/graph/story/told"
)

// askStory is what the questions of TestAsk are asked of.
const askStory = `
article 2024-05-06 Talks in Faro
entity Ana Pereira (Person) = Pereira
entity Jonas Lindqvist (Person) = Lindqvist
entity Karin Holm (Person) = Holm
entity Portugal (Place)
entity Faro (Place)
entity Porto (Place)
entity Algarve Ferries (Organization)
entity Norte Bank (Organization)
fact Ana Pereira | holds talks with | Jonas Lindqvist | Pereira held talks with Lindqvist in Faro on Sunday. | place=Faro time=2024-05-05
fact Ana Pereira | holds position | "Portuguese President" | Portuguese President Ana Pereira spoke.
fact Ana Pereira | may visit | Karin Holm | Pereira may visit Holm. | modality=possible
fact Ana Pereira | will open | new harbour | Pereira will open the new harbour on 1 June. | modality=future time=2024-06-01
fact Jonas Lindqvist | founds | Algarve Ferries | Lindqvist founded Algarve Ferries in 1999. | time=1999
fact Jonas Lindqvist | is | "aged 51" | Lindqvist, 51, smiled.
fact Algarve Ferries | employs | "300 people" | Algarve Ferries employs 300 people.
fact old bridge | is destroyed in | storm | The old bridge was destroyed in the storm.
fact Karin Holm | does not attend | talks | Holm did not attend the talks. | modality=negated
fact Karin Holm | says | "Faro deserves a better ferry" | “Faro deserves a better ferry,” said Holm.
fact Algarve Ferries | buys | Norte Bank | Algarve Ferries bought Norte Bank, Holm said. | speaker="Karin Holm" modality=said
article 2024-07-01 Later
entity Jonas Lindqvist (Person) = Lindqvist
entity Karin Holm (Person) = Holm
entity Porto (Place)
fact Jonas Lindqvist | meets | Karin Holm | Lindqvist met Holm in Porto. | place=Porto time=2024-06-30
entity May flood (Event)
fact May flood | hits | Faro | The May flood hit Faro.
fact event | destroys | "90 houses" | The event destroyed 90 houses.
entity Danish Ambassador to Spain Ida Krog (Person)
fact Danish Ambassador to Spain Ida Krog | praises | Faro | Danish Ambassador to Spain Ida Krog praised Faro.
entity Rui Costa (Person)
entity Eva Blom (Person)
entity Sweden (Place)
fact Eva Blom | is of | Sweden | Eva Blom of Sweden and Rui Costa of Portugal signed the treaty.
fact Eva Blom | signs | treaty | Eva Blom of Sweden and Rui Costa of Portugal signed the treaty.
fact Rui Costa | signs | treaty | Eva Blom of Sweden and Rui Costa of Portugal signed the treaty.
entity Nils Dahl (Person)
entity Tora Lie (Person)
entity Braga (Place)
fact Nils Dahl | holds talks with | Eva Blom | BRAGA — Nils Dahl held talks with Eva Blom in Porto on Monday, four days after he met Tora Lie in Faro. | place=Porto time=2024-07-01
fact Nils Dahl | meets | Tora Lie | BRAGA — Nils Dahl held talks with Eva Blom in Porto on Monday, four days after he met Tora Lie in Faro.
entity Braga summit (Event)
fact Braga summit | takes place in | Braga | The summit took place in Braga.
fact Nils Dahl | meets | Rui Costa | Dahl met Costa at the Braga summit. | at="Braga summit"
entity Elin Aas (Person)
fact Elin Aas | calls | "the new tariff “a gift to smugglers”" | Elin Aas called the new tariff “a gift to smugglers”.
fact Rui Costa | describes | "the harbour plan as unworkable" | Costa described the harbour plan as unworkable.
fact Portugal | votes | "to leave the customs union" | Portugal voted on 3 June 2023 to leave the customs union. | time=2023-06-03
fact Elin Aas | signs | decree | Elin Aas signed a decree closing the Faro lock until spring.
fact Nils Dahl | signs | decree | Nils Dahl signed a decree on fishing.
fact customs decree | will take | effect | The customs decree will take effect on 9 August. | modality=future time=2024-08-09
entity Siri Moe (Person)
entity Ines Faria (Person)
entity Paulo Reis (Person)
entity Olga Brandt (Person)
entity University of Faro (Organization)
entity Lagos (Place)
fact Olga Brandt | is found guilty of | arson | Olga Brandt was found guilty of arson in March 2022. | time=2022-03
fact Ines Faria | is of | University of Faro | Ines Faria of the University of Faro counted the storks.
fact Ines Faria | is mayor of | Lagos | Ines Faria was mayor of Lagos from 2008 to 2016. | time=2008/2016
fact Paulo Reis | is mayor of | Lagos | Paulo Reis, the mayor of Lagos, thanked the crew.
fact Ines Faria | is chair of | Stork Trust | Ines Faria chaired the Stork Trust until 2012. | time=0001-01-01/2012-12-31
fact Siri Moe | is spokeswoman for | Norte Bank | Siri Moe, spokeswoman for Norte Bank, sighed.
entity Oda Bye (Person)
entity Norway (Place)
entity dam (Thing)
fact Oda Bye | is energy minister of | Norway | Norwegian Energy Minister Oda Bye opened the dam.
fact Oda Bye | opens | dam | Norwegian Energy Minister Oda Bye opened the dam.
fact Rui Costa | is not | "invited" | Rui Costa was not invited. | modality=negated
fact Eva Blom | does not burn | dam | Blom denied that she had burned the dam. | modality=negated speaker="Eva Blom"
entity harbour fire (Event)
fact harbour fire | is in | Braga | The harbour fire was in Braga.
fact harbour fire | kills | "two dock workers" | The harbour fire killed two dock workers.
fact Algarve Ferries | carries grain from | Faro | Algarve Ferries carries grain from Faro.
entity Aalborg (Place)
entity Denmark (Place)
entity Danish Energy Agency (Organization)
fact Eva Blom | dies in | Aalborg | Eva Blom, 67, died in Aalborg in 2024. | time=2024
entity Reuters (Organization)
fact Rui Costa | says | "the bridge is safe" | “The bridge is safe,” Costa told Reuters. | addressee=Reuters
fact Rui Costa | says | "we will see" | “We will see,” said Costa.
fact Danish Energy Agency | suspends | licence | The Danish Energy Agency suspended the licence.
fact Nils Dahl | is prime minister of | Denmark | Danish Prime Minister Nils Dahl spoke.
fact Karin Holm | is daughter of | Greta Holm | Karin Holm is the daughter of Greta Holm.
fact Karin Holm | is named | "best pilot" | Karin Holm was named best pilot.
fact Tora Lie | is sent off for | "a foul" | Tora Lie was sent off for a foul.
entity Porto fair (Event)
fact Porto fair | will be held in | Porto | The fair will be held in Porto.
fact Tora Lie | is head of personnel of | Danish Energy Agency | Its head of personnel, Tora Lie, left.
fact Algarve Ferries | will cut | "80 jobs" | The firm plans to cut 80 jobs.
fact Nils Dahl | would resign in | "April" | Nils Dahl said that he would resign in April. | modality=conditional speaker="Nils Dahl"
entity Porto flood (Event)
fact Porto flood | begins on | "February 2" | The Porto flood began on February 2.
entity Faro Marathon (Event)
fact Tora Lie | completes | Faro Marathon | Tora Lie fell, completing the race in 2:14:04. | in="2:14:04"
entity nineteen sheds (Thing)
fact nineteen sheds | is | "flooded" | Nineteen sheds were flooded.
fact Algarve Ferries | buys | nineteen sheds | Algarve Ferries bought the nineteen sheds for 90 million euros. | amount="90 million euros"
entity Runa Dale (Person) = Dale
entity Molde (Place)
entity Texas (Place)
entity Moss (Place)
entity Horten (Place)
entity Coastal Party (Organization)
entity Nordfjord College (Organization)
fact Runa Dale | is of | Molde | Runa Dale of Molde rowed home.
fact Runa Dale | is of | Coastal Party | Runa Dale of the Coastal Party frowned.
fact Runa Dale | is lecturer at | Nordfjord College | Runa Dale, a lecturer at Nordfjord College, yawned.
fact Runa Dale | holds position | "harbour pilot" | Harbour pilot Runa Dale waved.
fact Runa Dale | shuts down | ferry line | Dale shut the ferry line down.
fact Runa Dale | holds | ferry line | Dale holds the ferry line.
fact Runa Dale | issues | ruling | Dale issued a ruling against the whaling levy. | against="whaling levy"
fact Runa Dale | is governor of | Molde | The governor of Molde, Runa Dale, spoke against the salt levy.
fact ferry deadline | is | "2024-10-02" | The ferry deadline is 2 October.
fact Runa Dale | petitions | sea court | Dale petitioned the sea court at the request of Ambassador Eva Blom. | at="request of Ambassador Eva Blom"
fact shooting | kills | "six" | The shooting killed six in Horten. | place=Horten
fact Tora Lie | accuses | Runa Dale | Lie accused Dale in a letter. | in="letter"
fact three of the pilots | leaves | guild | Three of the pilots left the guild.
fact pilot | drowns at | "95" | The pilot drowned at 95.
fact Runa Dale | ousts | Paulo Reis | Dale ousted Reis.
fact Runa Dale | has disagreements with | Nils Dahl | Dale has had disagreements with Dahl.
fact Runa Dale | calls for | Strand's resignation | Dale called for Strand's resignation.
fact Runa Dale | wins in | Texas | Dale won in Texas.
`

func TestAsk(t *testing.T) {
	g := told.Graph(t, askStory)
	for _, test := range []struct{ question, want string }{
		{"Who met Jonas Lindqvist in Faro?", "Ana Pereira"},
		{"Whom did Lindqvist meet?", "Karin Holm, Ana Pereira"},
		{"Whom did Lindqvist meet in June 2024?", "Karin Holm"},
		{"Whom did Lindqvist meet before June 2024?", "Ana Pereira"},
		{"Whom did Lindqvist meet since June 2024?", "Karin Holm"},
		{"Where did Ana Pereira meet Lindqvist?", "Faro"},
		{"When did Pereira hold talks with Lindqvist?", "2024-05-05"},
		{"With whom did Pereira hold talks?", "Jonas Lindqvist"},
		{"Who gathered with Pereira?", "Jonas Lindqvist"},
		{"Who is the president of Portugal?", "Ana Pereira"},
		{"Who is the Portuguese president?", "Ana Pereira"},
		{"Who is the president of Spain?", ""},
		{"Who is the vice president of Portugal?", ""},
		{"Who is the Danish ambassador to Spain?", "Danish Ambassador to Spain Ida Krog"},
		{"Who is the ambassador to France?", ""},
		{"Who is Ana Pereira?", "Portuguese President"},
		{"Who is Karin Holm's mother?", ""},
		{"Who is the daughter of Greta Holm?", "Karin Holm"},
		{"Who established Algarve Ferries?", "Jonas Lindqvist"},
		{"When was Algarve Ferries founded?", "1999"},
		{"Which company did Lindqvist found?", "Algarve Ferries"},
		{"Which country did Lindqvist found?", ""},
		{"How many people work for Algarve Ferries?", "300 people"},
		{"How many people does Algarve Ferries employ?", "300 people"},
		{"How many ships does Algarve Ferries employ?", ""},
		{"How old is Lindqvist?", "51"},
		{"What destroyed the old bridge?", ""},
		{"Whom did Pereira visit?", ""},
		{"What will Pereira open?", "new harbour"},
		{"Who did not attend the talks?", "Karin Holm"},
		{"Did Karin Holm attend the talks?", "no"},
		{"How many houses did the May flood destroy?", "90 houses"},
		{"Who signed the treaty for Sweden?", "Eva Blom"},
		{"Which country's energy minister opened the dam?", "Norway"},
		{"Which country's prime minister opened the dam?", ""},
		{"Whose daughter is Karin Holm?", "Greta Holm"},
		{"Whose company carries grain from Faro?", "Jonas Lindqvist"},
		{"Was Rui Costa invited?", "no"},
		{"Did Eva Blom burn the dam?", "denied"},
		{"Did Pereira visit Holm?", "possible"},
		{"Did Pereira open the new harbour?", "planned"},
		{"How many people were killed in the harbour fire?", "two dock workers"},
		{"How many people were killed in Braga?", "two dock workers"},
		{"How many people were killed in Porto?", ""},
		{"Who carries grain from Faro?", "Algarve Ferries"},
		{"In which city did Eva Blom die?", "Aalborg"},
		{"In which country did Eva Blom die?", ""},
		{"At what age did Eva Blom die?", "67"},
		{"How old was Eva Blom?", "67"},
		{"Who killed Eva Blom?", ""},
		{"What hit Faro?", "May flood"},
		{"Was Faro hit by the May flood?", "yes"},
		{"What did Costa tell Reuters?", "the bridge is safe"},
		{"What did Costa tell the BBC?", ""},
		{"Who revoked the licence?", "Danish Energy Agency"},
		{"Who is the leader of Denmark?", "Nils Dahl"},
		{"Who is Ida Krog?", "Danish Ambassador to Spain"},
		{"Who met Nils Dahl in Porto?", "Eva Blom"},
		{"Who met Nils Dahl in Faro?", "Tora Lie"},
		{"Who met Nils Dahl in Braga?", "Rui Costa"},
		{"Who met Nils Dahl in Portugal?", "Eva Blom"},
		{"Who met Nils Dahl on Monday?", "Eva Blom"},
		{"When did Nils Dahl hold talks with Eva Blom?", "2024-07-01"},
		{"Did Lindqvist meet Holm?", "yes"},
		{"Did Lindqvist arrest Holm?", ""},
		{"Who is the head of personnel of the Danish Energy Agency?", "Tora Lie"},
		{"Who is the head of sales of the Danish Energy Agency?", ""},
		{"How many jobs does Algarve Ferries plan to cut?", "80 jobs"},
		{"Who will resign in April?", "Nils Dahl"},
		{"Who resigned in April?", ""},
		{"When did the Porto flood begin?", "February 2"},
		{"Who signed the treaty for Norway?", ""},
		{"Who completed the race?", "Tora Lie"},
		{"Who completed the siege?", ""},
		{"Who was named best pilot?", "Karin Holm"},
		{"Who was named best sailor?", ""},
		{"Who was sent off?", "Tora Lie"},
		{"Where will the Porto fair be held?", "Porto"},
		{"Where was the Porto fair held?", ""},
		{"How many sheds were flooded?", "nineteen sheds"},
		{"How many sheds were burned?", ""},
		{"How much did Algarve Ferries pay for the sheds?", "90 million euros"},
		{"How much did Rui Costa pay for the sheds?", ""},
		{"Is Ana Pereira the president of Portugal?", "yes"},
		{"What did Holm say about Faro?", "Faro deserves a better ferry"},
		{"What did Holm say about Porto?", ""},
		{"Who bought Norte Bank?", "Algarve Ferries"},
		{"According to Karin Holm, who bought Norte Bank?", "Algarve Ferries"},
		{"According to Ana Pereira, who bought Norte Bank?", ""},
		{"How are Ana Pereira and Karin Holm connected?", "Ana Pereira holds talks with Jonas Lindqvist; Jonas Lindqvist meets Karin Holm"},
		{"Who met Lindqvits in Faro?", "Ana Pereira"},
		{"What did Elin Aas call the tariff?", "a gift to smugglers"},
		{"What did Elin Aas call the harbour plan?", ""},
		{"What did Costa describe the harbour plan as?", "unworkable"},
		{"Who called the tariff a gift to smugglers?", "Elin Aas"},
		{"When did Portugal vote to leave the customs union?", "2023-06-03"},
		{"When did Portugal vote to leave the wine union?", ""},
		{"Who voted to leave the customs union?", "Portugal"},
		{"When did Portugal leave the customs union?", ""},
		{"Who signed a decree closing the Faro lock?", "Elin Aas"},
		{"Who signed a decree closing the Porto mint?", ""},
		{"When does the customs decree take effect?", "2024-08-09"},
		{"Who speaks for Norte Bank?", "Siri Moe"},
		{"Whom does Siri Moe speak for?", "Norte Bank"},
		{"Who speaks for Algarve Ferries?", ""},
		{"When was Olga Brandt found guilty?", "2022-03"},
		{"What was Olga Brandt found guilty of?", "arson"},
		{"Who was found guilty of arson?", "Olga Brandt"},
		{"Who was found guilty of fraud?", ""},
		{"Who was found not guilty of arson?", ""},
		{"Where does Ines Faria work?", "University of Faro"},
		{"Who does Siri Moe work for?", "Norte Bank"},
		{"Where does Elin Aas work?", ""},
		{"Who is the mayor of Lagos?", "Paulo Reis"},
		{"Who was the mayor of Lagos in 2010?", "Ines Faria"},
		{"Who is the chair of the Stork Trust?", "Ines Faria"},
		{"Where is Runa Dale from?", "Molde"},
		{"Which town is Runa Dale from?", "Molde"},
		{"Where is Karin Holm from?", ""},
		{"Which party does Runa Dale belong to?", "Coastal Party"},
		{"Which party does Ines Faria belong to?", ""},
		{"Where does Runa Dale teach?", "Nordfjord College"},
		{"Where does Siri Moe teach?", ""},
		{"What post does Siri Moe hold?", "spokeswoman for Norte Bank"},
		{"Who shut the ferry line down?", "Runa Dale"},
		{"Who took the ferry line down?", ""},
		{"Who ruled against the whaling levy?", "Runa Dale"},
		{"Who ruled against the salt levy?", ""},
		{"When is the ferry deadline?", "2024-10-02"},
		{"At whose request did Runa Dale petition the sea court?", "Eva Blom"},
		{"At whose expense did Runa Dale petition the sea court?", ""},
		{"How many people were killed in the Horten shooting?", "six"},
		{"How many people were killed in the Moss shooting?", ""},
		{"What did Tora Lie accuse Runa Dale of?", ""},
		{"How many of the pilots left the guild?", "three of the pilots"},
		{"How many of the pilots drowned?", ""},
		{"Who dismissed Paulo Reis?", "Runa Dale"},
		{"Who disagreed with Nils Dahl?", "Runa Dale"},
		{"Who asked for Strand's resignation?", "Runa Dale"},
		{"Who asked for Brekke's resignation?", ""},
		{"Which state did Runa Dale win?", "Texas"},
		{"Which state did Runa Dale lose?", ""},
	} {
		t.Run(test.question, func(t *testing.T) {
			reply, err := Ask(t.Context(), g, test.question)
			if err != nil {
				t.Fatal(err)
			}
			var names []string
			for _, a := range reply.Answers {
				names = append(names, a.Name)
				if len(a.Evidence) == 0 || a.Evidence[0].Sentence == "" {
					t.Errorf("%s has no sentence", a.Name)
				}
			}
			if got := strings.Join(names, ", "); got != test.want {
				t.Errorf("got %q, want %q; understood as: %s", got, test.want, reply.Understood)
			}
			runScript(t, g, reply)
		})
	}
}

// Who holds an office is found among what people "are" in words, of which large graphs
// have more than is read for every question.
func TestAskOfficeInWords(t *testing.T) {
	var story strings.Builder
	story.WriteString("article 2025-02-03 Harbour news\nentity Runa Dale (Person)\nentity Molde (Place)\n")
	for i := range maxByRelation + 1 {
		fmt.Fprintf(&story, "fact boat %d | is | \"blue\" | Boat %d is blue.\n", i, i)
	}
	story.WriteString("fact Runa Dale | is | \"Molde mayor\" | Runa Dale, the Molde mayor, waved.\n")
	g := told.Graph(t, story.String())
	for question, want := range map[string]string{"Who is the mayor of Molde?": "Runa Dale", "Who is the mayor of Bergen?": ""} {
		reply, err := Ask(t.Context(), g, question)
		if err != nil {
			t.Fatal(err)
		}
		if got := answerNames(reply); !strings.HasPrefix(got, want) || want == "" && got != "" {
			t.Errorf("%s got %q, want %q", question, got, want)
		}
	}
}

// An answer that follows from other statements cites them behind its own.
func TestAskCitesPremises(t *testing.T) {
	g := told.Graph(t, `
article 2025-09-04 Talks in Vienna
entity Greta Lehner (Person)
fact leaders of Austria | chairs | talks in Vienna | The talks were chaired by the leaders of Austria.
fact Greta Lehner | holds position | "Austrian Chancellor" | “Good,” said Austrian Chancellor Greta Lehner.
fact Greta Lehner | chairs | talks in Vienna | The talks were chaired by the leaders of Austria. | rule=role-holder from=1 from=2
`)
	reply, err := Ask(t.Context(), g, "Who chairs the talks in Vienna?")
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range reply.Answers {
		if a.Name == "Greta Lehner" {
			var cited strings.Builder
			for _, e := range a.Evidence {
				cited.WriteString(e.Sentence)
			}
			if len(a.Evidence) != 3 || !strings.Contains(cited.String(), "“Good,” said Austrian Chancellor Greta Lehner.") {
				t.Errorf("cites %+v", a.Evidence)
			}
			return
		}
	}
	t.Errorf("answers %+v", reply.Answers)
}

// runScript runs the Gizmo of a reply as it is: the sentences of its first
// answer have to be among the rows.
func runScript(t *testing.T, g *graph.Graph, reply *Reply) {
	t.Helper()
	if len(reply.Answers) == 0 {
		return
	}
	result, err := g.Query(t.Context(), reply.Gizmo, graph.QueryOptions{})
	if err != nil {
		t.Errorf("its script: %v\n%s", err, reply.Gizmo)
		return
	}
	rows, _ := json.Marshal(result.Rows)
	sentence, _ := json.Marshal(reply.Answers[0].Evidence[0].Sentence)
	if !strings.Contains(string(rows), string(sentence)) {
		t.Errorf("its script does not find %s:\n%s", sentence, reply.Gizmo)
	}
}

func TestAskRefuses(t *testing.T) {
	g := told.Graph(t, askStory)
	for _, text := range []string{"", "Who?", "Faro is lovely", strings.Repeat("who met whom ", 200)} {
		var unread *NotUnderstoodError
		if _, err := Ask(t.Context(), g, text); !errors.As(err, &unread) {
			t.Errorf("%.20q: %v, want that it is not understood", text, err)
		}
	}
}

// TestAskTogether asks from several goroutines; what one is answered does not
// depend on the others.
func TestAskTogether(t *testing.T) {
	g := told.Graph(t, askStory)
	want, err := Ask(t.Context(), g, "Whom did Lindqvist meet?")
	if err != nil {
		t.Fatal(err)
	}
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			got, err := Ask(t.Context(), g, "Whom did Lindqvist meet?")
			if err != nil || answerNames(got) != answerNames(want) || got.Gizmo != want.Gizmo {
				t.Errorf("%v, %v: want %v", got, err, want)
			}
		})
	}
	wait.Wait()
}
