// The tool in hand, and what a point placed with it means.

import { ridgeCount } from "./ridge-count.js";

const NEAR_PX = 12; // on the screen
const KIND_PX = 10; // on the print: a shown minutia this near gives a new mark its kind

export const OTHER_SIDE = { left: "right", right: "left" };

export class Pointing {
  tool = "look"; // look, mark, differ, count
  pending = null; // { side, at }: a mark that lacks its other place
  from = null; // { side, end }: a ridge line that lacks its other end
  chosen = 0; // id of the mark pointed at or last placed
  #work;
  #bench;

  // `bench` gives finger, views, prints(), minutiae shown per side, rule; and say(text).
  constructor(work, bench) {
    this.#work = work;
    this.#bench = bench;
  }

  take(tool) {
    this.tool = tool;
    this.pending = null;
    this.from = null;
    const words = {
      look: "Look: drag to move, wheel to size.",
      mark: "Mark: place a point on one print, then the same point on the other.",
      differ: "Difference: place it on one print, then where it should be on the other.",
      count: "Ridge count: place two points on one print.",
    };
    this.#bench.say(words[tool]);
  }

  get isMarking() {
    return this.tool === "mark" || this.tool === "differ";
  }

  // Gives up a half-placed mark or line; else goes back to looking.
  cancel() {
    if (this.pending || this.from) {
      this.take(this.tool);
    } else {
      this.take("look");
    }
  }

  // Id of the mark near a place of the screen, 0 if there is none.
  near(side, point) {
    const view = this.#bench.views[side];
    const gaps = this.#work.marksOf(this.#bench.finger.number).map((mark) => {
      const at = view.toScreen(mark[side]);
      return { id: mark.id, gap: Math.hypot(at.x - point.x, at.y - point.y) };
    });
    gaps.sort((a, b) => a.gap - b.gap);
    return gaps.length > 0 && gaps[0].gap <= NEAR_PX ? gaps[0].id : 0;
  }

  // Whether a mark lies right at a place of the print.
  isOn(side, { x, y }) {
    const marks = this.#work.marksOf(this.#bench.finger.number);
    return marks.some((mark) => Math.hypot(mark[side].x - x, mark[side].y - y) < 1);
  }

  // A point of the screen was clicked or placed by key.
  place(side, point) {
    const print = this.#bench.prints()[side];
    const at = whole(this.#bench.views[side].toPrint(point));
    const isOff = at.x < 0 || at.y < 0 || at.x > print?.widthPx || at.y > print?.heightPx;
    if (!print?.isReady || (this.tool !== "look" && isOff)) {
      return;
    }
    if (this.isMarking) {
      this.#mark(side, at);
    } else if (this.tool === "count") {
      const id = this.near(side, point);
      this.#count(side, print, id ? { mark: id } : at);
    } else {
      this.chosen = this.near(side, point);
    }
  }

  #mark(side, at) {
    const { finger, say } = this.#bench;
    const number = this.#work.marksOf(finger.number).length + 1;
    const other = OTHER_SIDE[side];
    if (!this.#bench.prints()[other]?.isReady) {
      say(`No ${other} print of this finger to mark.`);
      return;
    }
    if (this.#work.marks.length >= this.#bench.rule.marksMax) {
      say(`No more than ${this.#bench.rule.marksMax} marks. Keep those your conclusion rests on.`);
      return;
    }
    if (this.pending === null || this.pending.side === side) {
      this.pending = { side, at };
      say(`Mark ${number} is on the ${side} print. Now the same point on the ${other} print.`);
      return;
    }
    const points = { [side]: at, [other]: this.pending.at };
    const kind = this.#kind(other, this.pending.at) ?? this.#kind(side, at) ?? this.#lastKind();
    const differs = this.tool === "differ";
    this.pending = null;
    this.chosen = this.#work.addMark(finger.number, kind, differs, points).id;
    const what = differs ? `a difference, ${kind.toLowerCase()}` : kind.toLowerCase();
    say(`Mark ${number} placed: ${what}. E, B, P or X change its kind, A its agreement.`);
  }

  // Only a minutia the examiner sees suggests a kind.
  #kind(side, at) {
    if (!this.#bench.showsMinutiae[side]) {
      return null;
    }
    const gap = (m) => Math.hypot(m.x - at.x, m.y - at.y);
    const near = this.#bench.prints()[side].minutiae.filter((m) => gap(m) <= KIND_PX);
    near.sort((a, b) => gap(a) - gap(b));
    return near.length > 0 ? near[0].kind.toUpperCase() : null;
  }

  #lastKind() {
    return this.#work.marks.at(-1)?.kind ?? "ENDING";
  }

  #count(side, print, end) {
    const { finger, say } = this.#bench;
    if (this.from === null || this.from.side !== side) {
      this.from = { side, end };
      say(`Ridge count on the ${side} print: now the second point.`);
      return;
    }
    const points = [this.from.end, end].map((e) =>
      e.mark ? this.#work.marks.find((mark) => mark.id === e.mark)[side] : e,
    );
    const isSame = points[0].x === points[1].x && points[0].y === points[1].y;
    if (isSame) {
      say("Both points are one. Place the second point elsewhere.");
      return;
    }
    if (this.#work.counts.length >= this.#bench.rule.marksMax) {
      say(`No more than ${this.#bench.rule.marksMax} ridge counts.`);
      return;
    }
    const { count } = ridgeCount(print.grey(), points[0], points[1]);
    this.#work.addCount(finger.number, side, [this.from.end, end], count);
    const isTied = this.from.end.mark && end.mark;
    this.from = null;
    say(`${count} ridges between the points. ${isTied ? "" : "Not sent: an end is no mark."}`);
  }
}

// Marks are kept in whole pixels, as they are sent.
function whole({ x, y }) {
  return { x: Math.round(x), y: Math.round(y) };
}
