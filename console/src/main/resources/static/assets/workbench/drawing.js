// What is drawn over a print: minutiae, marks, ridge counts, cross-hair, scale bar.
// All shapes are in screen units at places of the print, so that they keep their size.

const HALO = "rgba(255, 255, 255, 0.85)";
const DARK = "rgba(8, 14, 20, 0.9)";
const ENDING = "#c8102e";
const BIFURCATION = "#0047c2";
const MARK = "#ffcf1a";
const DIFFERENCE = "#ff9d76";
const CHOSEN = "#ff5cf4";
const COUNT = "#2fe0a5";
const SIZES_MM = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20];

export function minutiae(context, view, list) {
  const paths = { ending: new Path2D(), bifurcation: new Path2D() };
  for (const minutia of list) {
    const at = view.toScreen(minutia);
    // Degrees grow counter-clockwise, y downwards; the view's turn is clockwise.
    const angle = ((view.turn - minutia.degrees) * Math.PI) / 180;
    const path = paths[minutia.kind];
    const [right, down] = [Math.cos(angle), Math.sin(angle)];
    outline(path, minutia.kind === "ending" ? "ENDING" : "BIFURCATION", at, 5);
    path.moveTo(at.x + 5 * right, at.y + 5 * down);
    path.lineTo(at.x + 14 * right, at.y + 14 * down);
  }
  for (const [kind, path] of Object.entries(paths)) {
    stroke(context, path, kind === "ending" ? ENDING : BIFURCATION, 1.8, HALO);
  }
}

// A numbered mark; `chosen` where the pointer or the list is on its pair. A difference has four arms,
// so that it is told from agreement without its colour and hides no ridge.
export function mark(context, at, { number, kind, differs }, chosen) {
  const path = new Path2D();
  const radius = chosen ? 9 : 7;
  const colour = chosen ? CHOSEN : differs ? DIFFERENCE : MARK;
  outline(path, kind, at, radius);
  if (differs) {
    arms(path, at, radius);
  }
  stroke(context, path, colour, chosen ? 3 : 2.2, DARK);
  if (!differs) {
    dot(context, at, colour);
  }
  const gap = differs ? 11 : 5;
  const words = differs ? `${number} ≠` : String(number);
  label(context, { x: at.x + radius + gap, y: at.y - radius - 5 }, words, colour);
}

// A mark that still lacks its place on the other print.
export function pending(context, at, number, differs) {
  const path = new Path2D();
  const colour = differs ? DIFFERENCE : MARK;
  outline(path, "ENDING", at, 8);
  if (differs) {
    arms(path, at, 8);
  }
  context.setLineDash([4, 3]);
  stroke(context, path, colour, 2.2, DARK);
  context.setLineDash([]);
  dot(context, at, colour);
  label(context, { x: at.x + 13, y: at.y - 13 }, `${number}?`, colour);
}

// A line with a tick across it at every ridge counted.
export function ridgeLine(context, [from, to], crossings, text) {
  const line = new Path2D();
  line.moveTo(from.x, from.y);
  line.lineTo(to.x, to.y);
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const across = { x: (-(to.y - from.y) / length) * 6, y: ((to.x - from.x) / length) * 6 };
  for (const at of crossings) {
    line.moveTo(at.x - across.x, at.y - across.y);
    line.lineTo(at.x + across.x, at.y + across.y);
  }
  stroke(context, line, COUNT, 2, DARK);
  if (text) {
    label(context, { x: (from.x + to.x) / 2 + 10, y: (from.y + to.y) / 2 - 10 }, text, MARK);
  }
}

export function crosshair(context, at) {
  const path = new Path2D();
  for (const [x, y] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
    path.moveTo(at.x + 4 * x, at.y + 4 * y);
    path.lineTo(at.x + 18 * x, at.y + 18 * y);
  }
  stroke(context, path, CHOSEN, 2, DARK);
}

// The line between where a mark is on one print and where it comes to lie from the other.
export function gap(context, from, to) {
  const path = new Path2D();
  path.moveTo(from.x, from.y);
  path.lineTo(to.x, to.y);
  stroke(context, path, CHOSEN, 2, DARK);
}

// Longest round length that fits in 150 pixels.
export function scaleBar(context, view, ppi) {
  const perMm = (view.scale * ppi) / 25.4;
  const mm = SIZES_MM.findLast((size) => size * perMm <= 150) ?? SIZES_MM[0];
  const [left, low, length] = [12, view.height - 14, mm * perMm];
  const path = new Path2D();
  path.moveTo(left, low - 5);
  path.lineTo(left, low);
  path.lineTo(left + length, low);
  path.lineTo(left + length, low - 5);
  context.fillStyle = "rgba(255, 255, 255, 0.85)";
  context.fillRect(left - 7, low - 20, length + 14, 28);
  stroke(context, path, "#101820", 2, "transparent");
  context.fillStyle = "#101820";
  context.font = "600 12px system-ui, sans-serif";
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.fillText(`${mm} mm`, left + length / 2, low - 7);
}

function outline(path, kind, at, radius) {
  switch (kind) {
    case "ENDING":
      path.moveTo(at.x + radius, at.y);
      path.arc(at.x, at.y, radius, 0, 2 * Math.PI);
      break;
    case "BIFURCATION":
      path.rect(at.x - radius, at.y - radius, 2 * radius, 2 * radius);
      break;
    case "DOT":
      path.moveTo(at.x, at.y - radius - 2);
      path.lineTo(at.x + radius + 2, at.y + radius);
      path.lineTo(at.x - radius - 2, at.y + radius);
      path.closePath();
      break;
    default:
      path.moveTo(at.x, at.y - radius - 2);
      path.lineTo(at.x + radius + 2, at.y);
      path.lineTo(at.x, at.y + radius + 2);
      path.lineTo(at.x - radius - 2, at.y);
      path.closePath();
  }
}

function arms(path, at, radius) {
  for (const [x, y] of [[1, 1], [1, -1], [-1, 1], [-1, -1]]) {
    path.moveTo(at.x + x * radius, at.y + y * radius);
    path.lineTo(at.x + x * (radius + 7), at.y + y * (radius + 7));
  }
}

function stroke(context, path, colour, width, halo) {
  context.lineCap = "round";
  context.lineJoin = "round";
  context.lineWidth = width + 2.4;
  context.strokeStyle = halo;
  context.stroke(path);
  context.lineWidth = width;
  context.strokeStyle = colour;
  context.stroke(path);
}

function dot(context, at, colour) {
  context.fillStyle = DARK;
  context.fillRect(at.x - 2, at.y - 2, 4, 4);
  context.fillStyle = colour;
  context.fillRect(at.x - 1, at.y - 1, 2, 2);
}

function label(context, at, text, colour) {
  context.font = "700 12px system-ui, sans-serif";
  context.textAlign = "left";
  context.textBaseline = "middle";
  const width = context.measureText(text).width;
  context.fillStyle = DARK;
  context.fillRect(at.x - 3, at.y - 8, width + 6, 16);
  context.fillStyle = colour;
  context.fillText(text, at.x, at.y + 1);
}
