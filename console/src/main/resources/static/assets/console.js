// Says so when the list can no longer be brought up to date.
(() => {
  const lost = () => {
    document.getElementById("lost")?.removeAttribute("hidden");
    document.getElementById("live-state")?.setAttribute("hidden", "");
  };
  const found = () => {
    document.getElementById("lost")?.setAttribute("hidden", "");
    document.getElementById("live-state")?.removeAttribute("hidden");
  };
  for (const name of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
    document.addEventListener(name, lost);
  }
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful) {
      found();
    }
  });
})();
