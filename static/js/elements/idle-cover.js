// <idle-cover data-after="300" data-lock="900">: covers the page when nobody has touched it, and locks it when they stay away.
import { emptyPage } from "../lib/cover.js"
import { request } from "../lib/send.js"

const TOUCHES = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"]
const LOOK = 5_000, STAY_AWAKE = 120_000

export class IdleCover extends HTMLElement {
  #listening
  #watch
  #touched = Date.now()
  #told = Date.now()
  #dialog

  connectedCallback() {
    this.#listening = new AbortController()
    const { signal } = this.#listening
    for (const type of TOUCHES) addEventListener(type, () => this.#touch(), { signal, passive: true, capture: true })
    document.addEventListener("visibilitychange", () => this.#look(), { signal })
    this.#watch = setInterval(() => this.#look(), LOOK)
  }

  disconnectedCallback() {
    this.#listening.abort()
    clearInterval(this.#watch)
  }

  #touch() {
    if (this.#dialog) return                  // under the cover only its own button counts
    this.#touched = Date.now()
    if (this.#touched - this.#told > STAY_AWAKE) this.#tell()
  }

  /** Reading aloud makes no requests; the server should still know that somebody is here. */
  #tell() {
    this.#told = Date.now()
    request("/awake", { method: "POST" }).catch(() => {})
  }

  // Wall-clock time, so that a laptop that slept with its lid shut counts as left alone.
  #look() {
    const alone = (Date.now() - this.#touched) / 1000
    if (alone >= Number(this.dataset.lock)) this.#lock()
    else if (alone >= Number(this.dataset.after)) this.#cover()
  }

  #cover() {
    if (this.#dialog) return
    this.#dialog = document.createElement("dialog")
    this.#dialog.className = "cover"
    this.#dialog.innerHTML = `<p>Covered, because nobody has touched this for a while.</p>
      <button class="button button--primary" autofocus>Carry on</button>`
    this.#dialog.addEventListener("cancel", event => event.preventDefault())
    this.#dialog.querySelector("button").addEventListener("click", () => this.#uncover())
    document.body.append(this.#dialog)
    this.#dialog.showModal()
  }

  #uncover() {
    this.#look()                              // it may have been covered for so long that it must be locked
    this.#dialog?.remove()
    this.#dialog = undefined
    this.#touched = Date.now()
    this.#tell()
  }

  async #lock() {
    this.disconnectedCallback()
    await emptyPage()
    request("/lock", { method: "POST" }).catch(() => {}).finally(() => location.replace("/unlock"))
  }
}

customElements.define("idle-cover", IdleCover)
