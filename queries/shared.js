// The statements of the graph are nodes: each has a subject, a relation, an
// object, and the sentence that says so. cite() takes statements and returns
// their rows, the newest article first; answer() sends rows, one column for
// each name, what has no value left out. A statement that follows from others
// has their sentences in the column because, one that copies of its article
// reprint these in the column reprinted_in.
function cite(statements) {
  var rows = statements.Tag("statement")
    .SaveOpt("<kg:derivedFrom>", "from").SaveOpt("<kg:reprintedIn>", "copy").SaveOpt("<kg:speaker>", "speaker")
    .Out("<kg:sentence>").Tag("place").Save("<rdf:value>", "sentence")
    .Out("<schema:isPartOf>").Tag("article").SaveOpt("<schema:datePublished>", "published").TagArray()
  return grounded(rows)
    .map(function (row) { for (var key in row) row[key] = plain(row[key]); return row })
    .sort(function (a, b) {
      return order(b.published || "", a.published || "") || order(a.article, b.article) ||
        start(a.place) - start(b.place) || order(text(a), text(b))
    })
}
// grounded() makes one row of those that differ only in what they follow from
// and in where they are reprinted.
function grounded(rows) {
  var merged = {}
  return rows.filter(function (row) {
    var from = row.from, copy = row.copy
    delete row.from
    delete row.copy
    var key = text(row)
    var first = merged[key] = merged[key] || row
    if (from) sentencesOf(from).forEach(function (sentence) {
      var known = first.because || []
      if (sentence !== first.sentence && known.indexOf(sentence) < 0) first.because = known.concat(sentence).sort()
    })
    var copies = first.reprinted_in || []
    if (copy && copies.indexOf(copy) < 0) first.reprinted_in = copies.concat(copy).sort()
    return first === row
  })
}
function sentencesOf(statement) { return g.V(statement).Out("<kg:sentence>").Out("<rdf:value>").ToArray() }
function answer(rows, columns) {
  rows.forEach(function (row) {
    var out = {}
    columns.concat("speaker", "sentence", "because", "article", "reprinted_in", "published").forEach(function (column) {
      if (row[column] != null) out[column] = row[column]
    })
    g.Emit(out)
  })
}
function plain(value) { return typeof value === "string" ? value.replace(/^"([\s\S]*)"\^\^<[^>]*>$/, "$1") : value }
// text() is the same for equal rows, in whichever order their columns come.
function text(row) { return JSON.stringify(Object.keys(row).sort().map(function (key) { return [key, row[key]] })) }
function order(a, b) { return a < b ? -1 : a > b ? 1 : 0 }
function start(place) { return Number(/#char=(\d+)/.exec(place)[1]) }
// stretch() makes a stretch of time of "since 2019" and "until 2007", with an open end.
function stretch(when) {
  return (when || "").replace(/^since (\d.*)$/, "$1/9999").replace(/^until (\d.*)$/, "0001/$1")
}
// within() keeps the rows of a time: of their own day or days, else of their article's.
function within(rows, since, until) {
  return rows.filter(function (row) {
    var when = stretch(row.when)
    var days = ((/^\d{4}/.test(when) ? when : row.published) || "").split("/")
    var first = days[0], last = days[days.length - 1]
    return (!since || last && last >= since) && (!until || first && first < until)
  })
}
function nameOf(value) {
  if (value.indexOf("<") !== 0) return value
  return g.V(value).Out("<rdfs:label>").ToArray()[0] || value
}
function isSomebody(node) {
  return g.V(node).Has("<rdf:type>", "<schema:Person>", "<schema:Organization>", "<kg:Group>").Count() > 0
}
