package serve

import (
	"bytes"
	"context"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"kg/graph"
	"kg/graph/draw"
)

// The widths of drawings, in pixels: on a desk and on a phone. A page holds
// both, and its style shows the one that fits.
const (
	wideDrawing   = 1060
	narrowDrawing = 318
)

// narrowNodes is how many nodes of an entity's picture a phone shows. The page of
// a picture shows all there too: who goes there wants to see them.
const narrowNodes = 10

// sketch is an SVG for a wide screen and one for a narrow one.
type sketch struct{ Wide, Narrow template.HTML }

type buffer = bytes.Buffer

// drawnBytes returns what is drawn.
func drawnBytes(write func(*buffer) error) ([]byte, error) {
	var out buffer
	err := write(&out)
	return out.Bytes(), err
}

// drawBoth draws for both widths. What it is given escapes what it draws.
func drawBoth(write func(pixels int) ([]byte, error)) (sketch, error) {
	wide, err := write(wideDrawing)
	if err != nil {
		return sketch{}, err
	}
	narrow, err := write(narrowDrawing)
	return sketch{template.HTML(wide), template.HTML(narrow)}, err
}

// drawPicture draws a picture for both widths, on the narrow one its first nodes.
func drawPicture(p *draw.Picture, narrowNodes int) (sketch, error) {
	return drawBoth(func(pixels int) ([]byte, error) {
		shown := p
		if pixels < wideDrawing {
			shown = p.First(narrowNodes)
		}
		return drawnBytes(func(out *buffer) error { return shown.SVG(out, draw.Options{Width: float64(pixels)}) })
	})
}

// pictureView is the page of a neighbourhood, which grows as its reader goes on.
type pictureView struct {
	frame
	*graph.Neighbourhood
	Name    string   `json:"name"`
	Drawing sketch   `json:"-"`
	Further string   `json:"-"` // one step further
	Larger  string   `json:"-"` // more neighbours
	File    string   `json:"-"` // as a file
	Home    string   `json:"-"` // of the entity
	Opened  []opened `json:"-"`
}

// opened is a neighbour whose own neighbours are shown, and the picture without them.
type opened struct{ Name, Close string }

// Bounds of what a picture's address may ask for.
const (
	mostHops        = 3
	pictureNodes    = 20
	mostPictured    = 60
	mostOpened      = 12
	entityNeighbors = 16 // in the picture on an entity's own page
)

// pictured is what a picture's address asks for.
type pictured struct {
	iri         string
	hops, limit int
	open        []string
}

// link is the address of a picture.
func (p pictured) link(more ...string) string {
	values := url.Values{"id": {p.iri}, "open": p.open}
	if p.hops > 1 {
		values.Set("hops", strconv.Itoa(p.hops))
	}
	if p.limit != pictureNodes {
		values.Set("limit", strconv.Itoa(p.limit))
	}
	for i := 0; i+1 < len(more); i += 2 {
		values.Set(more[i], more[i+1])
	}
	return "/picture?" + values.Encode()
}

// with is the picture in which one more entity is opened.
func (p pictured) with(iri string) string {
	if iri == p.iri {
		p.limit = min(2*p.limit, mostPictured)
	} else if len(p.open) < mostOpened {
		p.open = append(slices.Clone(p.open), iri)
	}
	return p.link()
}

// drawn reads and draws the neighbourhood.
func (p *pages) drawn(ctx context.Context, what pictured) (*graph.Neighbourhood, *draw.Picture, error) {
	found, err := p.graph.Neighbourhood(ctx, what.iri, graph.NeighbourhoodOptions{Hops: what.hops, Limit: what.limit, Open: what.open})
	if err != nil {
		return nil, nil, err
	}
	return found, draw.Neighbourhood(found, draw.Links{Entity: entityLink, Tie: pathLink, Open: what.with}), nil
}

// readPictured reads the address of a picture.
func readPictured(q url.Values) (pictured, error) {
	p := pictured{iri: q.Get("id"), hops: 1, limit: pictureNodes, open: q["open"]}
	if err := isEntityIRI(p.iri); err != nil {
		return p, err
	}
	for _, part := range []struct {
		name  string
		value *int
		most  int
	}{{"hops", &p.hops, mostHops}, {"limit", &p.limit, mostPictured}} {
		text := q.Get(part.name)
		if text == "" {
			continue
		}
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 || n > part.most {
			return p, &problem{http.StatusBadRequest, fmt.Sprintf("%s is %q; it is a number from 1 to %d.", part.name, text, part.most)}
		}
		*part.value = n
	}
	if len(p.open) > mostOpened {
		return p, &problem{http.StatusBadRequest, fmt.Sprintf("The picture has no room for more than %d opened neighbours.", mostOpened)}
	}
	return p, nil
}

// picture makes the page of ?id=kg:…, ?hops= steps far, with the neighbours of
// each ?open=kg:….
func (p *pages) picture(ctx context.Context, q url.Values) (any, error) {
	what, err := readPictured(q)
	if err != nil {
		return nil, err
	}
	found, picture, err := p.drawn(ctx, what)
	if err != nil {
		return nil, err
	}
	if q.Get("format") == "svg" {
		content, err := drawnBytes(func(out *buffer) error { return picture.SVG(out, draw.Options{Alone: true}) })
		return &file{"image/svg+xml", strings.TrimPrefix(what.iri, "kg:") + ".svg", content}, err
	}
	view := &pictureView{
		Neighbourhood: found, Name: found.Nodes[0].Name, Home: entityLink(what.iri),
		File: what.link("format", "svg"),
	}
	view.PageTitle = "Around " + view.Name
	if what.hops < mostHops {
		view.Further = what.link("hops", strconv.Itoa(what.hops+1))
	}
	if what.limit < mostPictured && len(found.Nodes) > what.limit {
		view.Larger = what.link("limit", strconv.Itoa(min(mostPictured, what.limit+pictureNodes)))
	}
	for i, iri := range what.open {
		less := what
		less.open = slices.Delete(slices.Clone(what.open), i, i+1)
		at := slices.IndexFunc(found.Nodes, func(n graph.Neighbour) bool { return n.IRI == iri })
		if at >= 0 {
			view.Opened = append(view.Opened, opened{found.Nodes[at].Name, less.link()})
		}
	}
	view.Drawing, err = drawPicture(picture, len(picture.Nodes))
	return view, err
}
