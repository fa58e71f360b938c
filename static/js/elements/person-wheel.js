// <person-wheel>: how the chosen one feels, stands and moves. Every choice is drawn on this very person, and it stays open.
// It tells the editor "wheel-change" { changes, name, whom, fetch }, "wheel-act" { act } and "wheel-close". `whom` is who or what may be
// held from now on, the nearest of them; nobody where it is empty, and as before where it is not told; `fetch` that they are carried.
import { look } from "../lib/send.js"
import { rove } from "../lib/rove.js"

const TABS = { figure: ["feeling", "pose", "move"], bubble: ["words", "move"] }
const ROOM = 12, EDGE = 8              // pixels between the wheel and what it is about, and round it
const MARGIN = 14                      // of the leaf round the picture
const NARROWEST = 252, WIDEST = 372    // pixels: three small drawings side by side, and as many as are still one glance

export class PersonWheel extends HTMLElement {
  #listening
  #item = null
  #filled = {}                         // panel name -> the address it was filled from

  connectedCallback() {
    this.#listening = new AbortController()
    const { signal } = this.#listening
    this.addEventListener("click", (event) => this.#press(event), { signal })
    this.addEventListener("input", (event) => this.#type(event), { signal })
    this.addEventListener("keydown", (event) => this.#key(event), { signal })
  }

  disconnectedCallback() { this.#listening.abort() }

  get isOpen() { return !this.hidden }

  /** Open for one item of the scene, called `name`; the next tab stays as it was where it can. `around`: [key, value] of where they are,
   * `held`: whom or what they hold, "" for nobody. */
  open(item, name, base, around = [], held = "") {
    const tabs = TABS[item.kind] ?? ["move"]
    const isNew = item.id !== this.#item?.id || this.hidden
    this.#item = item
    this.base = base
    this.around = around.filter(([key]) => key !== "by")
    this.holders = around.filter(([key]) => key === "by").map(([, ref]) => ref)
    this.held = held
    this.name = name
    this.hidden = false
    this.setAttribute("aria-label", `${name} in this picture`)
    for (const tab of this.#tabs) tab.hidden = !tabs.includes(nameOf(tab))
    this.querySelector("[data-act=turn]").hidden = item.kind === "bubble"
    if (isNew) this.querySelector("[name=find-pose]").value = ""
    if (isNew) this.#company.hidden = true                       // until the faces round this one are there
    if (isNew && item.kind === "bubble") this.querySelector("[name=bubble]").value = item.words
    for (const how of this.querySelectorAll("[data-how]")) how.setAttribute("aria-pressed", how.dataset.how === item.how)
    const current = nameOf(this.#tabs.find((tab) => tab.getAttribute("aria-selected") === "true"))
    this.#turnTo(tabs.includes(current) ? current : tabs[0])
  }

  close() {
    this.hidden = true
    this.#item = null
  }

  /** The focus goes to the choice that is made now. */
  enter() {
    const body = this.querySelector(".wheel__body:not([hidden])")
    const first = body.querySelector("[tabindex='0']") ?? body.querySelector("button, input") ?? this.#tabs[0]
    first.focus()
  }

  /** Left of the picture, over the strip, so that nothing of it is covered; where that is too narrow, beside `box` (shares of the
   * stage), where there is more room: never over the chosen one, the words or the tray. */
  place(box, ...around) {
    Object.assign(this.style, { left: "", top: "", width: "", maxHeight: "" })
    if (!this.isOpen || !matchMedia("(min-width: 1024px)").matches) return              // there it has a place of its own
    const [stage, desk, bench, home] = [...around, this.offsetParent].map((element) => element.getBoundingClientRect())
    const aside = stage.left - MARGIN - desk.left - EDGE
    this.style.width = `${Math.min(Math.max(aside, NARROWEST), WIDEST)}px`
    this.style.maxHeight = `${(aside < NARROWEST ? stage.bottom : desk.bottom - EDGE) - desk.top - EDGE}px`
    const x = aside < NARROWEST ? this.#beside(box, stage, { left: desk.left + EDGE, right: bench.right - EDGE }) : stage.left - MARGIN - this.offsetWidth
    Object.assign(this.style, { left: `${x - home.left}px`, top: `${desk.top + EDGE - home.top}px` })
  }

  #beside(box, stage, bounds) {
    const frame = { left: stage.left + box[0] * stage.width, right: stage.left + box[2] * stage.width }
    const right = frame.right + ROOM, left = frame.left - ROOM - this.offsetWidth
    const fitsRight = right + this.offsetWidth <= bounds.right, isRoomier = bounds.right - frame.right >= frame.left - bounds.left
    return fitsRight && (isRoomier || left < bounds.left) ? right : Math.max(left, bounds.left)
  }

  get #tabs() { return [...this.querySelectorAll("[role=tab]")] }

  #press(event) {
    const at = (selector) => event.target.closest(selector)
    if (at("[role=tab]")) this.#turnTo(nameOf(at("[role=tab]")))
    else if (at("[data-act=close]")) this.#tell("wheel-close", {})
    else if (at("[data-act]")) this.#tell("wheel-act", { act: at("[data-act]").dataset.act })
    else if (at("[data-choice]")) this.#choose(at("[data-choice]"))
    else if (at("[data-whom]")) this.#change({}, null, [at("[data-whom]").dataset.whom])
    else if (at("[data-how]")) this.#change({ how: at("[data-how]").dataset.how }, null)
  }

  #type({ target }) {
    if (target.name === "bubble") this.#change({ words: target.value }, "words")
    if (target.name === "find-pose") this.#find()
  }

  #key(event) {
    if (event.key === "Escape") return this.#tell("wheel-close", { byKey: true })
    if (event.target.name === "find-pose" && ["ArrowDown", "Enter"].includes(event.key)) return this.#found[0]?.focus()
    const next = rove(event, "[role=tab]:not([hidden])") ?? rove(event, "[role=radio]:not([hidden])")
    if (next?.matches("[role=tab]")) this.#turnTo(nameOf(next))
  }

  #choose(choice) {
    const what = nameOf(choice.closest("[role=tabpanel]"))
    for (const other of choice.closest("[data-choices]").querySelectorAll("[data-choice]")) tick(other, other === choice)
    this.#change({ [what]: choice.dataset.choice }, null, what === "pose" ? this.#partners(choice) : undefined)
  }

  /** Whom a pose is about; any other lets people go, but not what is carried about. */
  #partners({ dataset }) {
    const fits = "alone" in dataset ? some(dataset.fits) : []
    return fits.length || !this.#face(this.held)?.hasAttribute("data-thing") ? fits : undefined
  }

