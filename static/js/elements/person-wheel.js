// <person-wheel>: how the chosen one feels, stands and moves. Every choice is drawn on this very person, and it stays open.
// It tells the editor "wheel-change" { changes, name }, "wheel-act" { act } and "wheel-close".
import { send } from "../lib/send.js"
import { rove } from "../lib/rove.js"

const TABS = { figure: ["feeling", "pose", "move"], bubble: ["words", "move"] }
const ROOM = 12                        // pixels between the wheel and what it is about

export class PersonWheel extends HTMLElement {
  #listening
  #item = null
  #filled = {}                         // panel name -> the address it was filled from

  connectedCallback() {
    this.#listening = new AbortController()
    const { signal } = this.#listening
    this.addEventListener("click", (event) => this.#press(event), { signal })
    this.addEventListener("input", (event) => this.#type(event), { signal })
    this.addEventListener("keydown", (event) => this.#key(event), { signal })
  }

  disconnectedCallback() { this.#listening.abort() }

  get isOpen() { return !this.hidden }

  /** Open for one item of the scene, called `name`; the next tab stays as it was where it can. */
  open(item, name, base) {
    const tabs = TABS[item.kind] ?? ["move"]
    const isNew = item.id !== this.#item?.id || this.hidden
    this.#item = item
    this.base = base
    this.hidden = false
    this.setAttribute("aria-label", `${name} in this picture`)
    for (const tab of this.#tabs) tab.hidden = !tabs.includes(nameOf(tab))
    this.querySelector("[data-act=turn]").hidden = item.kind === "bubble"
    if (isNew && item.kind === "bubble") this.querySelector("[name=bubble]").value = item.words
    for (const how of this.querySelectorAll("[data-how]")) how.setAttribute("aria-pressed", how.dataset.how === item.how)
    const current = nameOf(this.#tabs.find((tab) => tab.getAttribute("aria-selected") === "true"))
    this.#turnTo(tabs.includes(current) ? current : tabs[0])
  }

  close() {
    this.hidden = true
    this.#item = null
  }

  /** The focus goes to the choice that is made now. */
  enter() {
    const body = this.querySelector(".wheel__body:not([hidden])")
    const first = body.querySelector("[tabindex='0']") ?? body.querySelector("button, input") ?? this.#tabs[0]
    first.focus()
  }

  /** Beside `box` (shares of the stage), where there is more room: over the leaf's edge if need be, never over the chosen one or the tray. */
  place(box, ...around) {
    Object.assign(this.style, { left: "", top: "", maxHeight: "" })
    if (!this.isOpen || !matchMedia("(min-width: 1024px)").matches) return              // there it has a place of its own
    const [stage, desk, bench, home] = [...around, this.offsetParent].map((element) => element.getBoundingClientRect())
    const frame = { left: stage.left + box[0] * stage.width, right: stage.left + box[2] * stage.width }
    const bounds = { left: desk.left + 8, right: bench.right - 8, top: desk.top + 8, bottom: desk.bottom - 8 }
    this.style.maxHeight = `${stage.height + 10}px`
    const right = frame.right + ROOM, left = frame.left - ROOM - this.offsetWidth
    const fitsRight = right + this.offsetWidth <= bounds.right, isRoomier = bounds.right - frame.right >= frame.left - bounds.left
    const x = fitsRight && (isRoomier || left < bounds.left) ? right : Math.max(left, bounds.left)
    const y = Math.max(Math.min(stage.top - 6, bounds.bottom - this.offsetHeight), bounds.top)
    Object.assign(this.style, { left: `${x - home.left}px`, top: `${y - home.top}px` })
  }

  get #tabs() { return [...this.querySelectorAll("[role=tab]")] }

  #press(event) {
    const at = (selector) => event.target.closest(selector)
    if (at("[role=tab]")) this.#turnTo(nameOf(at("[role=tab]")))
    else if (at("[data-act=close]")) this.#tell("wheel-close", {})
    else if (at("[data-act]")) this.#tell("wheel-act", { act: at("[data-act]").dataset.act })
    else if (at("[data-choice]")) this.#choose(at("[data-choice]"))
    else if (at("[data-how]")) this.#change({ how: at("[data-how]").dataset.how }, null)
  }

  #type({ target }) {
    if (target.name === "bubble") this.#change({ words: target.value }, "words")
  }

  #key(event) {
    if (event.key === "Escape") return this.#tell("wheel-close", { byKey: true })
    const next = rove(event, "[role=tab]:not([hidden])") ?? rove(event, "[role=radio]")
    if (next?.matches("[role=tab]")) this.#turnTo(nameOf(next))
  }

  #choose(choice) {
    const what = nameOf(choice.closest("[role=tabpanel]"))
    for (const other of choice.parentElement.children) tick(other, other === choice)
    this.#change({ [what]: choice.dataset.choice }, null)
  }

  #change(changes, name) { this.#tell("wheel-change", { changes, name: name && `${name} ${this.#item.id}` }) }

  #turnTo(name) {
    for (const tab of this.#tabs) {
      const on = nameOf(tab) === name
      tab.setAttribute("aria-selected", on)
      tab.tabIndex = on ? 0 : -1
      this.querySelector(`#${tab.getAttribute("aria-controls")}`).hidden = !on
    }
    if (name === "feeling" || name === "pose") this.#fill(name)
  }

  /** Every choice drawn on this person: their faces, or the whole of them as they feel and face now. */
  async #fill(name) {
    const { pose, feeling, facing } = this.#item, body = this.querySelector(`#wheel-${name}`)
    const from = `${this.base}/${name}${name === "pose" ? `?${new URLSearchParams({ feeling, facing })}` : ""}`
    if (this.#filled[name] !== from) {
      this.#filled[name] = from
      const { ok, answer } = await send(from, { method: "GET" }).catch(() => ({ ok: false }))
      if (this.#filled[name] !== from) return                    // somebody else was chosen meanwhile
      if (!ok) { delete this.#filled[name]; return }
      this.#pour(body, answer)
    }
    for (const choice of body.querySelectorAll("[data-choice]")) tick(choice, choice.dataset.choice === { pose, feeling }[name])
  }

  /** New drawings in the same places: neither the scroll nor the focus jumps. */
  #pour(body, html) {
    const held = body.contains(document.activeElement) && document.activeElement.dataset.choice, top = body.scrollTop
    body.innerHTML = html
    body.scrollTop = top
    if (held) body.querySelector(`[data-choice="${held}"]`)?.focus({ preventScroll: true })
  }

  #tell(type, detail) { this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail })) }
}

function tick(choice, on) {
  choice.setAttribute("aria-checked", on)
  choice.tabIndex = on ? 0 : -1
}

const nameOf = (element) => element.id.split("-").at(-1)

customElements.define("person-wheel", PersonWheel)
