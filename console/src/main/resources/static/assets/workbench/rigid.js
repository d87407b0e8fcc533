// Rigid transforms of the plane: a turn and a shift, no change of size.

// The turn and shift that lay points `right` over points `left`, least squares in closed form
// (both clouds about their centres; the angle of the sum of cross and dot products).
// Null below two pairs, or where all right points are one place and no angle is defined.
// - angle: radians, clockwise on a screen whose y grows downwards
// - rms, worst: distances left after laying over, in the unit of the points; worstAt an index
export function rigid(pairs) {
  if (pairs.length < 2) {
    return null;
  }
  const l = centre(pairs.map((pair) => pair.left));
  const r = centre(pairs.map((pair) => pair.right));
  let dot = 0;
  let cross = 0;
  for (const { left, right } of pairs) {
    const [lx, ly, rx, ry] = [left.x - l.x, left.y - l.y, right.x - r.x, right.y - r.y];
    dot += lx * rx + ly * ry;
    cross += rx * ly - ry * lx;
  }
  if (dot === 0 && cross === 0) {
    return null;
  }
  const found = about(Math.atan2(cross, dot), r, l);
  return { ...found, ...residual(found, pairs) };
}

// The transform that turns by `angle` and brings the point `from` to the point `to`.
export function about(angle, from, to) {
  const turned = apply({ angle, dx: 0, dy: 0 }, from);
  return { angle, dx: to.x - turned.x, dy: to.y - turned.y };
}

export function apply({ angle, dx, dy }, { x, y }) {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  return { x: c * x - s * y + dx, y: s * x + c * y + dy };
}

export function millimetres(pixels, ppi) {
  return (pixels * 25.4) / ppi;
}

function centre(points) {
  const sum = points.reduce((a, p) => ({ x: a.x + p.x, y: a.y + p.y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

function residual(transform, pairs) {
  const gaps = pairs.map(({ left, right }) => {
    const laid = apply(transform, right);
    return Math.hypot(laid.x - left.x, laid.y - left.y);
  });
  const worst = Math.max(...gaps);
  const squares = gaps.reduce((sum, gap) => sum + gap * gap, 0);
  return { rms: Math.sqrt(squares / gaps.length), worst, worstAt: gaps.indexOf(worst) };
}
