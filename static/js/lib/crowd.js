// Where the next person lands, so that a crowd is a good group picture: nobody's face is hidden, nobody who is there is moved, and
// whoever is nearer to us, or as near and smaller, is drawn in front.
//
// `stage` has the server's `drawing` and `boxOf(id, part)`: where the "box" or the "face" of what is drawn is now, or null.
import { follow, moved } from "./boxes.js"
import { items, whole } from "./scene.js"

const CHILD = 0.48                     // of the picture's height: whoever is taller is no child
const APART = 0.1                      // the least between the middles of two people side by side, and of a person and a thing
const BESIDE = 0.03                    // rows nearer to each other than this are one
const MARGIN = 0.01                    // kept free at the edges of the picture
const ROWS = [0, 0.045, -0.04, -0.08, -0.12, -0.16]     // from the floor: before it, and behind
const FARTHER = 0.5                    // how much smaller somebody is drawn for each share they stand further back
// How high who sits is, of their own height, and how tall one is at least or at most: a table hides a toddler, and the rug is for children.
const SEATS = { "sit-on-sofa": { high: 0.84 }, "sit-facing-us": { high: 0.84, least: 0.38 }, "sit-on-floor": { high: 0.6, most: CHILD } }
const KNEES = 0.02                     // how much wider somebody who sits is, on either side
const HAIR = 0.3                       // of a face's width, on either side of it
const SOMEBODY = { role: "", sits: true, box: [-0.08, -0.58, 0.08, 0], face: [-0.04, -0.53, 0.04, -0.4] }    // who has just left the story
const SIZES = [0.5, 1.3]               // somebody drawn very large or small is no measure for others
const SEEN = 0.12                      // of a face may lie under the corner of a box: heads are round
const FLOOR = 0.06                     // how far back there is a floor everywhere

/** The scene with `figure`, a person who has no place yet, in it. */
export function join(scene, figure, stage) {
  const others = items(scene).map((one) => ({ ...one, ...spread(one, stage) }))
  const spot = landing(others, figure, stage.drawing), at = Object.entries(spot).filter(([key]) => !["name", "box", "face"].includes(key))
  const rest = [...(scene.items ?? [])]
  rest.splice(level(others, spot), 0, { ...Object.fromEntries(at), ...figure })
  return { ...scene, items: rest }
}

// The best free spot of the place, as one stands or sits there; a spot named after a role, the judge's, is for whoever has it.
// A bed is for whoever shall lie. Where the spots are taken: on the floor between the others, before them or, whoever stands by
// themselves, behind them.
function landing(others, { who, pose: does }, room) {
  const { role, sits, box } = person(who, room), spots = room.spots, size = usual(others, spots)
  const own = spots.find(({ name, x, y }) => name === role && !others.some((one) => one.x === x && one.y === y))
  if (own) return stand(own, who, room)
  const open = spots.filter(({ name }) => name !== "judge"), standing = open.filter(({ pose, y }) => !pose && y >= room.floor)
  const isAsked = ({ pose }) => Boolean(pose) && pose === does
  const fit = (sits || !standing.length ? open : standing)
    .filter((spot) => !spot.pose || isAsked(spot) || suits(SEATS[spot.pose], height(box)))
    .sort((a, b) => isAsked(b) - isAsked(a)).map((spot) => stand({ ...spot, size }, who, room))
  const tries = rows(room, size).filter(({ y }) => sits || y >= room.floor).map((spot) => stand(spot, who, room))
  const better = (one, other) => (cost(other, others, room) < cost(one, others, room) ? other : one)
  return fit.find((spot) => isFree(spot, others)) ?? tries.reduce(better)
}

// As large as the people who are here; the first one as large as the place wants them.
function usual(others, spots) {
  const sizes = people(others).map((one) => one.size).sort((a, b) => a - b)
  if (!sizes.length) return spots[0]?.size ?? 1
  return Math.min(Math.max(sizes[Math.floor(sizes.length / 2)], SIZES[0]), SIZES[1])
}

function rows({ floor, front }, size) {
  const open = ROWS.map((by) => floor + by).filter((y) => front === null || y >= front)
  const across = Array.from({ length: 43 }, (_, n) => 0.08 + n * 0.02)
  return open.flatMap((y) => across.map((x) => ({ x, y: round(y), size: round(size * (1 - FARTHER * Math.max(floor - y, 0))) })))
}

