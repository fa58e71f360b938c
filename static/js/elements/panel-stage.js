// <panel-stage>: the picture, and over it a real button for each thing on it, moved by finger, mouse or keys.
//
// It draws nothing itself: it moves the groups of the server's drawing and tells the editor. "stage-choose" { id, open, byKey };
// "stage-scene" { scene, name, redraw }, where changes of one name that follow each other are one step; "stage-moving" while a
// drag changes how others are drawn; "stage-act" { act, id }.
import { follow, holds, within } from "../lib/boxes.js"
import { lead, spread } from "../lib/company.js"
import { Gesture } from "../lib/gesture.js"
import * as scenes from "../lib/scene.js"

const UNITS = { x: 480, y: 360 }
const NUDGE = 0.01, STRIDE = 0.05, GROW = 1.06
const NEAREST = 22                     // pixels: half a finger
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }
const GROWTHS = { "+": GROW, "=": GROW, "-": 1 / GROW }
const ACTS = { f: "turn", F: "turn", Delete: "remove", Backspace: "remove", "[": "behind", "]": "forward" }

export class PanelStage extends HTMLElement {
  #listening
  #gesture = new Gesture()
  #held = null                         // while a finger is down: { id, corner, from, scene, box }
  #scene = { items: [] }
  #drawn = { items: [] }               // the scene that the drawing was made of
  #drawing = null
  #chosen = null

