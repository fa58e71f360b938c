// What every page wakes: Exit, the idle cover, asking for what is still empty, and the sign that all modules are awake.
import "./elements/exit-button.js"
import "./elements/idle-cover.js"
import { askInOurWords } from "./lib/asking.js"

askInOurWords()

// A page kept by the browser and brought back by Back shows nothing until the server has been asked again.
addEventListener("pageshow", event => {
  if (!event.persisted) return
  document.body.replaceChildren()
  location.reload()
})

// Module scripts run before this event, so by now every element listens: what was typed before that is heard now.
addEventListener("DOMContentLoaded", () => {
  for (const box of document.querySelectorAll("textarea")) {
    if (box.value !== box.defaultValue) box.dispatchEvent(new Event("input", { bubbles: true }))
  }
  document.documentElement.dataset.ready = ""
})
