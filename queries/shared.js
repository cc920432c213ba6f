// The statements of the graph are nodes: each has a subject, a relation, an
// object, and the sentence that says so. cite() takes statements and returns
// their rows, the newest article first; answer() sends rows, one column for
// each name, what has no value left out.
function cite(statements) {
  return statements
    .SaveOpt("<kg:speaker>", "speaker").Out("<kg:sentence>").Tag("place").Save("<rdf:value>", "sentence")
    .Out("<schema:isPartOf>").Tag("article").SaveOpt("<schema:datePublished>", "published").TagArray()
    .map(function (row) { for (var key in row) row[key] = plain(row[key]); return row })
    .sort(function (a, b) {
      return order(b.published || "", a.published || "") || order(a.article, b.article) ||
        start(a.place) - start(b.place) || order(JSON.stringify(a), JSON.stringify(b))
    })
}
function answer(rows, columns) {
  rows.forEach(function (row) {
    var out = {}
    columns.concat("speaker", "sentence", "article", "published").forEach(function (column) {
      if (row[column] != null) out[column] = row[column]
    })
    g.Emit(out)
  })
}
function plain(value) { return typeof value === "string" ? value.replace(/^"([\s\S]*)"\^\^<[^>]*>$/, "$1") : value }
function order(a, b) { return a < b ? -1 : a > b ? 1 : 0 }
function start(place) { return Number(/#char=(\d+)/.exec(place)[1]) }
