// The sites to read: manuscripts in, folders of finished files out, made by the program itself.
//
// Invariant: everything lands in one temporary folder, which `remove` takes away.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** The day of the sample content and of the special cases. */
export const TODAY = '2026-11-22';

/** Where cargo puts what it builds; `make readers` says where that is. */
export const BUILT = process.env.BUILT ?? join(ROOT, 'target');

/** A temporary folder with what a test needs in it. */
export function workplace() {
  const folder = mkdtempSync(join(tmpdir(), 'kairan-readers-'));
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/** Builds the site of the manuscripts in `root` as `{folder, files}`, `files` being the paths of everything in it; `jobs` is how many are made at once. */
export function build(root, folder, { address, jobs } = {}) {
  const more = [...(address ? ['--base-url', address] : []), ...(jobs ? ['--jobs', `${jobs}`] : [])];
  const options = ['--root', root, '--out', folder, '--today', TODAY, ...more];
  execFileSync(join(BUILT, 'debug/kairan'), ['build', ...options], { stdio: 'pipe' });
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return { folder: `${folder}/`, files: files.map((file) => file.replaceAll('\\', '/')).sort() };
}

/** The site that is published. */
export function published(folder, { jobs } = {}) {
  return build(ROOT, join(folder, `published-${jobs ?? ''}`), { jobs });
}

/** The site of special cases. */
export function special(folder) {
  return build(specialManuscripts(join(folder, 'manuscripts')), join(folder, 'special'));
}

/** Writes the manuscripts of special cases into a new folder: those of `content/` beside this file, and those that differ in numbers only. */
export function specialManuscripts(root) {
  const content = join(root, 'content');
  cpSync(join(import.meta.dirname, 'content'), content, { recursive: true });
  mkdirSync(join(content, 'calendar'));
  // What is repeated without an end is shown as far as holidays are known, so a day of the year of the leap day is added.
  const holidays = readFileSync(join(ROOT, 'content/calendar/holidays.csv'), 'utf8');
  writeFileSync(join(content, 'calendar/holidays.csv'), `${holidays}2028-01-01,元日\n`);
  const events = join(content, 'wards/nishi/events');
  for (const [name, manuscript] of [...crowd(), ...longTitles()]) writeFileSync(join(events, `${name}.md`), manuscript);
  return root;
}

/** 300 events in March of 2027. */
function crowd() {
  return Array.from({ length: 300 }, (_, index) => {
    const number = index + 1;
    return [`2026-11-06-crowd-${number}`, manuscript(`見本の相談会 その${number}`, `令和9年3月${(index % 31) + 1}日 10時から11時まで`)];
  });
}

/** Titles that a calendar file folds at every place within a character of one, three and four octets. */
function longTitles() {
  return Array.from({ length: 8 }, (_, index) => {
    const title = `${'a'.repeat(index + 1)}折り返される長い題名の催し${'𠮷あb'.repeat(20)}`;
    return [`2026-11-07-long-${index}`, manuscript(title, `令和8年12月${index + 1}日 10時から11時まで`)];
  });
}

function manuscript(title, when) {
  const facts = `題名: ${title}\n日時: ${when}\n会場: 見本区民センター\n対象: どなたでも\n費用: 無料\n申込: 不要\nちらし: なし\n`;
  return `---\n${facts}---\n見本の本文です。\n`;
}

/** The bytes of a file of a site. */
export function bytes(site, file) {
  return readFileSync(join(site.folder, file));
}
