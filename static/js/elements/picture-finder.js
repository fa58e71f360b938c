// <picture-finder>: a search over shelves of pictures. The shelves are laid out for what the panel's words say when the tab is
// opened, and again when they have changed. It tells nothing by itself: the tray hears which tile is pressed. While pictures are
// being sorted (or on a long press, or the menu key) a tile tells "picture-look" { tile } instead.
import { change, watch, whenNear } from "../lib/lazy.js"
import { rove } from "../lib/rove.js"
import { look } from "../lib/send.js"

const PAUSE = 200                      // milliseconds after the last letter of a search

export class PictureFinder extends HTMLElement {
  #listening
  #search                              // the timer of a search under way
  #laid = null                         // what the shelves were last laid out for
  #now = { place: "plain", time: "day" }
  #words = ""

  connectedCallback() {
    this.#listening = new AbortController()
    for (const type of ["click", "keydown", "input", "contextmenu"]) {
      this.addEventListener(type, this, { signal: this.#listening.signal })
    }
  }

  disconnectedCallback() { this.#listening.abort() }

  handleEvent(event) { this[`on_${event.type}`](event) }

  get #field() { return this.querySelector("[name=find]") }
  get #shelves() { return this.querySelector("[data-shelves]") }
  get #kind() { return this.querySelector("[data-only][aria-pressed=true]")?.dataset.only ?? this.dataset.kind }
  get #time() { return this.querySelector("[data-time-of-day][aria-pressed=true]")?.dataset.timeOfDay ?? this.#now.time }
  get #isSorting() { return this.querySelector("[data-sort]").getAttribute("aria-pressed") === "true" }

  /** Lay the shelves out, unless they lie as these words want them. */
  open(words) {
    this.#words = words
    return this.#lay()
  }

  /** The place and time the scene is now set in. */
  mark(place, time) {
    this.#now = { place, time }
    for (const button of this.querySelectorAll("[data-time-of-day]")) press(button, button.dataset.timeOfDay === time)
    this.#dress()
  }

  /** A picture was kept as a favourite or hidden: what was said, and whether it can be taken back. */
  say(sentence, takeBack) {
    const done = this.querySelector("[data-done]"), undo = done.querySelector("[data-undo-sort]")
    if (!takeBack && undo === document.activeElement) this.#field.focus()
    done.hidden = !sentence
    done.querySelector("[data-sentence]").textContent = sentence
    undo.hidden = !takeBack
    this.#takeBack = takeBack
    this.#laid = null
    return this.#lay()
  }

  #takeBack = null

  on_click(event) {
    const at = (selector) => event.target.closest(selector)
    const only = at("[data-only]"), time = at("[data-time-of-day]"), tile = at(".tile[data-name]")
    if (only) this.#narrow(only)
    else if (time) this.#turn(time.dataset.timeOfDay)
    else if (at("[data-sort]")) this.#sort()
    else if (at("[data-everything]")) this.#narrow(null)
    else if (at("[data-again]")) this.#lay()
    else if (at("[data-undo-sort]")) this.#takeBack?.()
    else if (tile && this.#isSorting) this.#look(event, tile)
    else if (tile?.dataset.placeName) this.#tell("tray-set", { place: tile.dataset.placeName, time: this.#time })
  }

  on_contextmenu(event) {
    const tile = event.target.closest(".tile[data-name]")
    if (tile) this.#look(event, tile)
  }

  on_keydown(event) { rove(event, "[data-only]") ?? rove(event, "[data-time-of-day]") ?? rove(event, ".tile") }

  on_input(event) {
    if (event.target.name !== "find") return
    clearTimeout(this.#search)
    this.#search = setTimeout(() => this.#lay(), PAUSE)
  }

  /** Only one kind of picture; all of them when that kind is pressed again. */
  #narrow(button) {
    for (const other of this.querySelectorAll("[data-only]")) {
      press(other, other === button && button.getAttribute("aria-pressed") !== "true")
    }
    this.#lay()
  }

  #turn(time) {
    for (const button of this.querySelectorAll("[data-time-of-day]")) press(button, button.dataset.timeOfDay === time)
    this.#dress()
    if (this.#now.place !== "plain") this.#tell("tray-set", { place: this.#now.place, time })
  }

  #sort() {
    const button = this.querySelector("[data-sort]")
    press(button, !this.#isSorting)
    this.querySelector("[data-sorting]").hidden = !this.#isSorting
    this.classList.toggle("finder--sorting", this.#isSorting)
  }

  #look(event, tile) {
    event.preventDefault()
    event.stopPropagation()
    this.#tell("picture-look", { tile, finder: this })
  }

  async #lay() {
    clearTimeout(this.#search)
    const asked = { kind: this.#kind, find: this.#field.value.trim(), words: this.#words }
    const key = JSON.stringify(asked.find ? { ...asked, words: "" } : asked)
    if (key === this.#laid) return
    this.#laid = key
    const { ok, answer } = await look(this.dataset.at, { body: key }).catch(() => ({ ok: false }))
    if (key !== this.#laid) return                  // something else was asked meanwhile
    this.#confess(!ok)
    if (!ok) this.#laid = null
    else this.#fill(answer, asked.find)
  }

  /** Whether the pictures that were asked for could not be fetched. */
  #confess(isLost) {
    const lost = this.querySelector("[data-lost]")
    if (!isLost && lost.contains(document.activeElement)) this.#field.focus()
    lost.hidden = !isLost
  }

  #fill(html, find) {
    const held = this.#shelves.contains(document.activeElement)
    this.#shelves.innerHTML = html
    this.#ready(this.#shelves)
    this.querySelector("[data-found]").textContent = find ? this.#shelves.querySelector("[data-said]")?.textContent ?? "" : ""
    if (held) this.#field.focus()
    const rest = this.#shelves.querySelector("[data-rest]")
    if (rest) whenNear(rest, () => this.#layRest(rest))
  }

  /** The whole library, which the browser keeps, without what is hidden here. */
  async #layRest(rest) {
    const all = await fetch(rest.dataset.rest).then((reply) => reply.ok ? reply.text() : "").catch(() => "")
    if (!all || !rest.isConnected) return
    const hidden = new Set(rest.dataset.hidden.split(" ")), favourites = new Set(rest.dataset.favourites.split(" "))
    rest.innerHTML = all
    for (const tile of rest.querySelectorAll("[data-name]")) {
      if (hidden.has(tile.dataset.name)) tile.remove()
      else if (favourites.has(tile.dataset.name)) tile.dataset.liked = ""
    }
    this.#ready(rest)
  }

  #ready(box) {
    for (const shelf of box.querySelectorAll(".cast")) shelf.firstElementChild.tabIndex = 0
    this.#dress()
    watch(box)
  }

  /** Places as they are at this time of day, and the one that is on the stage. */
  #dress() {
    const { place, time } = { ...this.#now, time: this.#time }
    for (const tile of this.#shelves.querySelectorAll("[data-place-name]")) {
      press(tile, tile.dataset.placeName === place)
      const img = tile.firstElementChild, day = img.dataset.src.split("?")[0]
      change(img, time === "night" ? `${day}?time=night` : day)
    }
  }

  #tell(type, detail) { this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail })) }
}

function press(button, on) { button.setAttribute("aria-pressed", on) }

customElements.define("picture-finder", PictureFinder)
