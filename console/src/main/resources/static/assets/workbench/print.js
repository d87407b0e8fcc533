// One print: its pixels, and the canvases it is drawn from.

// A row or column is of the print where so many of its pixels stand out so far from the paper: less
// is dust, or a box line's end.
const INK_LEVELS = 40;
const INK_SHARE = 0.04;
const INK_MARGIN_PX = 14;
const INK_SIDE_PX_MIN = 120;

export const PLAIN_TONE = Object.freeze({ brightness: 0, contrast: 0, invert: false });

export class Print {
  state = "loading"; // loading, ready, failed
  #canvas = null;
  #grey = null;
  #ink = null;
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

  // Where the ink is, { x, y, width, height }; the whole image until it is fetched, and where there
  // is hardly any.
  ink() {
    if (!this.isReady) {
      return { x: 0, y: 0, width: this.widthPx, height: this.heightPx };
    }
    this.#ink ??= inkBox(this.grey());
    return this.#ink;
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

// The box of a plate that has ink in it; its paper is what most of its edge shows.
export function inkBox({ width, height, pixels }) {
  const paper = paperOf({ width, height, pixels });
  const across = new Uint32Array(width);
  const down = new Uint32Array(height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (Math.abs(pixels[y * width + x] - paper) >= INK_LEVELS) {
        across[x]++;
        down[y]++;
      }
    }
  }
  const [left, right] = stretch(across, INK_SHARE * height);
  const [top, bottom] = stretch(down, INK_SHARE * width);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function paperOf({ width, height, pixels }) {
  const counts = new Uint32Array(256);
  for (let x = 0; x < width; x++) {
    counts[pixels[x]]++;
    counts[pixels[(height - 1) * width + x]]++;
  }
  for (let y = 0; y < height; y++) {
    counts[pixels[y * width]]++;
    counts[pixels[y * width + width - 1]]++;
  }
  return counts.indexOf(Math.max(...counts));
}

// From the first to the last that counts enough, with a margin and no less than a side must be;
// all of it where nothing counts.
function stretch(counts, min) {
  const first = counts.findIndex((count) => count >= min);
  const last = counts.findLastIndex((count) => count >= min);
  if (first < 0) {
    return [0, counts.length];
  }
  const lack = Math.max(0, INK_SIDE_PX_MIN - (last + 1 - first)) / 2;
  const margin = Math.round(Math.max(INK_MARGIN_PX, lack));
  return [Math.max(0, first - margin), Math.min(counts.length, last + 1 + margin)];
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
