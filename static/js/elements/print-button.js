// <print-button> around a button: prints the page it stands on. Hidden until this has woken.
export class PrintButton extends HTMLElement {
  connectedCallback() {
    this.hidden = false
    this.querySelector("button").onclick = () => print()
  }
}

customElements.define("print-button", PrintButton)
