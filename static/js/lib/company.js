// Who is with whom in a scene: whom somebody holds is found from where they stand, and whoever holds comes near enough.
import { change, item, items } from "./scene.js"

const NEAR = 0.3                       // of the stage: from here on the drawing brings two together

// What people and things are known by, on whichever panel they are.
const refOf = (one) => one.who ?? one.name

const far = (one, other) => Math.hypot(other.x - one.x, other.y - one.y)

/** The scene where somebody holds the nearest of those named, or still whom they held; nobody, where none of them is there.
 * They go to whom they hold, unless they `fetch` them into their arms. */
export function hold(scene, id, refs, fetch = false) {
  const one = item(scene, id), fitting = items(scene).filter((other) => other.id !== id && refs.includes(refOf(other)))
  const held = fitting.find((other) => other.id === one.holds) ?? fitting.sort((a, b) => far(one, a) - far(one, b))[0]
  const taken = change(scene, id, { holds: held?.id ?? null })
  return held && !fetch && Math.abs(held.x - one.x) > NEAR ? change(taken, id, { x: held.x + Math.sign(one.x - held.x) * NEAR }) : taken
}

/** Who is moved when somebody is: whoever holds them close, by the stage's drawing, takes them along. */
export function lead(scene, id, stage) {
  const by = stage.drawing.items.find((one) => one.id === id)?.by
  return item(scene, by) ?? item(scene, id)
}

/** The box of all that move when this one is moved, so that none of them is pushed off the picture. */
export function spread(scene, id, stage) {
  const ids = new Set([id, lead(scene, id, stage).id])
  for (const each of ids) if (item(scene, item(scene, each).holds)) ids.add(item(scene, each).holds)       // a set visits what it is given
  const boxes = [...ids].map((each) => stage.boxOf(each)).filter(Boolean)
  return [0, 1, 2, 3].map((edge) => Math[edge < 2 ? "min" : "max"](...boxes.map((box) => box[edge])))
}

/** What whoever or whatever somebody holds is known by; "" for nobody. */
export function heldBy(scene, id) {
  const held = item(scene, item(scene, id).holds)
  return held ? refOf(held) : ""
}

/** Who and what else is in the scene, as the choices for somebody ask for it; "by" is who holds them. */
export function around(scene, id) {
  const beside = (one) => (one.kind === "figure" ? [["with", one.who]] : one.name ? [["beside", one.name]] : [])
  const others = items(scene).filter((one) => one.id !== id)
  return [["place", scene.place ?? "plain"], ...others.flatMap(beside), ...others.filter((one) => one.holds === id).map((one) => ["by", one.who])]
}
