// What of the workbench goes on paper: the prints as they are shown, whole and life-size, with a
// scale bar beside them that shrinks as they do if a printer shrinks the page.

import { apply } from "./rigid.js";
import { View } from "./view.js";

const MM_PER_INCH = 25.4;
const PX_PER_INCH = 96; // of a style sheet
const DOTS = 2; // of the picture to a pixel of the print, each way
const UNIT_PX = 2.5; // pixels of the print to what marks and letters are drawn in

// Stands in for a plate: a print in a box that just holds it, turned as it is on the screen.
class Sheet {
  canvas = document.createElement("canvas");
  #place = document.createElement("div");
  #drawn;

  constructor({ x, y, width, height }, turn, ppi) {
    this.view = new View();
    this.view.turn = turn;
    this.view.scale = 1 / UNIT_PX;
    this.view.x = x + width / 2;
    this.view.y = y + height / 2;
    const angle = (turn * Math.PI) / 180;
    const [c, s] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
    const across = c * width + s * height;
    const down = s * width + c * height;
    [this.view.width, this.view.height] = [across / UNIT_PX, down / UNIT_PX];
    this.#drawn = new OffscreenCanvas(Math.round(DOTS * across), Math.round(DOTS * down));
    this.context = this.#drawn.getContext("2d");
    // A picture's own size is taken in whole pixels of 1/96 inch: the print is laid out larger, and
    // shrunk to what it is.
    this.canvas.style.width = `${across}px`;
    this.canvas.style.height = `${down}px`;
    this.canvas.style.transform = `scale(${PX_PER_INCH / ppi})`;
    this.#place.style.width = `${(across / ppi) * MM_PER_INCH}mm`;
    this.#place.style.height = `${(down / ppi) * MM_PER_INCH}mm`;
    this.#place.className = "sheet";
    this.#place.append(this.canvas);
  }

  onPrint() {
    this.view.transform(this.context, DOTS * UNIT_PX);
  }

  onScreen() {
    this.context.setTransform(DOTS * UNIT_PX, 0, 0, DOTS * UNIT_PX, 0, 0);
  }

  // Chromium draws anew on paper what is drawn into a canvas while it prints, and pictures in it a
  // little too small; a finished picture is as large as it is said to be.
  done() {
    this.canvas.getContext("bitmaprenderer").transferFromImageBitmap(
      this.#drawn.transferToImageBitmap(),
    );
    return this.#place;
  }
}

export class Paper {
  #bench;
  #ppi;
  #place = document.getElementById("paper-prints");

  constructor(bench, ppi) {
    this.#bench = bench;
    this.#ppi = ppi;
    window.addEventListener("beforeprint", () => this.lay());
    window.addEventListener("afterprint", () => this.#place.replaceChildren());
  }

  // Lays out the finger that is shown: both prints, or the overlay of them.
  lay() {
    const { finger, overlay, views } = this.#bench;
    document.getElementById("paper-finger").textContent = `${finger.number} ${finger.label}`;
    const prints = this.#bench.prints();
    const figures = overlay.isOpen
      ? [this.#figure("Right over left", prints.left, "overlay", views.left.turn)]
      : [
          this.#figure("Left", prints.left, "left", views.left.turn),
          this.#figure("Right", prints.right, "right", views.right.turn),
        ];
    this.#place.replaceChildren(...figures);
  }

  #figure(name, print, side, turn) {
    const figure = document.createElement("figure");
    const caption = document.createElement("figcaption");
    caption.textContent = turn === 0 ? name : `${name}, turned ${turn}°`.replace("-", "−");
    figure.append(caption);
    if (print?.isReady) {
      const sheet = new Sheet(this.#box(print, side), turn, this.#ppi);
      this.#bench.paint(sheet, side);
      figure.append(sheet.done());
    } else {
      const none = document.createElement("p");
      none.textContent = print ? "This print is not fetched." : "No print of this finger.";
      figure.append(none);
    }
    return figure;
  }

  // What a sheet has to hold, in places of its print: of an overlay, the other one as well.
  #box({ widthPx, heightPx }, side) {
    const spots = corners(widthPx, heightPx);
    const other = this.#bench.prints().right;
    if (side === "overlay" && other?.isReady) {
      const laid = this.#bench.alignment();
      spots.push(...corners(other.widthPx, other.heightPx).map((spot) => apply(laid, spot)));
    }
    const [x, y] = ["x", "y"].map((axis) => Math.min(...spots.map((spot) => spot[axis])));
    const [right, low] = ["x", "y"].map((axis) => Math.max(...spots.map((spot) => spot[axis])));
    return { x, y, width: right - x, height: low - y };
  }
}

function corners(width, height) {
  return [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: 0, y: height },
    { x: width, y: height },
  ];
}