  #change(changes, name, whom) {
    const fetch = "fetch" in (this.#pose?.dataset ?? {})
    this.#tell("wheel-change", { changes, name: name && `${name} ${this.#item.id}`, whom, fetch })
  }

  get #pose() { return this.querySelector("#wheel-pose [aria-checked=true]") }

  #turnTo(name) {
    for (const tab of this.#tabs) {
      const on = nameOf(tab) === name
      tab.setAttribute("aria-selected", on)
      tab.tabIndex = on ? 0 : -1
      this.querySelector(`#${tab.getAttribute("aria-controls")}`).hidden = !on
    }
    this.#company.hidden ||= name !== "pose"
    if (name === "feeling" || name === "pose") this.#fill(name)
  }

  /** Every choice drawn on this person: their faces, or the whole of them as they feel and face now. */
  async #fill(name) {
    const { feeling, facing } = this.#item, body = this.querySelector(`#wheel-${name}`), list = body.querySelector("[data-choices]")
    const from = `${this.base}/${name}${name === "pose" ? `?${new URLSearchParams([["feeling", feeling], ["facing", facing], ...this.around])}` : ""}`
    if (this.#filled[name] !== from) {
      this.#filled[name] = from
      const { ok, answer } = await look(from, { method: "GET" }).catch(() => ({ ok: false }))
      if (this.#filled[name] !== from) return                    // somebody else was chosen meanwhile
      if (!ok) { delete this.#filled[name]; return }
      this.#pour(body, list, answer)
    }
    const now = this.#item?.[name]                               // which may be another one by now
    for (const choice of list.querySelectorAll("[data-choice]")) tick(choice, (choice.dataset.also ?? choice.dataset.choice).split(" ").includes(now))
    if (name === "pose") this.#find()
    if (name === "pose") this.#showCompany()
  }

  get #company() { return this.querySelector("[data-company]") }

  #face(ref) { return ref ? this.#company.querySelector(`[data-whom="${CSS.escape(ref)}"]`) : null }

  /** Who is held, said in words and shown as faces to choose from; whoever is missing for the pose is said too. */
  #showCompany() {
    const pose = this.#pose?.dataset ?? {}, fits = some(pose.fits), held = this.#face(this.held)
    const faces = [...this.#company.querySelectorAll("[data-whom]")]
    for (const face of faces) {
      face.hidden = face.dataset.whom !== "" && face !== held && !fits.includes(face.dataset.whom)
      tick(face, face === (held ?? faces[0]))
    }
    const told = held && (fits.includes(this.held) ? pose.told : "holding {}").replace("{}", held.dataset.called)
    const asked = pose.alone ? "Nobody yet. Who with?" : "Hand in hand with somebody?"
    const by = this.holders.map((ref) => this.#face(ref)?.dataset.called).filter(Boolean).map((called) => `${called} is with ${this.name}.`)
    const said = told ? `${this.name} is ${told}.` : [...by, fits.length ? asked : pose.alone].filter(Boolean).join(" ")
    this.#company.querySelector("[data-held]").textContent = said
    for (const box of this.#company.querySelectorAll("[data-faces]")) box.hidden = !held && !fits.length
    this.#company.hidden = !said || this.querySelector("#wheel-pose").hidden
    if (held) for (const box of [this.#company, held.parentElement]) reveal(held, box)
  }

  /** New drawings in the same places: neither the scroll nor the focus jumps. */
  #pour(body, list, html) {
    const { choice, whom } = this.contains(document.activeElement) ? document.activeElement.dataset : {}, top = body.scrollTop
    list.innerHTML = html
    if (body.id === "wheel-pose") this.#company.lastElementChild.replaceChildren(...list.querySelectorAll("[data-faces]"))
    body.scrollTop = top
    if (choice) list.querySelector(`[data-choice="${choice}"]`)?.focus({ preventScroll: true })
    if (whom !== undefined) this.#face(whom)?.focus({ preventScroll: true })
  }

  get #found() { return [...this.querySelectorAll("#wheel-pose [data-choice]:not([hidden])")] }

  /** Only the poses that every word typed begins a word of; a group without any is not shown. */
  #find() {
    const typed = this.querySelector("[name=find-pose]").value.toLowerCase().split(/[^\p{L}]+/u).filter(Boolean)
    for (const choice of this.querySelectorAll("#wheel-pose [data-choice]")) {
      const words = choice.dataset.words.split(/[ -]+/)
      choice.hidden = !typed.every((start) => words.some((word) => word.startsWith(start)))
    }
    for (const group of this.querySelectorAll(".wheel__group")) group.hidden = !group.querySelector("[data-choice]:not([hidden])")
    const found = this.#found
    this.querySelector("[data-none]").textContent = found.length || !typed.length ? "" : "No pose is called that. Try another word, like “sad” or “sit”."
    if (found.length && !found.some((one) => one.tabIndex === 0)) found[0].tabIndex = 0        // the Tab key still comes in
  }

  #tell(type, detail) { this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail })) }
}

function tick(choice, on) {
  choice.setAttribute("aria-checked", on)
  choice.tabIndex = on ? 0 : -1
}

// Scroll the box, and nothing around it, until the end of this one is seen.
function reveal(one, box) {
  const { right, bottom } = one.getBoundingClientRect(), edge = box.getBoundingClientRect()
  box.scrollTop += Math.max(bottom - edge.bottom, 0)
  box.scrollLeft += Math.max(right - edge.right, 0)
}

const some = (words = "") => words.split(" ").filter(Boolean)

const nameOf = (element) => element.id.split("-").at(-1)

customElements.define("person-wheel", PersonWheel)
