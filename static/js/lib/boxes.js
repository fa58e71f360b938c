// Boxes on the stage: [left, top, right, bottom] in shares of it.

export const moved = ([l, t, r, b], dx, dy) => [l + dx, t + dy, r + dx, b + dy]

// Grown by `k` around a point that stays where it is: the feet.
export const grown = ([l, t, r, b], at, k) =>
  [at.x + (l - at.x) * k, at.y + (t - at.y) * k, at.x + (r - at.x) * k, at.y + (b - at.y) * k]

export const holds = ([l, t, r, b], { x, y }, margin = 0) =>
  x >= l - margin && x <= r + margin && y >= t - margin && y <= b + margin

// The part of a move that keeps the box on the stage. A box that already hangs over an edge may come back, never go further.
export function within([l, t, r, b], dx, dy) {
  const limit = (by, low, high) => Math.min(Math.max(by, Math.min(0, -low)), Math.max(0, 1 - high))
  return { dx: limit(dx, l, r), dy: limit(dy, t, b) }
}

// A box drawn for `was` (x, y, size), where the item now is.
export const follow = (box, was, now) => grown(moved(box, now.x - was.x, now.y - was.y), now, now.size / was.size)
