// The workbook of a yearly report as Python reads it: a sheet for every section, its tables below each other.

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, it } from 'node:test';

import { run } from './python.mjs';
import { build, specialManuscripts, workplace } from './sites.mjs';

const { folder, remove } = workplace();
after(remove);

const REPORT = `---
題名: 見本の報告
研修会の開催:
  - 開催済み・予定あり 1区
  - 開催予定なし 1区
研修会のテーマ: [見本のテーマ]
積極的医療機関:
  - 北区 4
  - 西区 7（※1）
注記: [※1 見本の注です。]
課題: [見本の課題です。]
---
見本の本文です。
`;

const root = specialManuscripts(join(folder, 'manuscripts'));
mkdirSync(join(root, 'content/city/reports'), { recursive: true });
writeFileSync(join(root, 'content/city/reports/2024.md'), REPORT);
const site = build(root, join(folder, 'site'));
const script = join(import.meta.dirname, 'python/sheets.py');
const file = JSON.stringify(join(site.folder, 'reports/2024/report.xlsx'));
const sheets = JSON.parse(run('python', ['-B', script], file).stdout);

it('has a sheet for every section that says anything', () => {
  assert.deepEqual(Object.keys(sheets), ['区役所の取組', '相談支援室の取組', '課題']);
});

it('marks the headings of every table, and nothing else', () => {
  const headings = Object.values(sheets).flat().filter((row) => row.heading);
  assert.deepEqual(headings.map((row) => row.cells), [['開催状況', '区の数'], ['週あたりの開設時間数', '区の数'], ['区名', '医療機関数', '注']]);
});

it('has numbers that can be added up, and what belongs to them in cells of their own', () => {
  const cells = sheets['相談支援室の取組'].map((row) => row.cells);
  for (const row of [['北区', 4], ['西区', 7, '※1'], ['合計', 11], ['※1 見本の注です。']]) {
    assert.ok(cells.some((other) => JSON.stringify(other) === JSON.stringify(row)), JSON.stringify(row));
  }
});
