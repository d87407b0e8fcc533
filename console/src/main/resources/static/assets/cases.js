// Keyboard of the queue: j next, k before, t take; Enter opens the link that has the focus.
(() => {
  const links = () => [...document.querySelectorAll("a.caselink")];
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey
        || event.target.closest("input, select, textarea")) {
      return;
    }
    const all = links();
    const at = all.indexOf(document.activeElement);
    if (event.key === "j" && all.length > 0) {
      all[Math.min(at + 1, all.length - 1)].focus();
    } else if (event.key === "k" && all.length > 0) {
      all[Math.max(at - 1, 0)].focus();
    } else if (event.key === "t" && at >= 0) {
      all[at].closest("tr").querySelector("button.take")?.click();
    } else {
      return;
    }
    event.preventDefault();
  });
})();
