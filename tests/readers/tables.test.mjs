// Open data as Python reads it: every form of a set says the same, what is exported can be imported again, and CP932 is what it says.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, it } from 'node:test';

import { run } from './python.mjs';
import { BUILT, TODAY, build, specialManuscripts, workplace } from './sites.mjs';

const { folder, remove } = workplace();
after(remove);

const REGISTER = [
  '名称,種別,電話番号,住所,緯度,経度,月曜日,看取り,医療機関コード,駐車場,見本',
  '"見本, 診療所",無床診療所,06-0000-0101,大阪市北区見本1丁目,34.7055,135.4983,9:00-12:00;17:00-19:00,有,0110000001,"3台\n屋根つき",',
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
      // Whose they are has changed, and so has what an ID without a code is made from.
      const same = own.filter((head) => !['全国地方公共団体コード', 'ID', '地方公共団体名'].includes(head));
      const pick = (heads, row) => same.map((head) => row[heads.indexOf(head)]);
      assert.deepEqual(again.map((row) => pick(heads, row)), all.map((row) => pick(own, row)), `${edition} ${form}`);
    }
  }
});

/** The rows of exported bytes. */
function parse(bytes) {
  const file = join(folder, 'again.csv');
  writeFileSync(file, bytes);
  return read([file])[file].map((row) => row.map((cell) => cell.trim()));
}
