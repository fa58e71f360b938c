// <panel-tray>: what can be put in the panel, one tab at a time. It tells the editor "tray-place" { item, small },
// "tray-set" { place, time }, "tray-bubble" { words, how } and "tray-starter" { words }.
import { send } from "../lib/send.js"
import { rove } from "../lib/rove.js"

const PAUSE = 200                      // milliseconds after the last letter of a search
const BUBBLE_WORDS = 12

export class PanelTray extends HTMLElement {
  #listening
  #search
  #all                                 // what the Things tab shows before anybody searches

  connectedCallback() {
    this.#listening = new AbortController()
    const { signal } = this.#listening
    this.addEventListener("click", (event) => this.#press(event), { signal })
    this.addEventListener("keydown", (event) => this.#key(event), { signal })
    this.addEventListener("input", (event) => { if (event.target.name === "find") this.#find(event.target.value) }, { signal })
    this.addEventListener("submit", (event) => { if (event.target.matches("[data-bubble]")) this.#bubble(event) }, { signal })
  }

  disconnectedCallback() { this.#listening.abort() }

  turnTo(name) {
    for (const tab of this.querySelectorAll("[role=tab]")) {
      const on = tab.id === `tab-${name}`
      tab.setAttribute("aria-selected", on)
      tab.tabIndex = on ? 0 : -1
      this.querySelector(`#${tab.getAttribute("aria-controls")}`).hidden = !on
    }
  }

  /** The place the scene is now set in. */
  mark(place, time) {
    const tiles = [...this.querySelectorAll("[data-place-name]")]
    const now = tiles.find((tile) => tile.dataset.placeName === place && tile.dataset.time === time)
    for (const tile of tiles) {
      tile.setAttribute("aria-checked", tile === now)
      tile.tabIndex = tile === (now ?? tiles[0]) ? 0 : -1
    }
  }

  /** Whose bubble the next one is. */
  name(somebody) {
    this.querySelector("[data-whose]").textContent = somebody ? `What ${somebody} says` : "What is said"
  }

  #press(event) {
    const at = (selector) => event.target.closest(selector)
    const tab = at("[role=tab]"), tile = at("[data-place]"), place = at("[data-place-name]")
    const starter = at("[data-starter]")
    if (tab) this.turnTo(tab.id.slice(4))
    else if (tile) this.#tell("tray-place", { item: JSON.parse(tile.dataset.place), small: "small" in tile.dataset })
    else if (place) this.#tell("tray-set", { place: place.dataset.placeName, time: place.dataset.time })
    else if (starter) this.#tell("tray-starter", { words: starter.dataset.starter })
  }

  #key(event) {
    const next = rove(event, "[role=tab]") ?? rove(event, "[role=radio]")
    if (next?.matches("[role=tab]")) this.turnTo(next.id.slice(4))
  }

  #find(words) {
    clearTimeout(this.#search)
    this.#search = setTimeout(() => this.#show(words.trim()), PAUSE)
  }

  async #show(words) {
    const found = this.querySelector("[data-found]")
    this.#all ??= found.innerHTML
    if (!words) { found.innerHTML = this.#all; return }
    const url = `${this.dataset.things}?${new URLSearchParams({ q: words })}`
    const { ok, answer } = await send(url, { method: "GET" }).catch(() => ({ ok: false }))
    if (ok && this.querySelector("[name=find]").value.trim() === words) found.innerHTML = answer
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
