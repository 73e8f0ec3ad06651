// The list of institutions of a ward as readers use it: with the search of the script, with the keyboard alone, and without scripts.

import { open } from './browser.mjs';
import { addressOf } from './serve.mjs';

/** Five institutions: two hospitals with a mark each, and three clinics. */
const LIST = 'kita/hospitals/index.html';

const PHONE = { width: 390, height: 844 };

/** Opens the list on a phone, does something with it, and closes it. */
export async function reading(browser, site, settings, doing) {
  const page = await open(browser, settings);
  await page.setViewportSize(PHONE);
  await page.goto(addressOf(site, LIST));
  try {
    return await doing(page);
  } finally {
    await page.context().close();
  }
}

/** What a reader sees: the names, the headings above them, what is announced, and the ways back from the notes. */
export async function seen(page) {
  const texts = async (selector) => {
    const shown = page.locator(selector).filter({ visible: true });
    return (await shown.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim());
  };
  const names = await texts('.k-institution-list__name');
  return {
    names: names.map((name) => name.replace(/※.*$/, '').trim()),
    groups: await texts('.k-institution-group > h2'),
    said: (await page.locator('[role=status]').innerText()).trim(),
    backs: await texts('.k-register-notes__back'),
  };
}

/** The words a reader may type into. */
export function field(page) {
  return page.getByRole('searchbox', { name: '名前や住所の一部で探す' });
}

/** Opens the box with the choices and takes some. */
export async function take(page, ...choices) {
  await page.getByText('機能と種別でしぼりこむ').filter({ visible: true }).click();
  for (const name of choices) await page.getByRole('checkbox', { name }).check();
}

/** Everything that takes the focus within the search, by its name, in the order of the Tab key. */
export async function tabbed(page, times) {
  const found = [];
  for (let time = 0; time < times; time += 1) {
    await page.keyboard.press('Tab');
    found.push(await page.evaluate(() => {
      const element = document.activeElement;
      return (element.labels?.[0] ?? element).textContent.trim();
    }));
  }
  return found;
}
