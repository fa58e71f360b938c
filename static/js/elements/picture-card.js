// <picture-card>: one picture of the tray, large, to be kept among the favourites or not shown again.
import { send } from "../lib/send.js"

const BACK = { keep: "let-go", "let-go": "keep", hide: "show", "hide-here": "show-here" }
const ALWAYS_THERE = "plain"
const LOST = "There is no connection just now, so nothing was changed. Please try once more."

export class PictureCard extends HTMLElement {
  #name
  #told                                // () => what to do once something was changed

  connectedCallback() {
    this.addEventListener("click", ({ target }) => {
      const act = target.closest("[data-do]")
      if (act) this.#sort(act.value)
      if (target.closest("[data-close]")) this.#dialog.close()
    })
  }

  get #dialog() { return this.querySelector("dialog") }

  /** Show a tile's picture. `told(sentence, takeBack)` is called when something was done with it. */
  open(tile, told) {
    const picture = tile.querySelector("img"), isFavourite = "liked" in tile.dataset
    this.#name = tile.dataset.name
    this.#told = told
    this.querySelector("[data-picture]").src = picture.dataset.src
    this.querySelector("[data-title]").textContent = tile.textContent.trim()
    this.querySelector("[value=keep]").hidden = isFavourite
    this.querySelector("[value=let-go]").hidden = !isFavourite
    this.querySelector("[data-hide]").hidden = this.#name === ALWAYS_THERE
    this.querySelector("[data-fault]").hidden = true
    this.#dialog.showModal()
  }

  async #sort(act, name = this.#name) {
    const body = new FormData()
    body.set("name", name)
    body.set("do", act)
    const { ok, answer } = await send(this.dataset.at, { body }).catch(() => ({ ok: false }))
    if (!ok) return this.#refuse(answer?.sentence ?? LOST, () => this.#sort(act, name))
    this.#dialog.close()
    const back = BACK[act]
    this.#told(answer.sentence, back && (() => this.#sort(back, name)))
  }

  #refuse(sentence, again) {
    if (!this.#dialog.open) return this.#told(sentence, again)       // it was undone from the tray: the tray says why not
    const fault = this.querySelector("[data-fault]")
    fault.textContent = sentence
    fault.hidden = false
  }
}

customElements.define("picture-card", PictureCard)
