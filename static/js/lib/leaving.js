// Going to another page, once what was written on this one is kept.
import { isAllKept, settleAll } from "./save.js"

export const PATIENCE = 4_000          // milliseconds that going may wait; after that the browser asks first

/** For clicks on links: an ordinary one waits for the last words; one for a new tab does not leave this page. */
export async function leaveOnceKept(event) {
  const link = event.target.closest("a[href]")
  if (!link || isAllKept() || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || link.target) return
  event.preventDefault()
  await settleAll(PATIENCE)
  location.assign(link.href)
}

/** For forms that lead to another page, as for links. Without a connection the page stays, and says so. */
export async function sendOnceKept(event) {
  if (isAllKept() || event.defaultPrevented) return
  event.preventDefault()
  if (await settleAll(PATIENCE)) event.target.requestSubmit(event.submitter)
}

/** Go by a plain form, as if the page had held one. */
export function post(action, fields) {
  const form = Object.assign(document.createElement("form"), { method: "post", action, hidden: true })
  const all = { ...fields, csrf_token: document.querySelector('meta[name="csrf"]').content }
  for (const [name, value] of Object.entries(all)) {
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }))
  }
  document.body.append(form)
  form.submit()
}
