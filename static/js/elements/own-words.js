// <own-words>: one reading's own words, panel by panel, kept as they are written. Each remembers which words of the story it was beside.
import "./save-watch.js"
import "./words-box.js"
import "./words-help.js"
import { KeptSheet } from "../lib/save.js"

export class OwnWords extends HTMLElement {
  #listening
  #version
  #sheet
  #revs
  #asides

  connectedCallback() {
    const { sheetAt: url, rev, called, asides, besideAt } = this.dataset
    this.#version = JSON.parse(this.dataset.sheet)
    this.#revs = JSON.parse(this.dataset.revs)
    this.#sheet = new KeptSheet({ url, rev: Number(rev), value: this.#version, called })
    this.#sheet.besideAt = besideAt
    if ("isBeside" in this.dataset) this.#sheet.noteBeside()
    this.#listening = new AbortController()
    const { signal } = this.#listening
    this.addEventListener("input", ({ target }) => this.#hear(target.closest("words-box")), { signal })
    this.addEventListener("words-use", ({ detail: { box, text, select } }) => box.put(text, select), { signal })
    this.addEventListener("words-aside", ({ detail }) => this.#follow(detail.asides), { signal })
    this.addEventListener("change", ({ target }) => { if (target.name === "still") this.#stand(target.value, target.checked) }, { signal })
    this.addEventListener("submit", (event) => { event.preventDefault(); this.#sheet.flush() }, { signal })
    this.#follow(JSON.parse(asides))
  }

  disconnectedCallback() {
    this.#listening.abort()
    this.#sheet.close()
  }

  /** What was put aside in the story is aside here too; what is put aside here stays so while the page is open. */
  #follow(asides) {
    this.#asides = asides
    this.querySelector("words-help").follow(asides)
  }

  #hear(box) {
    if (!box) return
    const { panel, view } = box.dataset
    if (view === undefined) this.#tell(panel, box.text)
    else this.#tellView(panel, Number(view), box.text)
    this.#follow(this.#asides)
  }

  #tell(panel, text) {
    const words = { ...this.#version.words }, base = { ...this.#version.base }
    const own = { ...words[panel], [this.dataset.language]: text }
    if (!text.trim()) delete own[this.dataset.language]
    words[panel] = own
    base[panel] = this.#revs[panel]
    if (!Object.keys(own).length) {
      delete words[panel]
      delete base[panel]
    }
    this.#keep({ ...this.#version, words, base })
  }

  #tellView(panel, view, text) {
    const views = { ...this.#version.views }, own = [0, 1].map((n) => views[panel]?.[n] ?? {})
    const words = { ...own[view].words, [this.dataset.language]: text }
    if (!text.trim()) delete words[this.dataset.language]
    own[view] = Object.keys(words).length ? { words, base: this.#revs[panel] } : {}
    views[panel] = own
    if (!own.some((one) => one.words)) delete views[panel]
    this.#keep({ ...this.#version, views })
  }

  /** The story changed beside these words and views; somebody looked, and they still fit. */
  #stand(panel, fits) {
    const { base, views } = this.#version, before = JSON.parse(this.dataset.sheet), rev = this.#revs[panel]
    const stood = (own, n) => (own.words ? { ...own, base: fits ? rev : before.views[panel]?.[n]?.base ?? rev } : own)
    this.#keep({ ...this.#version,
      base: panel in base ? { ...base, [panel]: fits ? rev : before.base[panel] ?? rev } : base,
      views: views[panel] ? { ...views, [panel]: views[panel].map(stood) } : views })
  }

  #keep(version) {
    this.#version = version
    this.#sheet.change(version)
  }
}

customElements.define("own-words", OwnWords)
