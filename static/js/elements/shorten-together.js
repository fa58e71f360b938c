// <shorten-together>: what was said stays on one side; the panel's own words grow on the other, and are kept as they are written.
import "./save-watch.js"
import { leaveOnceKept } from "../lib/leaving.js"
import { KeptSheet } from "../lib/save.js"

export class ShortenTogether extends HTMLElement {
  #listening
  #panel
  #sheet

  connectedCallback() {
    const { sheetAt: url, rev, called, besideAt } = this.dataset
    this.#panel = JSON.parse(this.dataset.sheet)
    this.#sheet = new KeptSheet({ url, rev: Number(rev), value: this.#panel, called })
    this.#sheet.besideAt = besideAt
    this.#listening = new AbortController()
    const { signal } = this.#listening
    this.addEventListener("input", () => this.#keep(), { signal })
    this.addEventListener("submit", (event) => { event.preventDefault(); this.#sheet.flush() }, { signal })
    this.querySelector("[data-act=copy]").addEventListener("click", () => this.#copy(), { signal })
    document.addEventListener("click", leaveOnceKept, { signal })
  }

  disconnectedCallback() {
    this.#listening.abort()
    this.#sheet.close()
  }

  get #box() { return this.querySelector("[name=words]") }

  #copy() {
    const said = this.querySelector("[data-said]").textContent, before = this.#box.value.trimEnd()
    this.#box.value = [before, said].filter(Boolean).join("\n").slice(0, this.#box.maxLength)
    this.#box.focus()
    this.#keep()
  }

  #keep() {
    this.#panel = { ...this.#panel, words: { ...this.#panel.words, [this.dataset.language]: this.#box.value } }
    this.#sheet.change(this.#panel)
  }
}

customElements.define("shorten-together", ShortenTogether)
