package nlp

import (
	"regexp"
	"strings"
	"unicode"
)

// IsFurniture reports whether a line is what a site or an agency puts around its
// articles and between their paragraphs: "READ MORE: …", "Advertisement", a byline,
// whose a picture is, who else reported, whose the copyright is. It looks like words of
// the article, and states nothing that is news.
//
// It is told by its form alone, and as a whole line: "Follow us on …" and not "The
// police follow us on …".
func IsFurniture(line string) bool {
	line = strings.Trim(line, " \t\r\n\u00a0*_#|[]()<>»«›‹▶►→·•–—:-")
	if line == "" || len(line) > longestFurniture {
		return false
	}
	return label.MatchString(line) || lead.MatchString(line) || invitation.MatchString(line) || copyright.MatchString(line) ||
		strings.HasSuffix(strings.ToLower(strings.TrimSuffix(line, ".")), "all rights reserved") ||
		imprint.MatchString(line) || namesPicture(line) && pictured.MatchString(line) || isSigned(line)
}

// namesPicture reports whether a line has a word that [pictured] looks for, which takes
// a hundredth of the time.
func namesPicture(line string) bool {
	for _, word := range [...]string{"hoto", "PHOTO", "mage", "IMAGE", "icture", "redit", "euters", "REUTERS", "AFP", "EPA", "Shutterstock"} {
		if strings.Contains(line, word) {
			return true
		}
	}
	return false
}

// longestFurniture is the length of a caption of three sentences.
const longestFurniture = 400

var (
	// label is all of a line: the heading of a box or the name of a button.
	label = regexp.MustCompile(`(?i)^(?:advert|advertisement|sponsored(?: content| post)?|promoted content|paid content|read more|read also|also read|see also|share|share this(?: (?:article|story|post|page))?|` +
		`related|related (?:articles|stories|news|content|posts|topics|coverage|links)|recommended(?: for you| stories| reading)?|most (?:read|viewed|popular)|more on this(?: story)?|trending(?: now)?|` +
		`(?:\d+ )?comments?(?: ?\(?\d+\)?)?|leave a (?:comment|reply)|continue reading(?: the main story)?\W*|(?:story|article) continues (?:below|after)(?: this)?(?: ad| advert| advertisement)?|scroll (?:down )?to continue.*|` +
		`skip (?:to|past) .{1,40}|back to top|listen to this (?:article|story)|play (?:video|audio)|watch (?:now|live)|(?:\d+|a few|one) min(?:ute)?s? read|getty images|file (?:photo|image|picture))$`)
	// lead opens a line that leads elsewhere or tells what a picture shows.
	lead = regexp.MustCompile(`(?i)^(?:(?:also |please )?read(?: more| also| next| on| this)?|see also|watch(?: also| live| more)?|listen(?: to)?|related(?: (?:articles?|story|stories|news|coverage|reading))?|recommended|don['’]t miss|more on this(?: story)?|more from .{1,40}|in pictures|` +
		`(?:file |archive )?(?:photo|photograph|image|picture|illustration|graphic|photo illustration|caption)s?(?: (?:credit|by|source))?|(?:photo |image |picture )?credits?|` +
		`tags?|topics?|filed under|posted in|keywords|categories|category|share(?: this)?|sponsored(?: by)?) ?[:|»›>] *\S`)
	// invitation asks the reader to do something with the page or its owner.
	invitation = regexp.MustCompile(`(?i)^(?:(?:please )?(?:follow|like|find) (?:us|@\S+|the \S+(?: \S+)?) on (?:twitter|x|facebook|instagram|youtube|tiktok|linkedin|telegram|threads|bluesky|mastodon|social media)\b.*|` +
		`(?:please )?(?:sign up|subscribe|register)(?: (?:now|here|today|free|for free))? (?:for|to|here)\b.{0,80}?(?:newsletters?|emails?|e-mails?|alerts|briefing|bulletin|channel|podcast|inbox|access|updates|notifications)\b.*|` +
		`(?:click|tap|press) (?:here|on the link|the link|below)\b.*|(?:download|get) (?:the|our) (?:\S+ ){0,3}app\b.*|join (?:our|the) (?:\S+ ){0,3}(?:whatsapp|telegram|facebook|discord)\b.*|` +
		`read more (?:about|on|from|here|at|in|of our)\b.*|continue reading\b.*)$`)
	copyright = regexp.MustCompile(`(?i)^(?:©|\(c\) ?\d{4}|c\) ?\d{4}|copyright\b.*(?:\d{4}|©|reserved)|this (?:material|content) may not be (?:published|reproduced).*)`)
	// imprint is what feeds and agencies put below an article.
	imprint = regexp.MustCompile(`(?i)^(?:the post .{1,250} (?:appeared first|first appeared) on .{1,80}|this (?:article|story|post) (?:was )?(?:originally )?(?:first )?(?:appeared|published) (?:originally |first )?(?:on|in|at|by) .{1,80})$`)
	// pictured ends with whose the picture is, and is a caption.
	pictured = regexp.MustCompile(`(?:(?:^|[.!?)”"] *|\s[|–—-] *)(?:Photograph|Photo|Picture|Image|Credit|PHOTO|IMAGE)(?: by| credit| courtesy of)?(?::| by| courtesy of) ?[^.!?]{2,80}|[.!?] *\(?(?:AP Photo|Reuters|REUTERS|AFP|EPA|Getty Images|Shutterstock)(?:/[^.!?]{2,60})?\)?|\bAP Photo/[^.!?]{2,60}|\bREUTERS/[^.!?]{2,60}|(?:/|via )Getty Images)\.?$`)
)

