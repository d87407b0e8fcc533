// Lists of the current finger's marks and ridge counts.

import { KINDS } from "./work.js";

const WORDS = {
  ENDING: "Ridge ending",
  BIFURCATION: "Bifurcation",
  DOT: "Dot",
  OTHER: "Other",
};

export class Findings {
  #work;
  #ridgesMax;
  #choose;
  #say;

  // `choose(id)` when a mark is pointed at in the list (0: none), `say(text)` for the live region.
  constructor(work, ridgesMax, choose, say) {
    this.#work = work;
    this.#ridgesMax = ridgesMax;
    this.#choose = choose;
    this.#say = say;
  }

  show(finger, chosen) {
    const marks = this.#work.marksOf(finger);
    const counts = this.#work.countsOf(finger);
    set("marks-here", marks.length);
    set("counts-here", counts.length);
    document.getElementById("marks-empty").hidden = marks.length > 0;
    document.getElementById("counts-empty").hidden = counts.length > 0;
    this.#fill("marks-list", marks.map((mark, i) => this.#markRow(mark, i + 1)));
    this.#fill("counts-list", counts.map((count) => this.#countRow(count)));
    this.choose(chosen);
  }

  choose(id) {
    for (const row of document.querySelectorAll("#marks-list > li")) {
      row.classList.toggle("chosen", Number(row.dataset.id) === id);
    }
  }

  // Fills anew and leaves the keyboard where it was, or on the list's neighbour.
  #fill(id, rows) {
    const list = document.getElementById(id);
    const focused = list.contains(document.activeElement) ? document.activeElement : null;
    const kept = focused && [focused.closest("li").dataset.id, focused.className];
    list.replaceChildren(...rows);
    if (kept) {
      const name = kept[1].split(" ")[0];
      const same = list.querySelector(`li[data-id="${kept[0]}"] .${name}`);
      (same ?? list.querySelector(`.${name}`) ?? list.closest("[tabindex]")).focus();
    }
  }

  #markRow(mark, number) {
    const row = element("li");
    row.dataset.id = mark.id;
    row.addEventListener("pointerenter", () => this.#choose(mark.id));
    row.addEventListener("pointerleave", () => this.#choose(0));
    row.addEventListener("focusin", () => this.#choose(mark.id));
    const kind = element("select", "kind");
    kind.setAttribute("aria-label", `Kind of mark ${number}`);
    kind.append(...KINDS.map((value) => new Option(WORDS[value], value)));
    kind.value = mark.kind;
    kind.addEventListener("change", () => {
      this.#work.setKind(mark.id, kind.value);
      this.#say(`Mark ${number}: ${WORDS[kind.value].toLowerCase()}.`);
    });
    const remove = this.#remove(`Delete mark ${number}`, () => {
      this.#work.removeMark(mark.id);
      this.#say(`Mark ${number} deleted. Undo with U.`);
    });
    row.append(element("b", "number-tag", number), kind, this.#differs(mark, number), remove);
    return row;
  }

  #differs(mark, number) {
    const button = element("button", mark.differs ? "differs on" : "differs", "≠");
    button.type = "button";
    button.setAttribute("aria-pressed", String(Boolean(mark.differs)));
    button.setAttribute("aria-label", `Mark ${number} is a difference`);
    button.title = `Mark ${number} is a difference (A)`;
    button.addEventListener("click", () => {
      this.#work.setDiffers(mark.id, !mark.differs);
      this.#say(differsText(number, !mark.differs));
    });
    return button;
  }

  #countRow(count) {
    const row = element("li");
    row.dataset.id = count.id;
    const name = count.ends.map((end) => (end.mark ? this.#work.numberOf(end.mark) : "point"));
    const side = count.side === "left" ? "Left" : "Right";
    const text = `${side}, ${name[0]} to ${name[1]}`;
    const number = element("input", "ridges");
    Object.assign(number, { type: "number", min: 0, max: this.#ridgesMax, value: count.count });
    number.setAttribute("aria-label", `Ridges, ${text}`);
    number.addEventListener("change", () => {
      const entered = Math.round(Number(number.value) || 0);
      const value = Math.min(this.#ridgesMax, Math.max(0, entered));
      number.value = value;
      this.#work.correctCount(count.id, value);
      this.#say(`${text}: ${value} ridges, counted ${count.measured} by software.`);
    });
    const remove = this.#remove(`Delete ridge count ${text}`, () => {
      this.#work.removeCount(count.id);
      this.#say(`Ridge count ${text} deleted. Undo with U.`);
    });
    const words = element("span", "row-words", text);
    const corrected = count.count !== count.measured;
    if (corrected || !this.#work.isTied(count)) {
      const why = corrected ? `software: ${count.measured}` : "not sent: an end is no mark";
      words.append(element("small", "quiet", why));
    }
    row.append(words, number, remove);
    return row;
  }

  #remove(label, run) {
    const button = element("button", "remove", "×");
    button.type = "button";
    button.setAttribute("aria-label", label);
    button.title = label;
    button.addEventListener("click", run);
    return button;
  }
}

// What is said when a mark comes to differ or to agree.
export function differsText(number, differs) {
  return differs ? `Mark ${number} is a difference.` : `Mark ${number} agrees.`;
}

function element(tag, name = "", content = "") {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = content;
  return made;
}

function set(id, value) {
  document.getElementById(id).textContent = value;
}
