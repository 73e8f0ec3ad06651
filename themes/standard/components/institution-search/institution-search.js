// Hides the institutions of the page that do not hold the words, a chosen function or a chosen kind. Words come from the page.
class InstitutionSearch extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    const form = this.querySelector("form");
    form.addEventListener("input", () => this.look());
    form.addEventListener("submit", (event) => event.preventDefault());
    // A browser that comes back to the page keeps what was typed.
    this.look();
  }

  look() {
    const words = plain(this.querySelector("input[type=search]").value).split(/\s+/).filter((word) => word !== "");
    const groups = [...this.querySelectorAll("fieldset")].map((group) =>
      [...group.querySelectorAll("input:checked")].map((box) => box.value),
    );
    const chosen = groups.filter((keys) => keys.length > 0);
    let shown = 0;
    for (const entry of document.querySelectorAll("[data-institution]")) {
      const text = plain(entry.dataset.institution);
      const keys = (entry.dataset.keys ?? "").split(" ");
      const holds = words.every((word) => text.includes(word)) && chosen.every((any) => any.some((key) => keys.includes(key)));
      entry.hidden = !holds;
      shown += holds ? 1 : 0;
    }
    for (const section of document.querySelectorAll(".k-institution-group")) {
      section.hidden = section.querySelector("[data-institution]:not([hidden])") === null;
    }
    const result = this.querySelector("[role=status]");
    const isAsked = words.length > 0 || chosen.length > 0;
    const said = shown === 0 ? result.dataset.none : `${shown}${result.dataset.shown}`;
    result.textContent = isAsked ? said : "";
  }
}

// The same letters in every width, and hiragana for katakana.
function plain(text) {
  const hiragana = (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60);
  return text.normalize("NFKC").toLowerCase().replace(/[\u30a1-\u30f6]/g, hiragana);
}

customElements.define("k-institution-search", InstitutionSearch);
