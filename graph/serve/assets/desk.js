// What kg adds to Cayley's UI: links to the saved queries in its menu, words
// for what it does not say itself, and the token that writing takes.
// window.kg is set by opening.js.
"use strict";
(function () {
  var TOKEN = "kg-token"; // of this tab, until it is closed
  var kg = window.kg || { query: "", saved: [], writable: false };

  function element(name, properties) {
    var made = Object.assign(document.createElement(name), properties);
    Array.prototype.slice.call(arguments, 2).forEach(function (child) { made.append(child); });
    return made;
  }

  // Words under the page, read out by a screen reader.
  var note = element("p", { className: "kg-note", hidden: true });
  note.setAttribute("role", "status");
  function say(words, wrong) {
    note.textContent = words;
    note.classList.toggle("kg-wrong", !!wrong);
    note.hidden = !words;
  }

  // What Visualize draws of a result is what has an address or a value.
  window.kgNode = function (value) {
    if (value === null || typeof value !== "object") return String(value);
    return value["@id"] !== undefined ? value["@id"] : String(value["@value"]);
  };

  function isDrawing() { return !document.querySelector(".QueryHistory, .mdc-tab-bar") && document.querySelector(".QueryEditor"); }

  // What an answer means where the page itself keeps silent.
  function wordsFor(path, ok, answer) {
    if (!ok && answer.error && !/\/query\?/.test(path)) return answer.error;
    if (!isDrawing() || !Array.isArray(answer.result)) return answer.error && isDrawing() ? answer.error : "";
    var drawn = answer.result.some(function (row) { return row && row.source !== undefined && row.target !== undefined; });
    if (!drawn) return "Nothing to draw: Visualize draws what a query tags source and target, as in g.V(…).Tag(\"source\").Out().Tag(\"target\").All().";
    return "";
  }

  function hear(path, response) {
    response.clone().json().then(function (answer) {
      var cut = answer.truncated ? "Only the first " + answer.limit + " rows; kg serve --limit allows more." : "";
      var words = wordsFor(path, response.ok, answer);
      if (/\/api\/v2\/(write|delete)$/.test(path) && response.ok) words = answer.result;
      say(words || cut, !response.ok || answer.error);
    }).catch(function () { say(response.ok ? "" : "The server answered with the status " + response.status + ".", true); });
    return response;
  }

  // Asks for the token; the promise is of "" where it is not given.
  function askForToken() {
    var field = element("input", { type: "password", name: "token", required: true, autocomplete: "off" });
    var dialog = element("dialog", { className: "kg-token" },
      element("form", { method: "dialog" },
        element("label", {}, "Writing takes the token that kg serve --write printed when it began ", field),
        element("p", {},
          element("button", { value: "ok", textContent: "Write" }), " ",
          element("button", { value: "", textContent: "Cancel", formNoValidate: true }))));
    dialog.setAttribute("aria-label", "Token");
    document.body.append(dialog);
    return new Promise(function (resolve) {
      dialog.addEventListener("close", function () {
        resolve(dialog.returnValue === "ok" ? field.value.trim() : "");
        dialog.remove();
      });
      dialog.showModal();
    });
  }

  var plainFetch = window.fetch.bind(window);

  function write(path, options) {
    var headers = Object.assign({}, options.headers, { Authorization: "Bearer " + (sessionStorage.getItem(TOKEN) || "") });
    return plainFetch(path, Object.assign({}, options, { headers: headers })).then(function (response) {
      if (response.status !== 401) return response;
      sessionStorage.removeItem(TOKEN);
      return askForToken().then(function (token) {
        if (!token) return response;
        sessionStorage.setItem(TOKEN, token);
        return write(path, options);
      });
    });
  }

  window.fetch = function (path, options) {
    if (typeof path !== "string" || !/^\/api\//.test(path)) return plainFetch(path, options);
    say("");
    var answer = /^\/api\/v2\/(write|delete)$/.test(path) ? write(path, options || {}) : plainFetch(path, options);
    return answer.then(function (response) { return hear(path, response); }, function (failure) {
      say("The server does not answer; is kg serve still running?", true);
      throw failure;
    });
  };

  // kg serve --write prints an address with the token in it.
  function takeTokenOfAddress() {
    var match = /^#token=(.+)$/.exec(window.location.hash);
    if (!match) return;
    sessionStorage.setItem(TOKEN, decodeURIComponent(match[1]));
    window.history.replaceState(null, "", window.location.pathname);
  }

  function openPage(name) {
    var items = Array.prototype.slice.call(document.querySelectorAll(".mdc-drawer .mdc-list-item"));
    items.filter(function (item) { return item.textContent.trim() === name; }).forEach(function (item) { item.click(); });
  }

  function savedQueries() {
    var list = element("ul", {});
    kg.saved.forEach(function (query) {
      var link = element("a", { href: query.link, textContent: query.name, title: query.asks });
      link.addEventListener("click", function (event) {
        event.preventDefault();
        if (!document.querySelector(".QueryEditor")) openPage("Query");
        window.kgOpenQuery(query.link.slice(query.link.indexOf("#")));
      });
      list.append(element("li", {}, link, query.about ? element("small", { textContent: " " + query.about }) : ""));
    });
    var nav = element("nav", { className: "kg-saved" }, element("h2", { textContent: "Ready to ask" }), list,
      element("p", {}, element("a", { href: "/", textContent: "Pages to read" })));
    nav.setAttribute("aria-label", "Saved queries");
    return nav;
  }

  // React makes the menu; what is added to it stands after what React made.
  function furnish() {
    var menu = document.querySelector(".mdc-drawer__content");
    if (!menu) return window.requestAnimationFrame(furnish);
    menu.append(savedQueries());
    document.body.append(note);
    menu.addEventListener("click", function (event) {
      var item = event.target.closest(".mdc-list-item");
      if (!item) return;
      var reading = item.textContent.trim() === "Write" && !kg.writable;
      say(reading ? "The graph is served read-only; kg serve --write lets you write." : "");
    });
  }

  takeTokenOfAddress();
  document.addEventListener("DOMContentLoaded", furnish);
})();
