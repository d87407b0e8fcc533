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

  // The size at which a box of the print, turned as it is, just fits.
  whole({ width, height }) {
    const angle = (this.turn * Math.PI) / 180;
    const [c, s] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
    return Math.min(
      this.width / (c * width + s * height),
      this.height / (s * width + c * height),
    );
  }

  // Has the middle of a box in the middle, in whole pixels so that 1:1 stays sharp.
  centre({ x, y, width, height }) {
    this.x = Math.round(x + width / 2);
    this.y = Math.round(y + height / 2);
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

  // The ink of both prints whole and in the middle, at one size: what looks larger is larger.
  fit(prints) {
    const sizes = [this.left, this.right].map((view, i) =>
      prints[i] ? view.whole(prints[i].ink()) : Infinity,
    );
    const scale = Math.min(SCALE_MAX, ...sizes);
    this.place(prints, sizes.some(Number.isFinite) ? scale : 1);
    this.isFitted = true;
  }

  // The ink of both prints in the middle at the size given.
  place(prints, scale) {
    this.isFitted = false;
    [this.left, this.right].forEach((view, i) => {
      view.scale = scale;
      view.centre(prints[i]?.ink() ?? { x: 0, y: 0, width: 0, height: 0 });
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
