// The strip of ten fingers: small pictures and what has been done on each.

const WIDTH = 30;
const HEIGHT = 33;

export class Fingers {
  #buttons = new Map();

  // `fingers` of the task; `choose(number)` is called when one is asked for.
  constructor(list, fingers, choose) {
    for (const finger of fingers) {
      const item = document.createElement("li");
      const button = item.appendChild(document.createElement("button"));
      button.type = "button";
      button.dataset.finger = finger.number;
      const pictures = ["left", "right"].map((side) => {
        const canvas = document.createElement("canvas");
        canvas.width = 2 * WIDTH;
        canvas.height = 2 * HEIGHT;
        canvas.dataset.side = side;
        return canvas;
      });
      const words = document.createElement("span");
      words.className = "finger-words";
      words.append(text("b", finger.label), text("span", "", "finger-state"));
      const key = text("kbd", String(finger.number % 10));
      button.append(...pictures, words, key);
      button.addEventListener("click", () => choose(finger.number));
      list.append(item);
      this.#buttons.set(finger.number, button);
    }
  }

  picture(number, side, print) {
    const canvas = this.#buttons.get(number).querySelector(`canvas[data-side=${side}]`);
    canvas.classList.toggle("none", print === null);
    if (print?.isReady) {
      const context = canvas.getContext("2d");
      context.fillStyle = "#fff";
      context.fillRect(0, 0, canvas.width, canvas.height);
      const ink = print.ink();
      const scale = Math.min(canvas.width / ink.width, canvas.height / ink.height);
      const [width, height] = [ink.width * scale, ink.height * scale];
      const [x, y] = [(canvas.width - width) / 2, (canvas.height - height) / 2];
      context.imageSmoothingQuality = "high";
      context.drawImage(print.plain(), ink.x, ink.y, ink.width, ink.height, x, y, width, height);
    }
  }

  // state: { isCurrent, missing, isLooked, marks }; `missing` names the sides without a print
  state(number, { isCurrent, missing, isLooked, marks }) {
    const button = this.#buttons.get(number);
    if (isCurrent) {
      button.setAttribute("aria-current", "true");
    } else {
      button.removeAttribute("aria-current");
    }
    const seen = isLooked ? "✓ looked at" : "○ not yet";
    const marked = `● ${marks} ${marks === 1 ? "mark" : "marks"}`;
    const words = missing.length > 0 ? `– ${missing.join(" and ")} missing` : marks > 0 ? marked : seen;
    const state = missing.length > 0 ? "missing" : marks > 0 ? "marked" : isLooked ? "looked" : "new";
    button.dataset.state = state;
    button.querySelector(".finger-state").textContent = words;
  }
}

function text(tag, content, name = "") {
  const element = document.createElement(tag);
  element.textContent = content;
  element.className = name;
  return element;
}
