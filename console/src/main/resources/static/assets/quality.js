// Boxes of a slap's fingers: drawn, moved and resized by mouse or keyboard. The text field below a
// slap holds them and is all that is sent; without this script it is edited by hand.
const SVG = "http://www.w3.org/2000/svg";
const FINGERS = { 13: [2, 3, 4, 5], 14: [10, 9, 8, 7], 15: [6, 1] };
const NAMES = ["", "right thumb", "right index", "right middle", "right ring", "right little",
  "left thumb", "left index", "left middle", "left ring", "left little"];

const read = (text) => text.split(";").map((one) => one.trim())
  .filter((one) => /^\d{1,2}:\d+,\d+,\d+,\d+$/.test(one))
  .map((one) => one.split(/[:,]/).map(Number))
  .map(([finger, left, right, top, bottom]) => ({ finger, left, right, top, bottom }));

const write = (boxes) => boxes
  .map((b) => `${b.finger}:${b.left},${b.right},${b.top},${b.bottom}`).join(";");

const element = (name, attributes) => {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
};

class Slap {
  constructor(plate) {
    this.plate = plate;
    this.width = Number(plate.dataset.width);
    this.height = Number(plate.dataset.height);
    this.fingers = FINGERS[plate.dataset.fgp] ?? [];
    this.field = plate.closest(".heldimage").querySelector("input[type=text]");
    this.isOurs = this.field.value.trim() === "";
    this.boxes = read(this.isOurs ? plate.dataset.ours : this.field.value);
    this.svg = element("svg", {
      viewBox: `0 0 ${this.width} ${this.height}`, class: "boxes", role: "group",
      "aria-label": "Boxes of this slap's fingers. Arrows move, with Shift they resize,"
        + " with Alt by ten; Delete removes. Draw a box where there is none.",
    });
    plate.append(this.svg);
    this.field.addEventListener("input", () => {
      this.isOurs = this.field.value.trim() === "";
      this.boxes = read(this.isOurs ? this.plate.dataset.ours : this.field.value);
      this.draw();
    });
    this.svg.addEventListener("pointerdown", (event) => this.down(event));
    this.draw();
  }

  draw() {
    this.svg.replaceChildren();
    this.boxes.forEach((box) => {
      const group = element("g", {
        tabindex: 0, role: "button", "data-finger": box.finger,
        "aria-label": `${NAMES[box.finger]}: left ${box.left}, right ${box.right},`
          + ` top ${box.top}, bottom ${box.bottom}`,
      });
      if (this.isOurs) {
        group.setAttribute("class", "ours");
      }
      const size = this.width / 40;
      group.append(
        element("rect", { class: "box", x: box.left, y: box.top,
          width: box.right - box.left, height: box.bottom - box.top }),
        element("rect", { class: "grip", x: box.right - size, y: box.bottom - size,
          width: size, height: size }));
      const label = element("text", { x: box.left + size / 3, y: box.top + size * 1.4,
        "font-size": size * 1.4 });
      label.textContent = box.finger;
      group.append(label);
      group.addEventListener("keydown", (event) => this.key(event, box));
      this.svg.append(group);
    });
  }

  keep(box) {
    this.isOurs = false;
    this.field.value = write(this.boxes);
    this.draw();
    if (box) {
      this.svg.querySelector(`[data-finger="${box.finger}"]`)?.focus();
    }
  }

  clamp(box) {
    const across = box.right - box.left;
    const down = box.bottom - box.top;
    box.left = Math.max(0, Math.min(box.left, this.width - 1 - across));
    box.top = Math.max(0, Math.min(box.top, this.height - 1 - down));
    box.right = Math.min(this.width - 1, box.left + across);
    box.bottom = Math.min(this.height - 1, box.top + down);
  }

  key(event, box) {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const step = event.altKey ? 10 : 2;
    if (event.key === "Delete" || event.key === "Backspace") {
      this.boxes = this.boxes.filter((one) => one !== box);
      event.preventDefault();
      this.keep();
      return;
    }
    if (!way[event.key]) {
      return;
    }
    const [x, y] = way[event.key].map((n) => n * step);
    if (event.shiftKey) {
      box.right = Math.max(box.left + 1, Math.min(this.width - 1, box.right + x));
      box.bottom = Math.max(box.top + 1, Math.min(this.height - 1, box.bottom + y));
    } else {
      box.left += x;
      box.right += x;
      box.top += y;
      box.bottom += y;
      this.clamp(box);
    }
    event.preventDefault();
    this.keep(box);
  }

  at(event) {
    const frame = this.svg.getBoundingClientRect();
    return {
      x: Math.round((event.clientX - frame.left) / frame.width * this.width),
      y: Math.round((event.clientY - frame.top) / frame.height * this.height),
    };
  }

  down(event) {
    const from = this.at(event);
    const group = event.target.closest("g");
    let box = this.boxes.find((one) => one.finger === Number(group?.dataset.finger));
    const isGrip = event.target.classList.contains("grip");
    const isNew = !box;
    if (isNew) {
      const free = this.fingers.find((f) => !this.boxes.some((one) => one.finger === f));
      if (!free) {
        return;
      }
      box = { finger: free, left: from.x, right: from.x + 1, top: from.y, bottom: from.y + 1 };
      this.boxes.push(box);
    }
    const before = { ...box };
    const move = (moved) => {
      const to = this.at(moved);
      if (isNew || isGrip) {
        const x = isNew ? from.x : before.left;
        const y = isNew ? from.y : before.top;
        box.left = Math.max(0, Math.min(x, to.x));
        box.right = Math.min(this.width - 1, Math.max(x, to.x));
        box.top = Math.max(0, Math.min(y, to.y));
        box.bottom = Math.min(this.height - 1, Math.max(y, to.y));
      } else {
        Object.assign(box, {
          left: before.left + to.x - from.x, right: before.right + to.x - from.x,
          top: before.top + to.y - from.y, bottom: before.bottom + to.y - from.y,
        });
        this.clamp(box);
      }
      this.draw();
    };
    const up = (last) => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", up);
      const to = this.at(last);
      const isClick = Math.abs(to.x - from.x) < 4 && Math.abs(to.y - from.y) < 4;
      if (isClick && isNew) {
        this.boxes = this.boxes.filter((one) => one !== box);
        this.draw();
      } else if (isClick) {
        this.svg.querySelector(`[data-finger="${box.finger}"]`)?.focus();
      } else {
        this.keep(box);
      }
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", up);
    event.preventDefault();
  }
}

document.querySelectorAll(".plate[data-boxes]").forEach((plate) => new Slap(plate));
