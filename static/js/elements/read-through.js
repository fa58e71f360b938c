// <read-through>: a page turns in its place, by buttons, arrow keys or a swipe. Without this script the same links turn it.
const SWIPE = 60                       // px across before a finger has turned the page
const TURNS = { ArrowRight: "next", PageDown: "next", " ": "next", ArrowLeft: "prev", PageUp: "prev" }

export class ReadThrough extends HTMLElement {
  #listening
  #ahead = new Map()                   // address -> the page's HTML, asked for before it is needed
  #start = null

  connectedCallback() {
    this.#listening = new AbortController()
    const { signal } = this.#listening
    this.addEventListener("click", event => this.#follow(event), { signal })
    this.addEventListener("pointerdown", event => { this.#start = event.isPrimary ? event : null }, { signal })
    this.addEventListener("pointerup", event => this.#swipe(event), { signal })
    this.addEventListener("pointercancel", () => { this.#start = null }, { signal })
    addEventListener("keydown", event => this.#key(event), { signal })
    this.#offerFullScreen(signal)
    this.#lookAhead()
  }

  disconnectedCallback() { this.#listening.abort() }

  #link(rel) { return this.querySelector(`a[rel=${rel}]`) }

  #follow(event) {
    const link = event.target.closest("a[rel]")
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    this.#turn(link.rel)
  }

  #key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest?.("input, textarea, select, dialog")) return
    if (event.key === "Escape") return document.getElementById("close")?.click()
    const rel = TURNS[event.key]
    if (!rel || (event.key === " " && event.target.closest?.("a, button"))) return
    event.preventDefault()
    this.#turn(rel)
  }

  #swipe(event) {
    const start = this.#start
    this.#start = null
    if (!start || event.pointerType === "mouse") return
    const across = event.clientX - start.clientX, down = event.clientY - start.clientY
    if (Math.abs(across) > SWIPE && Math.abs(across) > 2 * Math.abs(down)) this.#turn(across < 0 ? "next" : "prev")
  }

  async #turn(rel) {
    const link = this.#link(rel)
    if (!link) return
    let come
    try {
      come = new DOMParser().parseFromString(await this.#ask(link.href), "text/html")
    } catch {
      come = null
    }
    const page = come?.querySelector("read-through"), languages = document.querySelector(".read__languages")
    if (!page) return location.assign(link.href)          // locked, or no answer: let the browser say so
    history.replaceState(null, "", link.href)
    const held = document.activeElement?.rel
    this.#ahead.clear()
    this.replaceChildren(...page.childNodes)
    languages?.replaceWith(come.querySelector(".read__languages"))         // they lead to this page, not to the first
    const focus = (held && this.#link(held)) || this.querySelector("article")
    focus.focus({ preventScroll: true })
    this.#lookAhead()
  }

  #offerFullScreen(signal) {
    const button = document.getElementById("full")
    if (!button || !document.fullscreenEnabled) return
    button.hidden = false
    button.addEventListener("click", () => {
      if (document.fullscreenElement) document.exitFullscreen()
      else document.documentElement.requestFullscreen()
    }, { signal })
  }

  #lookAhead() {
    const next = this.#link("next")
    if (next) this.#ask(next.href).catch(() => {})
  }

  #ask(href) {
    if (!this.#ahead.has(href)) {
      const page = fetch(href, { redirect: "error", cache: "no-store" })
        .then(reply => reply.ok ? reply.text() : Promise.reject(new Error()))
      page.catch(() => this.#ahead.delete(href))
      this.#ahead.set(href, page)
    }
    return this.#ahead.get(href)
  }
}

customElements.define("read-through", ReadThrough)
