// <exit-button data-to="https://…"> around the Exit form. Without this script the form still leaves; with it the words go first.
import { emptyPage } from "../lib/cover.js"

const PRESSES = 3, WITHIN = 2000

export class ExitButton extends HTMLElement {
  #listening
  #presses = []
  #alone = false          // Shift went down and nothing else has been pressed since

  connectedCallback() {
    this.#listening = new AbortController()
    const { signal } = this.#listening
    this.addEventListener("submit", event => { event.preventDefault(); this.leave() }, { signal })
    addEventListener("keydown", event => this.#down(event), { signal, capture: true })
    addEventListener("keyup", event => this.#up(event), { signal, capture: true })
    addEventListener("pointerdown", () => this.#forget(), { signal, capture: true })
  }

  disconnectedCallback() { this.#listening.abort() }

  /** Words off the screen, the sign-in ended, a neutral page in this one's place. */
  async leave() {
    const to = this.dataset.to
    const body = new URLSearchParams(new FormData(this.querySelector("form")))
    await emptyPage()
    // The cookie must be changed before we go, or Back could bring the page out of the browser's own store.
    await Promise.race([
      fetch("/exit", { method: "POST", body, headers: { Accept: "application/json" }, keepalive: true }).catch(() => {}),
      new Promise(resolve => setTimeout(resolve, 1000)),
    ])
    location.replace(to)
  }

  #down(event) {
    if (event.repeat) return
    if (event.key === "Shift" && !event.ctrlKey && !event.altKey && !event.metaKey) this.#alone = true
    else this.#forget()                       // a capital letter, or Shift with an arrow: somebody is working
  }

  #up(event) {
    if (event.key !== "Shift" || !this.#alone) return
    this.#alone = false
    this.#presses = [...this.#presses.filter(at => event.timeStamp - at < WITHIN), event.timeStamp]
    if (this.#presses.length >= PRESSES) this.leave()
  }

  #forget() {
    this.#alone = false
    this.#presses = []
  }
}

customElements.define("exit-button", ExitButton)
