// <words-box>: words as they will print, in one language. It grows with them, underlines what it is told to, and counts
// only when few letters are left.
import { pieces } from "../lib/spans.js"

const NEAR = 150

export class WordsBox extends HTMLElement {
  #listening

  connectedCallback() {
    this.#listening = new AbortController()
    const { signal } = this.#listening
    this.addEventListener("input", () => this.#fit(), { signal })
    addEventListener("resize", () => this.#fit(), { signal })
    this.#fit()
  }

  disconnectedCallback() { this.#listening.abort() }

  get text() { return this.querySelector("textarea").value }

  set text(words) {
    const box = this.querySelector("textarea")
    if (box.value !== words) box.value = words
    this.#fit()
  }

  /** Words that were not typed, as if they were; then the pen goes on where `select` says. */
  put(words, select = [words.length, words.length]) {
    const box = this.querySelector("textarea")
    box.value = words
    box.focus()
    box.setSelectionRange(...select)
    box.dispatchEvent(new Event("input", { bubbles: true }))
  }

  /** Underline these stretches: { start, end }. Neither the text nor the cursor is touched. */
  mark(spans) {
    const marks = pieces(this.text, spans).map(([words, by]) =>
      by.length ? Object.assign(document.createElement("mark"), { textContent: words, className: "noted" }) : words)
    this.querySelector(".words__marks").replaceChildren(...marks, "\n")
  }

  #fit() {
    const box = this.querySelector("textarea"), left = this.querySelector(".words__left")
    box.style.height = "0"              // as high as its words, and never lower than the styles say
    box.style.height = `${box.scrollHeight}px`
    const room = Number(this.dataset.most) - box.value.length
    left.hidden = room > NEAR
    left.textContent = room > NEAR ? "" : `Room for ${room} more letters`
    this.classList.toggle("words--empty", box.value === "")
  }
}

customElements.define("words-box", WordsBox)
