// How a print lies on its canvas: size, place and turn, and two of them moved in step.

const SCALE_MIN = 0.25;
const SCALE_MAX = 12;

// Screen units are CSS pixels, print units pixels of the image at the task's resolution.
export class View {
  scale = 1;
  turn = 0; // degrees clockwise
  x = 0; // place of the print in the middle of the canvas
  y = 0;
  width = 1;
  height = 1;

  toScreen(point) {
    const d = turned(point.x - this.x, point.y - this.y, this.turn);
    return { x: this.width / 2 + this.scale * d.x, y: this.height / 2 + this.scale * d.y };
  }

  toPrint(point) {
    const across = (point.x - this.width / 2) / this.scale;
    const down = (point.y - this.height / 2) / this.scale;
    const d = turned(across, down, -this.turn);
    return { x: this.x + d.x, y: this.y + d.y };
  }

  pan(right, down) {
    const d = turned(right / this.scale, down / this.scale, -this.turn);
    this.x -= d.x;
    this.y -= d.y;
  }

  // Changes size and keeps what lies `right` and `down` of the middle where it is.
  zoom(factor, right, down) {
    const to = Math.min(SCALE_MAX, Math.max(SCALE_MIN, this.scale * factor));
    this.pan(-right, -down);
    this.scale = to;
    this.pan(right, down);
  }

  // Canvas transform from print to device pixels.
  transform(context, ratio) {
    const angle = (this.turn * Math.PI) / 180;
    const c = ratio * this.scale * Math.cos(angle);
    const s = ratio * this.scale * Math.sin(angle);
    const across = (ratio * this.width) / 2 - c * this.x + s * this.y;
    const down = (ratio * this.height) / 2 - s * this.x - c * this.y;
    context.setTransform(c, s, -s, c, across, down);
  }
}

// Left and right view. In step, what is done to one is done to the other.
export class Views {
  left = new View();
  right = new View();
  inStep = true;
  isFitted = true; // nobody has moved or sized anything since the last fit

  pan(side, right, down) {
    this.isFitted = false;
    this.#of(side).forEach((view) => view.pan(right, down));
  }

  zoom(side, factor, right = 0, down = 0) {
    this.isFitted = false;
    this.#of(side).forEach((view) => view.zoom(factor, right, down));
  }

  turn(side, degrees) {
    const view = this[side];
    view.turn = ((((view.turn + degrees + 180) % 360) + 360) % 360) - 180;
  }

  // Both prints whole and in the middle, at one size.
  fit(prints) {
    const sizes = [this.left, this.right].map((view, i) => {
      const print = prints[i];
      return print ? Math.min(view.width / print.widthPx, view.height / print.heightPx) : Infinity;
    });
    const scale = Math.min(...sizes);
    this.place(prints, Number.isFinite(scale) ? scale * 0.97 : 1);
    this.isFitted = true;
  }

  // Both prints in the middle at the size given.
  place(prints, scale) {
    this.isFitted = false;
    [this.left, this.right].forEach((view, i) => {
      view.scale = scale;
      view.x = (prints[i]?.widthPx ?? 0) / 2;
      view.y = (prints[i]?.heightPx ?? 0) / 2;
    });
  }

  lock(inStep, leader) {
    this.inStep = inStep;
    if (inStep) {
      this.left.scale = this.right.scale = this[leader].scale;
    }
  }

  #of(side) {
    return this.inStep ? [this.left, this.right] : [this[side]];
  }
}

function turned(x, y, degrees) {
  const angle = (degrees * Math.PI) / 180;
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  return { x: c * x - s * y, y: s * x + c * y };
}
