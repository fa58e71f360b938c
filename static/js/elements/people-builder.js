// <people-builder>: a choice is drawn and kept as soon as it is made. Without this script the same forms and links do it.
//
// Choices wait in line while one is under way, the newest of each kind. The answer brings the person as drawn now; the tiles,
// each with that person on it, follow once nothing waits.
import { keep, letGo } from "../lib/save.js"
import { look, send, Unreachable } from "../lib/send.js"

const FIRST_RETRY = 1_000, LAST_RETRY = 30_000, TYPING = 900          // milliseconds
const QUICK = "#look, #told, .builder__turns form, .builder__names"   // forms whose answer is shown without leaving the page

export class PeopleBuilder extends HTMLElement {
  #listening
  #waiting = new Map()               // address -> the fields to send there
  #underWay = null
  #retry = FIRST_RETRY
  #timer
  #typing
  #unsaid = null                     // the name field, while somebody types in it
  #fetching                          // of the tiles

  connectedCallback() {
    this.#listening = new AbortController()
    const { signal } = this.#listening
    this.addEventListener("change", event => this.#changed(event.target), { signal })
    this.addEventListener("input", event => this.#typed(event.target), { signal })
    this.addEventListener("click", event => this.#open(event), { signal })
    this.addEventListener("submit", event => this.#submitted(event), { signal })
    document.addEventListener("keydown", event => this.#key(event), { signal })
    keep(this)
  }

  disconnectedCallback() {
    this.#listening.abort()
    this.close()
  }

  get isKept() { return !this.#waiting.size && !this.#underWay && !this.#unsaid }

  #changed(control) {
    if (!control.closest("#look, #told")) return
    if (control.name === "name" && !control.value.trim()) return control.reportValidity()
    this.#choose(control)
  }

  #typed(control) {
    if (control.id !== "name" || !control.closest("#told")) return
    clearTimeout(this.#typing)
    this.#unsaid = control.value.trim() ? control : null
    if (!this.#waiting.size && !this.#underWay) this.#tell(this.#unsaid ? "saving" : "saved")
    if (this.#unsaid) this.#typing = setTimeout(() => this.flush(), TYPING)
  }

  /** One answer of a form by itself: the others on its page may be from before. */
  #choose({ form, name, value }) {
    const { group } = form.elements
    this.#keep(form.action, { ...(group && { group: group.value }), [name]: value })
  }

  #keep(address, fields) {
    this.#fetching?.abort()
    this.#wait(address, fields)
    this.#tell("saving")
    this.flush()
  }

  #wait(address, fields) { this.#waiting.set(address, { ...this.#waiting.get(address), ...fields }) }

  /** Send what waits. Resolves when all is kept, or when it cannot be just now. */
  flush() {
    clearTimeout(this.#timer)
    this.#hearName()
    this.#underWay ??= this.#deliver().finally(() => { this.#underWay = null })
    return this.#underWay
  }

  tryNow() {
    this.#retry = FIRST_RETRY
    return this.flush()
  }

  /** The page is going: what still waits goes after it, and after what is under way. */
  close() {
    clearTimeout(this.#timer)
    this.#hearName()
    const rest = async () => {
      await this.#underWay
      await Promise.all([...this.#waiting].map(([address, fields]) => this.#send(address, fields, { keepalive: true })))
    }
    letGo(this, [rest().catch(() => {})])
  }

  #hearName() {
    clearTimeout(this.#typing)
    if (!this.#unsaid) return
    const { form, name, value } = this.#unsaid
    this.#unsaid = null
    this.#wait(form.action, { [name]: value })
  }

  async #deliver() {
    let isKept = false
    while (this.#waiting.size) {
      const [address, fields] = this.#waiting.entries().next().value
      this.#waiting.delete(address)
      try {
        isKept = this.#hear(await this.#send(address, fields))
      } catch (fault) {
        if (!(fault instanceof Unreachable)) throw fault
        this.#waiting.set(address, { ...fields, ...this.#waiting.get(address) })
        this.#tell("waiting")
        this.#timer = setTimeout(() => this.flush(), this.#retry)
        this.#retry = Math.min(this.#retry * 2, LAST_RETRY)
        return
      }
      this.#retry = FIRST_RETRY
    }
    if (isKept) this.#draw()
  }

  #send(address, fields, how) {
    const body = new FormData()
    for (const [name, value] of Object.entries({ rev: this.#figure.rev, ...fields })) body.append(name, value)
    return send(address, { body, headers: { "X-Parts": "figure" }, ...how })
  }

  /** Show the answer; whether it was kept. What was refused came with all the parts, and a sentence that stays to be read. */
  #hear({ ok, status, answer }) {
    const sentence = answer.sentence                   // a page has none
    if (!sentence) this.#show(answer, ok)
    if (ok || status === 409) this.#tell(this.#waiting.size || this.#unsaid ? "saving" : "saved")      // a clash is asked about on the page
    else this.#tell("refused", sentence ?? this.querySelector(".notice")?.textContent.trim())
    return ok
  }

  /** What the drawing stands for: the revision it shows, and the address of its page. */
  get #figure() { return this.querySelector("[data-part=figure]")?.dataset ?? {} }

  /** The tiles anew, unless something else is chosen meanwhile. */
  async #draw() {
    this.#fetching = new AbortController()
    const { signal } = this.#fetching
    const { ok, answer } = await this.#ask(this.#figure.address, signal).catch(() => ({ ok: false }))
    if (ok && !signal.aborted) this.#show(answer)
  }

  #ask(address, signal) { return look(address, { method: "GET", headers: { "X-Parts": "people" }, signal }) }

  /** Put the newer parts in place of the older. The part somebody is writing in stays as they have it. */
  #show(html, whole = true) {
    const page = new DOMParser().parseFromString(html, "text/html")
    const focused = document.activeElement?.id
    for (const part of page.querySelectorAll("[data-part]")) {
      const mine = this.querySelector(`[data-part=${part.dataset.part}]`)
      if (!mine || (whole && mine.contains(this.#pen()))) continue
      mine.replaceWith(document.adoptNode(part))
    }
    if (!focused) return
    const again = document.getElementById(focused)
    const held = again?.disabled ? again.closest(".builder__turns")?.querySelector("button:enabled") : again
    held?.focus({ preventScroll: true })
  }

  /** Where somebody is writing or choosing from a list just now, if anywhere. */
  #pen() {
    const held = document.activeElement
    return held?.matches("input:not([type=radio]), select") ? held : null
  }

  /** Another group of choices for the same person, without leaving the page. */
  async #open(event) {
    const link = event.target.closest("a.aspect")
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !this.isKept) return
    event.preventDefault()
    this.#fetching?.abort()
    try {
      const { ok, answer } = await this.#ask(link.href)
      if (!ok) return location.assign(link.href)
      this.#show(answer)
      history.replaceState(null, "", link.href)
    } catch {
      location.assign(link.href)
    }
  }

  /** Buttons that are answered here. */
  #submitted(event) {
    const { target: form, submitter } = event
    if (!form.matches(QUICK)) return
    event.preventDefault()
    if (submitter?.name === "like") this.#keep(form.action, { group: form.elements.group.value, like: submitter.value })
    else if (submitter && !form.matches("#look, #told")) this.#keep(form.action, Object.fromEntries(new FormData(form, submitter)))
  }

  #key(event) {
    if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || this.#pen()) return
    event.preventDefault()
    this.querySelector(event.shiftKey ? "#redo" : "#undo")?.click()
  }

  #tell(state, sentence = "") {
    document.dispatchEvent(new CustomEvent("keeping", {
      detail: { sheet: this, state, at: state === "saved" ? new Date() : null, sentence, answer: null } }))
  }

  get called() { return "the people" }
}

customElements.define("people-builder", PeopleBuilder)
