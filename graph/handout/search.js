"use strict";
(function () {
  function plain(text) { return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, ""); }
  var things = Array.prototype.map.call(document.querySelectorAll(".thing"), function (section) {
    return { section: section, text: plain(section.textContent) };
  });
  var box = document.getElementById("search");
  var found = document.getElementById("found");
  document.getElementById("searching").hidden = false;
  box.addEventListener("input", function () {
    var words = plain(box.value).split(/\s+/).filter(Boolean);
    var count = 0;
    things.forEach(function (thing) {
      var has = words.every(function (word) { return thing.text.indexOf(word) >= 0; });
      thing.section.hidden = !has;
      if (has) count++;
    });
    found.textContent = words.length ? count + " found" : "";
  });
})();
