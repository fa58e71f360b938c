// Keeping a sheet: what is typed goes to the server by itself, and "Saved" is only said once the server has confirmed it.
//
// One request is under way at a time. It carries the revision it was written on and a key; when no answer comes, the very
// same request is sent again with the same key, so nothing is kept twice. The answer's sha256 must match what was sent.
import { send, Unreachable } from "./send.js"

const IDLE = 800, MOST = 5_000                       // milliseconds: after the last change; however long someone types on
const FIRST_RETRY = 1_000, LAST_RETRY = 30_000
const PATIENCE = 15_000                              // without an answer: as good as no connection
const KEEPALIVE_BYTES = 60_000                       // browsers carry at most 64 kB past the end of a page

const sheets = new Set()                             // and whatever else keeps itself as they do: { isKept, flush(), tryNow(), close() }
const carried = new Set()                            // requests of sheets that were closed, until they are answered

export const keep = (sheet) => sheets.add(sheet)

/** The sheet is closed; `going` are its last requests. */
export function letGo(sheet, going) {
  sheets.delete(sheet)
  for (const one of going) {
    carried.add(one)
    one.finally(() => carried.delete(one))
  }
}

/** Every change is on the server. Waits for requests under way, at most `patience` milliseconds. */
export async function settleAll(patience = 3_000) {
  const all = Promise.all([...sheets].map((sheet) => sheet.flush()))
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, patience))])
  return isAllKept()
}

/** What the closed sheets of this page sent after it has been answered, or `patience` milliseconds are over. */
export const allCarried = (patience) => Promise.race([Promise.all(carried), new Promise((resolve) => setTimeout(resolve, patience))])

export const isAllKept = () => [...sheets].every((sheet) => sheet.isKept)

export const tryAllAgain = () => sheets.forEach((sheet) => sheet.tryNow())

/**
 * One sheet of a story, on this page. `change(value)` is all an editor calls; a "keeping" event on `document` tells the rest:
 * detail { sheet, state: "saved" | "saving" | "waiting" | "refused" | "beside", at, sentence, answer }.
 */
export class KeptSheet {
  #value
  #written                       // the JSON the server has confirmed
  #letter = null                 // { body, key, rev, closes }: sent or about to be, until it is answered
  #beside = null                 // the revision our text was last kept as, beside somebody else's
  #underWay = null
  #timer
  #changedAt = 0
  #retry = FIRST_RETRY

  /** `url` of the sheet, the `rev` and `value` it was opened with, and what to call it in a sentence: "panel 6". */
  constructor({ url, rev, value, called = "this page" }) {
    Object.assign(this, { url, rev, called, state: "saved", sentence: "", at: null })
    this.#value = value
    this.#written = JSON.stringify(value)
    keep(this)
  }

  get isKept() { return !this.#letter && JSON.stringify(this.#value) === this.#written }

  change(value) {
    this.#value = value
    if (this.isKept) return this.#settle()
    this.#changedAt ||= Date.now()
    if (this.state === "saved" || this.state === "refused") this.#tell("saving")
    if (!this.#underWay && this.state !== "waiting") this.#schedule()
  }

  /** The server already holds a second version of this sheet that nobody has looked at. */
  noteBeside() { this.#tell("beside") }

  /** Send what is unsent now. Resolves when all is kept, or when it cannot be just now. */
  async flush() {
    while (!this.isKept) {
      clearTimeout(this.#timer)
      await this.#post()
      if (this.state === "waiting" || this.state === "refused") return
    }
  }

  tryNow() {
    this.#retry = FIRST_RETRY
    clearTimeout(this.#timer)
    return this.#post()
  }

  /** The page is going: what is not confirmed goes after it, and the sheet is no longer kept here. */
  close() {
    clearTimeout(this.#timer)
    const letters = [this.#letter]
    const body = JSON.stringify(this.#value)
    if (body !== (this.#letter?.body ?? this.#written)) letters.push(this.#write(this.rev + (this.#letter ? 1 : 0)))
    letGo(this, letters.filter(Boolean).map((letter) =>
      this.#carry(letter, { keepalive: letter.body.length < KEEPALIVE_BYTES }).catch(() => {})))
  }

  /** Undone before it was sent: there is nothing to keep after all. */
  #settle() {
    clearTimeout(this.#timer)
    this.#changedAt = 0
    if (this.state === "saving") this.#tell("saved")
  }

  #schedule(wait = Math.max(0, Math.min(IDLE, this.#changedAt + MOST - Date.now()))) {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#post(), wait)
  }

  #post() {
    this.#underWay ??= this.#deliver().finally(() => {
      this.#underWay = null
      if (!this.isKept && this.state !== "waiting" && this.state !== "refused") this.#schedule()
    })
    return this.#underWay
  }

  async #deliver() {
    if (this.isKept) return
    this.#letter ??= this.#write(this.rev)
    this.#changedAt = 0
    try {
      await this.#read(await this.#carry(this.#letter, { signal: AbortSignal.timeout(PATIENCE) }))
    } catch (fault) {
      if (!(fault instanceof Unreachable) && fault.name !== "AbortError" && fault.name !== "SyntaxError") throw fault
      this.#wait()
    }
  }

  #write(rev) { return { body: JSON.stringify(this.#value), key: crypto.randomUUID(), rev, closes: this.#beside } }

  #carry({ body, key, rev, closes }, how) {
    const headers = { "If-Match": `"${rev}"`, "Idempotency-Key": key, ...(closes && { "Closes-Beside": `${closes}` }) }
    return send(this.url, { method: "PUT", body, headers, ...how })
  }

  async #read({ ok, status, answer }) {
    const letter = this.#letter
    if (ok && answer.sha256 === await sha256(letter.body)) return this.#confirm(letter, answer)
    if (status === 409) return this.#standBeside(letter, answer)
    if (ok || status >= 500 || status === 429) return this.#wait(answer?.sentence)
    this.#letter = null                              // it will never fit as it is: say so, keep the words on the page
    this.#tell("refused", { sentence: answer?.sentence ?? "This could not be kept as it is. Your words are still here." })
  }

  #confirm(letter, answer) {
    this.#letter = null
    this.#written = letter.body
    this.#beside = null
    this.#retry = FIRST_RETRY
    this.rev = answer.rev                            // even when someone typed on meanwhile
    this.#tell(this.isKept ? "saved" : "saving", { answer })
  }

  /** Somebody else wrote first. This text is kept beside theirs; what is written here after it takes its place there. */
  #standBeside(letter, answer) {
    this.#letter = null
    this.#beside = answer.beside?.rev ?? this.#beside
    this.#written = letter.body
    this.#retry = FIRST_RETRY
    this.#tell("beside", { answer })
  }

  #wait(sentence = "") {
    this.#tell("waiting", { sentence })
    this.#schedule(this.#retry)
    this.#retry = Math.min(this.#retry * 2, LAST_RETRY)
  }

  #tell(state, { sentence = "", answer = null } = {}) {
    this.state = state
    this.sentence = sentence
    if (answer && state === "saved") this.at = new Date()
    document.dispatchEvent(new CustomEvent("keeping", { detail: { sheet: this, state, at: this.at, sentence, answer } }))
  }
}

async function sha256(text) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("")
}

addEventListener("online", tryAllAgain)
addEventListener("visibilitychange", () => { if (document.hidden) sheets.forEach((sheet) => sheet.flush()) })
addEventListener("pagehide", () => sheets.forEach((sheet) => sheet.close()))
addEventListener("beforeunload", (event) => {
  if (!isAllKept()) event.preventDefault()
})
