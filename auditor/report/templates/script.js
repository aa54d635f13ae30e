(function () {
  "use strict";
  var all = function (selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); };
  document.documentElement.classList.add("js");

  // Findings: j and k go from card to card, the mark in the text lights up with its card.
  var cards = all(".card[data-r]");
  var now = -1;
  function shown(card) { return card.offsetParent !== null; }
  function mark(card, on) {
    all('a[href="#' + card.id + '"]').forEach(function (link) { link.classList.toggle("now", on); });
    card.classList.toggle("now", on);
  }
  function go(step) {
    var i = now;
    do { i += step; } while (cards[i] && !shown(cards[i]));
    if (!cards[i]) return;
    if (cards[now]) mark(cards[now], false);
    now = i;
    mark(cards[i], true);
    cards[i].tabIndex = -1;
    cards[i].focus({ preventScroll: true });
    cards[i].scrollIntoView({ block: "center" });
  }
  function follow() { // a card that an address names is where j and k go on from
    var at = cards.findIndex(function (card) { return "#" + card.id === location.hash; });
    if (at < 0) return;
    if (cards[now]) mark(cards[now], false);
    now = at;
  }
  addEventListener("hashchange", follow);
  follow();
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (event.target.type === "search") return;
    if (event.key === "j") go(1);
    if (event.key === "k") go(-1);
  });

  // Filters of an article's findings: boxes work by style alone, the rule and the count need this.
  function count(tools) {
    var note = tools.querySelector(".shown");
    var left = cards.filter(shown).length;
    if (note) note.textContent = left === cards.length ? "" : left + " of " + cards.length + " shown";
  }
  all(".tools").forEach(function (tools) {
    tools.addEventListener("change", function (event) {
      if (event.target.matches("select.rules")) {
        cards.forEach(function (card) { card.classList.toggle("hide", event.target.value !== "" && card.dataset.r !== event.target.value); });
        now = -1;
      }
      count(tools);
    });
  });

  // Filters of the index.
  var find = document.querySelector("input.find");
  if (find) {
    var faulty = document.querySelector("input.faulty");
    var rows = all("table.articles tbody tr");
    var note = find.closest(".tools").querySelector(".shown");
    var filter = function () {
      var words = find.value.toLowerCase().split(/\s+/);
      var left = rows.filter(function (row) {
        var text = row.textContent.toLowerCase();
        var keep = words.every(function (word) { return text.indexOf(word) >= 0; }) && (!faulty.checked || row.dataset.w !== "0");
        row.hidden = !keep;
        return keep;
      }).length;
      note.textContent = left === rows.length ? "" : left + " of " + rows.length + " shown";
    };
    find.addEventListener("input", filter);
    faulty.addEventListener("change", filter);
  }
})();
