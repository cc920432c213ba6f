package draw

import (
	"bytes"
	"fmt"
	"io"
	"math"
)

// Period is a bar of a strip: a day, a month or a year, and how much happened in it.
type Period struct {
	Label string // "November 2020"
	Count int
	Link  string // what happened; "" for nowhere
}

// Sizes of a strip in pixels.
const (
	stripHeight = 56.0
	widestBar   = 26.0
	lowestBar   = 3.0
)

// Strip writes periods side by side, from left to right, as bars as high as they
// count. Those in which nothing happened have no bar, and no link.
func Strip(w io.Writer, title string, periods []Period, o Options) error {
	if o.Width <= 0 {
		o.Width = usualWidth
	}
	most := 1
	for _, p := range periods {
		most = max(most, p.Count)
	}
	step := min(o.Width/float64(max(1, len(periods))), widestBar*1.25)
	bottom := stripHeight - labelSize*1.5
	var out bytes.Buffer
	fmt.Fprintf(&out, `<svg class="drawing strip" viewBox="0 0 %s %s" width="%s" height="%s" role="group" aria-label="%s">`+"\n",
		number(o.Width), number(stripHeight), number(o.Width), number(stripHeight), text(title))
	fmt.Fprintf(&out, `<path class="edge" d="M0 %sH%s"/>`+"\n", number(bottom+.5), number(step*float64(len(periods))))
	for i, p := range periods {
		if p.Count == 0 {
			continue
		}
		// Roots, so that a month with one event is seen beside one with fifty.
		high := max(lowestBar, (bottom-2)*math.Sqrt(float64(p.Count)/float64(most)))
		end := openLink(&out, p.Link, `class="bar"`, `class="bar"`)
		fmt.Fprintf(&out, "<title>%s: %d</title>", text(p.Label), p.Count)
		drawBox(&out, box{at: point{(float64(i) + .5) * step, bottom - high/2}, width: step * .8, height: high}, 1)
		out.WriteString(end)
	}
	if len(periods) > 0 {
		y := number(stripHeight - 2)
		fmt.Fprintf(&out, `<text class="first" x="0" y="%s">%s</text>`, y, text(periods[0].Label))
		if last := periods[len(periods)-1].Label; len(periods) > 1 {
			end := max(step*float64(len(periods)), width(periods[0].Label+"  "+last, labelSize))
			fmt.Fprintf(&out, `<text class="last" x="%s" y="%s">%s</text>`, number(end), y, text(last))
		}
	}
	out.WriteString("</svg>\n")
	_, err := w.Write(out.Bytes())
	return err
}
