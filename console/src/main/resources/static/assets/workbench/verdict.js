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
  #rule;
  #fingers;
  #form = get("verdict");
  #note = get("note");
  #skipForm = get("skip-form");

  // `task` gives what the server asks of a verdict, and the fingers' names.
  constructor(work, server, { rule, fingers }) {
    this.#work = work;
    this.#server = server;
    this.#rule = rule;
    this.#fingers = fingers;
    get("marks-meter").max = rule.pointsMin;
    get("rests-identification").textContent = `${rule.pointsMin} marks, or a reason`;
    this.#note.maxLength = rule.noteCharsMax;
    this.#note.value = work.note;
    this.#form.elements.conclusion.value = work.conclusion;
    this.#form.addEventListener("input", () => {
      work.conclude(this.#form.elements.conclusion.value, this.#note.value);
      this.#error("");
    });
    this.#form.addEventListener("submit", (event) => this.#ask(event));
    get("confirm-send").addEventListener("click", () => this.#send());
    this.#skipForm.addEventListener("submit", (event) => this.#skip(event));
    this.#skipForm.addEventListener("input", () => {
      get("skip-error").textContent = "";
      this.#showSkip();
    });
    for (const dialog of document.querySelectorAll("dialog")) {
      dialog.querySelector(".close").addEventListener("click", () => dialog.close());
    }
    work.addEventListener("change", () => this.show());
    this.show();
  }

  show() {
    const { pointsMin, reasonCharsMin } = this.#rule;
    const { finger, count } = this.#work.best();
    const differ = this.#work.differences;
    get("marks-best").textContent = count;
    get("marks-where").textContent = finger ? `${finger} ${this.#label(finger)}` : "one finger";
    get("marks-min").textContent = pointsMin;
    get("marks-meter").value = Math.min(count, pointsMin);
    get("marks-meter").textContent = `${count} of ${pointsMin}`;
    get("differences").textContent = counted(differ, "difference");
    const needed = this.#needsReason;
    const why = needed ? this.#lack() : "";
    get("note-label").textContent = needed ? `Reason${why} (required)` : "Note (if you wish)";
    const length = this.#reasonLength;
    const asked = needed ? `${length} of at least ${reasonCharsMin} characters` : "";
    get("note-length").textContent = asked;
    get("note-length").classList.toggle("enough", length >= reasonCharsMin);
    this.#note.required = needed;
    this.#note.minLength = needed ? reasonCharsMin : 0;
    this.#form.dataset.conclusion = this.#work.conclusion;
  }

  focus() {
    const chosen = this.#form.querySelector("input:checked") ?? this.#form.querySelector("input");
    chosen.focus();
  }

  openSkip() {
    get("skip-error").textContent = "";
    get("skip-reason").maxLength = this.#rule.noteCharsMax;
    this.#skipForm.reset();
    this.#showSkip();
    get("skip").showModal();
  }

  // As the server's rule: an identification rests on points in one finger, an exclusion on a
  // difference, either on a reason; inconclusive on a reason always.
  get #needsReason() {
    switch (this.#work.conclusion) {
      case "IDENTIFICATION":
        return this.#work.best().count < this.#rule.pointsMin;
      case "EXCLUSION":
        return this.#work.differences === 0;
      case "INCONCLUSIVE":
        return true;
      default:
        return false;
    }
  }

  get #reasonLength() {
    return this.#work.note.trim().length;
  }

  #lack() {
    switch (this.#work.conclusion) {
      case "IDENTIFICATION":
        return ` for fewer than ${this.#rule.pointsMin} agreeing marks in one finger`;
      case "EXCLUSION":
        return ", as no difference is marked";
      default:
        return "";
    }
  }

  #label(number) {
    return this.#fingers.find((finger) => finger.number === number)?.label ?? "";
  }

  #ask(event) {
    event.preventDefault();
    if (this.#work.conclusion === "") {
      this.#error("Choose a conclusion.");
      this.focus();
      return;
    }
    if (this.#needsReason && this.#reasonLength < this.#rule.reasonCharsMin) {
      this.#error(
        `A reason${this.#lack()} is asked for, of at least ${this.#rule.reasonCharsMin} characters.`,
      );
      this.#note.focus();
      return;
    }
    this.#error("");
    this.#confirm(this.#work.verdict());
  }

  #confirm(verdict) {
    const { finger, count } = this.#work.best();
    const differ = this.#work.differences;
    const agree = verdict.marks.length - differ;
    const where = finger ? `, ${count} of them in ${finger} ${this.#label(finger)}` : "";
    const loose = this.#work.counts.length - verdict.ridgeCounts.length;
    get("confirm-word").textContent = WORDS[verdict.conclusion];
    facts([
      ["Agreeing", `${counted(agree, "mark")}${agree ? where : ""}`],
      ["Differing", counted(differ, "mark")],
      ["Not looked at", this.#unseen()],
      ["Ridge counts", `${verdict.ridgeCounts.length}${loose ? `, ${loose} not sent` : ""}`],
      ["Time", `${Math.floor(verdict.seconds / 60)} min ${verdict.seconds % 60} s`],
      [this.#needsReason ? "Reason" : "Note", verdict.note || "none"],
    ]);
    get("confirm-error").hidden = true;
    get("confirm").showModal();
  }

  // Fingers with both prints that were never on the bench, by number and name.
  #unseen() {
    const both = this.#fingers.filter(({ left, right }) => left && right);
    const unseen = both.filter(({ number }) => !this.#work.looked.includes(number));
    const names = unseen.map(({ number, label }) => `${number} ${label}`);
    return names.length === 0
      ? `none: all ${both.length} fingers were looked at`
      : `${names.length} of ${both.length} fingers: ${names.join(", ")}`;
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
      button.focus(); // a button loses the keyboard while it is disabled
    }
  }

  get #whySkip() {
    return this.#skipForm.querySelector("[name=why]:checked");
  }

  // Words are asked for where the reason chosen has none of its own.
  #showSkip() {
    const needed = this.#whySkip !== null && !this.#whySkip.dataset.reason;
    get("skip-label").textContent = needed ? "Reason (required)" : "More, if you wish";
    get("skip-reason").required = needed;
  }

  async #skip(event) {
    event.preventDefault();
    const why = this.#whySkip;
    const words = get("skip-reason").value.trim();
    const chosen = why?.dataset.reason ?? "";
    if (why === null || (!chosen && !words)) {
      get("skip-error").textContent = why === null ? "Choose a reason." : "Give the reason in words.";
      (why === null ? this.#skipForm.querySelector("[name=why]") : get("skip-reason")).focus();
      return;
    }
    const reason = [chosen, words].filter(Boolean).join(": ").slice(0, this.#rule.noteCharsMax);
    try {
      this.#leave(await this.#server.skip(reason, why.value === "CONFLICT_OF_INTEREST"));
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

function counted(number, word) {
  return `${number} ${number === 1 ? word : `${word}s`}`;
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
