// A field that must be filled is asked for in our own words, beside it: a browser's bubble is cold, and gone in a moment.
// `data-ask` on the field, or on the fieldset around it, holds a sentence of its own.
const SENTENCES = {
  checkbox: "Please tick this first.", radio: "Please choose one of these.", file: "Please choose a file first.",
  password: "The passphrase is still empty.", date: "Please write the day.",
}

export function askInOurWords() {
  addEventListener("invalid", askFor, { capture: true })
  addEventListener("input", event => forget(event.target.form), { capture: true })
}

/** A question over the page; whether they want to go on. Escape stays. */
export function ask({ title, words, stay, go }) {
  const dialog = document.createElement("dialog")
  dialog.className = "leave-ask"
  dialog.setAttribute("aria-labelledby", "leave-ask-title")
  dialog.innerHTML = `<form method="dialog"><h1 id="leave-ask-title"></h1><p class="soft"></p>
    <p class="row row--wrap"><button class="button button--primary" value=""></button><button class="button" value="go"></button></p></form>`
  const [first, second] = dialog.querySelectorAll("button")
  for (const [element, said] of [[dialog.querySelector("h1"), title], [dialog.querySelector("p"), words], [first, stay], [second, go]]) {
    element.textContent = said
  }
  document.body.append(dialog)
  dialog.showModal()
  return new Promise((resolve) => dialog.addEventListener("close", () => {
    dialog.remove()
    resolve(dialog.returnValue === "go")
  }))
}

/** The first one only; the next is asked for when this one is filled. */
function askFor(event) {
  event.preventDefault()
  const field = event.target
  if (field !== [...field.form.elements].find(one => one.validity && !one.validity.valid)) return
  forget(field.form)
  const asked = document.createElement("span")
  asked.className = "unfilled"
  asked.id = "unfilled"
  asked.textContent = field.closest("[data-ask]")?.dataset.ask ?? SENTENCES[field.type] ?? "Still empty: please write it here."
  place(asked, field)
  field.dataset.saidBy = field.getAttribute("aria-describedby") ?? ""
  field.setAttribute("aria-describedby", `unfilled ${field.dataset.saidBy}`.trim())
  field.focus({ preventScroll: true })
  asked.scrollIntoView({ block: "nearest" })
}

/** Say under a button why it could not do its work; forgotten with the next press or letter. */
export function tellUnder(button, sentence) {
  forget(button.form ?? button)
  const told = document.createElement("span")
  told.className = "unfilled"
  told.setAttribute("role", "alert")
  button.after(told)
  told.textContent = sentence                        // said once it stands there: only a change is read out
  told.scrollIntoView({ block: "nearest" })
}

/** Under a field; under the heading of a group of choices. */
function place(asked, field) {
  const group = field.type === "radio" && field.closest("fieldset")?.querySelector("legend")
  if (group) group.after(asked)
  else if (field.matches(".pick > *")) field.parentElement.after(asked)
  else (field.closest("[data-row]") ?? field.closest(".field") ?? field.parentElement).append(asked)
}

function forget(form) {
  const asked = form?.querySelector(".unfilled")
  if (!asked) return
  asked.remove()
  const field = form.querySelector("[data-said-by]")
  if (!field) return
  if (field.dataset.saidBy) field.setAttribute("aria-describedby", field.dataset.saidBy)
  else field.removeAttribute("aria-describedby")
  delete field.dataset.saidBy
}
