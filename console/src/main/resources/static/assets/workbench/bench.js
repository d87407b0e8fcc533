// Both prints of the current finger on their canvases, and the overlay of them.

import * as drawing from "./drawing.js";
import { Overlay, residualText } from "./overlay.js";
import { Plate } from "./plate.js";
import { OTHER_SIDE, Pointing } from "./pointing.js";
import { PLAIN_TONE, Print } from "./print.js";
import { ridgeCount } from "./ridge-count.js";
import { View, Views } from "./view.js";

export const SIDES = ["left", "right"];

// Fires "change" when anything shown outside the canvases changed.
export class Bench extends EventTarget {
  views = new Views();
  active = "left";
  tones = { left: PLAIN_TONE, right: PLAIN_TONE };
  showsMinutiae = { left: false, right: false };
  cursor = { left: null, right: null };
  finger;
  overlay = new Overlay(() => this.changed());
  pointing;
  say;
  #task;
  #work;
  #prints = new Map();
  #plates = {};
  #overlayView = new View();
  #crossings = new Map();

  constructor(task, work, say) {
    super();
    this.#task = task;
    this.#work = work;
    this.say = say;
    this.finger = task.fingers[0];
    for (const finger of task.fingers) {
      const pair = SIDES.map((side) => [side, finger[side] ? new Print(finger[side]) : null]);
      this.#prints.set(finger.number, Object.fromEntries(pair));
    }
    this.pointing = new Pointing(work, this);
    for (const side of SIDES) {
      const element = document.querySelector(`[data-side=${side}] .plate`);
      const draw = (plate) => this.#drawScaled(plate, side);
      this.#plates[side] = new Plate(element, this.views[side], draw, this.#calls(side));
      element.querySelector(".plate-retry").addEventListener("click", () => this.load(this.finger));
    }
    const laid = document.querySelector(".overlay-side .plate");
    const calls = {
      ...this.#calls("left"),
      click: () => {},
      hover: () => {},
      active: () => {},
    };
    const draw = (plate) => this.#drawScaled(plate, "overlay");
    this.#plates.overlay = new Plate(laid, this.#overlayView, draw, calls);
    work.addEventListener("change", () => this.changed());
  }

