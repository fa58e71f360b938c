// <child-rows data-most="8"> around the rows for children: shows the filled ones and one more, and adds a row when asked.
export class ChildRows extends HTMLElement {
  #listening

  connectedCallback() {
    this.#listening = new AbortController()
    this.#add.hidden = false
    this.#add.addEventListener("click", () => this.#addRow(), { signal: this.#listening.signal })
    for (const row of this.#rows.slice(1)) if (![...row.querySelectorAll("input")].some(input => input.value)) row.remove()
    this.#settle()
  }

  disconnectedCallback() { this.#listening.abort() }

  get #rows() { return [...this.querySelectorAll("[data-row]")] }
  get #add() { return this.querySelector("button") }

  #addRow() {
    const row = this.#rows.at(-1).cloneNode(true)
    for (const input of row.querySelectorAll("input")) Object.assign(input, { value: "", required: false })
    row.querySelector(".unfilled")?.remove()
    this.#add.before(row)
    row.querySelector('[name="child"]').focus()
    this.#settle()
  }

  #settle() { this.#add.hidden = this.#rows.length >= Number(this.dataset.most) }
}

customElements.define("child-rows", ChildRows)
