// <panel-editor>: one panel, being made. It holds the value, its history and its keeping; the parts around it draw and tell.
import "./panel-stage.js"
import "./panel-strip.js"
import "./panel-tray.js"
import "./panel-words.js"
import "./person-wheel.js"
import "./save-watch.js"
import "./words-help.js"
import { around, heldBy, hold } from "../lib/company.js"
import { join } from "../lib/crowd.js"
import { Drawings } from "../lib/drawings.js"
import { History } from "../lib/history.js"
import { PATIENCE, post } from "../lib/leaving.js"
import { KeptSheet, settleAll } from "../lib/save.js"
import * as scenes from "../lib/scene.js"
import { part } from "../lib/spans.js"

const WAYS = { up: [0, -0.02], down: [0, 0.02], left: [-0.02, 0], right: [0.02, 0] }
const OWN_FORMS = ["words-form", "views-form"]      // what they do is done here
const GROWTHS = { bigger: 1.1, smaller: 1 / 1.1 }

export class PanelEditor extends HTMLElement {
  #listening
  #history
  #sheet
  #drawings
  #second = scenes.newId()             // the panel that a split makes, so that one asked for twice is made once
  #isDrawing = false                   // while something is dragged
  #isBehind = false                    // the stage still waits for a drawing of the newest scene

  connectedCallback() {
    const panel = JSON.parse(this.dataset.sheet), drawing = { ...JSON.parse(this.dataset.drawing), svg: this.stage.svg }
    this.#history = new History(panel)
    this.#drawings = new Drawings(`${this.dataset.storyAt}/drawings`, panel.scene, drawing)
    const { sheetAt: url, rev, called } = this.dataset
    this.#sheet = new KeptSheet({ url, rev: Number(rev), value: panel, called })
    this.#sheet.besideAt = this.dataset.besideAt
    this.#listen()
    this.stage.show(panel.scene, drawing)
    this.words.hold(panel)
    this.#showHistory()
    if ("isBeside" in this.dataset) this.#sheet.noteBeside()
  }

  disconnectedCallback() {
    this.#listening.abort()
    this.#sheet.close()
  }

  handleEvent(event) { this[`on_${event.type.replace("-", "_")}`](event) }

  get stage() { return this.querySelector("panel-stage") }
  get words() { return this.querySelector("panel-words") }
  get help() { return this.querySelector("words-help") }
  get wheel() { return this.querySelector("person-wheel") }
  get tray() { return this.querySelector("panel-tray") }
  get strip() { return this.querySelector("panel-strip") }
  get #panel() { return this.#history.now }
  get #scene() { return this.#panel.scene }

