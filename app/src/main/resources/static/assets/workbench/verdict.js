// The verdict: chosen, checked, confirmed, sent; or the task passed on.

import { ENDED, LOST } from "./server.js";

const WORDS = {
  IDENTIFICATION: "Identification: the prints are of one person",
  EXCLUSION: "Exclusion: the prints are of two persons",
  INCONCLUSIVE: "Inconclusive: the prints do not allow a conclusion",
};

const get = (id) => document.getElementById(id);

export class Verdict {
  #work;
  #server;
  #marksMin;
  #form = get("verdict");
  #note = get("note");

  constructor(work, server, marksMin) {
    this.#work = work;
    this.#server = server;
    this.#marksMin = marksMin;
    get("marks-min").textContent = marksMin;
    get("marks-meter").max = marksMin;
    this.#note.value = work.note;
    this.#form.elements.conclusion.value = work.conclusion;
    this.#form.addEventListener("input", () => {
      work.conclude(this.#form.elements.conclusion.value, this.#note.value);
      this.#error("");
    });
    this.#form.addEventListener("submit", (event) => this.#ask(event));
    get("confirm-send").addEventListener("click", () => this.#send());
    get("skip-form").addEventListener("submit", (event) => this.#skip(event));
    for (const dialog of document.querySelectorAll("dialog")) {
      dialog.querySelector(".close").addEventListener("click", () => dialog.close());
    }
    work.addEventListener("change", () => this.show());
    this.show();
  }

  show() {
    const marks = this.#work.marks.length;
    get("marks-all").textContent = marks;
    get("marks-meter").value = Math.min(marks, this.#marksMin);
    get("marks-meter").textContent = `${marks} of ${this.#marksMin}`;
    get("note-label").textContent = this.#needsReason
      ? `Reason for fewer than ${this.#marksMin} marks (required)`
      : "Note";
    this.#note.required = this.#needsReason;
    this.#form.dataset.conclusion = this.#work.conclusion;
  }

  focus() {
    const chosen = this.#form.querySelector("input:checked") ?? this.#form.querySelector("input");
    chosen.focus();
  }

  openSkip() {
    get("skip-error").textContent = "";
    get("skip").showModal();
  }

  get #needsReason() {
    const { conclusion, marks } = this.#work;
    return conclusion === "IDENTIFICATION" && marks.length < this.#marksMin;
  }

  #ask(event) {
    event.preventDefault();
    if (this.#work.conclusion === "") {
      this.#error("Choose a conclusion.");
      this.focus();
      return;
    }
    if (this.#needsReason && this.#work.note.trim() === "") {
      this.#error(`An identification with fewer than ${this.#marksMin} marks needs a reason.`);
      this.#note.focus();
      return;
    }
    this.#error("");
    const verdict = this.#work.verdict();
    get("confirm-word").textContent = WORDS[verdict.conclusion];
    const loose = this.#work.counts.length - verdict.ridgeCounts.length;
    const minutes = `${Math.floor(verdict.seconds / 60)} min ${verdict.seconds % 60} s`;
    facts([
      ["Marks", `${verdict.marks.length} (${this.#marksMin} asked for)`],
      ["Ridge counts", `${verdict.ridgeCounts.length}${loose ? `, ${loose} not sent` : ""}`],
      ["Time", minutes],
      ["Note", verdict.note || "none"],
    ]);
    get("confirm-error").hidden = true;
    get("confirm").showModal();
  }

  async #send() {
    const button = get("confirm-send");
    button.disabled = true;
    button.textContent = "Being sent…";
    try {
      this.#leave(await this.#server.verdict(this.#work.verdict()));
    } catch (trouble) {
      this.#tell(get("confirm-error"), trouble);
    } finally {
      button.disabled = false;
      button.textContent = "Give verdict";
    }
  }

  async #skip(event) {
    event.preventDefault();
    const reason = get("skip-reason").value.trim();
    if (reason === "") {
      get("skip-error").textContent = "Give a reason.";
      get("skip-reason").focus();
      return;
    }
    try {
      this.#leave(await this.#server.skip(reason));
    } catch (trouble) {
      this.#tell(get("skip-error"), trouble);
    }
  }

  #leave({ next }) {
    this.#work.sent();
    // Only ever a page of this server.
    const to = new URL(next, location.href);
    location.assign(to.origin === location.origin ? to.href : "/examine");
  }

  #tell(place, { kind, title, detail, message }) {
    place.hidden = false;
    const kept = kind === LOST || kind === ENDED ? " Your work is kept in this window." : "";
    const bold = document.createElement("b");
    bold.textContent = `Not sent. ${title ?? "Something went wrong"}.`;
    place.replaceChildren(bold, ` ${detail ?? message}${kept} `);
    if (kind === ENDED) {
      const link = document.createElement("a");
      Object.assign(link, { href: "/login?ended", textContent: "Log in" });
      link.target = "_blank";
      place.append(link);
    }
  }

  #error(text) {
    get("verdict-error").textContent = text;
  }
}

function facts(rows) {
  const list = get("confirm-facts");
  list.replaceChildren(
    ...rows.map(([name, value]) => {
      const row = document.createElement("div");
      row.appendChild(document.createElement("dt")).textContent = name;
      row.appendChild(document.createElement("dd")).textContent = value;
      return row;
    }),
  );
}
