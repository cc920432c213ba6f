// Package sqlstore keeps a graph in one SQLite file, or in one schema of
// PostgreSQL or of what speaks its protocol. It is a Cayley graph.QuadStore, so
// that Cayley's query languages, formats and HTTP API run on it.
//
// Open opens a graph. Store.Replace changes it; Store.Update does after a look at
// it that nobody's write comes between; Store.Loader adds a great deal.
// Store.Snapshot is for a reader that asks more than once and must see one moment. Whatever is written
// is a transaction: all of it is there, or nothing.
//
// # The tables
//
// Both dialects have the same:
//
//	value   (id, hash, kind, text, ext)  every value once; kind is its type, ext its language or datatype
//	quad    (s, p, o, l)                 ids of values; l is 0 for a quad without a label
//	tally   (dir, id, quads)             quads of each predicate and label, of the graph, and its values
//	name    (id, text)                   the values that are names, folded, under an index of trigrams
//	record  (source, label, digest)      which article a source holds
//	meta    (key, value)                 the format's number, the next id, how often values were deleted
//
// Quads stand in four sorted orders (SPOL, POSL, OSPL, LSPO), each with all four
// columns. Whatever is given of a quad is the beginning of one of them, so that it
// is found as one range, and no guess of a query planner is needed. The exception
// is a label beside a predicate or an object: an article's quads, some hundred or
// thousand, are looked through for these, or where a label has very many, the quads
// of the predicate or object for the label (see accessFor). Two orders more (LPOS,
// LOSP) would make ranges of these too. They stood here until format 4: 605,000
// quads of 485 articles then took 4.2 s to insert in place of 3.0 s and 106 MB in
// place of 82, and a million to load 8.3 s in place of 6.4, while one label's
// statements were found no faster. Other four (SPOL, OPSL, PSOL, LSPO) leave subject
// and object to be filtered out of a range that may be long. A table for each order,
// filled in that order, was no faster to load than one table with indexes, and it
// makes no difference in which order quads are inserted. An order takes 16 to 18
// bytes a quad, of which 8 are the ids and 8 SQLite's; its pages are nine tenths
// full whether they are filled quad by quad or sorted.
//
// A Loader fills an empty SQLite graph in the first order only and has SQLite
// sort it into the others at the end: with six orders a million quads took 10.7 s of
// the processor in place of 14.1, and the rate falls less as the graph grows, since
// no insertion looks for its place in large orders. Whether that is still to
// be done stands in meta, so that whoever writes next does it.
//
// A value no quad has is deleted with its last quad. No reference counts are
// kept: they would make each quad written change four rows of values, and where
// they are wrong they stay wrong. Instead a transaction that removes quads looks
// in the four orders, once for each value it removed, whether there is another.
//
// # Identifiers
//
// Ids are given out in sequence, and never again. Writers take turns (SQLite
// has one at a time in any case; on PostgreSQL the row of meta with the next
// id is the lock), so they need no other agreement, and the id of a value
// deleted by one cannot be taken for another's. What one article says lies
// together, new quads go to the right end of most orders, and an id takes two
// or three bytes.
//
// Rejected: a hash of the value as its id. It would need no counter and no
// look-up before a write, but every insertion then lands anywhere in all
// orders, and an id takes eight bytes: loading took 2.2 to 3 times as long, and
// the file was 2.5 times the size (200,000 quads, SQLite).
// So that values are found, the dictionary has an index of 47 bits of their
// SHA-256; the text decides, so a collision costs a comparison. An index of the
// texts would hold every sentence twice, and PostgreSQL refuses to index long ones.
//
// # Queries
//
// A conjunction of quads becomes one SQL statement (see join), which is what
// makes the query for an entity's statements, with their objects and sentences,
// a matter of a millisecond. SQL is told in which order to look the quads up,
// smallest first; sizes are counted up to a limit. Everything else is Cayley's
// own iterators over ranges read in pages. An iterator holds no cursor, so one
// that is never closed costs nothing.
//
// # Several processes
//
// SQLite's log (WAL) lets any number of processes read while one writes. A
// second writer waits, is told so once by Options.OnWait, and gives up after
// Options.WaitLimit. A process killed at any moment leaves the state before or
// after its transaction. When the power fails, the last transactions may be
// missing (synchronous is NORMAL); the file is whole.
//
// # Measured
//
// On two cores that other work kept busy, so that times are to be compared only
// within a run. SQLite, a news graph, queries by Gizmo in this process
// (KG_BENCH_STORES="sqlite bolt" KG_BENCH_QUADS=n go test -run - -bench Stores
// -benchtime 1x ./graph/sqlstore prints these, and the ratios). At 1,000,000
// quads and with six orders, first while four others wanted the two cores, then while
// twenty-six did:
//
//	                     this one                      Cayley's bolt         (in the second run)
//	load, by the clock   10.5 s (95 k/s)   124 s       478 s                 3.9 times as fast
//	load, the processor  10.8 s             13.0 s     48.7 s                3.8 times as fast
//	file                 115 MB            115 MB      351 MB                0.33
//	memory               168 MB                        743 MB
//	one hop              0.2 ms                        0.35 ms
//	two hops             0.2 ms                        15 ms
//	statements           0.6 ms                        over a minute
//	one label            0.3 ms                        31 s
//	predicate's count    0.2 ms                        53 s
//
// As the graph grows (six orders, busy machine, the processor's time):
//
//	quads      load     a quad    memory  file    one hop  two hops  statements  one label  predicate's count
//	300,000     3.4 s   11 µs     122 MB   33 MB  0.3 ms   0.2 ms    -           -          0.2 ms
//	1,000,000  13.0 s   13 µs     168 MB  115 MB  0.2 ms   0.2 ms    0.6 ms      0.3 ms     0.2 ms
//	3,000,000  45.2 s   15 µs     191 MB  353 MB  0.4 ms   0.4 ms    1.0 ms      0.3 ms     0.2 ms
//
// (- where the other work came between). The memory is two caches, which are
// full after some million quads, and one batch; kg import took 121 and 163 MB for
// the first two.
//
// Two nodes of 100,000 edges (-bench Dense): the edges of one counted 12 ms, the
// first hundred 1 ms, both nodes intersected 120 ms, a path through one 0.3 ms.
//
// PostgreSQL, 100,000 quads, against Cayley's own backend for it in one run (a
// program apart, as Cayley's needs a driver that we do not): load 1.5 s against
// 20.2 s; one hop 0.4 ms against 1.1, two hops 0.9 against 1.0, statements 1.7
// against 2.5, one label 0.5 against 6.2, a predicate's count 0.2 against 6.0.
// On a machine as busy as above, both stores filled with 12,000 quads and asked
// in turn, the load took 2.9 s against 129 s. The medians of 31 were, in parts
// of Cayley's: one hop 1.1, two hops 1.6, statements 0.35, one label 0.4, a
// predicate's count 0.45. A query of ours is several statements where Cayley's is
// one or two, and there each waits for the processor.
//
// # What it offers beyond Cayley's interface
//
//   - Replace, Update: removals by label, additions and records, in one transaction
//   - Loader: additions, in many transactions
//   - Label, Quads: one label's quads, or all, sorted, in bounded memory
//   - Labels, Predicates: each with its number of quads
//   - Matching, About, Count, Tallies: the quads with given values, or with one
//     of many subjects, their number, and their number by one of the other values
//   - Record, Records, RecordsOf: which article a source holds
//   - Search: entities by word, prefix or misspelling of their names
//   - Snapshot: all of the above, and Cayley's interface, at one moment
package sqlstore
