package source

import (
	"math"

	"github.com/ledongthuc/pdf"
)

// pdfRun is some text that a page shows in one place, in the units of the page.
type pdfRun struct {
	text              string
	x, y, width, size float64
}

// pageRuns returns what a page shows, in the order of its content (ISO 32000-1, 9.4).
// The library's own [pdf.Page.Content] reads a font anew for every change of it, which
// takes ten times as long, and adds a character of the font's behind each string.
func pageRuns(page pdf.Page) []pdfRun {
	content := page.V.Key("Contents")
	if page.V.IsNull() || content.IsNull() {
		return nil
	}
	p := &pageReader{page: page, fonts: map[string]*pageFont{}, state: textState{matrix: identity, stretch: 1}}
	pdf.Interpret(content, func(stack *pdf.Stack, operator string) {
		args := make([]pdf.Value, stack.Len())
		for i := len(args) - 1; i >= 0; i-- {
			args[i] = stack.Pop()
		}
		p.operate(operator, args)
	})
	return p.runs
}

// textState is what operators change and "q" and "Q" keep.
type textState struct {
	matrix                       transform2D // from the units of what is drawn to those of the page
	font                         *pageFont
	size, leading, stretch       float64
	betweenLetters, betweenWords float64
}

type pageReader struct {
	page       pdf.Page
	fonts      map[string]*pageFont
	state      textState
	kept       []textState
	line, text transform2D // where the line begins and the next character stands
	runs       []pdfRun
}

// operate does what an operator says, as far as it is about text. One with fewer
// operands than it needs does nothing.
func (p *pageReader) operate(operator string, args []pdf.Value) {
	number := func(i int) float64 { return args[i].Float64() }
	switch has := len(args); {
	case operator == "q":
		p.kept = append(p.kept, p.state)
	case operator == "Q" && len(p.kept) > 0:
		p.state, p.kept = p.kept[len(p.kept)-1], p.kept[:len(p.kept)-1]
	case operator == "cm" && has == 6:
		p.state.matrix = transformOf(args).then(p.state.matrix)
	case operator == "BT":
		p.line, p.text = identity, identity
	case operator == "Tm" && has == 6:
		p.line = transformOf(args)
		p.text = p.line
	case operator == "Td" && has == 2:
		p.move(number(0), number(1))
	case operator == "TD" && has == 2:
		p.state.leading = -number(1)
		p.move(number(0), number(1))
	case operator == "T*":
		p.move(0, -p.state.leading)
	case operator == "TL" && has == 1:
		p.state.leading = number(0)
	case operator == "Tc" && has == 1:
		p.state.betweenLetters = number(0)
	case operator == "Tw" && has == 1:
		p.state.betweenWords = number(0)
	case operator == "Tz" && has == 1:
		p.state.stretch = number(0) / 100
	case operator == "Tf" && has == 2:
		p.state.font, p.state.size = p.fontNamed(args[0].Name()), number(1)
	case operator == "Tj" && has == 1:
		p.show(args[0])
	case operator == "'" && has == 1:
		p.move(0, -p.state.leading)
		p.show(args[0])
	case operator == "\"" && has == 3:
		p.state.betweenWords, p.state.betweenLetters = number(0), number(1)
		p.move(0, -p.state.leading)
		p.show(args[2])
	case operator == "TJ" && has == 1:
		for i := range args[0].Len() {
			p.show(args[0].Index(i))
		}
	}
}

func (p *pageReader) move(x, y float64) {
	p.line = transform2D{1, 0, 0, 1, x, y}.then(p.line)
	p.text = p.line
}

// show shows a string, or moves by a number of thousandths of the font's size.
func (p *pageReader) show(v pdf.Value) {
	s := &p.state
	if v.Kind() != pdf.String {
		p.text = transform2D{1, 0, 0, 1, -v.Float64() / 1000 * s.size * s.stretch, 0}.then(p.text)
		return
	}
	if s.font == nil {
		return
	}
	raw := v.RawString()
	width := s.font.width(raw)*s.size + float64(s.font.count(raw))*s.betweenLetters
	for i := range len(raw) {
		if raw[i] == ' ' && !s.font.composite {
			width += s.betweenWords
		}
	}
	width *= s.stretch
	at := p.text.then(s.matrix)
	p.text = transform2D{1, 0, 0, 1, width, 0}.then(p.text)
	p.runs = append(p.runs, pdfRun{
		text: s.font.encoder.Decode(raw), x: at[4], y: at[5],
		width: p.text.then(s.matrix)[4] - at[4], size: s.size * scaleOf(at),
	})
}

