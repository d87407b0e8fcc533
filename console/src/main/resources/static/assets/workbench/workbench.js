// The examiner's workbench: fetches one task, puts its pieces together, says what goes wrong.

import { actions } from "./actions.js";
import { Bench, SIDES } from "./bench.js";
import { Clock } from "./clock.js";
import { Findings } from "./findings.js";
import { Fingers } from "./fingers.js";
import { Keys } from "./keys.js";
import { Paper } from "./paper.js";
import { ENDED, Server } from "./server.js";
import { Verdict } from "./verdict.js";
import { Work } from "./work.js";

const get = (id) => document.getElementById(id);
const main = get("main");
const server = new Server(main.dataset.task);

function say(text) {
  get("said").textContent = text;
}

async function start() {
  get("trouble").hidden = true;
  get("loading").hidden = false;
  try {
    const task = await server.work();
    get("loading").hidden = true;
    get("bench").hidden = false;
    open(task);
  } catch (trouble) {
    get("loading").hidden = true;
    get("trouble").hidden = false;
    get("trouble-title").textContent = trouble.title ?? "The workbench could not start";
    get("trouble-detail").textContent = trouble.detail ?? trouble.message;
    get("trouble-login").hidden = trouble.kind !== ENDED;
    get("trouble-retry").hidden = trouble.kind === ENDED;
  }
}

function open(task) {
  const work = new Work(task.task, sessionStorage);
  const isKept = work.restore();
  const bench = new Bench(task, work, say);
  const verdict = new Verdict(work, server, task);
  const findings = new Findings(work, task.rule.ridgesMax, (id) => bench.choose(id), say);
  const strip = new Fingers(get("fingers"), task.fingers, (number) => bench.show(number));
  new Clock(work, get("clock"), Number(main.dataset.minutesMax));
  const fingers = {
    choose: (number) => {
      if (task.fingers.some((finger) => finger.number === number)) {
        bench.show(number);
      }
    },
    go: (by) => {
      const index = task.fingers.indexOf(bench.finger) + by;
      bench.show(task.fingers.at(index % task.fingers.length).number);
    },
  };
  const help = get("help");
  new Keys(actions({ bench, work, verdict, fingers, say, help }));
  tones(bench);
  new Paper(bench, task.ppi);

  bench.addEventListener("change", () => show(task, bench, work, strip));
  let listed = "";
  bench.addEventListener("change", () => {
    const key = JSON.stringify([bench.finger.number, work.marks, work.counts]);
    if (key === listed) {
      findings.choose(bench.pointing.chosen);
    } else {
      listed = key;
      findings.show(bench.finger.number, bench.pointing.chosen);
    }
  });
  window.addEventListener("beforeunload", (event) => {
    if (work.isUnsent) {
      event.preventDefault();
    }
  });
  const first = task.fingers.find((finger) => finger.left && finger.right) ?? task.fingers[0];
  bench.show(first.number).then(() => loadRest(task, bench));
  if (isKept) {
    say("Your unsent work on this comparison is back.");
  }
}

// The other fingers after the first one, one after the other.
async function loadRest(task, bench) {
  for (const finger of task.fingers) {
    await bench.load(finger);
  }
}

function tones(bench) {
  for (const side of SIDES) {
    const box = document.querySelector(`[data-side=${side}] .tone`);
    const sliders = [box.querySelector(".brightness"), box.querySelector(".contrast")];
    const set = () => {
      const [brightness, contrast] = sliders.map((slider) => Number(slider.value));
      bench.setTone(side, { brightness, contrast });
    };
    sliders.forEach((slider) => slider.addEventListener("input", set));
    box.querySelector(".tone-reset").addEventListener("click", () => {
      sliders.forEach((slider) => {
        slider.value = 0;
      });
      set();
    });
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        box.open = false;
        box.querySelector("summary").focus();
        event.preventDefault();
      }
    });
    document.addEventListener("pointerdown", ({ target }) => {
      box.open = box.open && box.contains(target);
    });
  }
  get("opacity").addEventListener("input", ({ target }) => {
    bench.overlay.opacity = Number(target.value) / 100;
    bench.changed();
  });
}

