package graph

import (
	"context"
	"fmt"

	"kg/graph/sqlstore"
)

// topicFeed is the topic of the notes on feeds that are watched, by address.
const topicFeed = "feeds"

// FeedState returns what was noted of a feed at this address, "" where nothing
// was. What it means is the reader's.
func (g *Graph) FeedState(ctx context.Context, address string) (string, error) {
	notes, err := g.store.Notes(ctx, topicFeed)
	if err != nil {
		return "", fmt.Errorf("reading what is noted of feeds: %w", err)
	}
	for _, n := range notes {
		if n.Key == address {
			return n.Value, nil
		}
	}
	return "", nil
}

// SetFeedState notes what [Graph.FeedState] returns from now on.
func (g *Graph) SetFeedState(ctx context.Context, address, state string) error {
	_, err := g.store.Replace(ctx, sqlstore.Change{Notes: []sqlstore.Note{{Topic: topicFeed, Key: address, Value: state}}})
	if err != nil {
		return fmt.Errorf("noting what was read of the feed %s: %w", address, err)
	}
	return nil
}
