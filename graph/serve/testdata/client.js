// Asks a server what the client on npm can ask, and prints each answer:
//   node client.js SERVER TOKEN
"use strict";
const cayley = require("cayley");
const [server, token] = process.argv.slice(2);
const client = cayley(server + "/", { headers: { Authorization: "Bearer " + token } });
const g = client.graph;

const macron = "<kg:Emmanuel_Macron>";
const quads = [{ subject: "<kg:Lisbon>", predicate: "<rel:is-capital-of>", object: "<kg:Portugal>" }];

// Each is a name and what to do with a callback.
const steps = [
  ["V, Out, All", done => g.V(macron).Out("<rel:meets>").All(done)],
  ["Vertex, In", done => g.Vertex("<kg:Volodymyr_Zelenskyy>").In("<rel:meets>").All(done)],
  ["GetLimit", done => g.V().GetLimit(2, (err, rows) => done(err, rows.length))],
  ["Has", done => g.V().Has("<rdfs:label>", "Keir Starmer").All(done)],
  ["Tag, Save", done => g.V(macron).Tag("who").Save("<rdfs:label>", "name").All(done)],
  ["Morphism, Follow", done => g.V(macron).Follow(g.Morphism().Out("<rel:hosts>").Out("<rel:meets>")).All(done)],
  ["Intersect", done => g.V(macron).Out("<rel:hosts>").Intersect(g.V("<kg:Keir_Starmer>")).All(done)],
  ["ForEach, Emit", done => g.V(macron).Out("<rel:hosts>").ForEach(function (d) { g.Emit(d); }, (err, rows) => done(err, rows))],
  ["a promise", done => g.V(macron).Out("<rel:hosts>").All().then(rows => done(null, rows), done)],
  ["shape", done => g.type("shape").V(macron).Out("<rel:meets>").All((err, shape) => done(err, [shape.nodes.length, shape.links.length]))],
  ["write", done => client.write(quads, done)],
  ["written", done => g.V("<kg:Lisbon>").Out().All(done)],
  ["delete", done => client.delete(quads, done)],
  ["deleted", done => g.V("<kg:Lisbon>").Out().All(done)],
  ["writeFile", done => client.writeFile(process.argv[4], (err, body) => done(err, JSON.parse(body)))],
  ["without the token", done => cayley(server).write(quads, (err, body, response) => done(err, response.statusCode))],
];

(async () => {
  for (const [name, step] of steps) {
    const [err, answer] = await new Promise(resolve => step((err, answer) => resolve([err, answer])));
    console.log(name + ": " + (err ? "failed: " + err : JSON.stringify(answer)));
  }
})();
