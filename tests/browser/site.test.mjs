// Every type of page, in every view, with every concern; and every page of the sites with the Nu checker.

import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';

import { launch, open } from './browser.mjs';
import { axe, colours } from './concerns/axe.mjs';
import { furigana } from './concerns/furigana.mjs';
import { focus, keyboard } from './concerns/keyboard.mjs';
import { layout } from './concerns/layout.mjs';
import { links, listen } from './concerns/network.mjs';
import { nu } from './concerns/nu.mjs';
import { print } from './concerns/print.mjs';
import { targets } from './concerns/targets.mjs';
import { said } from './later.mjs';
import { choose } from './sample.mjs';
import { addressOf, serve } from './serve.mjs';
import { build } from './sites.mjs';
import { VIEWS, set } from './views.mjs';

const CONCERNS = { axe, colours, focus, furigana, keyboard, layout, print, targets };

/** A page takes two seconds; a busy machine may need much longer, but a page that hangs must not hang the tests. */
const LONGEST_MS = 240_000;

const { sites, remove } = build();
const stop = await serve(sites);
const browser = await launch();

after(async () => {
  await browser.close();
  stop();
  remove();
});

describe('pages', { concurrency: 3 }, () => {
  for (const page of sites.flatMap(choose)) {
    it(`${page.site.name}: ${page.type}: ${page.file}`, { timeout: LONGEST_MS }, async () => {
      assert.deepEqual(await visit(page), []);
    });
  }
});

async function visit({ site, file }) {
  const page = await open(browser);
  const heard = listen(page, site);
  await page.goto(addressOf(site, file));
  const found = site.isParts ? [] : await links(page, site);
  for (const view of VIEWS) {
    await set(page, view);
    // A part alone has no switch; the pages it is used in have one.
    const concerns = view.concerns.filter((concern) => !(site.isParts && concern === 'furigana'));
    for (const concern of concerns) {
      const faults = await CONCERNS[concern](page);
      found.push(...faults.map((fault) => `${view.name}: ${fault}`));
    }
  }
  await page.context().close();
  return [...found, ...heard()];
}

describe('a page that is read later', () => {
  const open = '受付中 申込みは、令和8年11月30日（月曜日）17時までです。 令和8年10月19日からの状況です。';
  for (const [at, onPage, onCard] of [
    ['2026-11-22T12:00:00+09:00', open, '受付中'],
    ['2026-11-26T23:59:59+09:00', open, '受付中'],
    ['2026-11-27T00:00:00+09:00', 'まもなく締切', 'まもなく締切'],
    ['2026-11-30T16:59:59+09:00', 'まもなく締切', 'まもなく締切'],
    ['2026-11-30T17:00:00+09:00', '締切', '締切'],
    ['2026-12-05T00:00:00+09:00', '開催中', '開催中'],
    ['2027-01-05T12:00:00+09:00', '終了', '終了'],
  ]) {
    it(`says at ${at} how far things have come`, async () => {
      assert.deepEqual(await said(browser, sites[0], at, true), { onPage, onCard, prints: true });
    });
  }

  it('says without scripts what held on the day it was made for, since when, and offers no button that does nothing', async () => {
    const later = await said(browser, sites[0], '2027-01-05T12:00:00+09:00', false);
    assert.deepEqual(later, { onPage: open, onCard: '受付中', prints: false });
  });
});

describe('the Nu HTML checker', () => {
  for (const site of sites) {
    it(`finds nothing in ${site.name}`, async () => {
      assert.deepEqual(await nu(site.folder), []);
    });
  }
});
