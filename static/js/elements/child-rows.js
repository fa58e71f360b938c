// <child-rows data-most="8" data-young="5"> around the rows for children: shows the filled ones and one more, and adds a row when
// asked. Until somebody chooses a shape of story, the short one is proposed where the youngest is under that age.
export class ChildRows extends HTMLElement {
  #listening
  #isChosen = false

  connectedCallback() {
    this.#listening = new AbortController()
    const { signal } = this.#listening
    this.#isChosen = this.#shapes.some((shape) => shape.checked !== (shape === this.#proposed))
    this.addEventListener("input", ({ target }) => { if (target.name === "age") this.#propose() }, { signal })
    this.closest("form").addEventListener("change", ({ target }) => { this.#isChosen ||= target.name === "spine" }, { signal })
    this.#add.hidden = false
    this.#add.addEventListener("click", () => this.#addRow(), { signal })
    for (const row of this.#rows.slice(1)) if (![...row.querySelectorAll("input")].some(input => input.value)) row.remove()
    this.#settle()
  }

  disconnectedCallback() { this.#listening.abort() }

  get #rows() { return [...this.querySelectorAll("[data-row]")] }
  get #add() { return this.querySelector("button") }

  get #shapes() { return [...this.closest("form").querySelectorAll("[name=spine]")] }

  get #proposed() {
    const ages = [...this.querySelectorAll("[name=age]")].map((age) => age.value.trim()).filter(Boolean).map(Number)
    const whom = Math.min(...ages) < Number(this.dataset.young) ? "young" : "older"
    return this.#shapes.find((shape) => shape.dataset.for === whom)
  }

  #propose() {
    const shape = this.#proposed
    if (shape && !this.#isChosen) shape.checked = true
  }

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
