// Open data as Python reads it: every form of a set says the same, what is exported can be imported again, and CP932 is what it says.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, it } from 'node:test';

import { run } from './python.mjs';
import { BUILT, TODAY, build, specialManuscripts, workplace } from './sites.mjs';

const { folder, remove } = workplace();
after(remove);

const REGISTER = [
  '名称,種別,電話番号,住所,緯度,経度,月曜日,看取り,医療機関コード,駐車場,見本',
  '"見本, 診療所",無床診療所,06-0000-0101,見本市北区見本1丁目,34.7055,135.4983,9:00-12:00;17:00-19:00,有,0110000001,"3台\n屋根つき",',
  '髙木薬局,薬局,06-0000-0102,,,,,,,,',
  '見本の見本,薬局,06-0000-0103,,,,,,,,はい',
].join('\r\n');

const root = specialManuscripts(join(folder, 'manuscripts'));
writeFileSync(join(root, 'content/wards/kita/hospitals.csv'), REGISTER);
const site = build(root, join(folder, 'site'));
const files = site.files.filter((file) => /^open-data\/(?!catalogue).*\.(csv|xlsx|json|geojson)$/.test(file));
const tables = read(files.map((file) => join(site.folder, file)));

function read(paths) {
  const script = join(import.meta.dirname, 'python/tables.py');
  return JSON.parse(run('python', ['-B', script], JSON.stringify(paths)).stdout);
}

