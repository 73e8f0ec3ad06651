// What a page says when it is read on another day than the one it was made for.

import { open } from './browser.mjs';
import { addressOf } from './serve.mjs';

/** A lecture with everything: applications from 2026-10-19 9:00 to 2026-11-30 17:00, held on 2026-12-05. */
const LECTURE = 'kita/lectures/2026-10-15-acp-lecture/index.html';

/** What the page and the card of the lecture say at a moment, and whether the button for printing is there. */
export async function said(browser, site, at, javaScriptEnabled) {
  const page = await open(browser, { at, javaScriptEnabled });
  const stage = async (file, scope) => {
    await page.goto(addressOf(site, file));
    const words = page.locator(`${scope} k-stage`).first();
    return (await words.isVisible()) ? (await words.innerText()).replaceAll(/\s+/g, ' ').trim() : '';
  };
  const onPage = await stage(LECTURE, '.k-document__header');
  const prints = await page.locator('k-print button').isVisible();
  const onCard = await stage('kita/lectures/index.html', '.k-card');
  await page.context().close();
  return { onPage, onCard, prints };
}
