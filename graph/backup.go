package graph

import (
	"context"
	"fmt"
	"io"

	"kg/graph/sqlstore"
)

// BackupCounts says what a backup holds.
type BackupCounts = sqlstore.BackupCounts

// Errors of [Graph.Restore].
var (
	ErrNotEmpty     = sqlstore.ErrNotEmpty     // the graph holds something, and was not to be overwritten
	ErrBackupBroken = sqlstore.ErrBackupBroken // what was read is no backup, or not all of one
)

// Backup writes all of the graph, as it is at one moment: quads, sources, what is
// noted of identities and what people decided. It can be restored into a graph on
// SQLite or PostgreSQL, whichever it comes from. Others may write meanwhile.
func (g *Graph) Backup(ctx context.Context, w io.Writer) (BackupCounts, error) {
	n, err := g.store.Backup(ctx, w)
	if err != nil {
		return n, fmt.Errorf("backing up: %w", err)
	}
	return n, nil
}

// Restore makes the graph what a backup holds. It is one transaction: on an error
// the graph stays as it was.
func (g *Graph) Restore(ctx context.Context, r io.Reader, overwrite bool) (BackupCounts, error) {
	n, err := g.store.Restore(ctx, r, overwrite)
	if err != nil {
		return n, fmt.Errorf("restoring: %w", err)
	}
	return n, nil
}
