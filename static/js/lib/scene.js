// The scene verbs of the story, for the screen. A scene is a value: every verb makes the next one and leaves the old alone.
// Positions are shares of the stage (0 to 1); an item stands on its x, y: the middle of its lower edge.

const SMALLEST = 0.2, LARGEST = 4
const NATURAL = { x: 0.5, y: 0.9, size: 1 }
const BY_KIND = {
  figure: { pose: "stand", feeling: "ok", facing: "front" },
  thing: { flipped: false },
  symbol: { flipped: false },
  bubble: { how: "say", width: 0.3, tip_x: 0.5, tip_y: 0.6 },
}
const FACINGS = ["front", "left", "right"]

const clamp = (value, least, most) => Math.min(Math.max(value, least), most)
const round = (value) => Math.round(value * 10000) / 10000

export const newId = () => crypto.randomUUID()

// Whole items: the fields a sheet leaves out because they are as usual, filled in.
export const whole = (item) => ({ ...NATURAL, ...BY_KIND[item.kind], ...item })

export const items = (scene) => (scene.items ?? []).map(whole)
export const item = (scene, id) => items(scene).find((one) => one.id === id)

export const isEmpty = (scene) => !scene.items?.length && (scene.place ?? "plain") === "plain"

export function place(scene, added) {
  return { ...scene, items: [...(scene.items ?? []), { id: newId(), ...added }] }
}

export function change(scene, id, changes) {
  return { ...scene, items: (scene.items ?? []).map((one) => (one.id === id ? { ...one, ...changes } : one)) }
}

// Whom or what somebody holds goes with them, and a bubble's tail with its bubble. A person whose hand is held may be moved alone.
export function move(scene, id, x, y, led = []) {
  const one = item(scene, id)
  const to = { x: round(clamp(x, 0, 1)), y: round(clamp(y, 0, 1)) }
  const dx = to.x - one.x, dy = to.y - one.y
  const held = one.holds && !led.includes(one.holds) && item(scene, one.holds)
  if (one.kind === "bubble") {
    Object.assign(to, { tip_x: round(clamp(one.tip_x + dx, 0, 1)), tip_y: round(clamp(one.tip_y + dy, 0, 1)) })
  }
  const moved = change(scene, id, to)
  return held ? move(moved, held.id, held.x + dx, held.y + dy, [...led, id]) : moved
}

export function resize(scene, id, size) {
  return change(scene, id, { size: round(clamp(size, SMALLEST, LARGEST)) })
}

export function turn(scene, id) {
  const one = item(scene, id)
  if (one.kind === "figure") return change(scene, id, { facing: FACINGS[(FACINGS.indexOf(one.facing) + 1) % FACINGS.length] })
  if (one.kind === "thing" || one.kind === "symbol") return change(scene, id, { flipped: !one.flipped })
  return scene
}

// One step nearer to the front (+1) or to the back (-1).
export function shift(scene, id, by) {
  const rest = [...scene.items]
  const at = rest.findIndex((one) => one.id === id)
  const to = clamp(at + by, 0, rest.length - 1)
  rest.splice(to, 0, ...rest.splice(at, 1))
  return { ...scene, items: rest }
}

export function remove(scene, id) {
  const left = scene.items.filter((one) => one.id !== id)
  return { ...scene, items: left.map((one) => (one.holds === id ? { ...one, holds: null } : one)) }
}

const isHeld = (scene, id) => items(scene).some((one) => one.holds === id)

// Whether how this one is drawn depends on somebody else: whoever holds, or is held.
export const isTogether = (scene, id) => Boolean(item(scene, id)?.holds) || isHeld(scene, id)

// A thing that is moved by itself leaves the hand that held it, from `at`, where the hand had it.
export function letGo(scene, id, at) {
  if (item(scene, id).kind === "figure" || !isHeld(scene, id)) return scene
  const free = { ...scene, items: scene.items.map((one) => (one.holds === id ? { ...one, holds: null } : one)) }
  return change(free, id, { x: round(clamp(at.x, 0, 1)), y: round(clamp(at.y, 0, 1)) })
}

// One more thing, in somebody's hand.
export const give = (scene, holder, thing) => change(place(scene, thing), holder, { holds: thing.id })

export function setIn(scene, place, time = "day") {
  return { ...scene, place, time }
}

// The first free place on the floor: the middle, then left and right of it, wherever nobody stands within `apart`.
export function freeSpot(scene, floor, apart = 0.17) {
  const standing = items(scene).map((one) => one.x)
  const tries = [0.5, 0.32, 0.68, 0.16, 0.84, 0.41, 0.59, 0.24, 0.76]
  const room = (x) => Math.min(1, ...standing.map((other) => Math.abs(other - x)))
  return { x: tries.find((x) => room(x) >= apart) ?? tries.reduce((best, x) => (room(x) > room(best) ? x : best)), y: floor }
}

// Whether somebody went behind or came out from behind what the place has in front, such as a table; `front` is null where it has nothing.
export const hasCrossed = (front, was, now) => front !== null && now.kind === "figure" && (was.y < front) !== (now.y < front)

// How far what is drawn in a box hangs over the right edge of the picture, or the left (less than nothing); what is too wide may hang over.
export function overhang(box) {
  if (!box || box[2] - box[0] > 1) return 0
  return Math.max(box[2] - 1, 0) || Math.min(box[0], 0)
}

// Feet settle on the floor line when they are let go close to it.
export const settle = (y, floor, near = 0.025) => (Math.abs(y - floor) <= near ? floor : y)

// At somebody's side, whose box this is: there the drawing puts a thing into their hand.
export const beside = ([, , right, bottom]) => ({ x: Math.min(right, 1), y: Math.min(bottom, 1) })

// Where a bubble hangs over a head ([left, top, right, bottom]), clear of the others, and where its tail points.
export function overHead(scene, [left, top, right]) {
  const tip_x = (left + right) / 2, y = Math.max(top - 0.1, 0.1)
  const others = items(scene).filter((one) => one.kind === "bubble")
  const isFree = (x) => others.every((other) => Math.abs(other.x - x) > 0.2 || Math.abs(other.y - y) > 0.12)
  const tries = [0, -0.25, 0.25, -0.4, 0.4].map((by) => round(clamp(tip_x + by, 0.16, 0.84)))
  return { x: tries.find(isFree) ?? tries[0], y: round(y), tip_x: round(tip_x), tip_y: round(top + 0.04) }
}

// Whether a drawing of `was` still serves `now`: things may have moved meanwhile, but none came, went or changed.
export function looksLike(was, now) {
  const still = (scene) => JSON.stringify([scene.place, scene.time,
    items(scene).map((one) => ({ ...one, x: 0, y: 0, size: 0, tip_x: 0, tip_y: 0 }))])
  return was === now || still(was) === still(now)
}

// Where an item stands, in words: "on the left, beside Aunty Jo". `names` gives an item's name by its id.
export function whereabouts(scene, id, names) {
  const one = item(scene, id)
  const side = one.x < 0.36 ? "on the left" : one.x > 0.64 ? "on the right" : "in the middle"
  const near = items(scene).filter((other) => other.id !== id && Math.hypot(other.x - one.x, other.y - one.y) < 0.22)
  near.sort((a, b) => Math.abs(a.x - one.x) - Math.abs(b.x - one.x))
  return near.length ? `${side}, beside ${names(near[0].id)}` : side
}
