// One print: its pixels, and the canvases it is drawn from.

export const PLAIN_TONE = Object.freeze({ brightness: 0, contrast: 0, invert: false });

export class Print {
  state = "loading"; // loading, ready, failed
  #canvas = null;
  #grey = null;
  #toned = new Map();

  // From a print of the task's JSON.
  constructor({ widthPx, heightPx, image, minutiae }) {
    Object.assign(this, { widthPx, heightPx, image, minutiae });
  }

  async load() {
    this.state = "loading";
    const picture = new Image();
    picture.decoding = "async";
    picture.src = this.image;
    try {
      await picture.decode();
    } catch {
      this.state = "failed";
      return;
    }
    this.#canvas = blank(this.widthPx, this.heightPx);
    this.#canvas.getContext("2d").drawImage(picture, 0, 0, this.widthPx, this.heightPx);
    this.state = "ready";
  }

  get isReady() {
    return this.state === "ready";
  }

  // One byte a pixel, untouched by brightness, contrast and inversion.
  grey() {
    if (this.#grey === null) {
      const { data } = this.#data();
      const pixels = new Uint8Array(this.widthPx * this.heightPx);
      for (let i = 0; i < pixels.length; i++) {
        pixels[i] = data[4 * i];
      }
      this.#grey = { width: this.widthPx, height: this.heightPx, pixels };
    }
    return this.#grey;
  }

  plain() {
    return this.#canvas;
  }

  // The print in a tone, in ink of a colour: "black", "red" or "cyan". The last few are kept.
  toned(tone, ink = "black") {
    const key = `${tone.brightness} ${tone.contrast} ${tone.invert} ${ink}`;
    if (!this.#toned.has(key)) {
      if (this.#toned.size > 3) {
        this.#toned.clear();
      }
      this.#toned.set(key, this.#draw(greys(tone), ink));
    }
    return this.#toned.get(key);
  }

  #draw(table, ink) {
    const image = this.#data();
    const { data } = image;
    for (let i = 0; i < data.length; i += 4) {
      const value = table[data[i]];
      data[i] = ink === "red" ? 255 : value;
      data[i + 1] = ink === "cyan" ? 255 : value;
      data[i + 2] = ink === "cyan" ? 255 : value;
    }
    const canvas = blank(this.widthPx, this.heightPx);
    canvas.getContext("2d").putImageData(image, 0, 0);
    return canvas;
  }

  #data() {
    return this.#canvas.getContext("2d").getImageData(0, 0, this.widthPx, this.heightPx);
  }
}

// What each grey becomes in a tone: contrast about the middle, then brightness, then inversion.
export function greys({ brightness, contrast, invert }) {
  const slope = contrast >= 0 ? 1 + contrast / 25 : 1 + contrast / 110;
  return Uint8ClampedArray.from({ length: 256 }, (_, value) => {
    const out = (value - 128) * slope + 128 + 1.28 * brightness;
    return invert ? 255 - out : out;
  });
}

function blank(width, height) {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  return canvas;
}
