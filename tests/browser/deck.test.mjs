// A deck shown one slide at a time, and the same page without scripts, on a small window and on paper.

import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';

import { launch, open } from './browser.mjs';
import { axe, colours } from './concerns/axe.mjs';
import { layout } from './concerns/layout.mjs';
import { targets } from './concerns/targets.mjs';
import { CHECK, button, seen, speaking, start } from './deck.mjs';
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

const FIRST = { slides: ['one'], hash: '#one', said: '1枚目／全3枚 一枚目の題名', bar: 1, notes: 0, isBehind: true };
const LAST = { slides: ['three'], hash: '#three', said: '3枚目／全3枚 三枚目の表', bar: 3, notes: 0, isBehind: true };

describe('a deck', () => {
  it('is a long page without scripts, with what is said behind a line that opens', async () => {
    await speaking(browser, site, { javaScriptEnabled: false }, async (page) => {
      assert.equal(await button(page, 'スライドとして表示').count(), 0);
      assert.deepEqual(await page.locator('.k-slide h2').filter({ visible: true }).count(), 3);
      const said = page.getByText('一枚目で話すことです。');
      assert.equal(await said.isVisible(), false);
      await page.getByText('台本（1枚目）').click();
      assert.equal(await said.isVisible(), true);
      await page.getByRole('navigation', { name: 'このページの目次' }).getByRole('link', { name: '三枚目の表' }).click();
      assert.ok(page.url().endsWith('#three'));
    });
  });

  it('shows one slide at a time and says which', async () => {
    await speaking(browser, site, {}, async (page) => {
      assert.equal((await seen(page)).slides.length, 3);
      await start(page);
      assert.deepEqual(await seen(page), FIRST);
    });
  });

  for (const [keys, slide] of [
    [['ArrowRight'], 'two'],
    [['Space'], 'two'],
    [['PageDown'], 'two'],
    [['ArrowDown'], 'two'],
    [['ArrowRight', 'ArrowRight', 'ArrowRight'], 'three'],
    [['End'], 'three'],
    [['End', 'Home'], 'one'],
    [['End', 'ArrowLeft'], 'two'],
    [['End', 'PageUp'], 'two'],
    [['End', 'Shift+Space'], 'two'],
    [['ArrowLeft'], 'one'],
    [['Control+ArrowRight'], 'one'],
    [['a'], 'one'],
  ]) {
    it(`goes to ${slide} by ${keys.join(', ')}`, async () => {
      await speaking(browser, site, { size: { width: 1280, height: 1000 } }, async (page) => {
        await start(page);
        for (const key of keys) await page.keyboard.press(key);
        const { slides, hash } = await seen(page);
        assert.deepEqual({ slides, hash }, { slides: [slide], hash: `#${slide}` });
      });
    });
  }

  it('goes on with its buttons, which keep the focus at the end', async () => {
    await speaking(browser, site, {}, async (page) => {
      await start(page);
      const next = button(page, '次へ');
      for (const disabled of ['false', 'false', 'true', 'true']) {
        assert.equal(await next.getAttribute('aria-disabled'), disabled);
        // A button that is over stays where it is and does nothing.
        await next.click({ force: true });
      }
      assert.deepEqual(await seen(page), LAST);
      assert.equal(await next.evaluate((element) => element === document.activeElement), true);
      await button(page, '前へ').press('Space');
      assert.deepEqual((await seen(page)).slides, ['two']);
    });
  });

  it('shows and hides what is said, by key and by button', async () => {
    await speaking(browser, site, {}, async (page) => {
      await start(page);
      const notes = button(page, '台本');
      await page.keyboard.press('n');
      assert.deepEqual([(await seen(page)).notes, await notes.getAttribute('aria-pressed')], [1, 'true']);
      await page.keyboard.press('ArrowRight');
      assert.equal((await seen(page)).notes, 1);
      await notes.click();
      assert.deepEqual([(await seen(page)).notes, await notes.getAttribute('aria-pressed')], [0, 'false']);
    });
  });

  for (const [what, leave] of [
    ['Escape', (page) => page.keyboard.press('Escape')],
    ['its button', (page) => button(page, '終わる').click()],
  ]) {
    it(`goes back to the page at the slide by ${what}`, async () => {
      await speaking(browser, site, {}, async (page) => {
        await start(page);
        await page.keyboard.press('End');
        await leave(page);
        const { slides, isBehind, said, hash } = await seen(page);
        assert.deepEqual({ slides: slides.length, isBehind, said, hash }, { slides: 3, isBehind: false, said: '', hash: '#three' });
        const title = page.locator('#three');
        assert.equal(await title.evaluate((element) => element === document.activeElement), true);
        const { top, bottom } = await title.evaluate((element) => element.getBoundingClientRect().toJSON());
        assert.ok(top >= 0 && bottom <= 720, `${top} to ${bottom}`);
        await page.keyboard.press('Home');
        assert.equal((await seen(page)).hash, '#three');
      });
    });
  }

  it('begins at the slide of the address and follows links between slides', async () => {
    await speaking(browser, site, { hash: '#two' }, async (page) => {
      await start(page);
      assert.deepEqual((await seen(page)).slides, ['two']);
      await page.keyboard.press('Home');
      await page.getByRole('link', { name: '三枚目' }).click();
      assert.deepEqual(await seen(page), LAST);
    });
  });

  it('lets the keyboard reach its buttons and leave', async () => {
    await speaking(browser, site, {}, async (page) => {
      await start(page);
      await page.keyboard.press('End');
      const names = [];
      for (let times = 0; times < 6; times += 1) {
        await page.keyboard.press('Tab');
        names.push(await page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent.trim()));
      }
      assert.deepEqual(names.slice(0, 5), ['場面と選び方の例', '前へ', '次へ', '台本', '終わる']);
      assert.equal(await page.evaluate(() => document.activeElement.closest('.k-deck__bar')), null);
    });
  });

  it('scrolls what does not fit before it goes on', async () => {
    await speaking(browser, site, { size: { width: 320, height: 480 }, hash: '#two' }, async (page) => {
      await start(page);
      const top = () => page.locator('.k-deck__stage').evaluate((element) => element.scrollTop);
      await page.keyboard.press('ArrowDown');
      assert.ok((await top()) > 0);
      assert.deepEqual((await seen(page)).slides, ['two']);
      for (let times = 0; times < 10; times += 1) await page.keyboard.press('PageDown');
      assert.deepEqual((await seen(page)).slides, ['three']);
    });
  });

  for (const [what, size, set] of [
    ['1280 px', { width: 1280, height: 720 }, {}],
    ['320 px', { width: 320, height: 480 }, {}],
    ['1280 px in the dark', { width: 1280, height: 720 }, { colorScheme: 'dark' }],
    ['1280 px in forced colours', { width: 1280, height: 720 }, { forcedColors: 'active' }],
  ]) {
    it(`has no fault at ${what}, with and without what is said`, async () => {
      await speaking(browser, site, { size }, async (page) => {
        await page.emulateMedia({ reducedMotion: 'reduce', ...set });
        await start(page);
        const found = [];
        for (const key of ['Home', 'ArrowRight', 'End', 'n', 'Home']) {
          await page.keyboard.press(key);
          for (const look of [axe, colours, layout, targets]) found.push(...(await look(page)));
        }
        // What is scrolled out of a small window has its place below the bar, where it is cut off.
        const isScrolled = (fault) => size.height < 500 && fault.includes('lies on');
        assert.deepEqual([...new Set(found)].filter((fault) => !isScrolled(fault)), []);
      });
    });
  }

  it('is on paper one slide after the other with what is said, also while it is shown', async () => {
    await speaking(browser, site, {}, async (page) => {
      await start(page);
      await page.emulateMedia({ media: 'print' });
      const { slides, notes, said } = await seen(page);
      assert.deepEqual({ slides, notes, said }, { slides: ['one', 'two', 'three'], notes: 2, said: '' });
      const torn = page.locator('.k-slide').evaluateAll((all) => all.filter((slide) => getComputedStyle(slide).breakInside !== 'avoid').length);
      assert.equal(await torn, 0);
    });
  });
});

describe('questions', () => {
  it('show an answer when its line is opened, without scripts, and none on paper', async () => {
    const page = await open(browser, { javaScriptEnabled: false });
    await page.goto(addressOf(site, CHECK));
    const answer = page.getByText('家で受ける診察です。');
    assert.equal(await answer.isVisible(), false);
    await page.getByText('問1の答えを見る').click();
    assert.equal(await answer.isVisible(), true);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await answer.isVisible(), false);
    assert.equal(await page.getByText('だれに頼みますか。').isVisible(), true);
    await page.context().close();
  });
});
