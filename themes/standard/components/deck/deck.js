// Shows the slides of a deck one at a time in the whole window. The page below is as it was when one comes back.
class Deck extends HTMLElement {
  connectedCallback() {
    this.slides = [...this.querySelectorAll(".k-slide")];
    this.stage = this.querySelector(".k-deck__stage");
    this.bar = this.querySelector(".k-deck__bar");
    this.at = 0;
    this.quiet = [];
    this.querySelector(".k-deck__start").hidden = this.slides.length === 0;
    this.addEventListener("click", (event) => this.press(event.target.closest("[data-do]")?.dataset.do));
    addEventListener("keydown", (event) => this.key(event));
    addEventListener("hashchange", () => this.follow());
    // Paper has what is said to every slide, also in browsers that keep closed boxes closed.
    addEventListener("beforeprint", () => this.open(true));
    addEventListener("afterprint", () => this.open(this.isNoted()));
  }

  isShown() {
    return this.hasAttribute("data-shown");
  }

  isNoted() {
    return this.isShown() && this.hasAttribute("data-notes");
  }

  press(what) {
    if (what === "start") this.start();
    else if (what === "next") this.show(this.at + 1);
    else if (what === "previous") this.show(this.at - 1);
    else if (what === "notes") this.note();
    else if (what === "leave") this.leave();
  }

  start() {
    this.toggleAttribute("data-shown", true);
    this.bar.hidden = false;
    this.stage.tabIndex = 0;
    this.stage.setAttribute("role", "region");
    this.stage.setAttribute("aria-label", this.stage.dataset.label);
    this.hush();
    this.show(Math.max(this.aimed(), 0));
    this.stage.focus({ preventScroll: true });
  }

  leave() {
    this.removeAttribute("data-shown");
    this.bar.hidden = true;
    for (const name of ["tabindex", "role", "aria-label"]) this.stage.removeAttribute(name);
    for (const element of this.quiet.splice(0)) element.inert = false;
    this.open(false);
    const title = this.slides[this.at].querySelector("h2");
    title.tabIndex = -1;
    title.addEventListener("blur", () => title.removeAttribute("tabindex"), { once: true });
    title.focus({ preventScroll: true });
    this.slides[this.at].scrollIntoView({ behavior: "instant" });
  }

  // What is behind the deck can be neither reached nor heard while it is covered.
  hush() {
    for (let element = this; element !== document.body; element = element.parentElement) {
      for (const other of element.parentElement.children) {
        if (other === element || other.inert) continue;
        other.inert = true;
        this.quiet.push(other);
      }
    }
  }

  show(wanted) {
    const at = Math.min(Math.max(wanted, 0), this.slides.length - 1);
    this.at = at;
    this.slides.forEach((slide, index) => slide.toggleAttribute("data-current", index === at));
    const title = this.slides[at].querySelector("h2");
    this.bar.querySelector("[data-number]").textContent = at + 1;
    this.bar.querySelector("[data-title]").textContent = words(title);
    this.bar.querySelector("progress").value = at + 1;
    this.state("previous", at === 0);
    this.state("next", at === this.slides.length - 1);
    this.stage.scrollTop = 0;
    history.replaceState(history.state, "", `#${title.id}`);
  }

  // A button that has the focus must not lose it, so it says that it does nothing and stays.
  state(name, isOver) {
    this.bar.querySelector(`[data-do=${name}]`).setAttribute("aria-disabled", isOver);
  }

  note() {
    const button = this.bar.querySelector("[data-do=notes]");
    if (!button) return;
    const isNoted = this.toggleAttribute("data-notes");
    button.setAttribute("aria-pressed", isNoted);
    this.open(isNoted);
  }

  open(isOpen) {
    for (const box of this.querySelectorAll(".k-slide__notes")) box.open = isOpen;
  }

  // The slide that the address names.
  aimed() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    return this.slides.findIndex((slide) => slide.contains(target));
  }

  follow() {
    const at = this.aimed();
    if (this.isShown() && at >= 0) this.show(at);
  }

  key(event) {
    if (!this.isShown() || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = this.step(event);
    if (step === undefined) return;
    event.preventDefault();
    step();
  }

  step({ key, shiftKey, target }) {
    const isControl = target.closest("button, a, summary") !== null;
    const next = () => this.show(this.at + 1);
    const previous = () => this.show(this.at - 1);
    if (key === " ") return isControl ? undefined : this.across(shiftKey ? -1 : 1, shiftKey ? previous : next);
    if (key === "ArrowRight" || key === "ArrowLeft") {
      const table = target.closest(".k-table");
      if (table && table.scrollWidth > table.clientWidth) return undefined;
      return key === "ArrowRight" ? next : previous;
    }
    if (key === "ArrowDown" || key === "PageDown") return this.across(1, next);
    if (key === "ArrowUp" || key === "PageUp") return this.across(-1, previous);
    if (key === "Home") return () => this.show(0);
    if (key === "End") return () => this.show(this.slides.length - 1);
    if (key === "Escape") return () => this.leave();
    if (key === "n" || key === "N") return () => this.note();
    return undefined;
  }

  // What does not fit in the window is scrolled to its end first.
  across(way, step) {
    const { scrollTop, scrollHeight, clientHeight } = this.stage;
    const left = way > 0 ? scrollHeight - clientHeight - scrollTop : scrollTop;
    return left > 1 ? () => this.stage.scrollBy({ top: way * clientHeight * 0.8, behavior: "instant" }) : step;
  }
}

// The words of a title without the readings above them.
function words(title) {
  const copy = title.cloneNode(true);
  for (const reading of copy.querySelectorAll("rt, rp")) reading.remove();
  return copy.textContent.trim();
}

customElements.define("k-deck", Deck);
