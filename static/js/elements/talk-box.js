// <talk-box>: what somebody says, kept word for word while it is written, as an answer beside its panel.
import "./save-watch.js"
import { KeptSheet } from "../lib/save.js"

export class TalkBox extends HTMLElement {
  #listening
  #panel
  #sheet
  #place                               // of this answer among the panel's; null while nothing was said

  connectedCallback() {
    const { sheetAt: url, rev, called, answer, besideAt } = this.dataset
    this.#panel = JSON.parse(this.dataset.sheet)
    this.#place = answer === "" ? null : Number(answer)
    this.#sheet = new KeptSheet({ url, rev: Number(rev), value: this.#panel, called })
    this.#sheet.besideAt = besideAt
    this.#listening = new AbortController()
    const { signal } = this.#listening
    for (const type of ["input", "change"]) this.addEventListener(type, (event) => this.#hear(event), { signal })
    this.addEventListener("submit", (event) => { event.preventDefault(); this.#sheet.flush() }, { signal })
  }

  disconnectedCallback() {
    this.#listening.abort()
    this.#sheet.close()
  }

  #field(name) { return this.querySelector(`[name=${name}]`) }

  #hear({ target }) {
    if (target.name === "question") document.getElementById("question").textContent = target.value
    const said = this.#answer(), answers = [...(this.#panel.answers ?? [])]
    if (this.#place === null) {
      if (!said.words) return
      this.#place = answers.push(said) - 1
    } else if (said.words) answers[this.#place] = said
    else {
      answers.splice(this.#place, 1)
      this.#place = null
    }
    this.#panel = { ...this.#panel, answers }
    this.#sheet.change(this.#panel)
  }

  #answer() {
    const scale = this.querySelector("[name=scale]:checked"), who = this.querySelector("[name=who]:checked")
    const words = [scale && `${scale.value} out of 10`, this.#field("words").value.trim()].filter(Boolean).join("\n")
    const by = who?.value ? who.dataset.name : this.#field("name").value.trim()
    return { question: this.#field("question").value.trim(), words, by, on: this.#field("on").value || this.#field("on").defaultValue }
  }
}

customElements.define("talk-box", TalkBox)