  connectedCallback() {
    this.#listening = new AbortController()
    for (const type of ["pointerdown", "pointermove", "pointerup", "pointercancel", "keydown", "click"]) {
      this.addEventListener(type, this, { signal: this.#listening.signal })
    }
  }

  disconnectedCallback() { this.#listening.abort() }
  handleEvent(event) { this[`on_${event.type}`](event) }
  get scene() { return this.#scene }
  get svg() { return new XMLSerializer().serializeToString(this.querySelector(".stage__picture > svg")) }
  get drawing() { return this.#drawing }
  get chosen() { return this.#chosen }
  get isMoving() { return this.#held !== null }

  /** A scene that is still being drawn is true already: whoever moves something meanwhile moves it there. A hand that moves goes on. */
  take(scene) {
    const moves = this.#held && this.#scene !== this.#held.scene
    if (this.#held && !moves) this.#held.scene = scene
    this.#settle(moves ? this.#scene : scene)
    return scene
  }

  /** Show `scene` with a drawing made of `drawn`: the same scene, or one where the same things stood elsewhere. */
  show(scene, drawing, drawn = scene) {
    if (this.#drawing && drawing !== this.#drawing) {
      const picture = new DOMParser().parseFromString(drawing.svg, "image/svg+xml").documentElement
      this.querySelector(".stage__picture").replaceChildren(picture)
    }
    this.#drawing = drawing
    this.#drawn = drawn
    this.take(scene)
    this.#list()
  }

  /** Frame one thing, or nothing. */
  choose(id) {
    this.#chosen = this.boxOf(id) ? id : null
    for (const button of this.#buttons) button.setAttribute("aria-pressed", button.dataset.for === this.#chosen)
    this.#frame()
  }

  nameOf(id) { return this.#told(id)?.name ?? "" }

  /** Where a thing, or the "face" of a person, is now: [left, top, right, bottom] in shares, or null while it has not been drawn yet. */
  boxOf(id, part = "box") {
    const box = this.#told(id)?.[part], was = scenes.item(this.#drawn, id), now = scenes.item(this.#scene, id)
    return box && was && now ? follow(box, was, now) : null
  }

  nudge(id, dx, dy) {
    const scene = this.#free(this.#scene, id), by = within(spread(scene, id, this), dx, dy), one = lead(scene, id, this)
    this.#settle(scenes.move(scene, one.id, one.x + by.dx, one.y + by.dy))
    this.#keep(id, `move ${id}`)
  }

  grow(id, k = GROW) {
    this.#settle(scenes.resize(this.#scene, id, scenes.item(this.#scene, id).size * k))
    this.#keep(id, `size ${id}`)
  }

  focusOn(id) { this.#button(id)?.focus({ preventScroll: true }) }

  say(words) { this.querySelector("[data-said]").textContent = words }

  // ---- fingers, pens and mice ----

  on_pointerdown(event) {
    if (event.button !== 0 || event.target.closest(".stage__hint")) return
    if (!this.#held) this.#hold(event)
    else if (this.#held.id) Object.assign(this.#held, { scene: this.#scene, box: spread(this.#scene, this.#held.id, this) })    // now a pinch
    this.#gesture.press(event.pointerId, pixel(event))
    if (this.#held.id) this.setPointerCapture(event.pointerId)
  }

  on_pointermove(event) {
    const did = this.#gesture.move(event.pointerId, pixel(event))
    if (!did || !this.#held?.id) return
    this.classList.add("stage--moving")
    const { id, corner, scene, box } = this.#held
    if (did.scale || corner) {
      this.#settle(scenes.resize(scene, id, scenes.item(scene, id).size * (did.scale ?? this.#stretch(event))))
    } else {
      this.#drag(id, this.#held.free ??= this.#free(scene, id), box, did)
    }
    if (scenes.isTogether(scene, id)) this.#tell("stage-moving", { scene: this.#scene })
  }

  on_pointerup(event) {
    const ended = this.#gesture.release(event.pointerId)
    const held = this.#held
    if (ended === "tap" && !held.corner) this.#pick(this.#hit(held.from), { open: true })
    if ((ended === "drag" || ended === "pinch") && held.id && this.#scene !== held.scene) {
      this.#keep(held.id, null)
      if (held.id !== this.#chosen) this.#pick(held.id)
    }
    this.#letGo()
  }

  on_pointercancel() {
    if (this.#held && this.#scene !== this.#held.scene) this.#settle(this.#held.scene)
    this.#gesture.cancel()
    this.#letGo()
  }

  #hold(event) {
    const corner = event.target.closest(".selection__handle") !== null
    const inFrame = this.#chosen && holds(this.boxOf(this.#chosen), this.#share(event))
    const aim = corner || inFrame ? this.#chosen : this.#hit(event), id = scenes.item(this.#scene, aim) ? aim : null
    this.#held = { id, corner, from: event, scene: this.#scene, box: id && spread(this.#scene, id, this) }
  }

  #letGo() {
    if (this.#gesture.state !== "idle") return
    this.#held = null
    this.classList.remove("stage--moving")
  }

  #drag(id, scene, box, { dx, dy }) {
    const { width, height } = this.getBoundingClientRect()
    const by = within(box, dx / width, dy / height), one = lead(scene, id, this)
    const y = one.kind === "bubble" ? one.y + by.dy : scenes.settle(one.y + by.dy, this.#drawing.floor)
    this.#settle(scenes.move(scene, one.id, one.x + by.dx, y))
  }

  /** A thing in somebody's hand is drawn there; when it is moved by itself it is let go. */
  #free(scene, id) {
    const [left, , right, bottom] = this.boxOf(id)
    return scenes.letGo(scene, id, { x: (left + right) / 2, y: bottom })
  }

  /** How far a corner was pulled, as a growth around the feet. */
  #stretch(event) {
    const { x, y } = scenes.item(this.#held.scene, this.#held.id)
    const far = (point) => Math.hypot((point.x - x) * UNITS.x, (point.y - y) * UNITS.y)
    return far(this.#share(event)) / Math.max(far(this.#share(this.#held.from)), 20)
  }

  /** What is drawn under the finger; failing that, the smallest thing near it. */
  #hit(event) {
    for (const element of document.elementsFromPoint(event.clientX, event.clientY)) {
      const group = this.contains(element) && element.closest("[data-item], [data-label]")
      if (group) return group.dataset.item ?? group.dataset.label
    }
    const point = this.#share(event), near = NEAREST / this.clientWidth
    const size = ([l, t, r, b]) => (r - l) * (b - t)
    const all = scenes.items(this.#scene).map((one) => [one.id, this.boxOf(one.id)])
    const close = all.filter(([, box]) => box && holds(box, point, near))
    return close.sort(([, a], [, b]) => size(a) - size(b))[0]?.[0] ?? null
  }

  #share(event) {
    const { left, top, width, height } = this.getBoundingClientRect()
    return { x: (event.clientX - left) / width, y: (event.clientY - top) / height }
  }

  // ---- keys, and the clicks of screen readers ----

  on_click(event) {
    const button = event.target.closest(".stage__item")
    if (button && event.detail === 0) this.#pick(button.dataset.for, { open: true, byKey: true })
  }

  on_keydown(event) {
    const id = event.target.closest(".stage__item")?.dataset.for
    if (!id || event.ctrlKey || event.metaKey || event.altKey) return
    const { key, shiftKey } = event
    if (!(key in ARROWS || key in GROWTHS || key in ACTS || key === "Escape")) return
    event.preventDefault()
    if (key === "Escape") return this.#pick(null)
    if (id !== this.#chosen) this.#pick(id)
    if (key in ARROWS) this.nudge(id, ...ARROWS[key].map((way) => way * (shiftKey ? STRIDE : NUDGE)))
    else if (key in GROWTHS) this.grow(id, GROWTHS[key])
    else this.#tell("stage-act", { act: ACTS[key], id })
  }

  // ---- telling the editor ----

  #pick(id, { open = false, byKey = false } = {}) {
    this.choose(id)
    if (id) this.focusOn(id)
    this.#tell("stage-choose", { id: this.#chosen, open, byKey })
  }

  #keep(id, name) {
    // a bubble's tail and letters, a name, arms around whatever is held, and who sits behind a table, are drawn anew
    const isLettered = scenes.item(this.#scene, id).kind === "bubble" || this.querySelector(`[data-label="${id}"]`)
    const redraw = Boolean(isLettered) || this.#isBound(id) || this.#hasCrossed(id)
    this.#tell("stage-scene", { scene: this.#scene, name, redraw })
    this.say(`${this.nameOf(id)}, ${scenes.whereabouts(this.#scene, id, (other) => this.nameOf(other))}`)
  }

  #isBound(id) { return scenes.isTogether(this.#scene, id) || scenes.isTogether(this.#drawn, id) }

  #hasCrossed(id) {
    const was = scenes.item(this.#drawn, id)
    return Boolean(was) && scenes.hasCrossed(this.#drawing.front, was, scenes.item(this.#scene, id))
  }

  #tell(type, detail) { this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail })) }

  // ---- showing it ----

  #told(id) { return this.#drawing?.items.find((one) => one.id === id) }

  get #buttons() { return [...this.querySelectorAll(".stage__item")] }

  #button(id) { return this.#buttons.find((button) => button.dataset.for === id) }

  /** Put every group of the drawing where its thing now stands, and its button over it. */
  #settle(scene) {
    this.#scene = scene
    for (const now of scenes.items(scene)) {
      const was = scenes.item(this.#drawn, now.id)
      if (!was) continue
      const k = now.kind === "bubble" ? now.size / was.size : now.size
      const to = `translate(${now.x * UNITS.x} ${now.y * UNITS.y}) scale(${k})`
      this.querySelector(`[data-item="${now.id}"]`)?.setAttribute("transform", to)
      const label = this.querySelector(`[data-label="${now.id}"]`), grown = now.size / was.size
      label?.setAttribute("transform", `translate(${now.x * UNITS.x} ${now.y * UNITS.y}) scale(${grown}) translate(${-was.x * UNITS.x} ${-was.y * UNITS.y})`)
      const button = this.#button(now.id)
      if (button) lay(button, this.boxOf(now.id))
    }
    this.#frame()
  }

  /** One button for each thing, in the order a picture is read: from left to right. */
  #list() {
    const shown = scenes.items(this.#scene).filter((one) => this.#told(one.id))
    const order = [...shown].sort((a, b) => a.x - b.x)
    const focused = document.activeElement?.dataset?.for
    const buttons = order.map((one) => this.#button(one.id) ?? newButton(one.id))
    for (const [n, button] of buttons.entries()) {
      const { id } = order[n]
      button.setAttribute("aria-label", this.#told(id).said)
      button.setAttribute("aria-pressed", id === this.#chosen)
      button.style.zIndex = shown.findIndex((one) => one.id === id) + 1
      lay(button, this.boxOf(id))
    }
    const list = this.querySelector(".stage__items")
    if (buttons.some((button, n) => list.children[n] !== button) || list.children.length !== buttons.length) {
      list.replaceChildren(...buttons)
      if (focused) (this.#button(focused) ?? buttons[0])?.focus({ preventScroll: true })
    }
    this.querySelector(".stage__hint").hidden = shown.length > 0 || (this.#scene.place ?? "plain") !== "plain"
    if (this.#chosen && !this.#told(this.#chosen)) this.#pick(null)
    else this.#frame()
  }

  #frame() {
    const frame = this.querySelector(".selection")
    const box = this.#chosen && this.boxOf(this.#chosen)
    frame.hidden = !box
    if (!box) return
    lay(frame, box)
    frame.classList.toggle("selection--high", box[1] < 0.1)
    frame.querySelector(".selection__name").textContent = this.nameOf(this.#chosen)
  }
}

const pixel = (event) => ({ x: event.clientX, y: event.clientY })

function lay(element, [l, t, r, b]) {
  const share = (value) => `${(value * 100).toFixed(3)}%`
  Object.assign(element.style, { left: share((l + r) / 2), top: share((t + b) / 2), width: share(r - l), height: share(b - t) })
}

function newButton(id) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "stage__item" })
  button.dataset.for = id
  return button
}

customElements.define("panel-stage", PanelStage)