// pageFont is a font of a page: how its codes are read, and how wide they are.
type pageFont struct {
	font      pdf.Font
	encoder   pdf.TextEncoding
	composite bool            // its codes have two bytes
	widths    map[int]float64 // by code, in thousandths; nil where it does not say
	usual     float64         // of codes that are not there
}

// usualWidth is the width of a letter of most fonts.
const usualWidth = 500

func (p *pageReader) fontNamed(name string) *pageFont {
	if f := p.fonts[name]; f != nil {
		return f
	}
	font := p.page.Font(name)
	f := &pageFont{font: font, encoder: font.Encoder(), widths: map[int]float64{}, usual: usualWidth}
	if f.composite = font.V.Key("Subtype").Name() == "Type0"; f.composite {
		f.readComposite(font.V.Key("DescendantFonts").Index(0))
	} else {
		first, widths := font.FirstChar(), font.Widths()
		for i, width := range widths {
			f.widths[first+i] = width
		}
	}
	p.fonts[name] = f
	return f
}

// mostWidths is how many codes of two bytes there are: what says more is no font.
const mostWidths = 1 << 16

// readComposite reads the widths of a font with codes of two bytes (ISO 32000-1,
// 9.7.4.3): "first [width …]" or "first last width".
func (f *pageFont) readComposite(descendant pdf.Value) {
	const wide = 1000
	if f.usual = wide; descendant.Key("DW").Kind() == pdf.Integer {
		f.usual = descendant.Key("DW").Float64()
	}
	w, left := descendant.Key("W"), mostWidths
	for i := 0; i+1 < w.Len() && left > 0; {
		first, next := int(w.Index(i).Int64()), w.Index(i+1)
		if next.Kind() == pdf.Array {
			for j := range next.Len() {
				f.widths[first+j] = next.Index(j).Float64()
			}
			i += 2
			continue
		}
		for code := max(first, 0); code <= int(next.Int64()) && left > 0; code++ {
			f.widths[code] = w.Index(i + 2).Float64()
			left--
		}
		i += 3
	}
}

// count returns how many codes a string has.
func (f *pageFont) count(raw string) int {
	if f.composite {
		return len(raw) / 2
	}
	return len(raw)
}

// width returns the width of a string in parts of the font's size.
func (f *pageFont) width(raw string) float64 {
	sum := 0.0
	for i := range f.count(raw) {
		code := 0
		if f.composite {
			code = int(raw[2*i])<<8 | int(raw[2*i+1])
		} else {
			code = int(raw[i])
		}
		width, ok := f.widths[code]
		if !ok {
			width = f.usual
		}
		sum += width
	}
	const thousandths = 1000
	return sum / thousandths
}

// transform2D is a matrix of PDF: a, b, c, d, e, f (ISO 32000-1, 8.3.3).
type transform2D [6]float64

var identity = transform2D{1, 0, 0, 1, 0, 0}

func transformOf(args []pdf.Value) transform2D {
	var t transform2D
	for i := range t {
		t[i] = args[i].Float64()
	}
	return t
}

// then returns t followed by u.
func (t transform2D) then(u transform2D) transform2D {
	return transform2D{
		t[0]*u[0] + t[1]*u[2], t[0]*u[1] + t[1]*u[3],
		t[2]*u[0] + t[3]*u[2], t[2]*u[1] + t[3]*u[3],
		t[4]*u[0] + t[5]*u[2] + u[4], t[4]*u[1] + t[5]*u[3] + u[5],
	}
}

// scaleOf returns how high a transformation makes what is of height 1.
func scaleOf(t transform2D) float64 { return math.Hypot(t[2], t[3]) }