const round = (value) => Math.round(value * 1000) / 1000
const sum = (some, share) => some.reduce((total, one) => total + share(one), 0)
const height = ([, top, , foot]) => foot - top
const suits = ({ least = 0, most = 1 } = { least: 1 }, tall) => tall >= least && tall <= most
const person = (who, room) => room.people[who] ?? SOMEBODY
const people = (others) => others.filter((one) => one.kind === "figure")

// What an item of the scene takes of the stage; somebody who has not been drawn yet, as they would be.
function spread(one, stage) {
  const [box, face] = ["box", "face"].map((part) => stage.boxOf(one.id, part))
  return box || one.kind !== "figure" ? { box, face } : stand(one, one.who, stage.drawing)
}

// A spot with what this person would take there, moved in where the edge of the picture would cut them.
function stand(spot, who, room) {
  const { box, face } = person(who, room), at = whole({ kind: "figure", size: 1, ...spot })
  const lower = (1 - (SEATS[at.pose]?.high ?? 1)) * -face[3], knees = lower && KNEES
  const put = (part) => follow(moved(part, 0, lower), { x: 0, y: 0, size: 1 }, at)
  const [left, top, right] = put([box[0] - knees, box[1], box[2] + knees, box[3]])
  const far = Math.max(MARGIN - left, 0) || Math.min(1 - MARGIN - right, 0)
  return { ...spot, x: round(at.x + far), box: moved([left, top, right, at.y], far, 0), face: moved(put(face), far, 0) }
}

// How far back among the others somebody is drawn. What is said hangs before everybody.
function level(others, { y, face }) {
  const isSmaller = (one) => one.y > y - 0.001 && one.face?.[3] > face[3] + 0.001
  const first = others.findIndex((one) => one.kind === "bubble" || (one.kind === "figure" && (one.y > y + 0.001 || isSmaller(one))))
  return first < 0 ? others.length : first
}

function isFree(spot, others) {
  const isBy = (one) => Math.abs(one.x - spot.x) < APART && (one.kind !== "figure" || Math.abs(one.y - spot.y) < BESIDE)
  return !others.some((one) => one.kind !== "bubble" && isBy(one)) && hidden(spot, others) <= SEEN
}

// How bad a place between the spots is: first a face that is not seen, then feet that float, then a crush, and a tall back in front.
function cost(spot, others, { floor }) {
  const { box } = spot, back = floor - spot.y, depth = (one) => Math.abs(one.y - spot.y) < BESIDE ? 1 : 0.3
  const before = others.slice(level(others, spot)).filter((one) => one.kind === "figure" && one.box)
  const feet = [box[0], box[3] - 0.1, box[2], box[3]]
  return 10 * hidden(spot, others) +
    (back > FLOOR ? 2 * Math.max(1 - sum(before, (one) => overlap(feet, one.box)), 0) : 0) +
    sum(others.filter((one) => one.box), (one) => across(box, one.box) * depth(one)) +
    (back < 0 && height(box) > CHILD ? 0.8 : 0) + 2 * Math.abs(back) + 0.2 * Math.abs(spot.x - 0.5)
}

// How much of anybody's face would not be seen: of theirs, or of those they would stand before.
function hidden(spot, others) {
  const at = level(others, spot)
  return sum(others.slice(0, at).filter((one) => one.face), (one) => covered(one.face, spot)) +
    sum(others.slice(at).filter((one) => one.box), (one) => covered(spot.face, one))
}

// The share of a face that somebody before it covers, with a head and with what is below; a thing covers all of its box.
function covered(face, { box, face: head }) {
  if (!head) return overlap(face, box)
  const hair = (head[2] - head[0]) * HAIR
  return Math.min(overlap(face, [head[0] - hair, box[1], head[2] + hair, head[3]]) + overlap(face, [box[0], head[3], box[2], box[3]]), 1)
}

const common = (a, b, from) => Math.max(Math.min(a[from + 2], b[from + 2]) - Math.max(a[from], b[from]), 0)
const across = (a, b) => common(a, b, 0) / (a[2] - a[0])
const overlap = (a, b) => across(a, b) * common(a, b, 1) / (a[3] - a[1])
