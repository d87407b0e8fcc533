// Ridges between two points of a print, counted on the grey profile along the line.

const STEPS_PER_PX = 2;
const BESIDE_PX = 1; // the profile averages the line and its neighbours on both sides
const LOCAL_PX = 12; // half the window of the local mean, a little over one ridge period at 500 ppi
const DEPTH = 0.12; // share of the profile's range a ridge must stand out from the local mean
const DEPTH_MIN = 6;

// Counts the ridges that lie wholly between two points. Ridges the points themselves lie on are
// left out, as counting by eye does.
// - grey: { width, height, pixels } one byte a pixel, ridges darker than valleys
// - crossings: where the line crosses each counted ridge, print coordinates
export function ridgeCount(grey, from, to) {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < 2) {
    return { count: 0, crossings: [] };
  }
  const ahead = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const at = (distance) => ({ x: from.x + ahead.x * distance, y: from.y + ahead.y * distance });
  const steps = Math.round(length * STEPS_PER_PX);
  const stride = length / steps;
  const margin = Math.round(LOCAL_PX / stride);
  const profile = [];
  for (let i = -margin; i <= steps + margin; i++) {
    profile.push(beside(grey, at(i * stride), ahead));
  }
  const middles = ridges(profile, margin, steps);
  return { count: middles.length, crossings: middles.map((middle) => at(middle * stride)) };
}

// Middles of dark runs with a light run on both sides, in steps from the first point.
// `profile` reaches `margin` steps beyond both ends so that the local mean is the same all along.
export function ridges(profile, margin, steps) {
  const inside = profile.slice(margin, margin + steps + 1).filter((v) => !Number.isNaN(v));
  const range = Math.max(...inside) - Math.min(...inside);
  const depth = Math.max(DEPTH_MIN, DEPTH * range);
  const mean = localMeans(profile, margin);
  const middles = [];
  let entered = null; // where the present ridge began; null in a valley or before the first one
  let state = 0; // -1 ridge, 1 valley, 0 not known yet
  let last = null; // last crossing of the local mean
  for (let i = 0; i <= steps; i++) {
    const lift = profile[margin + i] - mean[margin + i];
    if (i > 0) {
      const before = profile[margin + i - 1] - mean[margin + i - 1];
      last = before < 0 !== lift < 0 ? i - 1 + before / (before - lift) : last;
    }
    if (lift < -depth && state !== -1) {
      entered = state === 1 ? last : null;
      state = -1;
    } else if (lift > depth && state !== 1) {
      if (state === -1 && entered !== null) {
        middles.push((entered + last) / 2);
      }
      state = 1;
    }
  }
  return middles;
}

function localMeans(profile, half) {
  return profile.map((_, i) => {
    let sum = 0;
    let n = 0;
    for (let j = Math.max(0, i - half); j <= Math.min(profile.length - 1, i + half); j++) {
      if (!Number.isNaN(profile[j])) {
        sum += profile[j];
        n++;
      }
    }
    return sum / n;
  });
}

function beside(grey, point, ahead) {
  let sum = 0;
  for (let k = -BESIDE_PX; k <= BESIDE_PX; k++) {
    sum += sample(grey, point.x - ahead.y * k, point.y + ahead.x * k);
  }
  return sum / (2 * BESIDE_PX + 1);
}

// Grey at a place, between its four neighbours; NaN off the print. Whole numbers are pixel corners,
// as everywhere in the workbench, so the middle of the first pixel is at 0.5.
function sample({ width, height, pixels }, x, y) {
  const left = Math.min(Math.max(x - 0.5, 0), width - 1);
  const top = Math.min(Math.max(y - 0.5, 0), height - 1);
  if (x < 0 || y < 0 || x > width || y > height) {
    return Number.NaN;
  }
  const [x0, y0] = [Math.floor(left), Math.floor(top)];
  const [x1, y1] = [Math.min(x0 + 1, width - 1), Math.min(y0 + 1, height - 1)];
  const [fx, fy] = [left - x0, top - y0];
  const upper = pixels[y0 * width + x0] * (1 - fx) + pixels[y0 * width + x1] * fx;
  const lower = pixels[y1 * width + x0] * (1 - fx) + pixels[y1 * width + x1] * fx;
  return upper * (1 - fy) + lower * fy;
}
