// <shorten-together>: what was said stays on one side; the panel's own words grow on the other, and are kept as they are written.
import "./save-watch.js"
import "./words-box.js"
import "./words-help.js"
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
    this.addEventListener("words-use", ({ detail: { box, text, select } }) => box.put(text, select), { signal })
    this.addEventListener("words-aside", ({ detail: { asides } }) => this.#change({ ...this.#panel, asides }), { signal })
    this.querySelector("[data-act=copy]").addEventListener("click", () => this.#copy(), { signal })
    this.#help.follow(this.#panel.asides)
  }

  disconnectedCallback() {
    this.#listening.abort()
    this.#sheet.close()
  }

  get #box() { return this.querySelector("words-box") }
  get #help() { return this.querySelector("words-help") }

  #copy() {
    const said = this.querySelector("[data-said]").textContent, before = this.#box.text.trimEnd()
    this.#box.put([before, said].filter(Boolean).join("\n").slice(0, Number(this.#box.dataset.most)))
  }

  #keep() { this.#change({ ...this.#panel, words: { ...this.#panel.words, [this.dataset.language]: this.#box.text } }) }

  #change(panel) {
    this.#panel = panel
    this.#sheet.change(panel)
    this.#help.follow(panel.asides)
  }
}

customElements.define("shorten-together", ShortenTogether)
