// Going to another page, once what was written on this one is kept.
import { ask, tellUnder } from "./asking.js"
import { isSomethingUnsent } from "./fields.js"
import { isAllKept, settleAll } from "./save.js"
import { lookAway, send, Unreachable } from "./send.js"

export const PATIENCE = 4_000          // milliseconds that going may wait; after that the browser asks first
const mayGo = new WeakSet()            // forms that were looked after, and are sent now
const UNSENT = { title: "Leave this page?", words: "What you wrote here is not kept yet.", stay: "Stay here", go: "Leave without it" }
let looking = null                     // the form that is looked after just now

/**
 * For clicks on links: an ordinary one waits for the last words, and asks before it leaves a form that only its own button keeps.
 * One for a new tab, or to another place on it, does not leave this page.
 */
export async function leaveOnceKept(event) {
  const link = event.target.closest("a[href]")
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || link.target) return
  if (isAllKept() && !isSomethingUnsent() || link.getAttribute("href").startsWith("#")) return
  event.preventDefault()
  if (isSomethingUnsent() && !await ask(UNSENT)) return
  await settleAll(PATIENCE)
  location.assign(link.href)
}

/**
 * For forms that lead to another page: sent once the last words are kept and the stories lie open. The app may have been locked
 * or begun anew since the page came, and a plain form would only find the door. Until it is sent, what is typed stays here.
 */
export async function sendOnceOpen(event) {
  const { target: form, submitter } = event
  const isAsked = mayGo.delete(form) || !holdsWords(form)
  if (event.defaultPrevented || form.method !== "post" || (isAsked && isAllKept())) return
  event.preventDefault()
  if (looking) return                                // pressed twice
  looking = form
  const page = document.documentElement.dataset
  page.leaving = ""                                  // this page is on its way out, unless the answer is a file
  const isReady = await settleAll(PATIENCE) && (!holdsWords(form) || await isHeard(form, submitter))
  looking = null
  if (!isReady) return delete page.leaving
  mayGo.add(form)
  lookAway()
  form.requestSubmit(submitter)
}

/** A form of an open page; those in its top bar hold nothing that could be lost, and locking must not ask for a passphrase. */
const holdsWords = (form) => form.closest("[data-open] main") !== null

/** Whether the server would hear a form just now; if the stories were locked, once they are open again. */
async function isHeard(form, submitter) {
  try {
    await send("/awake")
    form.elements.csrf_token.value = document.querySelector('meta[name="csrf"]').content
    return true
  } catch (fault) {
    if (!(fault instanceof Unreachable)) throw fault
    tellUnder(submitter ?? form, "The app does not answer just now. What you wrote is still here: please try again in a moment.")
    return false
  }
}

/** Go by a plain form, as if the page had held one. */
export function post(action, fields) {
  const form = Object.assign(document.createElement("form"), { method: "post", action, hidden: true })
  const all = { ...fields, csrf_token: document.querySelector('meta[name="csrf"]').content }
  for (const [name, value] of Object.entries(all)) {
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }))
  }
  document.body.append(form)
  lookAway()
  form.submit()
}
