// Remembers from page to page whether readings are shown. Without it every page begins without them.
const KEY = "kairan-furigana";

class Furigana extends HTMLElement {
  connectedCallback() {
    const box = this.querySelector("input");
    const recall = () => {
      try {
        box.checked = localStorage.getItem(KEY) === "on";
      } catch {
        // Storage may be forbidden; the checkbox then speaks for this page only.
      }
    };
    recall();
    // A page that comes back from the history may have been left before the choice was made.
    addEventListener("pageshow", recall);
    box.addEventListener("change", () => {
      try {
        localStorage.setItem(KEY, box.checked ? "on" : "off");
      } catch {
        // As above.
      }
    });
  }
}

customElements.define("k-furigana", Furigana);
