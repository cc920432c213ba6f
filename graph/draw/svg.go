package draw

import (
	"bytes"
	_ "embed"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strings"
)

// Style is how pictures look, in light and in dark, on a screen and in print.
//
//go:embed draw.css
var Style string

// Options say what a picture is made for.
type Options struct {
	Width float64 // pixels; 0 is 1000
	Alone bool    // a file of its own, with its style; else a part of a page that has [Style]
}

// usualWidth is that of a page on a desk.
const usualWidth = 1000

// SVG writes the picture. Its links are where the reader's keyboard goes as the
// nodes stand in the picture; arrows are links too, for a mouse.
func (p *Picture) SVG(w io.Writer, o Options) error {
	if o.Width <= 0 {
		o.Width = usualWidth
	}
	l := p.lay(o.Width)
	var out bytes.Buffer
	namespace := ""
	if o.Alone {
		namespace = ` xmlns="http://www.w3.org/2000/svg"`
	}
	fmt.Fprintf(&out, `<svg%s class="drawing" viewBox="0 0 %s %s" width="%s" height="%s" role="group" aria-label="%s">`+"\n",
		namespace, number(l.width), number(l.height), number(l.width), number(l.height), text(p.Title))
	if o.Alone {
		fmt.Fprintf(&out, "<title>%s</title>\n<style>\n%s</style>\n", text(p.Title), Style)
	}
	for _, i := range p.inOrder() {
		p.drawArrow(&out, l, i)
	}
	for _, i := range p.inOrder() {
		p.drawLabel(&out, l, i)
	}
	for i := range p.Nodes {
		p.drawNode(&out, l, i)
	}
	out.WriteString("</svg>\n")
	_, err := w.Write(out.Bytes())
	return err
}

// drawArrow draws an edge from the rim of one box to the rim of the other,
// through its label.
func (p *Picture) drawArrow(out *bytes.Buffer, l layout, i int) {
	e := p.Edges[i]
	from, to, via := l.nodes[e.From].box, l.nodes[e.To].box, l.labels[i].at
	begin, end := from.rim(via), to.rim(via)
	// The point that a quadratic curve is drawn towards so that its middle is via.
	control := point{2*via.x - (begin.x+end.x)/2, 2*via.y - (begin.y+end.y)/2}
	thick := 1 + math.Log2(float64(max(1, e.Strength)))*.6
	fmt.Fprintf(out, `<path class="edge" d="M%s %sQ%s %s %s %s" stroke-width="%s"/>`+"\n",
		number(begin.x), number(begin.y), number(control.x), number(control.y), number(end.x), number(end.y), number(thick))
	out.WriteString(arrowhead(control, end, 6+thick))
}

// arrowhead is a triangle at the end of a line that comes from a point.
func arrowhead(from, to point, size float64) string {
	d := to.minus(from)
	length := d.length()
	if length == 0 {
		return ""
	}
	along, across := point{d.x / length * size, d.y / length * size}, point{-d.y / length * size * .45, d.x / length * size * .45}
	return fmt.Sprintf(`<path class="head" d="M%s %sL%s %sL%s %sZ"/>`+"\n", number(to.x), number(to.y),
		number(to.x-along.x+across.x), number(to.y-along.y+across.y), number(to.x-along.x-across.x), number(to.y-along.y-across.y))
}

// rim is where the line from the middle of a box to a point leaves the box.
func (b box) rim(to point) point {
	d := to.minus(b.at)
	if d == (point{}) {
		return b.at
	}
	scale := math.Inf(1)
	if d.x != 0 {
		scale = min(scale, b.width/2/math.Abs(d.x))
	}
	if d.y != 0 {
		scale = min(scale, b.height/2/math.Abs(d.y))
	}
	return point{b.at.x + d.x*min(1, scale), b.at.y + d.y*min(1, scale)}
}

func (p *Picture) drawLabel(out *bytes.Buffer, l layout, i int) {
	e, label := p.Edges[i], l.labels[i]
	if e.Label == "" {
		return
	}
	about := e.About
	if about == "" {
		about = p.Nodes[e.From].Name + " " + e.Label + " " + p.Nodes[e.To].Name
	}
	// The keyboard passes over arrows: what they say stands beside the picture.
	end := openLink(out, e.Link, `class="label" tabindex="-1"`, `class="label"`)
	fmt.Fprintf(out, "<title>%s</title>", text(about))
	drawBox(out, label.box, 4)
	drawLines(out, label, labelSize)
	out.WriteString(end)
}

func (p *Picture) drawNode(out *bytes.Buffer, l layout, i int) {
	n, at := p.Nodes[i], l.nodes[i]
	class := "node " + strings.ToLower(n.Type)
	if i == 0 && !p.Ways {
		class += " center"
	}
	end := openLink(out, n.Link, fmt.Sprintf(`class="%s"`, text(class)), fmt.Sprintf(`class="%s"`, text(class)))
	about := n.Name
	if n.Type != "" {
		about += ", " + n.Type
	}
	fmt.Fprintf(out, "<title>%s</title>", text(about))
	drawBox(out, at.box, 8)
	drawLines(out, at, nameSize)
	out.WriteString(end)
	if n.More == 0 {
		return
	}
	badge := placed{lines: []string{fmt.Sprintf("+%d", n.More)}}
	badge.fit(labelSize, 4, 0)
	badge.height = badgeHeight
	badge.at = point{min(at.at.x+at.width/2, l.width-badge.width/2-1), at.at.y - at.height/2}
	end = openLink(out, n.Open, `class="more"`, `class="more"`)
	fmt.Fprintf(out, "<title>%s</title>", text(fmt.Sprintf("%d more around %s", n.More, n.Name)))
	drawBox(out, badge.box, badgeHeight/2)
	drawLines(out, badge, labelSize)
	out.WriteString(end)
}

// openLink begins a link, or a group where there is nowhere to go, and returns
// how it ends.
func openLink(out *bytes.Buffer, link, attributes, plain string) string {
	if link == "" {
		fmt.Fprintf(out, "<g %s>", plain)
		return "</g>\n"
	}
	fmt.Fprintf(out, `<a href="%s" %s>`, text(link), attributes)
	return "</a>\n"
}

func drawBox(out *bytes.Buffer, b box, round float64) {
	fmt.Fprintf(out, `<rect x="%s" y="%s" width="%s" height="%s" rx="%s"/>`,
		number(b.at.x-b.width/2), number(b.at.y-b.height/2), number(b.width), number(b.height), number(round))
}

func drawLines(out *bytes.Buffer, p placed, size float64) {
	first := p.at.y - float64(len(p.lines)-1)*size*lineHeight/2 + size*.35
	for i, line := range p.lines {
		fmt.Fprintf(out, `<text x="%s" y="%s">%s</text>`, number(p.at.x), number(first+float64(i)*size*lineHeight), text(line))
	}
}

// number writes a length with a tenth of a pixel, which is the same on every machine.
func number(f float64) string {
	return strings.TrimSuffix(fmt.Sprintf("%.1f", math.Round(f*10)/10), ".0")
}

// text escapes text for XML.
func text(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder takes everything
	return b.String()
}
