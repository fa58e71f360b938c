// Signing in over the page, so that nobody loses the words they were typing when the stories were locked.
import { request, takeToken } from "./send.js"

let asking = null

/** Resolves once the passphrase has opened the stories again. Many callers share one question. */
export function askToSignIn() {
  asking ??= ask().finally(() => { asking = null })
  return asking
}

function ask() {
  const dialog = document.createElement("dialog")
  dialog.className = "sign-in"
  dialog.setAttribute("aria-labelledby", "sign-in-title")
  dialog.innerHTML = `<form>
    <h1 id="sign-in-title">Still here?</h1>
    <p class="soft">The stories were locked. Your words are kept on this page.</p>
    <div class="field"><label class="field__label" for="sign-in-passphrase">Your passphrase</label>
    <input class="field__input" id="sign-in-passphrase" type="password" required autocomplete="current-password"></div>
    <p class="notice" role="alert" hidden></p>
    <button class="button button--primary">Unlock</button></form>`
  document.body.append(dialog)
  dialog.addEventListener("cancel", event => event.preventDefault())
  dialog.showModal()
  return new Promise(resolve => {
    dialog.querySelector("form").addEventListener("submit", async event => {
      event.preventDefault()
      const sentence = await unlock(dialog.querySelector("input").value)
      if (sentence) return complain(dialog, sentence)
      dialog.remove()
      resolve()
    })
  })
}

/** "" when the stories are open, or one sentence that says why not. */
async function unlock(passphrase) {
  try {
    let reply = await request("/unlock", { method: "POST", body: { passphrase } })
    if (reply.status === 400 && reply.answer?.token) {
      takeToken(reply.answer.token)
      reply = await request("/unlock", { method: "POST", body: { passphrase } })
    }
    takeToken(reply.answer?.token)
    return reply.ok ? "" : reply.answer.sentence
  } catch {
    return "The app does not answer just now. Please try again in a moment."
  }
}

function complain(dialog, sentence) {
  const notice = dialog.querySelector(".notice")
  notice.textContent = sentence
  notice.hidden = false
  dialog.querySelector("input").select()
}