  #calls(side) {
    return {
      pan: (right, down) => this.pan(right, down, side),
      zoom: (factor, right, down) => this.zoom(factor, right, down, side),
      click: (point) => this.#click(side, point),
      hover: (point) => this.choose(point ? this.pointing.near(side, point) : 0),
      active: () => this.activate(side),
      sized: () => (this.views.isFitted ? this.fit() : this.changed()),
    };
  }

  // What the server asks of a verdict.
  get rule() {
    return this.#task.rule;
  }

  prints(number = this.finger.number) {
    return this.#prints.get(number);
  }

  // Fetches what a finger lacks.
  async load(finger) {
    const wanted = SIDES.map((side) => this.prints(finger.number)[side]).filter(
      (print) => print && !print.isReady,
    );
    const loads = wanted.map((print) => print.load());
    this.changed();
    await Promise.all(loads);
    // Only now it is known where the ink is; whoever has moved something meanwhile is left alone.
    if (finger === this.finger && this.views.isFitted && loads.length > 0) {
      this.fit();
    }
    this.changed();
  }

  async show(number) {
    this.finger = this.#task.fingers.find((finger) => finger.number === number);
    this.pointing.pending = null;
    this.pointing.from = null;
    this.pointing.chosen = 0;
    this.cursor = { left: null, right: null };
    this.views.left.turn = 0;
    this.views.right.turn = 0;
    this.say(`${this.finger.label}.`);
    this.fit();
    await this.load(this.finger);
    const prints = this.prints(number);
    if (SIDES.every((side) => prints[side] === null || prints[side].isReady)) {
      this.#work.look(number);
    }
  }

  changed() {
    Object.values(this.#plates).forEach((plate) => plate.redraw());
    this.dispatchEvent(new Event("change"));
  }

  activate(side) {
    if (this.active !== side) {
      this.active = side;
      this.changed();
    }
  }

  focus(side) {
    this.activate(side);
    this.#plates[side].element.focus();
  }

  choose(id) {
    if (this.pointing.chosen !== id) {
      this.pointing.chosen = id;
      this.changed();
    }
  }

  get view() {
    return this.overlay.isOpen ? this.#overlayView : this.views[this.active];
  }

  fit() {
    Object.values(this.#plates).forEach((plate) => plate.measure());
    const { left, right } = this.prints();
    this.views.fit([left, right]);
    this.#fitOverlay();
    this.changed();
  }

  // Back to how the finger came up: whole, upright, in step.
  reset() {
    this.views.left.turn = 0;
    this.views.right.turn = 0;
    this.views.inStep = true;
    this.fit();
  }

  full() {
    const { left, right } = this.prints();
    this.views.place([left, right], 1);
    this.#fitOverlay(1);
    this.changed();
  }

  pan(right, down, side = this.active) {
    if (this.overlay.isOpen) {
      this.#overlayView.pan(right, down);
    } else {
      this.views.pan(side, right, down);
    }
    this.changed();
  }

  zoom(factor, right = 0, down = 0, side = this.active) {
    if (this.overlay.isOpen) {
      this.#overlayView.zoom(factor, right, down);
    } else {
      this.views.zoom(side, factor, right, down);
    }
    this.changed();
  }

  // Moves the cross-hair of the active side, or the print where there is none to move.
  step(right, down) {
    const view = this.views[this.active];
    const start = this.cursor[this.active] ?? { x: view.x, y: view.y };
    const at = view.toScreen(start);
    const to = { x: at.x + right, y: at.y + down };
    if (to.x < 0 || to.y < 0 || to.x > view.width || to.y > view.height) {
      this.views.pan(this.active, -10 * right, -10 * down);
    }
    this.cursor[this.active] = view.toPrint(to);
    this.choose(this.pointing.near(this.active, to));
    this.changed();
  }

  // Places a point at the cross-hair; on to the other side while a mark is half placed.
  placeAtCursor() {
    const side = this.active;
    const view = this.views[side];
    this.cursor[side] ??= { x: view.x, y: view.y };
    this.pointing.place(side, view.toScreen(this.cursor[side]));
    if (this.pointing.pending?.side === side) {
      this.focus(OTHER_SIDE[side]);
      const other = this.views[this.active];
      this.cursor[this.active] ??= { x: other.x, y: other.y };
    }
    this.changed();
  }

  setTone(side, change) {
    this.tones[side] = { ...this.tones[side], ...change };
    this.changed();
  }

  toggleOverlay() {
    const { left, right } = this.prints();
    if (!this.overlay.isOpen && !(left?.isReady && right?.isReady)) {
      this.say("An overlay needs both prints of the finger.");
      return;
    }
    if (this.overlay.isOpen) {
      this.overlay.close();
    } else {
      this.overlay.isOpen = true;
      this.changed(); // shows its place, which has a size from then on
      this.#plates.overlay.measure();
      this.#fitOverlay();
    }
    this.changed();
  }

  alignment() {
    const { left, right } = this.prints();
    const turn = this.views.right.turn - this.views.left.turn;
    return this.overlay.alignment(this.#work.marksOf(this.finger.number), left, right, turn);
  }

  residual() {
    return residualText(this.alignment(), this.#task.ppi);
  }

  #fitOverlay(scale = 0) {
    const { left } = this.prints();
    const view = this.#overlayView;
    if (left) {
      view.turn = this.views.left.turn;
      view.scale = scale || view.whole(left.ink());
      view.centre(left.ink());
    }
  }

  #click(side, point) {
    this.pointing.place(side, point);
    this.cursor = { left: null, right: null };
    this.changed();
  }

  #drawScaled(plate, side) {
    if (this.paint(plate, side)) {
      drawing.scaleBar(plate.context, plate.view, this.#task.ppi);
    }
  }

  // Draws "left", "right" or their "overlay" with its marks; false where there is no print yet.
  paint(plate, side) {
    return side === "overlay" ? this.#drawOverlay(plate) : this.#draw(plate, side);
  }

  #draw(plate, side) {
    const print = this.prints()[side];
    if (!print?.isReady) {
      return false;
    }
    const { context, view } = plate;
    plate.onPrint();
    context.drawImage(print.toned(this.tones[side]), 0, 0);
    plate.onScreen();
    if (this.showsMinutiae[side]) {
      drawing.minutiae(context, view, print.minutiae);
    }
    this.#drawCounts(context, view, side, print);
    this.#work.marksOf(this.finger.number).forEach((mark, i) => {
      const at = view.toScreen(mark[side]);
      drawing.mark(context, at, { ...mark, number: i + 1 }, mark.id === this.pointing.chosen);
    });
    this.#drawUnfinished(context, view, side);
    return true;
  }

  #drawCounts(context, view, side, print) {
    for (const count of this.#work.countsOf(this.finger.number)) {
      if (count.side === side) {
        const ends = [0, 1].map((i) => this.#work.endOf(count, i));
        const crossings = this.#crossingsOf(count.id, print, ends).map((at) => view.toScreen(at));
        const line = ends.map((at) => view.toScreen(at));
        drawing.ridgeLine(context, line, crossings, String(count.count));
      }
    }
  }

  #crossingsOf(id, print, ends) {
    const key = `${id} ${print.image} ${JSON.stringify(ends)}`;
    if (!this.#crossings.has(key)) {
      this.#crossings.set(key, ridgeCount(print.grey(), ends[0], ends[1]).crossings);
    }
    return this.#crossings.get(key);
  }

  #drawUnfinished(context, view, side) {
    const { pending, from, tool } = this.pointing;
    const number = this.#work.marksOf(this.finger.number).length + 1;
    if (pending?.side === side) {
      drawing.pending(context, view.toScreen(pending.at), number, tool === "differ");
    }
    const cursor = this.cursor[side];
    if (from?.side === side) {
      const end = from.end;
      const at = end.mark ? this.#work.marks.find((mark) => mark.id === end.mark)?.[side] : end;
      const to = cursor ?? at;
      if (at) {
        drawing.ridgeLine(context, [view.toScreen(at), view.toScreen(to)], [view.toScreen(at)], "");
      }
    }
    const isOnMark = cursor && this.pointing.isOn(side, cursor);
    if (cursor && tool !== "look" && this.active === side && !isOnMark) {
      drawing.crosshair(context, view.toScreen(cursor));
    }
  }

  #drawOverlay(plate) {
    const prints = this.prints();
    if (!this.overlay.isOpen || !prints.left?.isReady || !prints.right?.isReady) {
      return false;
    }
    const marks = this.#work.marksOf(this.finger.number);
    this.overlay.draw(plate, prints, this.tones, marks, this.alignment());
    return true;
  }
}
