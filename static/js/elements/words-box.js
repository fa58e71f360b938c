// <words-box>: the words under the picture. It grows with them, and counts only when few are left.
const NEAR = 150

export class WordsBox extends HTMLElement {
  #listening

  connectedCallback() {
    this.#listening = new AbortController()
    this.addEventListener("input", () => this.#fit(), { signal: this.#listening.signal })
    this.#fit()
  }

  disconnectedCallback() { this.#listening.abort() }

  get text() { return this.querySelector("textarea").value }

  set text(words) {
    const box = this.querySelector("textarea")
    if (box.value === words) return
    box.value = words
    this.#fit()
  }

  #fit() {
    const box = this.querySelector("textarea"), left = this.querySelector(".words__left")
    box.style.height = "auto"
    box.style.height = `${box.scrollHeight}px`
    const room = Number(this.dataset.most) - box.value.length
    left.hidden = room > NEAR
    left.textContent = room > NEAR ? "" : `Room for ${room} more letters`
    this.classList.toggle("words--empty", box.value === "")
  }
}

customElements.define("words-box", WordsBox)
