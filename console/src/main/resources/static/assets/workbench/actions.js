// Every action of the workbench with its keys. Buttons, keyboard and help all read this table.

import { differsText } from "./findings.js";
import { OTHER_SIDE } from "./pointing.js";

const TURN = 5;
const LARGER = 1.25;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const ARROW_KEYS = ["", "Control+"].flatMap((held) => Object.keys(ARROWS).map((key) => held + key));

// The side a button stands on, else the active one.
export function actions({ bench, work, verdict, fingers, say, help }) {
  const sideOf = (button) => button?.closest("[data-side]")?.dataset.side ?? bench.active;
  const onSide = (run) => (event, button) => {
    const side = sideOf(button);
    bench.activate(side);
    // With Shift, a key (not a button) does it on both sides.
    (event.shiftKey && !button ? ["left", "right"] : [side]).forEach(run);
    bench.changed();
  };
  const take = (tool) => () => {
    if (bench.overlay.isOpen) {
      bench.toggleOverlay();
    }
    bench.pointing.take(tool);
    if (tool !== "look") {
      bench.focus(bench.active); // where Enter places points
    }
    bench.changed();
  };
  const turn = (degrees) => onSide((side) => bench.views.turn(side, degrees));
  const pointedAt = () => bench.pointing.chosen || work.marksOf(bench.finger.number).at(-1)?.id;
  const kind = (value, word) => () => {
    const chosen = pointedAt();
    if (chosen) {
      work.setKind(chosen, value);
      say(`Mark ${work.numberOf(chosen)}: ${word}.`);
    }
  };
  const blend = (by) => () => {
    const { overlay } = bench;
    overlay.still();
    overlay.opacity = Math.min(1, Math.max(0, Math.round((overlay.opacity + by) * 100) / 100));
    bench.changed();
  };
  const action = (group, name, keys, shown, label, run) => ({
    group, name, keys, shown, label, run,
  });

  return [
    action("Look", "look", ["h"], "H", "Look: drag moves", take("look")),
    action("Look", "larger", ["+", "="], "+", "Larger", () => bench.zoom(LARGER)),
    action("Look", "smaller", ["-", "_"], "−", "Smaller", () => bench.zoom(1 / LARGER)),
    action("Look", "move", ARROW_KEYS, "← ↑ → ↓", "Move the print; with Ctrl, a little", (event) =>
      arrow(bench, event)),
    action("Look", "fit", ["f", "Home"], "F", "Fit: the ink of both prints, whole", () =>
      bench.fit()),
    action("Look", "reset", ["r"], "R", "Reset: fitted, upright, in step, as at first", () => {
      bench.reset();
      say("Both prints lie as at first.");
    }),
    action("Look", "full", ["z"], "Z", "One print pixel on one screen pixel", () => bench.full()),
    action("Look", "step", ["l"], "L", "Size and move both in step, or each alone", () => {
      bench.views.lock(!bench.views.inStep, bench.active);
      say(bench.views.inStep ? "Both prints move in step." : "Each print moves alone.");
      bench.changed();
    }),
    action("Look", "swap", ["s"], "S", "To the other print", () => {
      if (!bench.overlay.isOpen) {
        bench.focus(OTHER_SIDE[bench.active]);
      }
    }),

    action("One print (Shift: both)", "turnBack", [",", "<"], ",", "Turn counter-clockwise by 5°",
      turn(-TURN)),
    action("One print (Shift: both)", "turn", [".", ">"], ".", "Turn clockwise by 5°", turn(TURN)),
    action("One print (Shift: both)", "minutiae", ["d"], "D", "Minutiae by software, on or off",
      onSide((side) => {
        bench.showsMinutiae[side] = !bench.showsMinutiae[side];
      })),
    action("One print (Shift: both)", "invert", ["i"], "I", "Invert",
      onSide((side) => bench.setTone(side, { invert: !bench.tones[side].invert }))),
    action("One print (Shift: both)", "tone", ["g"], "G", "Brightness and contrast",
      () => openTone(bench.active)),

    action("Mark", "mark", ["m"], "M", "Mark the same point on both prints", take("mark")),
    action("Mark", "differ", ["n"], "N", "Mark a difference: not there, or otherwise, on the other",
      take("differ")),
    action("Mark", "count", ["c"], "C", "Count ridges between two points", take("count")),
    action("Mark", "place", ["Enter"], "Enter", "Place a point at the cross-hair", (event) => {
      const isPlate = event.target.matches(".plate");
      if (isPlate && bench.pointing.tool !== "look" && !bench.overlay.isOpen) {
        bench.placeAtCursor();
        return true;
      }
      return false;
    }),
    action("Mark", "ending", ["e"], "E", "Kind: ridge ending", kind("ENDING", "ridge ending")),
    action("Mark", "bifurcation", ["b"], "B", "Kind: bifurcation",
      kind("BIFURCATION", "bifurcation")),
    action("Mark", "dot", ["p"], "P", "Kind: dot", kind("DOT", "dot")),
    action("Mark", "other", ["x"], "X", "Kind: other", kind("OTHER", "other")),
    action("Mark", "agree", ["a"], "A", "The mark agrees, or is a difference", () => {
      const chosen = pointedAt();
      if (chosen) {
        const differs = !work.marks.find((mark) => mark.id === chosen).differs;
        work.setDiffers(chosen, differs);
        say(differsText(work.numberOf(chosen), differs));
      }
    }),
    action("Mark", "delete", ["Delete", "Backspace"], "Del", "Delete the mark pointed at", () => {
      const id = bench.pointing.chosen;
      if (id) {
        const number = work.numberOf(id);
        work.removeMark(id);
        bench.choose(0);
        say(`Mark ${number} deleted. Undo with U.`);
      }
    }),
    action("Mark", "undo", ["u", "Control+z"], "U", "Undo", () =>
      say(work.undo() ? "Undone." : "Nothing to undo.")),
    action("Mark", "redo", ["y", "Control+y"], "Y", "Redo", () =>
      say(work.redo() ? "Done again." : "Nothing to redo.")),
    action("Mark", "cancel", ["Escape"], "Esc", "Give up a half-placed point; back to Look", () => {
      if (bench.overlay.isOpen) {
        bench.toggleOverlay();
      } else {
        bench.pointing.cancel();
        bench.changed();
      }
    }),

    action("Overlay", "overlay", ["o"], "O", "Right print over left", () => bench.toggleOverlay()),
    action("Overlay", "less", [";"], ";", "Less of the right print", blend(-0.1)),
    action("Overlay", "more", ["'"], "'", "More of the right print", blend(0.1)),
    action("Overlay", "blink", ["k"], "K", "Blink between the prints", () => {
      if (bench.overlay.isOpen) {
        bench.overlay.blink();
      }
    }),
    action("Overlay", "tint", ["t"], "T", "Red and cyan, or grey", () => {
      bench.overlay.still();
      bench.overlay.isTinted = !bench.overlay.isTinted;
      bench.changed();
    }),

    action("Fingers and verdict", "previous", ["["], "[", "Previous finger", () => fingers.go(-1)),
    action("Fingers and verdict", "next", ["]"], "]", "Next finger", () => fingers.go(1)),
    action("Fingers and verdict", "finger", [..."1234567890"], "1 … 9 0", "Finger of that number",
      ({ key }) => fingers.choose(key === "0" ? 10 : Number(key))),
    action("Fingers and verdict", "verdict", ["v"], "V", "To the verdict", () => verdict.focus()),
    action("Fingers and verdict", "skip", ["q"], "Q", "Skip this comparison", () =>
      verdict.openSkip()),
    action("Fingers and verdict", "help", ["?"], "?", "This help", () => help.showModal()),
  ];
}

// With a tool in hand arrows move the cross-hair; else, and with Shift, the print. With Control
// they go by a quarter, which for the cross-hair is a pixel.
function arrow(bench, event) {
  const [right, down] = ARROWS[event.key];
  const share = event.ctrlKey || event.metaKey ? 1 : 4;
  if (bench.pointing.tool === "look" || bench.overlay.isOpen || event.shiftKey) {
    bench.pan(-10 * share * right, -10 * share * down);
  } else {
    bench.step(share * right, share * down);
  }
}

function openTone(side) {
  const box = document.querySelector(`[data-side=${side}] .tone`);
  box.open = !box.open;
  (box.open ? box.querySelector("input") : box.querySelector("summary")).focus();
}
