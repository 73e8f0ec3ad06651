// Corrects how far something has come on pages that were made before the last step. Words and times come from the page.
class Stage extends HTMLElement {
  connectedCallback() {
    const steps = (this.dataset.steps ?? "").split("|").map((step) => step.split(" "));
    const taken = steps.filter(([at]) => Date.parse(at) <= Date.now());
    if (taken.length === 0) {
      return;
    }
    const [, id = "", label = ""] = taken[taken.length - 1];
    this.dataset.state = id;
    this.hidden = label === "";
    this.querySelector(".k-stage__label").textContent = label;
    // What was said of the earlier stage is true no longer.
    for (const words of this.querySelectorAll(".k-stage__text, .k-stage__since")) {
      words.remove();
    }
  }
}

customElements.define("k-stage", Stage);
