// The right print laid over the left one.

import * as drawing from "./drawing.js";
import { about, apply, millimetres, rigid } from "./rigid.js";

const BLINK_MS = 700;

export class Overlay {
  isOpen = false;
  opacity = 0.5;
  isTinted = true;
  isBlinking = false;
  #shown = "right";
  #timer = null;
  #changed;

  constructor(changed) {
    this.#changed = changed;
  }

  // How the right print comes to lie: by agreeing marks if two or more, else by the middles of their
  // ink and the turn the examiner gave them. A difference lies where it lies.
  alignment(marks, left, right, turn) {
    const agreeing = marks.filter((mark) => !mark.differs);
    const found = rigid(agreeing);
    if (found !== null) {
      const worstAt = marks.indexOf(agreeing[found.worstAt]);
      return { ...found, worstAt, pairs: agreeing.length, isByMarks: true };
    }
    const middle = (print) => {
      const { x, y, width, height } = print.ink();
      return { x: x + width / 2, y: y + height / 2 };
    };
    return { ...about((turn * Math.PI) / 180, middle(right), middle(left)), isByMarks: false };
  }

  // With reduced motion each call shows the other print once; else it starts or stops.
  blink() {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      this.isBlinking = true;
      this.#flip();
      return;
    }
    this.isBlinking = !this.isBlinking;
    clearInterval(this.#timer);
    this.#timer = this.isBlinking ? setInterval(() => this.#flip(), BLINK_MS) : null;
    this.#changed();
  }

  still() {
    this.isBlinking = false;
    clearInterval(this.#timer);
  }

  close() {
    this.isOpen = false;
    this.still();
  }

  draw(plate, prints, tones, marks, alignment) {
    const { context } = plate;
    const inks = this.isTinted && !this.isBlinking ? ["red", "cyan"] : ["black", "black"];
    const tone = (side) => (inks[0] === "black" ? tones[side] : { ...tones[side], invert: false });
    const shows = (side) => !this.isBlinking || this.#shown === side;
    plate.onPrint();
    if (shows("left")) {
      context.globalAlpha = inks[0] === "red" ? Math.min(1, 2 - 2 * this.opacity) : 1;
      context.drawImage(prints.left.toned(tone("left"), inks[0]), 0, 0);
    }
    if (shows("right")) {
      const [c, s] = [Math.cos(alignment.angle), Math.sin(alignment.angle)];
      context.globalAlpha = this.#rightAlpha();
      context.globalCompositeOperation = inks[0] === "black" ? "source-over" : "multiply";
      context.transform(c, s, -s, c, alignment.dx, alignment.dy);
      context.drawImage(prints.right.toned(tone("right"), inks[1]), 0, 0);
    }
    context.globalAlpha = 1;
    context.globalCompositeOperation = "source-over";
    plate.onScreen();
    this.#drawMarks(plate, marks, alignment);
  }

  #rightAlpha() {
    if (this.isBlinking) {
      return 1;
    }
    return this.isTinted ? Math.min(1, 2 * this.opacity) : this.opacity;
  }

  #drawMarks({ context, view }, marks, alignment) {
    marks.forEach((mark, i) => {
      const at = view.toScreen(mark.left);
      drawing.gap(context, at, view.toScreen(apply(alignment, mark.right)));
      drawing.mark(context, at, { ...mark, number: i + 1 }, false);
    });
  }

  #flip() {
    this.#shown = this.#shown === "left" ? "right" : "left";
    this.#changed();
  }
}

// The alignment in words.
export function residualText(alignment, ppi) {
  if (!alignment.isByMarks) {
    return "Laid over by their middles. Two agreeing marks lay them over by marks.";
  }
  const { pairs } = alignment;
  const both = (px) => `${px.toFixed(1)} px = ${millimetres(px, ppi).toFixed(2)} mm`;
  const turn = ((alignment.angle * 180) / Math.PI).toFixed(1).replace("-", "−");
  const worst = pairs > 2 ? `; most ${both(alignment.worst)} at ${alignment.worstAt + 1}` : "";
  return `${pairs} pairs, turned ${turn}°. Residual ${both(alignment.rms)}${worst}`;
}
