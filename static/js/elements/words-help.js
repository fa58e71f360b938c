// <words-help>: thoughts on the words, while somebody writes. It looks at every box of words on the page, underlines without
// touching a text or the cursor, shows one note at a time, and keeps the rest in the tray. It tells the editor
// "words-use" { box, text, select } and "words-aside" { asides, name }, where changes of one name are one step. Why something is kept
// as it is, is asked where there is one panel to keep it with.
import { request, Unreachable } from "../lib/send.js"
import { keyOf, shift } from "../lib/spans.js"
import { note, rows } from "../lib/thoughts.js"

const PAUSE = 150                      // milliseconds after the last letter
const NOTHING = { findings: [], offers: [], reading: [], unread: "" }

export class WordsHelp extends HTMLElement {
  #listening
  #timer
  #pages = new Map()                   // words-box -> { text, told, isNew }: what is thought of its text
  #current = null                      // the box somebody writes in
  #asides = []
  #shown = null                        // the id of the thought the note is about
  #justKept = null

  connectedCallback() {
    this.#listening = new AbortController()
    const { signal } = this.#listening
    document.addEventListener("selectionchange", () => this.#point(), { signal })
    for (const place of [this, this.#list]) place.addEventListener("click", (event) => this.#press(event), { signal })
    this.#list.addEventListener("input", (event) => this.#explain(event), { signal })
  }

  disconnectedCallback() {
    this.#listening.abort()
    clearTimeout(this.#timer)
  }

  get #editor() { return this.closest("[data-words-editor]") }
  get #list() { return this.#editor.querySelector("[data-thoughts]") }
  get #boxInHand() { return document.activeElement?.closest("[data-words-editor] words-box") }
  get #open() { return this.#thoughts().filter((one) => !this.#isAside(one)) }

  /** The panel as it now stands: typed, undone, or put aside. */
  follow(asides) {
    this.#asides = asides ?? []
    this.#current = this.#boxInHand ?? this.#current
    for (const box of this.#editor.querySelectorAll("words-box")) this.#turnTo(box, box.closest("[hidden]") ? "" : box.text)
    this.#show()
    if ([...this.#pages.values()].some((page) => page.isNew)) this.#wait()
  }

  #turnTo(box, text) {
    const page = this.#pages.get(box)
    if (!page) return this.#pages.set(box, { text, told: NOTHING, isNew: true })
    if (text === page.text) return page
    const { findings, offers } = page.told
    page.told = { ...page.told, findings: follow(findings, page.text, text), offers: follow(offers, page.text, text) }
    return Object.assign(page, { text, isNew: true })
  }

  #wait() {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => { for (const [box, page] of this.#pages) if (page.isNew) this.#look(box, page) }, PAUSE)
  }

  async #look(box, page) {
    const { text } = page
    page.isNew = false
    if (!text.trim()) { page.told = NOTHING; return this.#show() }
    try {
      const { ok, answer } = await request(this.dataset.at, {
        method: "POST", body: { text, language: box.dataset.language, panel: box.dataset.panel ?? this.dataset.panel } })
      if (ok && text === page.text) page.told = answer
    } catch (fault) {
      if (!(fault instanceof Unreachable)) throw fault                // the thoughts can wait for the connection
    }
    this.#show()
  }

  /** All thoughts, each with the box it is about and an id of its own. */
  #thoughts() {
    return [...this.#pages].flatMap(([box, { told }], n) =>
      [...told.findings, ...told.offers].map((one) => ({ ...one, box, id: `${n}:${keyOf(one)}` })))
  }

  #isAside(thought) { return this.#asides.some((aside) => keyOf(aside) === keyOf(thought)) }
  #find(id) { return this.#thoughts().find((one) => one.id === id) }

  // ---- showing ----

  #show() {
    const open = this.#open, [[firstBox]] = this.#pages, current = this.#pages.get(this.#current ?? firstBox)
    for (const box of this.#pages.keys()) box.mark(open.filter((one) => one.box === box && !one.is_note && one.kind !== "explain"))
    const now = open.find((one) => one.id === this.#shown) ?? this.#first(open)
    const unread = [...this.#pages.values()].map((page) => page.told.unread).find(Boolean) ?? ""
    this.#shown = now?.id ?? null
    const asked = "panel" in this.dataset
    note(this, now, this.#justKept, current.told.unread, asked)
    rows(this.#list, open, this.#asides, [...current.told.reading, unread].filter(Boolean), asked)
    this.#editor.querySelector("#tab-words")?.classList.toggle("tray__tab--thought", open.some((one) => !one.is_note))
  }

  /** What to say first: about the box somebody writes in, if there is anything. */
  #first(open) {
    const here = open.filter((one) => one.box === this.#current), all = here.length ? here : open
    return all.find((one) => !one.is_note && one.kind !== "explain") ?? all.find((one) => one.is_note) ?? all[0]
  }

  /** The cursor in underlined words turns the note to them. */
  #point() {
    const box = this.#boxInHand
    if (!this.#pages.has(box)) return
    const isOther = box !== this.#current, at = document.activeElement.selectionStart
    this.#current = box
    const here = this.#open.find((one) => one.box === box && one.start <= at && at <= one.end && !one.is_note)
    if (!isOther && (!here || here.id === this.#shown)) return
    this.#shown = here?.id ?? this.#shown
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
    if (what === "more") this.#list.querySelector(`[data-key="${CSS.escape(key)}"]`)?.scrollIntoView({ block: "nearest" })
    if (what === "why") this.#list.querySelector(`[data-why="${CSS.escape(key)}"]`)?.focus()
  }

  /** What is put, and in place of what, the server tells: it knows where a sentence ends. */
  #use(thought, say) {
    const use = [...thought.say, ...thought.choices].find((one) => one.say === say), { box } = thought
    const { text: before } = this.#pages.get(box), { start, end, put } = use, gap = put.indexOf("____")
    const text = before.slice(0, start) + put + before.slice(end)
    this.#justKept = null
    this.#tell("words-use", { box, text, select: gap < 0 ? [start + put.length, start + put.length] : [start + gap, start + gap + 4] })
  }

  #keep(thought) {
    this.#justKept = keyOf(thought)
    this.#tell("words-aside", { asides: [...this.#asides, { kind: thought.kind, found: thought.found, reason: "" }] })
  }

  #explain(event) {
    event.stopPropagation()                      // it is not one of the panel's words
    const { dataset: { why }, value } = event.target
    const asides = this.#asides.map((aside) => (keyOf(aside) === why ? { ...aside, reason: value.trim() } : aside))
    this.#tell("words-aside", { asides, name: `why ${why}` })
  }

  #tell(type, detail) { this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail })) }
}

/** The thoughts where they now stand, after somebody typed; what was offered in place of words that were typed into is gone. */
const follow = (thoughts, before, after) => shift(thoughts, before, after).map((one) => (
  { ...one, say: shift(one.say, before, after), choices: shift(one.choices, before, after) }))

customElements.define("words-help", WordsHelp)
