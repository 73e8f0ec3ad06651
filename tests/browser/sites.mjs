// The sites to look at: manuscripts in, folders of finished pages out, made by the program itself.
//
// Invariant: everything lands in one temporary folder, which `remove` takes away.

import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const CASES = join(ROOT, 'tests/cases');

/** The day of the sample content. */
const TODAY = '2026-11-22';

/** Where the second site lives, so that an address that forgets the path is found. */
const SUBPATH = '/town/care/';

/** Where cargo puts what it builds; `make browser` says where that is. */
const BUILT = process.env.BUILT ?? join(ROOT, 'target');

/** Builds the sites; each is `{name, folder, base, files}`, `files` being the paths of its pages. */
export function build() {
  const temporary = mkdtempSync(join(tmpdir(), 'kairan-browser-'));
  try {
    const published = kairan(temporary, 'published', ROOT, '/');
    const samples = kairan(temporary, 'samples', gatherSamples(temporary), SUBPATH);
    return { sites: [published, samples, components(temporary)], remove: () => rmSync(temporary, { recursive: true }) };
  } catch (error) {
    rmSync(temporary, { recursive: true });
    throw error;
  }
}

/** The second of the sites alone, as `{site, remove}`. */
export function samples() {
  const temporary = mkdtempSync(join(tmpdir(), 'kairan-browser-'));
  const remove = () => rmSync(temporary, { recursive: true });
  try {
    return { site: kairan(temporary, 'samples', gatherSamples(temporary), SUBPATH), remove };
  } catch (error) {
    remove();
    throw error;
  }
}

function kairan(temporary, name, root, base) {
  const folder = join(temporary, name);
  const address = `https://kairan.example.jp${base}`;
  const options = ['--root', root, '--out', folder, '--today', TODAY, '--base-url', address];
  run('debug/kairan', 'build', ...options);
  return { name, folder, base, files: pagesBelow(folder) };
}

/** The examples of every component, each a page of its own; they are parts, so their links lead nowhere. */
function components(temporary) {
  const folder = join(temporary, 'components');
  run('debug/examples/components', folder);
  return { name: 'components', folder, base: '/', files: pagesBelow(folder), isParts: true };
}

/** Runs a program; what it says is part of the error that is thrown when it fails. */
function run(program, ...options) {
  execFileSync(join(BUILT, program), options, { stdio: 'pipe' });
}

/**
 * A site of its own: the samples of every kind, in full in one ward and at their least in the other,
 * with short lists, and with `content/`, which has what the samples lack.
 */
function gatherSamples(temporary) {
  const root = join(temporary, 'manuscripts');
  const content = join(root, 'content');
  cpSync(join(CASES, 'base'), root, { recursive: true });
  appendFileSync(join(content, 'site.yaml'), '\nper_page: 3\n');
  for (const kind of readdirSync(join(CASES, 'kinds'))) {
    // Reports are the city's, one a year.
    const [full, minimal] = {
      reports: ['city/reports/2025', 'city/reports/2024'],
      guides: ['wards/kita/guides/full', 'wards/nishi/guides/minimal'],
      materials: ['wards/kita/materials/full', 'wards/nishi/materials/minimal'],
    }[kind] ?? [`wards/kita/${kind}/2026-11-01-full`, `wards/nishi/${kind}/2026-11-01-minimal`];
    cpSync(join(CASES, 'kinds', kind, 'full.md'), join(content, `${full}.md`));
    cpSync(join(CASES, 'kinds', kind, 'minimal.md'), join(content, `${minimal}.md`));
  }
  cpSync(join(import.meta.dirname, 'content'), content, { recursive: true });
  return root;
}

function pagesBelow(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.html')).map((file) => file.replaceAll('\\', '/')).sort();
}

/** The text of one page of a site. */
export function read(site, file) {
  return readFileSync(join(site.folder, file), 'utf8');
}