  #listen() {
    this.#listening = new AbortController()
    const { signal } = this.#listening
    for (const type of ["input", "click", "focusin", "submit", "stage-choose", "stage-scene", "stage-moving", "stage-act", "strip-move",
      "tray-place", "tray-set", "tray-bubble", "tray-starter", "words-tell", "words-use", "words-aside", "wheel-change", "wheel-act", "wheel-close"]) {
      this.addEventListener(type, this, { signal })
    }
    document.addEventListener("keydown", (event) => this.#key(event), { signal })
    document.addEventListener("keeping", (event) => this.#hear(event.detail), { signal })
    addEventListener("resize", () => this.#placeWheel(), { signal })
  }

  // ---- every change goes through here: one more step in the history, on its way to be kept, and shown ----

  #change(panel, name = null, { redraw = true } = {}) {
    this.#history.keep(panel, name)
    this.#sheet.change(panel)
    this.#showHistory()
    return redraw ? this.#draw() : null
  }

  #show(scene, name, how) { return this.#change({ ...this.#panel, scene }, name, how) }

  async #draw() {
    const scene = this.stage.take(this.#scene)
    try {
      const drawing = await this.#drawings.of(scene)
      if (scenes.looksLike(scene, this.#scene)) this.stage.show(this.#scene, drawing, scene)
      this.#isBehind = false
    } catch (fault) {
      this.#isBehind = true
      this.stage.say(fault instanceof RangeError ? fault.message : "The picture will catch up when the connection is back.")
    }
    this.#follow()
  }

  #step(way) {
    const before = this.#panel, panel = this.#history[way]()
    // nothing left to undo here: then it is what brought the page here, a panel taken out or split
    if (panel === before) return way === "undo" && document.querySelector("[data-undo] form")?.requestSubmit()
    this.#sheet.change(panel)
    this.words.show(panel)
    this.#notes.value = panel.notes ?? ""
    this.#showHistory()
    this.tray.mark(panel.scene.place ?? "plain", panel.scene.time ?? "day")
    this.stage.say(way === "undo" ? "Undone." : "Done again.")
    this.#draw()
  }

  #showHistory() {
    this.querySelector("[data-act=undo]").setAttribute("aria-disabled", !this.#history.canUndo)
    this.querySelector("[data-act=redo]").setAttribute("aria-disabled", !this.#history.canRedo)
    this.help.follow(this.#panel.asides)
    for (const button of this.querySelectorAll("#views-form button")) button.hidden = (button.value === "one") === !this.#panel.views?.length
  }

  // ---- words ----

  get #notes() { return this.querySelector("[name=notes]") }

  on_input({ target }) { if (target.name === "notes") this.#change({ ...this.#panel, notes: target.value }, "notes", { redraw: false }) }
  on_words_tell({ detail: { told, name } }) { this.#change({ ...this.#panel, ...told }, name, { redraw: false }) }
  on_words_use({ detail: { box, text, select } }) { this.words.put(box, text, select) }
  on_words_aside({ detail: { asides, name } }) { this.#change({ ...this.#panel, asides }, name, { redraw: false }) }

  on_tray_starter({ detail: { words } }) {
    const box = this.words.first
    this.words.put(box, [box.text.trimEnd(), words].filter(Boolean).join("\n"))
  }

  // ---- the stage ----

  on_stage_scene({ detail: { scene, name, redraw } }) {
    this.#show(scene, name, { redraw })
    this.#placeWheel()
  }

  /** Arms that reach for each other are drawn again while somebody is dragged, one drawing at a time. */
  async on_stage_moving({ detail: { scene } }) {
    if (this.#isDrawing) return
    this.#isDrawing = true
    const drawing = await this.#drawings.of(scene).catch(() => null)
    this.#isDrawing = false
    const now = this.stage.scene
    if (drawing && this.stage.isMoving && scenes.looksLike(scene, now)) this.stage.show(now, drawing, scene)
  }

  on_stage_choose({ detail: { id, open, byKey } }) {
    const item = id && scenes.item(this.#scene, id)
    this.tray.name(item?.kind === "figure" ? this.stage.nameOf(id) : "")
    if (!item || (!open && !this.wheel.isOpen)) return this.wheel.close()
    this.#openWheel(id)
    if (byKey) this.wheel.enter()
  }

  on_stage_act({ detail }) { this.#act(detail.act, detail.id) }

  #act(act, id) {
    if (act in WAYS) return this.stage.nudge(id, ...WAYS[act])
    if (act in GROWTHS) return this.stage.grow(id, GROWTHS[act])
    const name = this.stage.nameOf(id)
    if (act === "turn") this.#show(scenes.turn(this.#scene, id))
    if (act === "forward" || act === "behind") this.#show(scenes.shift(this.#scene, id, act === "forward" ? 1 : -1))
    if (act === "remove") this.#show(scenes.remove(this.#scene, id))
    this.stage.say({ turn: `${name}, turned.`, forward: `${name}, one step forward.`, behind: `${name}, one step behind.`,
      remove: `${name} is out of the picture. Undo brings them back.` }[act])
  }

  // ---- the wheel ----

  async on_wheel_change({ detail: { changes, name, whom, fetch } }) {
    const id = this.stage.chosen, scene = scenes.change(this.#scene, id, changes), step = name ?? scenes.newId()
    await this.#show(whom ? hold(scene, id, whom, fetch) : scene, step)
    const by = scenes.overhang(this.stage.boxOf(id)), now = scenes.item(this.#scene, id)
    if (changes.pose && now?.pose === changes.pose && by) this.#show(scenes.move(this.#scene, id, now.x - by, now.y), step)
  }

  on_wheel_act({ detail: { act } }) { if (this.stage.chosen) this.#act(act, this.stage.chosen) }

  on_wheel_close({ detail: { byKey } }) {
    const id = this.stage.chosen
    this.wheel.close()
    if (byKey) this.stage.focusOn(id)
  }

  #openWheel(id) {
    const item = scenes.item(this.#scene, id), base = `${this.dataset.storyAt}/people/${item.who}/choices`
    this.wheel.open(item, this.stage.nameOf(id), base, around(this.#scene, id), heldBy(this.#scene, id))
    this.#placeWheel()
  }

  /** After a new drawing: the wheel shows the chosen one as they are now. */
  #follow() {
    const id = this.stage.chosen
    if (!id || !this.stage.boxOf(id)) this.wheel.close()
    else if (this.wheel.isOpen) this.#openWheel(id)
  }

  #placeWheel() {
    const box = this.stage.chosen && this.stage.boxOf(this.stage.chosen)
    if (box) this.wheel.place(box, this.stage, this, this.querySelector(".bench"))
  }

  // ---- the tray ----

  async on_tray_place({ detail: { item, small } }) {
    const id = scenes.newId(), holder = small && this.#chosenPerson(), scene = this.#scene
    if (item.kind === "figure") await this.#show(join(scene, { ...item, id }, this.stage))
    else if (!holder) await this.#show(scenes.place(scene, { ...scenes.freeSpot(scene, this.stage.drawing.floor), ...item, id }))
    else await this.#show(scenes.give(scene, holder.id, { ...scenes.beside(this.stage.boxOf(holder.id)), ...item, id }))
    const name = this.stage.nameOf(id)
    this.stage.say(holder ? `${this.stage.nameOf(holder.id)} holds it: ${name}.` : `${name} is in the picture.`)
    if (!holder) this.#take(id, item.kind === "figure")
  }

  /** Frame what was just put in. On a laptop the wheel opens for a person at once; over the tray it would be in the way. */
  #take(id, isPerson) {
    this.stage.choose(id)
    this.tray.name(isPerson ? this.stage.nameOf(id) : "")
    if (isPerson && matchMedia("(min-width: 1024px)").matches) this.#openWheel(id)
    else this.wheel.close()
  }

  on_tray_set({ detail: { place, time } }) {
    this.tray.mark(place, time)
    this.#show(scenes.setIn(this.#scene, place, time))
  }

  async on_tray_bubble({ detail: { words, how } }) {
    const somebody = this.#chosenPerson(), box = somebody && this.stage.boxOf(somebody.id), id = scenes.newId()
    const at = box ? scenes.overHead(this.#scene, box) : { x: 0.5, y: 0.14, tip_x: 0.5, tip_y: 0.4 }
    await this.#show(scenes.place(this.#scene, { kind: "bubble", id, words, how, language: this.dataset.language, ...at }))
    this.#take(id, false)
  }

  #chosenPerson() {
    const item = this.stage.chosen && scenes.item(this.#scene, this.stage.chosen)
    return item?.kind === "figure" ? item : null
  }

  // ---- keys, buttons, coming and going ----

  #key(event) {
    if (event.key === "Escape" && event.target.closest(".menu")) this.#menu(false).querySelector("summary").focus()
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return
    const key = event.key.toLowerCase()
    const way = key === "z" ? (event.shiftKey ? "redo" : "undo") : key === "y" ? "redo" : null
    if (!way || event.target.closest("dialog, [name=find], [data-bubble]")) return
    event.preventDefault()
    this.#step(way)
  }

  on_click({ target }) {
    const act = target.closest(".bench__head [data-act]")?.dataset.act, open = target.closest("[data-open]")?.dataset.open
    if (act) this.#step(act)
    if (open) this.tray.turnTo(open)
    if (!target.closest(".menu")) this.#menu(false)
    this.#lookAway(target)
  }

  on_focusin({ target }) { this.#lookAway(target) }

  /** The wheel is about the picture: it makes way for whoever turns to the words or the tray. */
  #lookAway(target) { if (target.closest("panel-words, .tray__tab")) this.wheel.close() }

  #menu(open) { return Object.assign(this.querySelector(".menu"), { open }) }

  on_submit(event) {
    const { target: form, submitter } = event
    if (event.defaultPrevented || !OWN_FORMS.includes(form.id)) return
    event.preventDefault()
    this.#menu(false)
    if (form.id === "views-form") return this.words.makeRoom(submitter.value === "two")
    return submitter?.value === "split" ? this.#split() : this.#sheet.flush()
  }

  /** Two panels, parted where the pen stands; where it stands at an end, a page asks where. */
  async #split() {
    const field = this.words.first.querySelector("textarea"), [first, rest] = part(field.value, field.selectionStart)
    if (!await settleAll(PATIENCE)) return
    const at = `${this.dataset.storyAt}/panels/${this.#panel.id}/split`
    if (first.trim() && rest.trim()) post(at, { first, rest, rev: this.#sheet.rev, makes: this.#second })
    else location.assign(at)
  }

  async on_strip_move({ detail: { panel, at } }) {
    if (await settleAll(PATIENCE)) post(`${this.dataset.storyAt}/panels/${panel}/place`, { at, back: this.#panel.id })
  }

  #hear({ sheet, state }) {
    if (sheet !== this.#sheet || state !== "saved") return
    this.strip.refresh(this.#panel.id, `${this.dataset.storyAt}/panels/${this.#panel.id}/picture.svg?rev=${sheet.rev}`, scenes.isEmpty(this.#scene))
    if (this.#isBehind) this.#draw()
  }
}

customElements.define("panel-editor", PanelEditor)
