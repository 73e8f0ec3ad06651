// The keyboard alone (WCAG 2.1.1, 2.1.2, 2.4.1, 2.4.3, 2.4.7, 2.4.11): everything is reached, in the window, not covered, and marked.

/** Tabs through a page as it is, then through each box that opens. */
export async function keyboard(page) {
  const found = await walkThrough(page);
  found.push(...(await skip(page)));
  const boxes = page.locator('summary');
  for (let index = 0; index < (await boxes.count()); index += 1) {
    if (await boxes.nth(index).isVisible()) found.push(...(await openBox(page, boxes.nth(index))));
  }
  return found;
}

/** Only whether focus is marked, for views that change nothing but colours. */
export async function focus(page) {
  return (await walkThrough(page)).filter((fault) => fault.includes('not marked'));
}

async function walkThrough(page) {
  const expected = await page.evaluate(prepare);
  await toStart(page);
  // The page looks at each stop when the next key arrives, so the keys need not wait for each other.
  const presses = Array.from({ length: expected + 2 }, () => page.keyboard.press('Tab'));
  await Promise.all(presses);
  return page.evaluate(() => window.kairanStops.finish());
}

/** Puts the focus before the first element, as when a page has just been opened. */
async function toStart(page) {
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus({ preventScroll: true });
    document.body.removeAttribute('tabindex');
    window.scrollTo(0, 0);
  });
}

/** Runs in the page: notes what can be reached, how it looks, and every stop. Returns how many stops there should be. */
function prepare() {
  const REACHABLE =
    'a[href], button, summary, input:not([type=hidden]), select, textarea, iframe, audio[controls], video[controls], [tabindex]:not([tabindex^="-"])';
  const canReach = (element) =>
    element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && !element.disabled && !element.closest('[inert]');
  const look = (element) =>
    [null, '::before', '::after'].map((part) => {
      const style = getComputedStyle(element, part);
      const isDrawn = style.outlineStyle !== 'none' && !/^rgba\(.*, 0\)$/.test(style.outlineColor);
      return { outline: isDrawn ? parseFloat(style.outlineWidth) : 0, background: style.backgroundColor };
    });
  const name = (element) => `${element.className || element.tagName.toLowerCase()} 「${element.textContent.trim().slice(0, 20)}」`;
  const expected = new Map([...document.querySelectorAll(REACHABLE)].filter(canReach).map((element) => [element, look(element)]));
  const found = new Set();
  const reached = new Set();

  const inWindow = (element) => {
    const boxes = [...element.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
    const points = boxes.flatMap((box) => {
      const [left, right] = [Math.max(box.left + 2, 0), Math.min(box.right - 2, innerWidth - 1)];
      const [top, bottom] = [Math.max(box.top + 2, 0), Math.min(box.bottom - 2, innerHeight - 1)];
      const middle = [(left + right) / 2, (top + bottom) / 2];
      return left > right || top > bottom ? [] : [middle, [left, top], [right, bottom]];
    });
    return points.some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top && (element.contains(top) || top.contains(element));
    });
  };
  const isMarked = (element) => {
    const before = expected.get(element) ?? [];
    return look(element).some((now, index) => now.outline >= 2 || (before[index] && now.background !== before[index].background));
  };
  const note = () => {
    const element = document.activeElement;
    if (!element || element === document.body || reached.has(element)) return;
    reached.add(element);
    if (!inWindow(element)) found.add(`keyboard: ${name(element)} has the focus and cannot be seen`);
    if (!isMarked(element)) found.add(`keyboard: the focus on ${name(element)} is not marked`);
  };
  document.removeEventListener('keydown', window.kairanStops?.note, true);
  document.addEventListener('keydown', note, true);
  window.kairanStops = {
    note,
    finish() {
      note();
      document.removeEventListener('keydown', note, true);
      for (const element of expected.keys()) {
        if (!reached.has(element)) found.add(`keyboard: ${name(element)} is not reached`);
      }
      return [...found];
    },
  };
  return expected.size;
}

/** The first stop leads past everything that all pages have. */
async function skip(page) {
  await toStart(page);
  await page.keyboard.press('Tab');
  const isSkip = await page.evaluate(() => document.activeElement?.matches('.k-skip-link'));
  if (!isSkip) return ['keyboard: the first stop does not lead to the text'];
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const inMain = await page.evaluate(() => {
    const main = document.querySelector('main');
    const place = main.compareDocumentPosition(document.activeElement);
    const isAfter = place & (Node.DOCUMENT_POSITION_CONTAINED_BY | Node.DOCUMENT_POSITION_FOLLOWING);
    return Boolean(isAfter);
  });
  return inMain ? [] : ['keyboard: after the skip link the focus is not in the text'];
}

/** Opens a box with the keyboard and tabs through what it holds. */
async function openBox(page, summary) {
  await summary.focus();
  await page.keyboard.press('Enter');
  const links = await summary.evaluate((element) => {
    const box = element.parentElement;
    return box.open ? box.querySelectorAll('a[href], button, input').length : -1;
  });
  const found = links < 0 ? ['keyboard: a box does not open'] : [];
  for (let index = 0; index < links; index += 1) {
    await page.keyboard.press('Tab');
    const fault = await summary.evaluate((element) => {
      const now = document.activeElement;
      if (!element.parentElement.contains(now)) return `the box is left before its end, at ${now.className}`;
      // A link that goes on in the next line has a box on each.
      const isSeen = (box) => now.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
      return [...now.getClientRects()].some(isSeen) ? undefined : `${now.textContent.trim()} has the focus in a box and cannot be seen`;
    });
    if (fault) found.push(`keyboard: ${fault}`);
  }
  await summary.focus();
  await page.keyboard.press('Enter');
  return found;
}