function kairan(...words) {
  return execFileSync(join(BUILT, 'debug/kairan'), words, { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The rows of a file without the spaces that spreadsheets do not keep. */
const rows = (file) => tables[join(site.folder, file)].map((row) => row.map((cell) => cell.trim()));

it('has every set in every form', () => {
  assert.ok(files.length >= 18, files.join(' '));
  for (const form of ['csv', 'xlsx', 'json', 'geojson']) assert.ok(files.includes(`open-data/hospitals.${form}`), form);
});

it('says the same in every form', () => {
  for (const file of files.filter((file) => file.endsWith('.csv'))) {
    const table = rows(file);
    for (const form of ['xlsx', 'json']) assert.deepEqual(rows(file.replace(/csv$/, form)), table, `${file} ${form}`);
  }
});

it('leaves samples out and keeps what only a ward knows', () => {
  const [heads, ...all] = rows('open-data/hospitals.csv');
  assert.deepEqual(all.map((row) => row[heads.indexOf('名称')]), ['見本, 診療所', '髙木薬局']);
  assert.equal(all[0][heads.indexOf('駐車場')].replace('\n', ' '), '3台 屋根つき');
  assert.equal(all[0][heads.indexOf('医療機関コード')], '0110000001');
  assert.equal(rows('open-data/hospitals.geojson').length, 2);
});

it('is exported as it is published, and in CP932 where that is asked for', () => {
  for (const form of ['csv', 'xlsx', 'json', 'geojson']) {
    const exported = kairan('export', 'hospitals', '--format', form, '--root', root, '--today', TODAY);
    assert.ok(exported.equals(readFileSync(join(site.folder, `open-data/hospitals.${form}`))), form);
  }
  const old = join(folder, 'hospitals.cp932.csv');
  writeFileSync(old, kairan('export', 'hospitals', '--encoding', 'cp932', '--root', root, '--today', TODAY));
  assert.deepEqual(read([old])[old], tables[join(site.folder, 'open-data/hospitals.csv')]);
});

it('can be imported again to the same rows, twice without a change', () => {
  for (const edition of ['', '-recommended']) {
    for (const form of ['csv', 'xlsx']) {
      const other = join(folder, `other${edition}-${form}`);
      mkdirSync(other);
      cpSync(join(root, 'content'), join(other, 'content'), { recursive: true });
      const register = join(other, 'content/wards/nishi/hospitals.csv');
      const table = join(site.folder, `open-data/hospitals${edition}.${form}`);
      const words = ['import', table, '--ward', 'nishi', '--as', 'hospitals', '--root', other];
      kairan(...words);
      const first = readFileSync(register);
      kairan(...words);
      assert.ok(readFileSync(register).equals(first));
      writeFileSync(join(other, 'content/wards/kita/hospitals.csv'), '名称,電話番号\r\n');
      const [heads, ...again] = parse(kairan('export', 'hospitals', '--root', other, '--today', TODAY));
      const [own, ...all] = rows('open-data/hospitals.csv');
      // Whose they are has changed; whose they were stands in columns of its own.
      const same = own.filter((head) => !['全国地方公共団体コード', 'ID', '地方公共団体名'].includes(head));
      const pick = (heads, row) => same.map((head) => row[heads.indexOf(head)]);
      assert.deepEqual(again.map((row) => pick(heads, row)), all.map((row) => pick(own, row)), `${edition} ${form}`);
    }
  }
});

it('takes addresses apart as the standard does', () => {
  const [heads, first] = rows('open-data/hospitals.csv');
  const cell = (head) => first[heads.indexOf(head)];
  const parts = ['所在地_都道府県', '所在地_市区町村', '所在地_町字', '所在地_番地以下'].map(cell);
  assert.deepEqual(parts, ['大阪府', '見本市北区', '見本1丁目', '']);
  assert.equal(cell('所在地_全国地方公共団体コード'), '271276');
  const [older, row] = rows('open-data/hospitals-recommended.csv');
  const hours = ['都道府県名', '診療曜日', '診療開始時間', '診療終了時間'].map((head) => row[older.indexOf(head)]);
  assert.deepEqual(hours, ['大阪府', '月', '09:00', '19:00']);
});

it('tells programs what there is, as DCAT and as lists of both standards', () => {
  const catalogue = JSON.parse(readFileSync(join(site.folder, 'open-data/catalogue.jsonld')));
  const given = catalogue['dcat:dataset'].flatMap((set) => set['dcat:distribution']);
  assert.equal(given.length, files.length);
  for (const file of given) {
    assert.ok(files.some((path) => file['dcat:downloadURL']['@id'].endsWith(`/${path}`)));
    assert.equal(file['dct:license']['@id'], 'https://creativecommons.org/licenses/by/4.0/');
    assert.match(file['dcat:mediaType']['@id'], /^https:\/\/www\.iana\.org\/assignments\/media-types\//);
  }
  const lists = ['catalogue.csv', 'catalogue-recommended.csv'].map((file) => join(site.folder, 'open-data', file));
  const read_lists = read(lists);
  for (const list of lists) {
    const [heads, ...all] = read_lists[list];
    const named = all.map((row) => row[heads.indexOf('URL')]);
    assert.deepEqual(named.toSorted(), given.map((file) => file['dcat:downloadURL']['@id']).toSorted(), list);
  }
});

it('can import its own events again: elsewhere to the same rows, at home to nothing', () => {
  const table = join(site.folder, 'open-data/events.csv');
  const home = join(folder, 'home');
  mkdirSync(home);
  cpSync(join(root, 'content'), join(home, 'content'), { recursive: true });
  const again = words('import', table, '--ward', 'nishi', '--root', home);
  assert.match(again, /新規 0行、更新 0行、変更なし 0行/);
  const elsewhere = join(folder, 'elsewhere');
  mkdirSync(join(elsewhere, 'content/wards/nishi'), { recursive: true });
  for (const file of ['site.yaml', 'calendar/holidays.csv', 'wards/nishi/ward.yaml']) {
    cpSync(join(root, 'content', file), join(elsewhere, 'content', file));
  }
  // Its pages are those of another site.
  const settings = join(elsewhere, 'content/site.yaml');
  writeFileSync(settings, readFileSync(settings, 'utf8').replaceAll('https://kairan.example.jp', 'https://elsewhere.example.jp'));
  words('import', table, '--ward', 'nishi', '--root', elsewhere, '--today', TODAY);
  assert.match(words('import', table, '--ward', 'nishi', '--root', elsewhere, '--today', TODAY), /変わるところはありません/);
  const [heads, ...back] = parse(kairan('export', 'events', '--root', elsewhere, '--today', TODAY));
  const [own, ...all] = rows('open-data/events.csv');
  const same = [
    'イベント名', '状態', '開始日', '終了日', '開始時間', '終了時間', '開始日時特記事項', '対象者', '場所名称', '所在地_連結表記',
    '緯度', '経度', 'アクセス方法', 'Web開催', '料金種別', '料金', '定員', '参加申込方法', '参加申込終了日', '参加申込終了時間', '除外日',
  ];
  const pick = (heads, row) => same.map((head) => row[heads.indexOf(head)]).join('|');
  const taken = back.map((row) => pick(heads, row)).toSorted();
  assert.deepEqual(taken, all.map((row) => pick(own, row)).toSorted());
});

/** What a command says, whatever it comes to. */
function words(...args) {
  const { stdout, stderr } = spawnSync(join(BUILT, 'debug/kairan'), args, { encoding: 'utf8' });
  return stdout + stderr;
}

/** The rows of exported bytes. */
function parse(bytes) {
  const file = join(folder, 'again.csv');
  writeFileSync(file, bytes);
  return read([file])[file].map((row) => row.map((cell) => cell.trim()));
}
