// The ZIP files of training materials as Python, Info-ZIP and coreutils read them.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, it } from 'node:test';

import { run } from './python.mjs';
import { bytes, published, workplace } from './sites.mjs';

const README = 'お読みください.txt';

const { folder, remove } = workplace();
after(remove);

const site = published(folder);
const paths = site.files.filter((file) => file.endsWith('.zip'));
const script = join(import.meta.dirname, 'python/packs.py');
const asked = { folder: join(folder, 'unpacked'), paths: paths.map((path) => join(site.folder, path)) };
const packs = Object.entries(JSON.parse(run('python', ['-B', script], JSON.stringify(asked)).stdout));

it('has packs, and every one is whole', () => {
  assert.ok(packs.length >= 3, paths.join(' '));
  for (const [path, { broken }] of packs) assert.equal(broken, null, path);
});

it('is whole for Info-ZIP as well', () => {
  for (const path of asked.paths) {
    const { status, stdout, stderr } = spawnSync('unzip', ['-t', path], { encoding: 'utf8' });
    assert.equal(status, 0, `${path}: ${stdout}${stderr}`);
  }
});

it('holds everything in one folder with a name in ASCII, as a plain file with a fixed time', () => {
  for (const [path, { entries }] of packs) {
    const [top] = entries[0].name.split('/');
    assert.match(top, /^[a-z0-9-]+$/, path);
    for (const { name, mode, system, time } of entries) {
      assert.ok(name.startsWith(`${top}/`), `${path}: ${name}`);
      assert.deepEqual([mode, system, time.slice(3)], ['0o100644', 3, [0, 0, 0]], `${path}: ${name}`);
    }
  }
});

it('says of names that are not ASCII that they are UTF-8', () => {
  for (const [path, { entries }] of packs) {
    assert.ok(entries[0].name.endsWith(`/${README}`), path);
    for (const { name, says_utf8: says } of entries) assert.equal(says, !/^[ -~]*$/.test(name), `${path}: ${name}`);
  }
});

it('passes the check of its own sums, which leave out only themselves and the readme', () => {
  for (const [path, { folder }] of packs) {
    const [top] = readdirSync(folder);
    const cwd = join(folder, top);
    const checked = spawnSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd, encoding: 'utf8' });
    assert.equal(checked.status, 0, `${path}: ${checked.stdout}${checked.stderr}`);
    const names = readFileSync(join(cwd, 'SHA256SUMS'), 'utf8').trim().split('\n').map((line) => line.slice(66));
    assert.deepEqual([...names, README, 'SHA256SUMS'].sort(), readdirSync(cwd).sort(), path);
  }
});

it('has a readme that Notepad shows, and the same sums beside it', () => {
  for (const [index, [path, { folder }]] of packs.entries()) {
    const [top] = readdirSync(folder);
    const readme = readFileSync(join(folder, top, README));
    assert.deepEqual([...readme.subarray(0, 3)], [0xef, 0xbb, 0xbf], path);
    assert.doesNotMatch(readme.toString(), /[^\r]\n/, path);
    const beside = bytes(site, paths[index].replace(/[^/]+$/, 'SHA256SUMS'));
    assert.ok(beside.equals(readFileSync(join(folder, top, 'SHA256SUMS'))), path);
  }
});
