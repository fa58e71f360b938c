// <panel-strip>: the panels in order. A panel is moved by dragging it, or with Alt and an arrow key; "strip-move" { panel, at }.
import { TRAVEL } from "../lib/gesture.js"
import { change, watch } from "../lib/lazy.js"

const BACK = ["ArrowUp", "ArrowLeft"], ON = ["ArrowDown", "ArrowRight"]

export class PanelStrip extends HTMLElement {
  #listening
  #held = null                         // { row, from, at, moving }

  connectedCallback() {
    this.#listening = new AbortController()
    const { signal } = this.#listening
    for (const type of ["pointerdown", "pointermove", "pointerup", "pointercancel", "keydown"]) {
      this.addEventListener(type, this, { signal })
    }
    this.addEventListener("click", (event) => { if (this.#held?.moving) event.preventDefault() }, { signal, capture: true })
    this.querySelector("[aria-current]")?.scrollIntoView({ block: "center", inline: "center" })
    watch(this)
  }

  disconnectedCallback() { this.#listening.abort() }

  handleEvent(event) { this[`on_${event.type}`](event) }

  on_pointerdown(event) {
    const row = event.target.closest("li")
    // A finger on the strip scrolls it; the buttons in the panel's own menu move a panel there.
    if (!row || event.button !== 0 || event.pointerType !== "mouse") return
    this.#held = { row, from: event, at: this.#place(row), moving: false }
  }

  on_pointermove(event) {
    const held = this.#held
    if (!held || event.buttons === 0) return
    if (!held.moving && Math.hypot(event.clientX - held.from.clientX, event.clientY - held.from.clientY) < TRAVEL) return
    if (!held.moving) {
      held.moving = true
      this.setPointerCapture(event.pointerId)
      held.row.classList.add("strip__item--moving")
    }
    const other = this.#rows.find((row) => row !== held.row && over(row, event))
    if (other) this.#place(other) > this.#place(held.row) ? other.after(held.row) : other.before(held.row)
  }

  on_pointerup() {
    const held = this.#held
    if (!held) return
    held.row.classList.remove("strip__item--moving")
    if (held.moving && this.#place(held.row) !== held.at) this.#tell(held.row.dataset.panel, this.#place(held.row))
    setTimeout(() => { this.#held = null })          // after the click that ends a drag
  }

  on_pointercancel() {
    this.#held?.row.classList.remove("strip__item--moving")
    this.#held = null
  }

  on_keydown(event) {
    const row = event.target.closest("li")
    const by = BACK.includes(event.key) ? -1 : ON.includes(event.key) ? 1 : 0
    if (!row || !event.altKey || !by) return
    event.preventDefault()
    const to = this.#place(row) + by
    if (to >= 0 && to < this.#rows.length) this.#tell(row.dataset.panel, to)
  }

  /** A panel's small picture, as it has just been kept. */
  refresh(panel, url, isEmpty) {
    const thumb = this.querySelector(`[data-panel="${panel}"] .strip__thumb`)
    let image = thumb.querySelector("img")
    if (isEmpty) return image?.remove()
    image ??= Object.assign(new Image(), { alt: "", draggable: false, width: 120, height: 90, src: url })
    change(image, url)
    thumb.querySelector(".strip__lines")?.remove()
    if (!image.isConnected) thumb.prepend(image)
  }

  get #rows() { return [...this.querySelectorAll("li")] }

  #place(row) { return this.#rows.indexOf(row) }

  #tell(panel, at) { this.dispatchEvent(new CustomEvent("strip-move", { bubbles: true, detail: { panel, at } })) }
}

function over(row, { clientX, clientY }) {
  const { left, right, top, bottom } = row.getBoundingClientRect()
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom
}

customElements.define("panel-strip", PanelStrip)
