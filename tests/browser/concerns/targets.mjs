// Target size (WCAG 2.5.8): 24 by 24 px, or inside a sentence, or with so much room around that nothing else is hit.

export async function targets(page) {
  return page.evaluate(() => {
    const LEAST = 24;
    const all = [...document.querySelectorAll('a[href], button, summary, input:not([type=hidden]), select, textarea, label')]
      .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.disabled)
      .filter((element) => !element.matches('.k-skip-link'))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && box.height > 0);
    const isSmall = ({ box }) => Math.min(box.width, box.height) < LEAST - 0.01;
    return all
      .filter((target) => isSmall(target) && !inSentence(target.element) && !hasRoom(target))
      .map(({ element, box }) => {
        const text = element.textContent.trim().slice(0, 20);
        return `targets: ${element.className || element.tagName} 「${text}」 is ${box.width.toFixed(0)} × ${box.height.toFixed(0)} px`;
      });

    /** Whether the line of text around an inline target holds more than targets. */
    function inSentence(element) {
      if (getComputedStyle(element).display !== 'inline') return false;
      let block = element.parentElement;
      while (getComputedStyle(block).display === 'inline') block = block.parentElement;
      const rest = block.cloneNode(true);
      for (const target of rest.querySelectorAll('a, button, rt, rp')) target.remove();
      return rest.textContent.trim().length > 0;
    }

    /** Whether a circle of 24 px around the middle touches no other target and no circle of another small one. */
    function hasRoom(target) {
      const middle = ({ box }) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
      const { x, y } = middle(target);
      return all.every((other) => {
        if (other === target || other.element.contains(target.element) || target.element.contains(other.element)) return true;
        const { box } = other;
        const near = { x: Math.max(box.left, Math.min(x, box.right)), y: Math.max(box.top, Math.min(y, box.bottom)) };
        const far = isSmall(other) && Math.hypot(x - middle(other).x, y - middle(other).y);
        return Math.hypot(x - near.x, y - near.y) >= LEAST / 2 && (far === false || far >= LEAST);
      });
    }
  });
}
