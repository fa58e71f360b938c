// How a thought on the words is shown: as the one note under them, and as a row in the tray. Words are put in as text, never as HTML.
import { keyOf } from "./spans.js"

const MOST_SHOWN = 34                  // letters of the found words in the note; a long sentence is only begun

/** The one note; or that the last one was put aside, with its reason to say if it is `asked`; or that words in this language are not
 * looked at; or nothing. */
export function note(place, thought, justKept, unread, asked) {
  const text = place.querySelector("[data-thought]"), acts = place.querySelector("[data-acts]")
  place.classList.toggle("words-help--quiet", !thought && !justKept && !unread)
  if (!thought) {
    text.replaceChildren(justKept ? "Kept as it is." : unread)
    return acts.replaceChildren(...(justKept && asked ? [button("Say why", "why", justKept, { quiet: true })] : []))
  }
  const key = thought.id, first = thought.say[0]?.say
  text.replaceChildren(el("b", {}, short(thought.found)), first && thought.kind !== "explain" ? ": try " : ": ",
    ...(first && thought.kind !== "explain" ? [el("b", {}, first.replace(/\.$/, "")), ". "] : []), el("span", {}, thought.question || thought.why))
  const use = first && first.length <= 24 ? [button(`Use “${first}”`, "use", key, { say: first })]
    : first || thought.choices.length ? [button(thought.kind === "explain" ? "See it" : "Choose", "more", key)] : []
  acts.replaceChildren(...use, leave(thought, key))
}

/** Everything there is to say about this panel's words: thoughts, what was kept as it is, why if it is `asked`, and how they read. */
export function rows(list, open, asides, reading, asked) {
  const thoughts = open.map((one) => row(one))
  const kept = asides.map((aside) => keptRow(aside, asked))
  show(list, [
    ...(thoughts.length ? thoughts : [el("p", { class: "soft small" }, "Nothing to suggest just now.")]),
    ...(kept.length ? [el("h3", { class: "tray__group" }, "Kept as it is"), ...kept] : []),
    ...(reading.length ? [el("h3", { class: "tray__group" }, "How it reads"), ...reading.map((line) => el("p", { class: "small" }, line))] : [])])
  for (const field of list.querySelectorAll("[data-why]")) {
    const { reason = "" } = asides.find((aside) => keyOf(aside) === field.dataset.why)
    if (field.value.trim() !== reason) field.value = reason
  }
}

/** Rows that say the same stay as they are, with the pen in them; else the pen goes on in the new ones. */
function show(list, rows) {
  if (rows.length === list.children.length && rows.every((one, n) => one.isEqualNode(list.children[n]))) return
  const { dataset: { why }, value, selectionStart, selectionEnd } = document.activeElement
  list.replaceChildren(...rows)
  const field = why && list.querySelector(`[data-why="${CSS.escape(why)}"]`)
  if (!field) return
  field.value = value
  field.focus()
  field.setSelectionRange(selectionStart, selectionEnd)
}

function row(thought) {
  const key = thought.id, offered = [...thought.say, ...thought.choices]
  const uses = offered.map(({ say, is_added: isAdded }) => button(isAdded ? `Add: ${say}` : say, "use", key, { say }))
  return el("section", { class: `thought${thought.is_note || thought.kind === "explain" ? "" : " thought--look"}` },
    el("p", { class: "small soft" }, thought.title), el("p", { class: "thought__found" }, short(thought.found)),
    el("p", { class: "small" }, thought.why), ...(thought.question ? [el("p", { class: "small" }, el("b", {}, thought.question))] : []),
    el("p", { class: "thought__acts" }, ...uses, leave(thought, key)))
}

const leave = (thought, key) => button(thought.kind === "explain" ? "Not now" : "Keep mine", "keep", key, { quiet: true })

function keptRow(aside, asked) {
  const key = keyOf(aside), how = { class: "field__input", "data-why": key, maxlength: 300, autocomplete: "off", spellcheck: "false" }
  const why = asked ? [el("label", { class: "field" }, el("span", { class: "small soft" }, "Why, for the adults’ notes"), el("input", how))] : []
  return el("section", { class: "thought" }, el("p", { class: "thought__found" }, short(aside.found)), ...why,
    el("p", { class: "thought__acts" }, button("Look at it again", "again", key, { quiet: true })))
}

function button(words, what, key, { say, quiet = false } = {}) {
  const about = { class: `button button--small${quiet ? " button--quiet" : ""}`, type: "button", "data-do": what, "data-key": key, translate: "no" }
  return el("button", say === undefined ? about : { ...about, "data-say": say }, words)
}

const short = (words) => (words.length > MOST_SHOWN ? `${words.slice(0, MOST_SHOWN).trimEnd()}…` : words)

function el(name, attributes, ...inside) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...inside)
  return made
}
