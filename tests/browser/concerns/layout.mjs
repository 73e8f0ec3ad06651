// Reflow (WCAG 1.4.10), resized text (1.4.4) and text spacing (1.4.12): nothing wider than the window, cut off, or on top of other text.

export async function layout(page) {
  return page.evaluate(() => {
    const found = [];
    const name = (element) => `${element.tagName.toLowerCase()}.${element.className || element.id}`;
    const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const root = document.scrollingElement;
    if (root.scrollWidth > root.clientWidth) {
      const beyond = [...document.body.querySelectorAll('*')].filter(
        (element) => shown(element) && element.getBoundingClientRect().right > root.clientWidth + 0.5,
      );
      found.push(`layout: scrolls sideways, ${root.scrollWidth} of ${root.clientWidth} px: ${beyond.slice(0, 5).map(name)}`);
    }
    for (const element of document.body.querySelectorAll('*')) {
      if (!shown(element)) continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      const hides = (value) => value === 'hidden' || value === 'clip';
      const cut =
        (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (hides(overflowY) && element.scrollHeight > element.clientHeight + 1);
      if (cut && element.textContent.trim()) found.push(`layout: text is cut off in ${name(element)}`);
    }
    found.push(...overlaps());
    return found;

    function overlaps() {
      const boxes = [];
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        // A reading stands in the space between lines and may hang over its neighbours.
        if (!node.data.trim() || !shown(node.parentElement) || node.parentElement.closest('ruby, .k-skip-link')) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) if (box.width > 4) boxes.push({ node, box });
      }
      boxes.sort((one, other) => one.box.top - other.box.top);
      const found = new Set();
      boxes.forEach(({ node, box }, index) => {
        for (let next = index + 1; next < boxes.length && boxes[next].box.top < box.bottom; next += 1) {
          const other = boxes[next];
          const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          // Glyphs of neighbouring lines may reach into each other's boxes by a little.
          if (node !== other.node && wide > 4 && high > 0.4 * Math.min(box.height, other.box.height)) {
            found.add(`layout: 「${node.data.trim().slice(0, 20)}」 lies on 「${other.node.data.trim().slice(0, 20)}」`);
          }
        }
      });
      return found;
    }
  });
}
