// A canvas with a print on it: drawing when something changed, pointer and touch.

const CLICK_PX = 4; // a press that moves less is a click

// Calls back: pan(right, down), zoom(factor, right, down), click(point), hover(point), active(), sized().
// Points are screen places on the canvas; right and down of zoom count from its middle.
export class Plate {
  #pointers = new Map();
  #pinch = null;
  #moved = 0;
  #waiting = false;
  #calls;
  #draw;

  constructor(element, view, draw, calls) {
    this.element = element;
    this.canvas = element.querySelector("canvas");
    this.context = this.canvas.getContext("2d");
    this.view = view;
    this.#draw = draw;
    this.#calls = calls;
    const on = (name, run, options) => this.canvas.addEventListener(name, run, options);
    on("pointerdown", (event) => this.#down(event));
    on("pointermove", (event) => this.#move(event));
    on("pointerup", (event) => this.#up(event));
    on("pointercancel", (event) => this.#drop(event));
    on("pointerleave", () => calls.hover(null));
    on("wheel", (event) => this.#wheel(event), { passive: false });
    element.addEventListener("focus", () => calls.active());
    new ResizeObserver(() => calls.sized()).observe(element);
  }

  // Draws before the next frame, once however often it is asked.
  redraw() {
    if (this.#waiting) {
      return;
    }
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      if (this.measure()) {
        this.context.setTransform(1, 0, 0, 1, 0, 0);
        this.context.clearRect(0, 0, this.canvas.width, this.canvas.height);
        this.#draw(this);
      }
    });
  }

  // From here on the context draws in print units.
  onPrint() {
    this.view.transform(this.context, this.ratio);
    this.context.imageSmoothingEnabled = this.view.scale < 3;
    this.context.imageSmoothingQuality = "high";
  }

  // From here on the context draws in screen units.
  onScreen() {
    this.context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
  }

  get ratio() {
    return window.devicePixelRatio || 1;
  }

  // Takes its size from the page, fractions of pixels included; false while it is hidden.
  measure() {
    const box = this.canvas.getBoundingClientRect();
    if (box.width === 0) {
      return false;
    }
    this.view.width = box.width;
    this.view.height = box.height;
    const width = Math.round(this.view.width * this.ratio);
    const height = Math.round(this.view.height * this.ratio);
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
    }
    return true;
  }

  #at(event) {
    const box = this.canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  #down(event) {
    if (event.button !== 0 && event.button !== 1) {
      return;
    }
    event.preventDefault();
    this.element.focus({ preventScroll: true, focusVisible: false });
    this.#calls.active();
    this.canvas.setPointerCapture(event.pointerId);
    this.#pointers.set(event.pointerId, this.#at(event));
    this.#moved = this.#pointers.size > 1 ? Infinity : 0;
    this.#pinch = this.#spread();
  }

  #move(event) {
    const at = this.#at(event);
    const before = this.#pointers.get(event.pointerId);
    if (before === undefined) {
      this.#calls.hover(at);
      return;
    }
    this.#moved += Math.hypot(at.x - before.x, at.y - before.y);
    this.#pointers.set(event.pointerId, at);
    if (this.#pinch !== null) {
      this.#pinched();
    } else if (this.#moved > CLICK_PX) {
      this.canvas.classList.add("dragged");
      this.#calls.pan(at.x - before.x, at.y - before.y);
    }
  }

  #up(event) {
    const known = this.#pointers.has(event.pointerId);
    this.#drop(event);
    if (known && this.#moved <= CLICK_PX && event.button === 0) {
      this.#calls.click(this.#at(event));
    }
  }

  #drop(event) {
    this.#pointers.delete(event.pointerId);
    this.#pinch = this.#spread();
    this.canvas.classList.remove("dragged");
  }

  #spread() {
    if (this.#pointers.size < 2) {
      return null;
    }
    const [a, b] = this.#pointers.values();
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, wide: Math.hypot(a.x - b.x, a.y - b.y) || 1 };
  }

  #pinched() {
    const now = this.#spread();
    const was = this.#pinch;
    this.#calls.pan(now.x - was.x, now.y - was.y);
    this.#zoom(now.wide / was.wide, now);
    this.#pinch = now;
  }

  #wheel(event) {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 30 : 1;
    this.#zoom(Math.exp((-event.deltaY * lines) / 500), this.#at(event));
  }

  #zoom(factor, at) {
    this.#calls.zoom(factor, at.x - this.view.width / 2, at.y - this.view.height / 2);
  }
}
