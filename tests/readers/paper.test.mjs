// What is printed, as programs read it that know PDF and not kairan: a checker of PDF/UA-1, and poppler.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, it } from 'node:test';

import { outline, pageCount, sizes } from './poppler.mjs';
import { printedManuscripts } from './printed.mjs';
import { run } from './python.mjs';
import { build, bytes, published, workplace } from './sites.mjs';

const { folder, remove } = workplace();
after(remove);

const PAPERS = ['slides', 'handout', 'script', 'check', 'record'];
const LECTURE = 'kita/lectures/2026-10-15-acp-lecture';

const site = published(folder, { jobs: 2 });
const samples = build(printedManuscripts(join(folder, 'manuscripts')), join(folder, 'samples'));

const paths = ({ folder, files }, name) => files.filter((file) => file.endsWith(`/${name}.pdf`)).map((file) => join(folder, file));
const flyers = [...paths(site, 'flyer'), ...paths(samples, 'flyer')];
const papers = PAPERS.flatMap((paper) => paths(site, paper));
const decks = paths(site, 'slides').map((path) => path.split('/').at(-2));

const plain = (words) => words.replaceAll(/\s/g, '');

/** The manuscript of a document that is published. */
function manuscript(path) {
  return readFileSync(resolve(import.meta.dirname, '../../content', `${path}.md`), 'utf8');
}

/** The values of a field of front matter, be it one line or a list, without spaces. */
function values(text, field) {
  const [, line, list] = new RegExp(`^${field}:(.*)\\n((?:  - .*\\n)*)`, 'm').exec(text);
  const lines = line.trim() ? [line] : list.trimEnd().split('\n').map((item) => item.slice(4));
  return lines.map(plain);
}

/** What the checker of PDF/UA-1 finds in files. */
function faults(files) {
  const options = ['--layer', 'conformance', '--fail-on', 'never', '--json', '-'];
  const { results } = JSON.parse(run('outloud', [...options, ...files]).stdout);
  assert.deepEqual(results.map(({ path }) => path), files);
  return results.flatMap(({ path, error, findings, stats }) => {
    assert.ok(error === null && stats.elements > 5, path);
    return findings.map(({ severity, rule, evidence, message }) => ({ path, severity, rule, words: evidence || message }));
  });
}

/** The headings, cells that are headings and captions of a file, in reading order. */
function signposts(parts) {
  return parts.filter(({ tag }) => /^(H\d|TH|Caption)$/.test(tag)).map(({ tag, words }) => `${tag} ${words}`);
}

it('has everything to read', () => {
  assert.ok(paths(site, 'flyer').length >= 20, `${flyers.length}`);
  assert.equal(paths(samples, 'flyer').length, 10);
  assert.equal(decks.length, 2);
  assert.equal(papers.length, PAPERS.length * decks.length);
});

it('conforms to PDF/UA-1', () => {
  // Words at the same place of several pages are taken for a running footer; a source stands at the foot of every slide that is taken from it.
  const isSource = ({ path, rule, words }) => rule === 'PAG-001' && path.endsWith('/slides.pdf') && words.startsWith('出典：');
  assert.deepEqual(faults([...flyers, ...papers]).filter((fault) => !isSource(fault)), []);
});

it('is looked at by a checker that sees what is missing', () => {
  const right = readFileSync(flyers[0], 'latin1');
  for (const key of ['/Lang', '/Alt', '/ToUnicode', 'pdfuaid:part']) {
    const path = join(folder, 'broken.pdf');
    assert.ok(right.includes(key), key);
    writeFileSync(path, right.replaceAll(key, `${key.slice(0, -1)}_`), 'latin1');
    assert.ok(faults([path]).some(({ severity }) => severity === 'error'), key);
  }
});

it('reads a flyer from its title to those who stand behind it', () => {
  const text = manuscript(`wards/${LECTURE}`);
  const parts = outline(join(site.folder, LECTURE, 'flyer.pdf'));
  const rows = ['日時', '会場', 'オンライン', '対象', '定員', '費用', '申込', '申込締切'];
  const sections = ['プログラム', '講師', '持ち物', '配慮', '問い合わせ先'];
  const expected = [`H1 ${values(text, '題名')}`, ...rows.map((row) => `TH ${row}`), ...sections.map((section) => `H2 ${section}`)];
  assert.deepEqual(signposts(parts), expected);

  const next = (heading) => parts[parts.findIndex(({ tag, words }) => /^H/.test(tag) && words === heading) + 1];
  const follows = (heading, tag, words) => assert.deepEqual([next(heading).tag, next(heading).words], [tag, words]);
  follows(values(text, '題名')[0], 'P', values(text, '概要')[0]);
  for (const field of ['プログラム', '講師']) follows(field, 'L', values(text, field).map((item) => `・${item}`).join(''));
  for (const field of ['持ち物', '配慮']) follows(field, 'P', values(text, field).join('、'));
  follows('問い合わせ先', 'P', values(text, '問い合わせ先')[0]);

  const behind = ['主催', '共催', '後援'].map((field) => `${field}：${values(text, field).join('、')}`);
  assert.deepEqual([parts.at(-1).tag, parts.at(-1).words], ['P', behind.join('')]);
});

it('reads the sections of a leaflet one below another, its table with headings', () => {
  const table = ['Caption 連絡先', 'TH 時間', 'TH 連絡先', 'TH 電話'];
  const expected = ['H1 体調の変化に気づいたら', 'TH 対象', 'H2 連絡する順番', 'H3 夜間と休日', ...table, 'H2 伝えること', 'H2 問い合わせ先'];
  assert.deepEqual(signposts(outline(join(samples.folder, 'kita/flyers/2026-11-01-leaflet/flyer.pdf'))), expected);
});

it('reads a deck slide by slide, without the line at the foot of its pages', () => {
  for (const deck of decks) {
    const text = manuscript(`city/materials/${deck}`);
    const [, , , ...slides] = text.split(/^---$/m);
    const titles = slides.map((part) => /^## (.*?)(?: \{#.*\})?$/m.exec(part)[1]).filter((title) => title !== '理解度チェック');
    const parts = outline(join(site.folder, `materials/${deck}/slides.pdf`));
    const headings = signposts(parts).filter((words) => /^H[12]/.test(words));
    assert.deepEqual(headings, [`H1 ${values(text, '題名')}`, ...titles.map((title) => `H2 ${plain(title)}`)], deck);

    const count = (wanted) => parts.filter(({ tag }) => tag === wanted).length;
    const tables = text.match(/^表：/gm).length;
    assert.deepEqual([count('Table'), count('Caption')], [tables, tables], deck);
    assert.ok(count('L') > 0 && count('TH') >= 2 * tables, deck);
    assert.deepEqual(parts.filter(({ words }) => /\d+\/\d+$/.test(words)), [], deck);
  }
});

it('fits every flyer on one page, in letters that can be read', () => {
  for (const path of flyers) {
    assert.equal(pageCount(path), 1, path);
    const least = path.endsWith('-large/flyer.pdf') ? 16 : 12;
    assert.ok(Math.min(...sizes(path)) >= least, `${path}: ${sizes(path)}`);
  }
});

it('is the same to the byte, however much is made at once', () => {
  const again = published(folder, { jobs: 1 });
  const kept = (site) => site.files.filter((file) => /\.(pdf|png|zip)$/.test(file));
  assert.deepEqual(kept(again), kept(site));
  assert.deepEqual(kept(site).filter((file) => !bytes(site, file).equals(bytes(again, file))), []);
});
