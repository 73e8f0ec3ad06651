// What is printed, as programs read it that know PDF and not kairan: a checker of PDF/UA-1, and poppler.

import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { outline, pageCount, sizes } from './poppler.mjs';
import { printedManuscripts } from './printed.mjs';
import { run } from './python.mjs';
import { build, bytes, published, workplace } from './sites.mjs';

const { folder, remove } = workplace();
after(remove);

const site = published(folder, { jobs: 2 });
const samples = build(printedManuscripts(join(folder, 'manuscripts')), join(folder, 'samples'));

const papers = ['slides', 'handout', 'script', 'check', 'record'];
const decks = site.files.filter((file) => file.endsWith('/slides.pdf')).map((file) => file.split('/').at(-2));
const flyers = (site) => site.files.filter((file) => file.endsWith('/flyer.pdf')).map((file) => join(site.folder, file));
const made = [...site.files.filter((file) => isPaper(file)).map((file) => join(site.folder, file)), ...flyers(samples)];
const LECTURE = 'kita/lectures/2026-10-15-acp-lecture';

/** Files that kairan makes; attachments are other people's. */
function isPaper(file) {
  return file.endsWith('/flyer.pdf') || papers.some((paper) => decks.some((deck) => file.endsWith(`materials/${deck}/${paper}.pdf`)));
}

/** The manuscript of a document that is published. */
function manuscript(path) {
  return readFileSync(resolve(import.meta.dirname, '../../content', path), 'utf8');
}

/** The values of a field of front matter, be it one line or a list. */
function values(text, field) {
  const [, line, list] = new RegExp(`^${field}:(.*)\\n((?:  - .*\\n)*)`, 'm').exec(text);
  return line.trim() ? [line.trim()] : list.trimEnd().split('\n').map((item) => item.slice(4));
}

const plain = (words) => words.replaceAll(/\s/g, '');

it('has everything to read', () => {
  assert.ok(flyers(site).length >= 20, `${flyers(site).length}`);
  assert.equal(flyers(samples).length, 10);
  assert.equal(decks.length, 2);
  assert.equal(made.length, flyers(site).length + 10 + papers.length * decks.length);
});

it('conforms to PDF/UA-1', () => {
  const { stdout } = run('outloud', ['--layer', 'conformance', '--fail-on', 'never', '--json', '-', ...made]);
  const { results } = JSON.parse(stdout);
  assert.equal(results.length, made.length);
  const found = [];
  for (const { path, error, findings, stats } of results) {
    assert.equal(error, null, path);
    assert.ok(stats.tagged && stats.elements > 5, path);
    for (const { rule, severity, evidence } of findings) if (!isRightHere(path, rule, evidence)) found.push([path, severity, rule, evidence]);
  }
  assert.deepEqual(found, []);
});

/** Words that stand at the same place of several pages are taken for a footer. The name of a source stands there because it is the source of each. */
function isRightHere(path, rule, evidence) {
  return rule === 'PAG-001' && path.endsWith('/slides.pdf') && evidence.startsWith('出典');
}

it('reads a flyer from its title to whom to ask', () => {
  const text = manuscript('wards/kita/lectures/2026-10-15-acp-lecture.md');
  const parts = outline(join(site.folder, LECTURE, 'flyer.pdf'));
  const spine = parts.filter(({ tag }) => /^(H\d|TH|L|Figure)$/.test(tag)).map(({ tag, words }) => [tag, ...(/^[HT]/.test(tag) ? [words] : [])]);
  const rows = ['日時', '会場', 'オンライン', '対象', '定員', '費用', '申込', '申込締切'];
  const sections = [['プログラム', 'L'], ['講師', 'L'], ['配慮'], ['持ち物'], ['問い合わせ先']];
  assert.deepEqual(spine.filter(([tag]) => tag !== 'L' && tag !== 'Figure').slice(0, 9), [['H1', ...values(text, '題名').map(plain)], ...rows.map((row) => ['TH', row])]);
  const rest = spine.slice(9);
  const headings = rest.filter(([tag]) => tag === 'H2').map(([, words]) => words);
  assert.deepEqual(headings.toSorted(), sections.map(([heading]) => heading).toSorted());
  assert.equal(headings.at(-1), '問い合わせ先');
  const after = (heading) => parts[parts.findIndex(({ tag, words }) => tag === 'H2' && words === heading) + 1];
  for (const field of ['プログラム', '講師']) {
    const list = after(field);
    assert.equal(list.tag, 'L', field);
    for (const item of values(text, field)) assert.ok(list.words.includes(plain(item)), item);
  }
  assert.equal(after('問い合わせ先').tag, 'P');
  assert.equal(after('問い合わせ先').words, plain(values(text, '問い合わせ先')[0]));
  const lead = parts[parts.findIndex(({ tag }) => tag === 'H1') + 1];
  assert.deepEqual([lead.tag, lead.words], ['P', plain(values(text, '概要')[0])]);
});

it('reads the sections of a leaflet one below another, its table with headings', () => {
  const parts = outline(join(samples.folder, 'kita/flyers/2026-11-01-leaflet/flyer.pdf'));
  const spine = parts.filter(({ tag }) => /^(H\d|TH|Caption)$/.test(tag)).map(({ tag, words }) => `${tag} ${words}`);
  const expected = [
    'H1 体調の変化に気づいたら', 'TH 対象', 'H2 連絡する順番', 'H3 夜間と休日', 'Caption 連絡先', 'TH 時間', 'TH 連絡先', 'TH 電話', 'H2 伝えること', 'H2 問い合わせ先',
  ];
  assert.deepEqual(spine, expected);
});

it('reads a deck slide by slide, without the line at the foot of its pages', () => {
  for (const deck of decks) {
    const text = manuscript(`city/materials/${deck}.md`);
    const slides = text.split(/^---$/m).slice(3).map((part) => /^## (.*?)(?: \{#.*\})?$/m.exec(part)?.[1]).filter((title) => title && title !== '理解度チェック');
    const parts = outline(join(site.folder, `materials/${deck}/slides.pdf`));
    const headings = parts.filter(({ tag }) => /^H[12]$/.test(tag)).map(({ tag, words }) => [tag, words]);
    assert.deepEqual(headings, [['H1', plain(values(text, '題名')[0])], ...slides.map((title) => ['H2', plain(title)])], deck);
    const count = (wanted) => parts.filter(({ tag }) => tag === wanted).length;
    const captions = text.match(/^表：/gm).length;
    assert.deepEqual([count('Table'), count('Caption')], [captions, captions], deck);
    assert.ok(count('L') > 0 && count('TH') >= 2 * captions, deck);
    assert.deepEqual(parts.filter(({ words }) => /\d+\/\d+$/.test(words)), [], deck);
  }
});

it('fits every flyer on one page, in letters that can be read', () => {
  for (const path of [...flyers(site), ...flyers(samples)]) {
    assert.equal(pageCount(path), 1, path);
    const least = path.endsWith('-large/flyer.pdf') ? 16 : 12;
    assert.ok(Math.min(...sizes(path)) >= least, `${path}: ${sizes(path)}`);
  }
});

it('makes the same bytes however many are made at once', () => {
  const again = published(folder, { jobs: 1 });
  const kept = (site) => site.files.filter((file) => /\.(pdf|png|zip)$/.test(file));
  assert.deepEqual(kept(again), kept(site));
  assert.deepEqual(kept(site).filter((file) => !bytes(site, file).equals(bytes(again, file))), []);
});
