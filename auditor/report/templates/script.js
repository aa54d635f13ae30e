(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");
  var cards = Array.prototype.slice.call(document.querySelectorAll(".card[data-r]"));
  var now = -1;
  function shown(card) { return card.offsetParent !== null; }
  function go(step) {
    var i = now;
    do { i += step; } while (cards[i] && !shown(cards[i]));
    if (!cards[i]) return;
    if (cards[now]) cards[now].classList.remove("now");
    now = i;
    cards[i].classList.add("now");
    cards[i].scrollIntoView({ block: "center" });
  }
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (event.key === "j") go(1);
    if (event.key === "k") go(-1);
  });
  Array.prototype.forEach.call(document.querySelectorAll("select.rules"), function (select) {
    select.addEventListener("change", function () {
      cards.forEach(function (card) { card.classList.toggle("hide", select.value !== "" && card.dataset.r !== select.value); });
      now = -1;
    });
  });
})();
