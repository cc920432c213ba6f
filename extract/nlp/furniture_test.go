package nlp

import (
	"strings"
	"testing"
)

func TestFurniture(t *testing.T) {
	for _, line := range []string{
		"Advertisement", "ADVERTISEMENT", "Read more", "READ MORE: Ten ferries you should know", "Also read | Norlink buys two ships", "Related: the bridge is shut",
		"Comments (12)", "3 Comments", "Share this:", "Story continues below advertisement", "Follow us on Twitter @courier", "Subscribe to our newsletter",
		"Sign up for our morning briefing, every weekday at 6", "Click here to read the report", "[Photo: The mayor at the pier on Tuesday. (Nora Falk/Courier)]",
		"The mayor cuts a ribbon. Photograph: Nora Falk/Courier", "Ships in the harbour. AP Photo/Ole Dam", "The pier on Monday. (Reuters/Ole Dam)",
		"By Nora Falk", "By NORA FALK and OLE DAM, Courier Staff Writers", "by Nora Falk | 3 June 2025", "Reporting by Ole Dam in Aalborg; Editing by Rita Vang",
		"(Additional reporting by Ole Dam. Editing by Rita Vang.)", "© 2025 The Courier", "Copyright 2025 The Courier. All rights reserved.",
		"The post Ferry terminal opens appeared first on The Courier.", "Tags: ferries, Aalborg", "* Read more about the harbour", "Filed under: News",
		"Posted on June 3, 2025 by Nora", "Published: 3 June 2025, 10:15 a.m.", "Updated on Tuesday 3 June 2025 at 10:15 CEST",
	} {
		if !IsFurniture(line) {
			t.Errorf("part of the article: %s", line)
		}
	}
	for _, line := range []string{
		"", "The police follow us on Twitter, he said.", "By Tuesday the ferry had left Aalborg.", "By Nora's account, the pier was sound.", "Read the report, said Falk, and weep.",
		"Reporting by the newspaper led to two arrests.", "Edited by his widow, the letters sold well.", "Comments by the mayor angered the crews.", "Related firms lost money: Norlink fell.",
		"Photos of the pier show that it broke.", "The image was taken by Falk.", "Copyright law protects the report.", "She told Reuters.", "Officials spoke to AFP.", "Share prices fell.",
		"The post of mayor is vacant.", "Sign up or leave, the captain told them.", "Watch makers in Bern cut jobs: orders fell.", "Most readers agreed.", "Source: the ministry",
		"Published by the ministry on Monday, the report blames nobody.", "Updated figures came on Monday.", "Topics of the talks were trade and fish.", "Advertisement sales fell by a tenth.", "Images show smoke.", "Subscribe to the theory or not, it rains.", "She found the picture by Munch.",
	} {
		if IsFurniture(line) {
			t.Errorf("furniture: %s", line)
		}
	}
}

// Furniture is marked, and changes nothing of what stands around it.
func TestAnalyzeFurniture(t *testing.T) {
	text := "Harbour reopens\n\nBy Nora Falk\n\nThe harbour reopened.\n\nREAD MORE: Ten ferries. And Lund Bay\n\nCrews cheered.\n"
	d := analyzer().Analyze(text)
	var article, furniture []string
	for _, s := range d.Sentences {
		if s.Furniture {
			furniture = append(furniture, s.In(text))
		} else {
			article = append(article, s.In(text))
		}
	}
	if got := strings.Join(article, "|"); got != "Harbour reopens|The harbour reopened.|Crews cheered." {
		t.Errorf("article %q", got)
	}
	if got := strings.Join(furniture, "|"); got != "By Nora Falk|READ MORE: Ten ferries.|And Lund Bay" {
		t.Errorf("furniture %q", got)
	}
	if len(d.Names) > 0 {
		t.Errorf("names %v", d.Names)
	}
}

func BenchmarkFurniture(b *testing.B) {
	text := strings.Repeat("The harbour of Narvik reopened on Monday after a storm that had closed it for six days, and ships came in from nine towns.\n\n", 40)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		furnitureOf(text)
	}
}
