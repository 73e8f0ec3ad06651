// Pages that are broken on purpose: every concern finds its fault, so that none can fall silent.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';

import { launch, open } from './browser.mjs';
import { axe, colours } from './concerns/axe.mjs';
import { furigana } from './concerns/furigana.mjs';
import { focus, keyboard } from './concerns/keyboard.mjs';
import { layout } from './concerns/layout.mjs';
import { links, listen } from './concerns/network.mjs';
import { nu } from './concerns/nu.mjs';
import { print } from './concerns/print.mjs';
import { targets } from './concerns/targets.mjs';
import { addressOf, serve } from './serve.mjs';
import { VIEWS, set } from './views.mjs';

const temporary = mkdtempSync(join(tmpdir(), 'kairan-broken-'));
const site = { folder: temporary, base: '/' };
const stop = await serve([site]);
const browser = await launch();

after(async () => {
  await browser.close();
  stop();
  rmSync(temporary, { recursive: true });
});

/** A whole page around what is broken; without it, nothing is found in it. */
function whole(broken) {
  return `<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>見本</title>
<link rel="icon" href="data:,"><style>
body { margin: 0; background: #fff; color: #000 } :focus-visible { outline: 3px solid #000 }
.k-skip-link:not(:focus) { position: absolute; top: -100px } .k-skip-link, summary, p > a:only-child { display: inline-block; padding: 8px }
@media print { .k-skip-link { display: none } }
</style></head>
<body><a class="k-skip-link" href="#k-main">本文へ進む</a>
<main id="k-main"><h1>見本</h1><p><a href="/">最初のページ</a></p>${broken}</main></body></html>`;
}

const view = (part) => VIEWS.find(({ name }) => name.includes(part));
const DESK = view('1280 px');

/** Each row: what is broken, the concern that finds it, the words it finds it with, and the view it is found in. */
const BROKEN = [
  ['an image without words', axe, 'image-alt', DESK, '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'],
  ['grey text', axe, 'color-contrast', DESK, '<p style="color: #999">文字</p>'],
  ['text that only the dark scheme hides', colours, 'color-contrast', view('暗い配色'),
    '<style>@media (prefers-color-scheme: dark) { i { color: #eee } }</style><i>文字</i>'],
  ['a box wider than a phone', layout, 'scrolls sideways', view('320 px'), '<div style="width: 400px">文字</div>'],
  ['a box of fixed height', layout, 'cut off', view('200 %'), '<p style="height: 1em; overflow: hidden; font-size: 1rem">文字<br>文字</p>'],
  ['text on text', layout, 'lies on', DESK, '<p style="height: 0; margin: 0">上の文字</p><p style="margin: 0">下の文字</p>'],
  ['two small links side by side', targets, '× ', DESK,
    '<p style="font-size: 10px"><a href="/">一</a> <a href="/?2">二</a></p>'],
  ['a box of wide text on paper', print, 'scrolled', view('印刷'), '<pre style="overflow: auto">' + 'あ'.repeat(200) + '</pre>'],
  ['a menu on paper', print, 'is for pressing', view('印刷'), '<nav>メニュー</nav>'],
  ['an address that paper loses', print, 'is lost', view('印刷'), '<div class="k-prose"><a href="http://example.jp/">外</a></div>'],
  ['an address that paper shows twice', print, 'stands twice', view('印刷'), '<style>.k-prose a::after { content: "http://example.jp/" }</style><div class="k-prose"><a href="http://example.jp/">http://example.jp/</a></div>'],
  ['focus without a mark', keyboard, 'is not marked', DESK, '<p><a href="/" style="outline: none">印のないリンク</a></p>'],
  ['focus without a mark in forced colours', focus, 'is not marked', view('強制カラー'),
    '<style>@media (forced-colors: active) { a.quiet { outline: none !important } }</style><p><a class="quiet" href="/">印のないリンク</a></p>'],
  ['focus below something', keyboard, 'cannot be seen', DESK,
    '<p><a href="/">下のリンク</a></p><div style="position: fixed; inset: 0; background: #fff"></div>'],
  ['a link the keyboard passes over', keyboard, 'is not reached', DESK,
    '<p><a href="/" id="a">飛ばす</a></p><script>a.addEventListener("focus", () => a.blur())</script><button onfocus="this.blur()">飛ばす</button>'],
  ['a trap', keyboard, 'is not reached', DESK,
    '<p><a href="/" onkeydown="event.preventDefault()">出られない</a></p><p><a href="/?2">その先</a></p>'],
  ['a box that does not open', keyboard, 'does not open', DESK,
    '<details><summary onclick="return false">開く</summary><a href="/">中</a></details>'],
  ['readings without a switch', furigana, 'no switch', DESK, '<p><ruby>見本<rt>みほん</rt></ruby></p>'],
  ['a switch that hides nothing', furigana, 'readings are shown', DESK,
    '<p><ruby>見本<rt>みほん</rt></ruby></p><p><label><input type="checkbox" class="k-furigana__input">ふりがな</label></p>'],
  ['a link into nothing', links, 'leads nowhere', DESK, '<a href="/none/">なし</a>'],
  ['a place that is not on the page', links, 'is not on the page', DESK, '<a href="#none">なし</a>'],
];

async function look(html, concern, view) {
  writeFileSync(join(temporary, 'index.html'), html);
  const page = await open(browser);
  const heard = listen(page, site);
  await page.goto(addressOf(site, 'index.html'));
  await set(page, view);
  const found = concern ? await concern(page, site) : [];
  await page.context().close();
  return [...found, ...heard()];
}

for (const [what, concern, words, view, broken] of BROKEN) {
  it(`${concern.name} finds ${what}`, async () => {
    assert.deepEqual(await look(whole(''), concern, view), [], 'the page around it is right');
    const found = await look(whole(broken), concern, view);
    assert.ok(found.some((fault) => fault.includes(words)), JSON.stringify(found));
  });
}

const HEARD = [
  ['another host', 'asks for', '<img alt="外" src="http://kairan.example.jp/a.png">'],
  ['a missing file', '404', '<img alt="なし" src="/none.png">'],
  ['a warning on the console', 'console', '<script>console.warn("見本")</script>'],
  ['a script that fails', 'script', '<script>throw new Error("見本")</script>'],
];

for (const [what, words, broken] of HEARD) {
  it(`the network tells of ${what}`, async () => {
    const found = await look(whole(broken), undefined, DESK);
    assert.ok(found.some((fault) => fault.includes(words)), JSON.stringify(found));
  });
}

it('nu finds errors and warnings in every folder', async () => {
  const folder = join(temporary, 'nu');
  for (const [name, broken] of [['right', ''], ['error', '<p><div></p>'], ['warning', '<section><p>文字</p></section>']]) {
    const page = `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>見本</title></head><body><p>見本</p>${broken}</body></html>`;
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'index.html'), page);
  }
  const found = await nu(folder);
  assert.ok(found.some((fault) => fault.startsWith('nu error: /error/')), JSON.stringify(found));
  assert.ok(found.some((fault) => fault.startsWith('nu warning: /warning/')), JSON.stringify(found));
  assert.ok(!found.some((fault) => fault.includes('/right/')), JSON.stringify(found));
});
