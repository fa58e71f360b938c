// <save-watch>: says in the top bar whether what was typed is kept, and shows a calm banner when it cannot be.
import { tryAllAgain } from "../lib/save.js"

const WORDS = {
  saved: "Saved", saving: "Saving", waiting: "Not saved: no connection", refused: "Not saved yet", beside: "Two versions",
}
const ICONS = { saved: "saved", saving: "saving", waiting: "waiting", refused: "waiting", beside: "waiting" }
const GRAVEST = ["waiting", "refused", "beside", "saving", "saved"]

export class SaveWatch extends HTMLElement {
  #listening
  #sheets = new Map()              // sheet -> its last "keeping" detail

  connectedCallback() {
    this.#listening = new AbortController()
    const { signal } = this.#listening
    document.addEventListener("keeping", (event) => this.#hear(event.detail), { signal })
    this.addEventListener("click", (event) => { if (event.target.closest("[data-act=try]")) tryAllAgain() }, { signal })
    this.#say("saved", "Saved")
  }

  disconnectedCallback() { this.#listening.abort() }

  #hear(detail) {
    this.#sheets.set(detail.sheet, detail)
    const all = [...this.#sheets.values()]
    const state = GRAVEST.find((one) => all.some((told) => told.state === one))
    const told = all.find((one) => one.state === state)
    const at = all.map((one) => one.at).filter(Boolean).sort((a, b) => b - a)[0]
    const time = at?.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })
    if (state === "saved" && time) this.#say(state, `Saved ${time}`)
    else this.#say(state, state === "waiting" && told.sentence ? WORDS.refused : WORDS[state])
    this.#show(state, told)
  }

  #say(state, words) {
    const place = document.querySelector(".save-state")
    if (!place || place.textContent.trim() === words) return
    // Saving and Saved come and go all day: a screen reader hears only what somebody should know.
    place.setAttribute("aria-live", state === "saved" || state === "saving" ? "off" : "polite")
    place.classList.toggle("save-state--waiting", ICONS[state] === "waiting")
    place.dataset.state = state
    place.replaceChildren(this.querySelector(`template[data-state=${ICONS[state]}]`).content.cloneNode(true), words)
  }

  #show(state, told) {
    for (const banner of this.querySelectorAll("[data-banner]")) banner.hidden = banner.dataset.banner !== banner_of(state, told)
    const refused = this.querySelector("[data-banner=refused] [data-sentence]")
    const beside = this.querySelector("[data-banner=beside]")
    refused.textContent = told.sentence
    beside.querySelector("[data-sentence]").textContent = `Two versions of ${told.sheet.called}.`
    if (told.sheet.besideAt) beside.querySelector("[data-look]").href = told.sheet.besideAt
  }
}

// A full disk is not a lost connection: it has a sentence of its own.
const banner_of = (state, told) => (state === "waiting" && told.sentence ? "refused" : state)

customElements.define("save-watch", SaveWatch)