// signed opens a line that names who wrote, took or mended what stands around it, or
// says when.
var signed = regexp.MustCompile(`^(?i:by|story by|words by|text by|(?:photos?|photography|photographs|pictures|images?|video|graphics?|illustrations?) by|` +
	`(?:additional |further )?(?:reporting|writing|editing|research|translation|production)(?:(?:,| and| &) (?:additional )?(?:reporting|writing|editing|research))* by|(?:written|edited|reported|compiled|translated|produced) by|` +
	`(?:posted|published|(?:last )?updated|last modified)(?: on| at| by|:))\s+`)

// signatureWords stand between the names of a signature, besides what joins them.
var signatureWords = wordSet(`and in at for of the from with by special to staff writer writers reporter reporters correspondent correspondents
	editor editors editing writing reporting additional further contributing chief senior political business a.m p.m am pm foreign economics science health sports
	de da di del della von van der den la le el al bin ibn dos du y`)

// isSigned reports whether a line names who made something or when, and says nothing
// more.
func isSigned(line string) bool {
	end := signed.FindStringIndex(line)
	if end == nil {
		return false
	}
	names := 0
	for word := range strings.FieldsFuncSeq(line[end[1]:], func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;|/&", r) }) {
		word = strings.Trim(word, ".:()-–—@")
		switch {
		case word == "" || signatureWords[strings.ToLower(word)]:
		case !isCapitalised(word) && !startsWithDigit(word):
			return false
		case isCapitalised(word):
			names++
		}
	}
	return names > 0 && len(line) <= longestSignature
}

const longestSignature = 160

// furnitureOf returns the lines of a text that are furniture, without their ends.
func furnitureOf(text string) []Span {
	var lines []Span
	at := 0
	for line := range strings.Lines(text) {
		if IsFurniture(line) {
			lines = append(lines, Span{at, at + len(strings.TrimRight(line, "\r\n"))})
		}
		at += len(line)
	}
	return lines
}

// unwrappedBetween returns text unwrapped as it would be without the lines that are
// furniture, which stay as they are.
func unwrappedBetween(text string, furniture []Span) string {
	if len(furniture) == 0 {
		return unwrapped(text)
	}
	bare := []byte(text)
	for _, line := range furniture {
		for i := line.Begin; i < line.End; i++ {
			bare[i] = ' '
		}
	}
	read := []byte(unwrapped(string(bare)))
	for _, line := range furniture {
		copy(read[line.Begin:line.End], text[line.Begin:line.End])
	}
	return string(read)
}

// markFurniture marks the sentences on lines that are furniture; both are in the order of
// the text.
func markFurniture(sentences []Sentence, furniture []Span) {
	at := 0
	for i := range sentences {
		for at < len(furniture) && furniture[at].End <= sentences[i].Begin {
			at++
		}
		sentences[i].Furniture = at < len(furniture) && furniture[at].Begin <= sentences[i].Begin
	}
}
