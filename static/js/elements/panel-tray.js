// <panel-tray>: what can be put in the panel, one tab at a time. It tells the editor "tray-place" { item, small },
// "tray-set" { place, time }, "tray-bubble" { words, how } and "tray-starter" { words }.
import "./picture-card.js"
import "./picture-finder.js"
import { rove } from "../lib/rove.js"

const BUBBLE_WORDS = 12
const MOST_WORDS = 1500
const AHEAD = 500                      // milliseconds after which the shelves are laid out, before anybody asks

export class PanelTray extends HTMLElement {
  #listening

  connectedCallback() {
    this.#listening = new AbortController()
    this.mark(this.dataset.setIn, this.dataset.setAt)
    const { signal } = this.#listening
    this.addEventListener("click", (event) => this.#press(event), { signal })
    this.addEventListener("keydown", (event) => this.#key(event), { signal })
    this.addEventListener("picture-look", ({ detail: { tile, finder } }) => {
      this.querySelector("picture-card").open(tile, (sentence, takeBack) => finder.say(sentence, takeBack))
    }, { signal })
    this.closest("panel-editor").addEventListener("focusout", ({ target }) => {
      if (target.closest("words-box")) this.#finder?.open(this.#words)        // the words were put down for a moment
    }, { signal })
    setTimeout(() => { for (const finder of this.querySelectorAll("picture-finder")) finder.open(this.#words) }, AHEAD)
    this.addEventListener("submit", (event) => { if (event.target.matches("[data-bubble]")) this.#bubble(event) }, { signal })
  }

  disconnectedCallback() { this.#listening.abort() }

  get #finder() { return this.querySelector(".tray__body:not([hidden]) picture-finder") }

  /** All that the panel says just now, in every language and view. */
  get #words() { return [...document.querySelectorAll("words-box textarea")].map((box) => box.value).join("\n").slice(0, MOST_WORDS) }

  turnTo(name) {
    for (const tab of this.querySelectorAll("[role=tab]")) {
      const on = tab.id === `tab-${name}`
      tab.setAttribute("aria-selected", on)
      tab.tabIndex = on ? 0 : -1
      this.querySelector(`#${tab.getAttribute("aria-controls")}`).hidden = !on
    }
    this.#finder?.open(this.#words)
  }

  /** The place the scene is now set in. */
  mark(place, time) {
    for (const finder of this.querySelectorAll("picture-finder")) finder.mark(place, time)
  }

  /** Whose bubble the next one is. */
  name(somebody) {
    this.querySelector("[data-whose]").textContent = somebody ? `What ${somebody} says` : "What is said"
  }

  #press(event) {
    const at = (selector) => event.target.closest(selector)
    const tab = at("[role=tab]"), tile = at("[data-place]")
    const starter = at("[data-starter]")
    if (tab) this.turnTo(tab.id.slice(4))
    else if (tile) this.#tell("tray-place", { item: JSON.parse(tile.dataset.place), small: "small" in tile.dataset })
    else if (starter) this.#tell("tray-starter", { words: starter.dataset.starter })
  }

  #key(event) {
    const next = rove(event, "[role=tab]")
    if (next) this.turnTo(next.id.slice(4))
  }

  #bubble(event) {
    event.preventDefault()
    const form = event.target, words = form.elements.said.value.trim(), notice = form.querySelector(".notice")
    const many = words.split(/\s+/).length > BUBBLE_WORDS
    notice.hidden = !many
    notice.textContent = many ? `A bubble holds ${BUBBLE_WORDS} words at most. The rest can go under the picture.` : ""
    if (many || !words) return
    this.#tell("tray-bubble", { words, how: event.submitter?.value || "say" })
    form.reset()
  }

  #tell(type, detail) { this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail })) }
}

customElements.define("panel-tray", PanelTray)