const shownPictures = new Set();

function show(task, bench, work, strip) {
  const { finger, views, overlay, pointing } = bench;
  get("finger-name").textContent = `${finger.number} ${finger.label}`;
  get("percent").textContent = `${Math.round(100 * bench.view.scale)} %`;
  main.dataset.tool = pointing.tool;
  for (const tool of ["look", "mark", "differ", "count"]) {
    press(`[data-action=${tool}]`, pointing.tool === tool && !overlay.isOpen);
  }
  press("[data-action=step]", views.inStep);
  press("[data-action=overlay]", overlay.isOpen);
  press("[data-action=blink]", overlay.isBlinking);
  press("[data-action=tint]", overlay.isTinted);
  disable("[data-action=undo]", !work.canUndo);
  disable("[data-action=redo]", !work.canRedo);
  SIDES.forEach((side) => showSide(bench, work, side));
  showOverlay(bench);
  for (const each of task.fingers) {
    const prints = bench.prints(each.number);
    strip.state(each.number, {
      isCurrent: each === finger,
      missing: SIDES.filter((side) => !each[side]),
      isLooked: work.looked.includes(each.number),
      marks: work.marksOf(each.number).length,
    });
    for (const side of SIDES) {
      const key = `${each.number} ${side} ${prints[side]?.state}`;
      if (!shownPictures.has(key)) {
        shownPictures.add(key);
        strip.picture(each.number, side, prints[side]);
      }
    }
  }
}

function showSide(bench, work, side) {
  const section = document.querySelector(`[data-side=${side}]`);
  const print = bench.prints()[side];
  const { turn, scale } = bench.views[side];
  section.hidden = bench.overlay.isOpen;
  section.classList.toggle("active", bench.active === side);
  section.querySelector(".turn").textContent = `${turn}°`.replace("-", "−");
  pressIn(section, "minutiae", bench.showsMinutiae[side]);
  pressIn(section, "invert", bench.tones[side].invert);
  const note = section.querySelector(".plate-note");
  const words = {
    loading: "Being fetched…",
    failed: "This print could not be fetched.",
    missing: `No ${side} print of this finger.`,
  };
  const state = print?.state ?? "missing";
  note.hidden = state === "ready";
  note.querySelector("span").textContent = words[state] ?? "";
  note.querySelector(".plate-retry").hidden = state !== "failed";
  section.querySelector(".plate").dataset.state = state;
  const marks = work.marksOf(bench.finger.number).length;
  const shown = bench.showsMinutiae[side] ? `${print?.minutiae.length ?? 0} minutiae shown, ` : "";
  const name = `${bench.finger.label}, ${side} print`;
  const canvas = section.querySelector("canvas");
  const { x, y } = bench.views[side];
  canvas.dataset.view = `${scale} ${x} ${y} ${turn}`; // which place of the print is in the middle
  canvas.setAttribute(
    "aria-label",
    state === "ready"
      ? `${name}: ${shown}${marks} marks, ${Math.round(100 * scale)} %, turned ${turn}°`
      : `${name}: ${words[state]}`,
  );
}

function showOverlay(bench) {
  const { overlay } = bench;
  const section = document.querySelector(".overlay-side");
  section.hidden = !overlay.isOpen;
  get("opacity").value = Math.round(100 * overlay.opacity);
  if (overlay.isOpen) {
    const { left, right } = bench.prints();
    const text = left && right ? bench.residual() : "An overlay needs both prints of the finger.";
    if (get("residual").textContent !== text) {
      get("residual").textContent = text;
    }
    const canvas = section.querySelector("canvas");
    canvas.setAttribute("aria-label", `${bench.finger.label}, right print over left. ${text}`);
  }
}

function press(selector, isPressed) {
  document.querySelector(selector).setAttribute("aria-pressed", String(isPressed));
}

function pressIn(section, action, isPressed) {
  section.querySelector(`[data-action=${action}]`).setAttribute("aria-pressed", String(isPressed));
}

function disable(selector, isDisabled) {
  document.querySelector(selector).setAttribute("aria-disabled", String(isDisabled));
}

get("trouble-retry").addEventListener("click", start);
start();
