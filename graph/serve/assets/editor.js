// A small editor that offers what Cayley's UI calls of the Monaco editor, so
// that the UI works without the internet. The UI looks for window.monaco before
// it loads anything; this script defines it.
//
// An editable editor is a <textarea>, a read-only one a <pre>, in which JSON is
// coloured. Keys that move the focus keep doing so.
"use strict";
(function () {
  // The UI keeps the query it opens with here.
  var LAST_QUERY = "LAST_QUERY";
  var CTRL = 2048; // as in Monaco: a modifier is one bit above every key code
  var ENTER = 3;

  // #gizmo=g.V().All() is a query and its language.
  function queryIn(hash) {
    var match = /^#(gizmo|graphql|mql)=(.*)$/.exec(hash);
    if (!match) return null;
    try {
      return { text: decodeURIComponent(match[2]), language: match[1] };
    } catch (e) {
      console.warn("the query in the address was not understood: " + e.message);
      return null;
    }
  }

  // An address such as /cayley/#gizmo=g.V().All() opens the UI with that query.
  function openQueryOfAddress() {
    if (!/^#(gizmo|graphql|mql)=/.test(window.location.hash)) return;
    var query = queryIn(window.location.hash);
    if (query) window.localStorage.setItem(LAST_QUERY, JSON.stringify(query));
    window.history.replaceState(null, "", window.location.pathname);
  }

  // Puts a query into the editor of the page that is open, when it is there.
  window.kgOpenQuery = function (hash) {
    var query = queryIn(hash);
    var area = document.querySelector(".QueryEditor textarea.kg-editor");
    if (!area) {
      window.requestAnimationFrame(function () { window.kgOpenQuery(hash); });
      return;
    }
    var language = document.querySelector(".QueryEditor select");
    if (language && language.value !== query.language) {
      language.value = query.language;
      language.dispatchEvent(new Event("change", { bubbles: true }));
    }
    area.value = query.text;
    area.dispatchEvent(new Event("input", { bubbles: true }));
    area.focus();
  };

  // A stored query that does not parse would keep the UI from starting.
  function dropBrokenQuery() {
    try {
      JSON.parse(window.localStorage.getItem(LAST_QUERY));
    } catch (e) {
      window.localStorage.removeItem(LAST_QUERY);
    }
  }

  var JSON_TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\b\d[\d.eE+-]*\b|\btrue\b|\bfalse\b|\bnull\b)/g;

  function showJSON(pre, text) {
    pre.textContent = "";
    var last = 0;
    text.replace(JSON_TOKEN, function (all, string, colon, literal, offset) {
      pre.appendChild(document.createTextNode(text.slice(last, offset)));
      var span = document.createElement("span");
      span.className = colon ? "json-key" : string ? "json-string" : "json-literal";
      span.textContent = string || literal;
      pre.appendChild(span);
      last = offset + span.textContent.length;
    });
    pre.appendChild(document.createTextNode(text.slice(last)));
  }

  function createElement(options) {
    var element = document.createElement(options.readOnly ? "pre" : "textarea");
    element.className = "kg-editor";
    element.setAttribute("aria-label", options.readOnly ? "Result" : "Query");
    if (options.readOnly) {
      element.tabIndex = 0;
    } else {
      element.spellcheck = false;
      element.setAttribute("autocapitalize", "off");
    }
    return element;
  }

  function Editor(container, options) {
    var listeners = [];
    var actions = {}; // by id: an action that is added again replaces the first
    var text = "";
    var element = createElement(options);

    function changed() {
      listeners.slice().forEach(function (listener) { listener({}); });
    }
    function getValue() {
      return options.readOnly ? text : element.value;
    }
    function setValue(value) {
      if (value === undefined || value === null) return;
      if (options.readOnly) {
        text = String(value);
        showJSON(element, text);
      } else {
        element.value = String(value);
      }
      changed();
    }
    function onKey(event) {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      Object.keys(actions).forEach(function (id) {
        if (actions[id].keybindings.indexOf(CTRL | ENTER) < 0) return;
        event.preventDefault();
        actions[id].run();
      });
    }

    element.addEventListener("input", changed);
    element.addEventListener("keydown", onKey);
    container.appendChild(element);
    setValue(options.value);

    this.getValue = getValue;
    this.setValue = setValue;
    this.getModel = function () {
      return { getFullModelRange: function () { return null; }, getValue: getValue, setValue: setValue };
    };
    // The UI calls it to replace the whole text.
    this.executeEdits = function (source, edits) {
      edits.forEach(function (edit) { setValue(edit.text); });
    };
    this.onDidChangeModelContent = function (listener) {
      listeners.push(listener);
      return { dispose: function () { listeners.splice(listeners.indexOf(listener), 1); } };
    };
    this.addAction = function (action) {
      actions[action.id] = action;
      return { dispose: function () { delete actions[action.id]; } };
    };
    this.focus = function () { element.focus(); };
    this.dispose = function () { listeners = []; element.remove(); };
    this.pushUndoStop = this.setScrollPosition = this.updateOptions = this.layout = function () {};
  }

  function nothing() {}

  window.monaco = {
    editor: {
      create: function (container, options) { return new Editor(container, options || {}); },
      setModelLanguage: nothing,
      defineTheme: nothing,
      setTheme: nothing
    },
    KeyMod: { CtrlCmd: CTRL },
    KeyCode: { Enter: ENTER },
    languages: {
      typescript: {
        ScriptTarget: { ES5: 1 },
        javascriptDefaults: { setCompilerOptions: nothing, addExtraLib: nothing }
      }
    }
  };

  openQueryOfAddress();
  dropBrokenQuery();
})();
