// <words-help>: thoughts on the words, while somebody writes. It underlines without touching the text or the cursor, shows one
// note at a time, and keeps the rest in the tray. It tells the editor "words-use" { text, select } and "words-aside" { asides }.
import { request, Unreachable } from "../lib/send.js"
import { keyOf, pieces, shift } from "../lib/spans.js"
import { note, rows } from "../lib/thoughts.js"

const PAUSE = 150                      // milliseconds after the last letter
const NOTHING = { findings: [], offers: [], reading: null }

export class WordsHelp extends HTMLElement {
  #listening
  #timer
  #text = ""
  #asides = []
  #told = NOTHING
  #shown = null                        // the key of the thought the note is about
  #justKept = null

  connectedCallback() {
    this.#listening = new AbortController()
    const { signal } = this.#listening
    this.#box.addEventListener("input", () => this.#typed(), { signal })
    document.addEventListener("selectionchange", () => this.#point(), { signal })
    for (const place of [this, this.#list]) place.addEventListener("click", (event) => this.#press(event), { signal })
    this.#list.addEventListener("change", (event) => this.#explain(event.target), { signal })
    this.#list.addEventListener("input", (event) => event.stopPropagation(), { signal })
  }

  disconnectedCallback() {
    this.#listening.abort()
    clearTimeout(this.#timer)
  }

  get #editor() { return this.closest("[data-words-editor]") }
  get #box() { return this.#editor.querySelector("textarea[name=words]") }
  get #marks() { return this.#editor.querySelector(".words__marks") }
  get #list() { return this.#editor.querySelector("[data-thoughts]") }
  get #open() { return this.#thoughts().filter((one) => !this.#isAside(one)) }

  /** The panel as it now stands: typed, undone, or put aside. */
  follow(text, asides) {
    const isNew = text !== this.#text || this.#told === NOTHING
    this.#told = { ...this.#told, findings: shift(this.#told.findings, this.#text, text), offers: shift(this.#told.offers, this.#text, text) }
    this.#text = text
    this.#asides = asides ?? []
    this.#show()
    if (isNew) this.#wait()
  }

  #typed() { if (this.#box.value !== this.#text) this.follow(this.#box.value, this.#asides) }

  #wait() {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#look(), PAUSE)
  }

  async #look() {
    const text = this.#text
    if (!text.trim()) { this.#told = { ...NOTHING }; return this.#show() }
    try {
      const { ok, answer } = await request(this.dataset.at, {
        method: "POST", body: { text, language: this.dataset.language, panel: this.dataset.panel } })
      if (ok && text === this.#text) this.#told = answer
    } catch (fault) {
      if (!(fault instanceof Unreachable)) throw fault                // the thoughts can wait for the connection
    }
    this.#show()
  }

  #thoughts() { return [...this.#told.findings, ...this.#told.offers] }
  #isAside(thought) { return this.#asides.some((aside) => keyOf(aside) === keyOf(thought)) }
  #find(key) { return this.#thoughts().find((one) => keyOf(one) === key) }

  // ---- showing ----

  #show() {
    const open = this.#open
    this.#marks.replaceChildren(...pieces(this.#text, open.filter((one) => !one.is_note && one.kind !== "explain"))
      .map(([words, by]) => by.length ? Object.assign(document.createElement("mark"), { textContent: words, className: "noted" }) : words), "\n")
    const now = open.find((one) => keyOf(one) === this.#shown) ?? this.#first(open)
    this.#shown = now ? keyOf(now) : null
    note(this, now, this.#justKept)
    rows(this.#list, open, this.#asides, this.#told.reading)
    this.#editor.querySelector("#tab-words")?.classList.toggle("tray__tab--thought", open.some((one) => !one.is_note))
  }

  #first(open) { return open.find((one) => !one.is_note && one.kind !== "explain") ?? open.find((one) => one.is_note) ?? open[0] }

  /** The cursor in underlined words turns the note to them. */
  #point() {
    if (document.activeElement !== this.#box) return
    const at = this.#box.selectionStart, here = this.#open.find((one) => one.start <= at && at <= one.end && !one.is_note)
    if (!here || keyOf(here) === this.#shown) return
    this.#shown = keyOf(here)
    this.#show()
  }

  // ---- choosing ----

  #press({ target }) {
    const button = target.closest("[data-do]")
    if (!button) return
    const { do: what, key } = button.dataset, thought = this.#find(key)
    if (what === "use" && thought) this.#use(thought, button.dataset.say)
    if (what === "keep" && thought) this.#keep(thought)
    if (what === "again") this.#tell("words-aside", { asides: this.#asides.filter((aside) => keyOf(aside) !== key) })
    if (what === "why" || what === "more") this.#editor.querySelector("#tab-words")?.click()
    if (what === "why") this.#list.querySelector(`[data-why="${CSS.escape(key)}"]`)?.focus()
  }

  #use(thought, say) {
    const { start, end } = thought, isAdded = thought.kind === "explain", isWhole = /[.!?]$/.test(say)     // a sentence of its own
    const stop = isAdded || isWhole ? this.#endOfSentence(end) : end
    const from = isAdded ? stop : isWhole ? this.#startOfSentence(start) : start
    const put = isAdded ? ` ${say}` : say, text = this.#text.slice(0, from) + put + this.#text.slice(stop), gap = put.indexOf("____")
    this.#justKept = null
    this.#tell("words-use", { text, select: gap < 0 ? [from + put.length, from + put.length] : [from + gap, from + gap + 4] })
  }

  /** Where the sentence ends that the word stands in. */
  #endOfSentence(at) {
    const found = /[.!?…]+["'”’)]*/.exec(this.#text.slice(at))
    return found ? at + found.index + found[0].length : this.#text.length
  }

  #startOfSentence(at) {
    const before = this.#text.slice(0, at)
    return before.length - /[^.!?…\n]*$/.exec(before)[0].trimStart().length
  }

  #keep(thought) {
    this.#justKept = keyOf(thought)
    this.#tell("words-aside", { asides: [...this.#asides, { kind: thought.kind, found: thought.found, reason: "" }] })
  }

  #explain(field) {
    if (!field.dataset.why) return
    const asides = this.#asides.map((aside) => (keyOf(aside) === field.dataset.why ? { ...aside, reason: field.value.trim() } : aside))
    this.#tell("words-aside", { asides })
  }

  #tell(type, detail) { this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail })) }
}

customElements.define("words-help", WordsHelp)
