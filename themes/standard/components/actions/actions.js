// Prints the page. The button is hidden where nothing would happen.
class Print extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.querySelector("button").addEventListener("click", () => print());
  }
}

customElements.define("k-print", Print);
