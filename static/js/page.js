// What every page wakes: Exit, the idle cover, asking for what is still empty, links and forms that wait for the last words, and the
// sign that all modules are awake.
import "./elements/exit-button.js"
import "./elements/idle-cover.js"
import { askInOurWords } from "./lib/asking.js"
import { isAsItCame } from "./lib/fields.js"
import { leaveOnceKept, sendOnceOpen } from "./lib/leaving.js"

askInOurWords()
document.addEventListener("click", leaveOnceKept)
document.addEventListener("submit", sendOnceOpen)

// A page kept by the browser and brought back by Back shows nothing until the server has been asked again.
addEventListener("pageshow", event => {
  if (!event.persisted) return
  document.body.replaceChildren()
  location.reload()
})

// Module scripts run before this event, so by now every element listens: what was written or chosen before that is told again now.
addEventListener("DOMContentLoaded", () => {
  for (const field of document.querySelectorAll("textarea, input, select")) {
    if (!isAsItCame(field)) for (const told of ["input", "change"]) field.dispatchEvent(new Event(told, { bubbles: true }))
  }
  document.documentElement.dataset.ready = ""
})
