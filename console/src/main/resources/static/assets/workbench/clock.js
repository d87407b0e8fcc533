// Time spent on the task: counts only while the page can be seen.

const KEEP_EVERY_S = 5;

export class Clock {
  #last = performance.now();
  #kept = 0;

  constructor(work, element, minutesMax) {
    const show = () => {
      const seconds = Math.floor(work.seconds);
      const rest = String(seconds % 60).padStart(2, "0");
      const limit = minutesMax > 0 ? ` of ${minutesMax} min` : "";
      element.textContent = `${Math.floor(seconds / 60)}:${rest}${limit}`;
      element.classList.toggle("late", minutesMax > 0 && seconds > 60 * minutesMax);
    };
    const tick = (isSeen) => {
      const now = performance.now();
      work.seconds += isSeen ? (now - this.#last) / 1000 : 0;
      this.#last = now;
      show();
      if (work.seconds - this.#kept > KEEP_EVERY_S) {
        this.#kept = work.seconds;
        work.save();
      }
    };
    setInterval(() => tick(!document.hidden), 1000);
    // The stretch before the change counts if the page was seen in it.
    document.addEventListener("visibilitychange", () => tick(document.hidden));
    window.addEventListener("pagehide", () => work.save());
    show();
  }
}
