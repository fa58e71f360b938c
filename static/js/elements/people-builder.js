// <people-builder>: a choice is drawn and kept as soon as it is made. Without this script the same forms and links do it.
//
// Choices wait in line while one is under way, the newest of each kind. The answer brings the parts of the page that may have
// changed.
import { send, Unreachable } from "../lib/send.js"

const FIRST_RETRY = 1_000, LAST_RETRY = 30_000, TYPING = 900          // milliseconds

export class PeopleBuilder extends HTMLElement {
  #listening
  #waiting = new Map()               // address -> the fields to send there
  #underWay = false
  #retry = FIRST_RETRY
  #timer
  #typing

  connectedCallback() {
    this.#listening = new AbortController()
    const { signal } = this.#listening
    this.addEventListener("change", event => this.#changed(event.target), { signal })
    this.addEventListener("input", event => this.#typed(event.target), { signal })
    this.addEventListener("click", event => this.#open(event), { signal })
    this.addEventListener("submit", event => this.#leave(event), { signal })
    document.addEventListener("click", event => { if (event.target.closest("[data-act=try]")) this.#deliver() }, { signal })
    addEventListener("online", () => this.#deliver(), { signal })
    addEventListener("beforeunload", event => { if (!this.isKept) event.preventDefault() }, { signal })
  }

  disconnectedCallback() { this.#listening.abort() }

  get isKept() { return !this.#waiting.size && !this.#underWay }

  #changed(control) {
    if (!control.closest("#look, #told")) return
    clearTimeout(this.#typing)
    if (control.name === "name" && !control.value.trim()) return control.reportValidity()
    this.#keep(control)
  }

  #typed(control) {
    if (control.id !== "name" || !control.closest("#told")) return
    clearTimeout(this.#typing)
    this.#typing = setTimeout(() => { if (control.value.trim()) this.#keep(control) }, TYPING)
  }

  #keep(control) {
    const { action, elements } = control.form
    const fields = this.#waiting.get(action) ?? {}
    fields[control.name] = control.value
    if (elements.group) fields.group = elements.group.value
    this.#waiting.set(action, fields)
    this.#tell("saving")
    this.#deliver()
  }

  async #deliver() {
    clearTimeout(this.#timer)
    if (this.#underWay || !this.#waiting.size) return
    const [address, fields] = this.#waiting.entries().next().value
    this.#waiting.delete(address)
    this.#underWay = true
    try {
      this.#hear(await this.#send(address, fields))
      this.#retry = FIRST_RETRY
    } catch (fault) {
      if (!(fault instanceof Unreachable)) throw fault
      this.#waiting.set(address, { ...fields, ...this.#waiting.get(address) })
      this.#tell("waiting")
      this.#timer = setTimeout(() => this.#deliver(), this.#retry)
      this.#retry = Math.min(this.#retry * 2, LAST_RETRY)
      return
    } finally {
      this.#underWay = false
    }
    this.#deliver()
  }

  #send(address, fields) {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    return send(address, { body, headers: { "X-Parts": "people" } })
  }

  #hear({ ok, answer }) {
    if (!ok && typeof answer === "object") return this.#tell("refused", answer.sentence)
    this.#show(answer, ok)
    if (ok) this.#tell(this.#waiting.size ? "saving" : "saved")
    else this.#tell("refused", this.querySelector(".notice")?.textContent.trim())
  }

  /** Put the newer parts in place of the older. The part somebody is writing in stays as they have it. */
  #show(html, whole = true) {
    const page = new DOMParser().parseFromString(html, "text/html")
    const focused = document.activeElement?.id
    for (const part of page.querySelectorAll("[data-part]")) {
      const mine = this.querySelector(`[data-part=${part.dataset.part}]`)
      if (!mine || (whole && mine.contains(this.#pen()))) continue
      mine.replaceWith(document.adoptNode(part))
    }
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true })
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
    try {
      const { ok, answer } = await send(link.href, { method: "GET", headers: { "X-Parts": "people" } })
      if (!ok) return location.assign(link.href)
      this.#show(answer)
      history.replaceState(null, "", link.href)
    } catch {
      location.assign(link.href)
    }
  }

  /** Undo, redo, add and take out leave the page: only once what was chosen is kept. */
  #leave(event) {
    if (event.target.matches("#look, #told") && !event.submitter) event.preventDefault()
    else if (!this.isKept) {
      event.preventDefault()
      this.#deliver()
    }
  }

  #tell(state, sentence = "") {
    document.dispatchEvent(new CustomEvent("keeping", {
      detail: { sheet: this, state, at: state === "saved" ? new Date() : null, sentence, answer: null } }))
  }

  get called() { return "the people" }
}

customElements.define("people-builder", PeopleBuilder)
