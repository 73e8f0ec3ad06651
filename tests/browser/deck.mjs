// A deck as a speaker uses it, opened in a page of its own and closed again.

import { open } from './browser.mjs';
import { addressOf } from './serve.mjs';

/** Three slides: with a source and a link, long, and with a wide table; the last has nothing that is said to it. */
const DECK = 'kita/materials/deck/slides/index.html';
export const CHECK = 'kita/materials/deck/check/index.html';

/** Opens the deck in a window of `size`, does something with it, and closes it. */
export async function speaking(browser, site, { size = { width: 1280, height: 720 }, hash = '', ...settings }, doing) {
  const page = await open(browser, settings);
  await page.setViewportSize(size);
  await page.goto(addressOf(site, DECK) + hash);
  try {
    return await doing(page);
  } finally {
    await page.context().close();
  }
}

export function button(page, name) {
  return page.getByRole('button', { name, exact: true });
}

export async function start(page) {
  await button(page, 'スライドとして表示').click();
}

/** What is in sight and what is said: the slides, the place in the address, the announcement, the bar, and what is behind the deck. */
export async function seen(page) {
  return page.evaluate(() => {
    const shown = (element) => element.checkVisibility({ visibilityProperty: true });
    const status = document.querySelector('.k-deck__status');
    return {
      slides: [...document.querySelectorAll('.k-slide')].filter(shown).map((slide) => slide.querySelector('h2').id),
      hash: location.hash,
      said: shown(status) ? status.innerText.replaceAll(/\s+/g, ' ').trim() : '',
      bar: document.querySelector('.k-deck__progress').value,
      notes: [...document.querySelectorAll('.k-slide__said')].filter(shown).length,
      isBehind: document.querySelector('h1').closest('[inert]') !== null,
    };
  });
}
