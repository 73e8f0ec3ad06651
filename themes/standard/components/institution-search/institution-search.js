// Hides the institutions of the page that do not hold the words, a chosen function or a chosen kind. Words come from the page.
class InstitutionSearch extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.box = this.querySelector("details");
    this.form.hidden = false;
    // The form offers the same on this page.
    this.querySelector("nav")?.setAttribute("hidden", "");
    this.form.addEventListener("input", () => this.look());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("reset", (event) => this.clear(event));
    // A browser that comes back to the page keeps what was typed and chosen.
    this.look();
    if (this.box && this.form.querySelector("input:checked")) this.box.open = true;
  }

  clear(event) {
    event.preventDefault();
    const words = this.form.querySelector("input[type=search]");
    words.value = "";
    for (const box of this.form.querySelectorAll("input:checked")) box.checked = false;
    this.look();
    // The button that was pressed is gone.
    words.focus();
  }

  look() {
    const words = plain(this.form.querySelector("input[type=search]").value).split(/\s+/).filter((word) => word !== "");
    const groups = [...this.form.querySelectorAll("fieldset")].map((group) =>
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
    this.around();
    this.say(shown, words.length > 0 || chosen.length > 0);
  }

  // What stands around the institutions: the headings of their groups, and the ways back to their marks.
  around() {
    for (const section of document.querySelectorAll(".k-institution-group")) {
      const held = section.querySelectorAll("[data-institution]:not([hidden])").length;
      const count = section.querySelector(".k-institution-group__count");
      section.hidden = held === 0;
      count.textContent = count.textContent.replace(/\d+/, held);
    }
    for (const back of document.querySelectorAll("[data-back]")) {
      back.hidden = document.querySelector(back.getAttribute("href")).closest("[hidden]") !== null;
    }
  }

  say(shown, isAsked) {
    const result = this.querySelector("[role=status]");
    const { all, none, shown: some } = result.dataset;
    this.querySelector("[type=reset]").hidden = !isAsked;
    if (!isAsked && result.textContent === "") return;
    if (shown === 0) result.textContent = none;
    else result.textContent = `${shown}${isAsked ? some : all}`;
  }
}

// The same letters in every width, and hiragana for katakana.
function plain(text) {
  const hiragana = (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60);
  return text.normalize("NFKC").toLowerCase().replace(/[\u30a1-\u30f6]/g, hiragana);
}

customElements.define("k-institution-search", InstitutionSearch);
