package nlp

import (
	"slices"
	"strings"
	"testing"
)

// TestWholeNames reads names that are easily torn, and what looks like them: the names
// of a text are those wanted, dates aside.
func TestWholeNames(t *testing.T) {
	tests := []struct {
		what, text string
		want       []string
	}{
		{"months that are given names", "Jan-Willem Bosk met April Jensen. Jan Vrbnik left.",
			[]string{"Person: Jan-Willem Bosk", "Person: April Jensen", "Person: Jan Vrbnik"}},
		{"months that are surnames", "Theresa May spoke in May. Then May left, as did Mrs. March.",
			[]string{"Person: Theresa May", "Person: May", "Person: March"}},
		{"months before names", "In May Norway voted. Since March Berlin has been closed. In April and May Oslo was, too.",
			[]string{"Place: Norway", "Place: Berlin", "Place: Oslo"}},
		{"months alone", "April was wet. It fell in Jan. and Feb., and on June 4.", nil},
		{"a first name that opens", "Mahfoud Ali Barzan fled. Park Min-jae won.",
			[]string{"Person: Mahfoud Ali Barzan", "Person: Park Min-jae"}},
		{"a noun that opens", "Guitarist Ana Reyes left. Striker Omar Reyes won.",
			[]string{"Person: Ana Reyes", "Person: Omar Reyes"}},
		{"offices in a row", "Deputy Foreign Minister Ana Reyes met Major-General Ola Dahl.",
			[]string{"Person: Ana Reyes", "Person: Ola Dahl"}},
		{"ranks", "Brig. Gen. Ola Dahl, Commodore Ida Berg and Grand Mufti Ravil Karim came.",
			[]string{"Person: Ola Dahl", "Person: Ida Berg", "Person: Ravil Karim"}},
		{"offices that bodies are of", "The Ministry of Justice and Human Rights, the Supreme Court of Justice and the House of Deputies met.",
			[]string{"Organization: Ministry of Justice and Human Rights", "Organization: Supreme Court of Justice", "Organization: House of Deputies"}},
		{"an office that is half of a name", "Léon de Saint-Aubin left Saint-Rémy.",
			[]string{"Person: Léon de Saint-Aubin", "Place: Saint-Rémy"}},
		{"a rank behind what it is of", "Harbour Police Commander Ola Dahl spoke.",
			[]string{"Organization: Harbour Police", "Person: Ola Dahl"}},
		{"fields of one body", "The Progress and Justice Party lost.", []string{"Organization: Progress and Justice Party"}},
		{"two bodies", "The Justice Party and the Progress Party lost.",
			[]string{"Organization: Justice Party", "Organization: Progress Party"}},
		{"a direction in a body", "The Movement Toward Dignity won.", []string{"Organization: Movement Toward Dignity"}},
		{"what a noun calls a body", "The newspaper Vecherny Mir closed. The human rights group Tarnval, too. The aid group Lumen Bax left.",
			[]string{"Organization: Vecherny Mir", "Organization: Tarnval", "Organization: Lumen Bax"}},
		{"a noun before whoever acts", "The company Ida founded closed.", []string{"Person: Ida"}},
		{"two people whom a noun calls", "The couple Ida Tarn and Ola Dahl left.", []string{"Person: Ida Tarn", "Person: Ola Dahl"}},
		{"somebody behind a body", "The head of the Frontier Guard Corps Ali Barzan resigned.",
			[]string{"Organization: Frontier Guard Corps", "Person: Ali Barzan"}},
		{"somebody behind a place", "Its envoy in Geneva Ali Barzan left, as did a judge of the Energy Agency of Peru Ana Reyes.",
			[]string{"Place: Geneva", "Person: Ali Barzan", "Organization: Energy Agency of Peru", "Person: Ana Reyes"}},
		{"somebody behind a place that no office is at", "The road to Peru Ana Reyes took was closed.", []string{"Place: Peru Ana Reyes"}},
		{"somebody behind what an office is of", "Secretary of Homeland Safety Ana Reyes met the head of the Tarn District Ali Barzan.",
			[]string{"Person: Ana Reyes", "Place: Tarn District", "Person: Ali Barzan"}},
		{"numbered bodies", "The 98th Division and the 3rd Assault Brigade left on the 4th.",
			[]string{"Organization: 98th Division", "Organization: 3rd Assault Brigade"}},
		{"a short particle", "She lives in Cortina d'Ampezzo.", []string{"Place: Cortina d'Ampezzo"}},
		{"a law and its year", "The Equality Act 2010 and the Rivers Act 20 towns oppose are law.",
			[]string{"Law: Equality Act 2010", "Law: Rivers Act", "Quantity: 20 towns"}},
		{"fields that end other names", "The Norwegian Oil and Gas Workers Union met.", []string{"Organization: Norwegian Oil and Gas Workers Union"}},
		{"two bodies with one article", "The British Library and Columbia University agreed.",
			[]string{"Place: British Library", "Organization: Columbia University"}},
		{"an office whose holder a body is of", "The Office of the Prosecutor General opened a case.",
			[]string{"Organization: Office of the Prosecutor General"}},
		{"all of a body", "The All Farmers Congress met. All Germans voted.",
			[]string{"Organization: All Farmers Congress", "Group: Germans"}},
		{"small letters", "we went to kyiv and trivandrum. is baguio nice?", []string{"Place: kyiv", "Place: trivandrum", "Place: baguio"}},
		{"no small letters in a text with capitals", "He played rugby in derby week. They tried him in absentia.", nil},
		{"a body called after somebody", "The Hospital of Saint Vincent and the Ida Tarn Institute closed.",
			[]string{"Organization: Hospital of Saint Vincent", "Organization: Ida Tarn Institute"}},
		{"a model behind a body", "An Air Force Boeing KC-135 and a Mil Mi-17 fell near Oslo.",
			[]string{"Organization: Air Force", "Product: Boeing KC-135", "Product: Mil Mi-17", "Place: Oslo"}},
		{"a law with a year behind a body's word", "The Atomic Energy Act of 1954 is old.", []string{"Law: Atomic Energy Act of 1954"}},
		{"a region of a land", "They fled the Tarnway Region of Myanmar and the Gulf of Oman.",
			[]string{"Place: Tarnway Region", "Place: Myanmar", "Place: Gulf of Oman"}},
		{"links in a name", "Tehreek-e-Barq and Nadia ul-Haq met in An-Nabatieh.",
			[]string{"Organization: Tehreek-e-Barq", "Person: Nadia ul-Haq", "Place: An-Nabatieh"}},
		{"a syllable in small letters", "She backs candidate Kim Moon-soo and a Kim-led party.",
			[]string{"Person: Kim Moon-soo", "Person: Kim"}},
		{"a given name that is an office", "Chief executive Sultan Al Barzan spoke.", []string{"Person: Sultan Al Barzan"}},
		{"a staff that a general is of", "The General Staff met.", []string{"Organization: General Staff"}},
		{"a law of a year", "The Clean Rivers Act of 1987 is in force.", []string{"Law: Clean Rivers Act of 1987"}},
		{"bodies by foreign words", "Grupo Altamar sued Jaish al-Barq.", []string{"Organization: Grupo Altamar", "Organization: Jaish al-Barq"}},
		{"two surnames", "José Varela Quiroga resigned. On Monday Varela flew to Oslo.",
			[]string{"Person: José Varela Quiroga", "Person: Varela", "Place: Oslo"}},
		{"a surname at another place", "Dragan Varnik came. Varnik leads the union.",
			[]string{"Person: Dragan Varnik", "Person: Varnik"}},
		{"a family's ending", "Svala Björk Hallsdóttir spoke.", []string{"Person: Svala Björk Hallsdóttir"}},
	}
	for _, tt := range tests {
		got := slices.DeleteFunc(names(analyzer().Analyze(tt.text)), func(name string) bool { return strings.HasPrefix(name, "Date") })
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %s\n got %q\nwant %q", tt.what, tt.text, got, tt.want)
		}
	}
}
