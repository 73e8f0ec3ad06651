// The search of a register, and the same list without scripts.

import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';

import { launch } from './browser.mjs';
import { field, reading, seen, tabbed, take } from './register.mjs';
import { addressOf, serve } from './serve.mjs';
import { samples } from './sites.mjs';

const { site, remove } = samples();
const stop = await serve([site]);
const browser = await launch();

after(async () => {
  await browser.close();
  stop();
  remove();
});

const HOSPITALS = ['見本第一病院', '見本第二病院'];
const CLINICS = ['あさひ医院', 'みなみクリニック', '見本のクリニック'];
const ALL = {
  names: [...HOSPITALS, ...CLINICS],
  groups: ['病院 2件', '診療所 3件'],
  said: '',
  backs: ['見本第一病院', '見本第二病院', '見本第二病院', 'あさひ医院'],
};

describe('the search of a register', () => {
  for (const [what, words, names, said] of [
    ['a part of a name', '第二', ['見本第二病院'], '1件を表示しています'],
    ['a reading in hiragana', 'あさひいいん', ['あさひ医院'], '1件を表示しています'],
    ['an address with other digits', '南町 ４', ['みなみクリニック'], '1件を表示しています'],
    ['words of which all must be there', '見本市 クリニック', ['みなみクリニック', '見本のクリニック'], '2件を表示しています'],
    ['what nobody has', '見本第三病院', [], 'あてはまるものはありません'],
  ]) {
    it(`finds ${what}`, async () => {
      await reading(browser, site, {}, async (page) => {
        await field(page).pressSequentially(words);
        const now = await seen(page);
        assert.deepEqual({ names: now.names, said: now.said }, { names, said });
      });
    });
  }

  it('holds one of the functions and one of the kinds that are chosen, together with the words', async () => {
    await reading(browser, site, {}, async (page) => {
      await take(page, '看取り', '入退院支援');
      assert.deepEqual((await seen(page)).names, [...HOSPITALS, 'あさひ医院', 'みなみクリニック']);
      await page.getByRole('checkbox', { name: '診療所' }).check();
      assert.deepEqual(await seen(page), {
        names: ['あさひ医院', 'みなみクリニック'],
        groups: ['診療所 2件'],
        said: '2件を表示しています',
        backs: ['あさひ医院'],
      });
      await field(page).fill('南町');
      assert.deepEqual((await seen(page)).names, ['みなみクリニック']);
    });
  });

  it('shows everything again when it is cleared', async () => {
    await reading(browser, site, {}, async (page) => {
      const clear = page.getByRole('button', { name: '条件を消す' });
      assert.equal(await clear.isVisible(), false);
      assert.deepEqual(await seen(page), ALL);
      await take(page, '病院');
      await field(page).fill('第一');
      await clear.click();
      assert.deepEqual(await seen(page), { ...ALL, said: '5件すべてを表示しています' });
      assert.equal(await page.getByRole('checkbox', { checked: true }).count(), 0);
      await field(page).fill('第一');
      await field(page).fill('');
      assert.deepEqual(await seen(page), { ...ALL, said: '5件すべてを表示しています' });
    });
  });

  it('is used with the keyboard alone', async () => {
    await reading(browser, site, {}, async (page) => {
      await field(page).focus();
      await page.keyboard.type('見本');
      await page.keyboard.press('Enter');
      assert.equal((await seen(page)).said, '5件を表示しています');
      assert.deepEqual(await tabbed(page, 1), ['機能と種別でしぼりこむ']);
      await page.keyboard.press('Enter');
      assert.deepEqual(await tabbed(page, 1), ['日常の療養支援']);
      await page.keyboard.press('Space');
      assert.deepEqual((await seen(page)).names, CLINICS);
      assert.deepEqual(await tabbed(page, 6), ['入退院支援', '急変時の対応', '看取り', '病院', '診療所', '条件を消す']);
      await page.keyboard.press('Enter');
      assert.deepEqual((await seen(page)).names, ALL.names);
      assert.ok(await field(page).evaluate((element) => element === document.activeElement), 'the focus is not lost');
    });
  });

  it('is announced', async () => {
    await reading(browser, site, {}, async (page) => {
      // Only what is there before it speaks is heard.
      assert.equal(await page.getByRole('status').count(), 1);
      await field(page).fill('第一');
      assert.match(await page.locator('[role=search]').ariaSnapshot(), /- status: 1件を表示しています/);
    });
  });

  it('offers the choices once', async () => {
    await reading(browser, site, {}, async (page) => {
      assert.equal(await page.getByText('機能と種別でしぼりこむ').filter({ visible: true }).count(), 1);
      await take(page);
      assert.equal(await page.getByRole('link', { name: '看取り' }).filter({ visible: true }).count(), 0);
    });
  });

  it('is followed by the first institution on the first screen of a phone', async () => {
    await reading(browser, site, {}, async (page) => {
      const first = await page.locator('.k-institution-list__name').first().boundingBox();
      assert.ok(first.y + first.height <= page.viewportSize().height, `it ends at ${first.y + first.height} px`);
    });
  });
});

describe('a register without scripts', () => {
  const still = { javaScriptEnabled: false };

  it('shows everything and nothing that does not work', async () => {
    await reading(browser, site, still, async (page) => {
      assert.deepEqual(await seen(page), ALL);
      assert.equal(await page.locator('input, button').filter({ visible: true }).count(), 0);
    });
  });

  it('leads to pages with a part of the list, and back', async () => {
    await reading(browser, site, still, async (page) => {
      await take(page);
      await page.getByRole('link', { name: '看取り 2件' }).click();
      assert.equal(page.url(), addressOf(site, 'kita/hospitals/end-of-life/index.html'));
      assert.deepEqual((await seen(page)).names, ['あさひ医院', 'みなみクリニック']);
      await take(page);
      const current = page.locator('[aria-current=page]').filter({ visible: true, hasText: '件' });
      assert.deepEqual(await current.allTextContents(), ['看取り2件']);
      await page.getByRole('link', { name: '診療所 3件' }).click();
      assert.deepEqual((await seen(page)).names, CLINICS);
      await take(page);
      await page.getByRole('link', { name: 'すべて 5件' }).click();
      assert.deepEqual((await seen(page)).names, ALL.names);
    });
  });

  it('leads from a mark to its note and from the note to each of its marks', async () => {
    await reading(browser, site, still, async (page) => {
      await page.getByRole('link', { name: '※2 注を読む' }).first().click();
      assert.ok(await page.locator('.k-register-notes__note:target').innerText().then((text) => text.includes('重症心身障がい児者')));
      await page.getByRole('link', { name: 'あさひ医院の※2へ戻る' }).click();
      assert.equal(await page.locator('li:has(:target) h3').innerText().then((text) => text.replace(/※.*/s, '')), 'あさひ医院');
    });
  });
});
