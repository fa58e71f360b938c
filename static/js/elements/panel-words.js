// <panel-words>: all that is said under the picture: words in each language, and two views when people do not agree.
// It tells the editor "words-tell" { told: { words, views }, name }, where changes of one name that follow each other are one step.
import "./words-box.js"

const OWN = "own"                      // the choice that asks for somebody who is not on the list

export class PanelWords extends HTMLElement {
  #listening
  #told = {}

  connectedCallback() {
    this.#listening = new AbortController()
    const { signal } = this.#listening
    this.addEventListener("input", ({ target }) => this.#hear(target), { signal })
  }

  disconnectedCallback() { this.#listening.abort() }

  get boxes() { return [...this.querySelectorAll("words-box")] }
  get first() { return this.boxes[0] }
  get #views() { return this.querySelector(".views") }

  /** What a panel says, which the page shows already, but for letters typed since. */
  hold({ words, views }) {
    this.#told = { words: words ?? {}, views: views ?? [] }
    this.#views.hidden = !this.#told.views.length
  }

  /** Show what a panel says. */
  show(told) {
    this.hold(told)
    for (const box of this.boxes) box.text = this.#textOf(box)
    for (const one of this.#views.children) this.#showOwner(one, this.#told.views[one.dataset.view]?.owner ?? "")
  }

  /** Words that were not typed: one step in the history, then the pen goes on where `select` says. */
  put(box, text, select = [text.length, text.length]) {
    const field = box.querySelector("textarea")
    box.text = text
    this.#tell(this.#retold(box, text), null)
    field.focus()
    field.setSelectionRange(...select)
  }

  /** Room for two views, or none any more. */
  makeRoom(two) {
    const { words } = this.#told, views = two ? [{ owner: "" }, { owner: "" }] : []
    this.show({ words, views })
    this.#tell({ words, views }, null)
    const next = two ? this.#views.querySelector("select") : this.first.querySelector("textarea")
    next.focus()
  }

  #hear(field) {
    const box = field.closest("words-box"), view = field.closest(".view")
    if (box) this.#tell(this.#retold(box, field.value), field.name)
    else if (view) this.#own(view, field)
  }

  #own(view, field) {
    const [who, own] = view.querySelectorAll("select, input")
    const owner = who.value === OWN ? own.value : who.value
    this.#tell(this.#withView(view.dataset.view, { owner }), field.name)
    if (field === who && who.value === OWN) own.focus()
  }

  #showOwner(view, owner) {
    const [who, own] = view.querySelectorAll("select, input")
    if ((who.value === OWN ? own.value : who.value) === owner) return
    const isListed = [...who.options].some((one) => one.value === owner && one.value !== OWN)
    who.value = isListed ? owner : OWN
    own.value = isListed ? "" : owner
  }

  #textOf({ dataset: { language, view } }) { return (view ? this.#told.views[view] : this.#told)?.words?.[language] ?? "" }

  #retold({ dataset: { language, view } }, text) {
    if (!view) return { ...this.#told, words: { ...this.#told.words, [language]: text } }
    return this.#withView(view, { words: { ...this.#told.views[view].words, [language]: text } })
  }

  #withView(at, changes) {
    return { ...this.#told, views: this.#told.views.map((one, n) => (n === Number(at) ? { ...one, ...changes } : one)) }
  }

  #tell(told, name) {
    this.#told = told
    this.dispatchEvent(new CustomEvent("words-tell", { bubbles: true, detail: { told, name } }))
  }
}

customElements.define("panel-words", PanelWords)
