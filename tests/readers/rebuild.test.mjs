// What changes when the site is built again: nothing by itself, and by a new 更新日 only what is about that document.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, it } from 'node:test';

import { build, bytes, specialManuscripts, workplace } from './sites.mjs';

const { folder, remove } = workplace();
after(remove);

const DOCUMENT = 'kita/lectures/2026-11-03-sessions';
const root = specialManuscripts(join(folder, 'manuscripts'));
const first = build(root, join(folder, 'first'));
const again = build(root, join(folder, 'again'));
const moved = build(root, join(folder, 'moved'), { address: 'https://elsewhere.example.jp/town/' });
raise(join(root, 'content/wards', `${DOCUMENT}.md`), '更新日: 令和8年11月10日', '更新日: 令和8年11月21日');
const raised = build(root, join(folder, 'raised'));

function raise(file, before, after) {
  const manuscript = readFileSync(file, 'utf8');
  assert.ok(manuscript.includes(before));
  writeFileSync(file, manuscript.replace(before, after));
}

const isRead = (file) => file.endsWith('.ics') || file.endsWith('feed.xml');

/** Every event or entry of a file by its identity, as it is written. */
function parts(site, file) {
  const text = bytes(site, file).toString().replaceAll('\r\n ', '');
  const [part, name] = file.endsWith('.ics')
    ? [/BEGIN:VEVENT\r\n.*?END:VEVENT\r\n/gs, /^UID:(.*)\r$/m]
    : [/<entry>.*?<\/entry>/gs, /<id>(.*?)<\/id>/];
  return new Map((text.match(part) ?? []).map((written) => [name.exec(written)[1], written]));
}

it('the same manuscripts make the same bytes', () => {
  const files = first.files.filter(isRead);
  assert.ok(files.length > 0, 'there is nothing to read');
  assert.deepEqual(again.files, first.files);
  assert.deepEqual(files.filter((file) => !bytes(first, file).equals(bytes(again, file))), []);
});

it('a site that moves keeps the identities', () => {
  for (const file of first.files.filter(isRead)) {
    assert.deepEqual([...parts(moved, file).keys()], [...parts(first, file).keys()], file);
  }
});

it('a new 更新日 changes the events and entries of its document, and nothing else', () => {
  const changed = new Set();
  for (const file of first.files.filter(isRead)) {
    const [before, after] = [parts(first, file), parts(raised, file)];
    assert.deepEqual([...after.keys()].sort(), [...before.keys()].sort(), file);
    for (const [identity, written] of before) if (after.get(identity) !== written) changed.add(`${file}: ${identity}`);
  }
  assert.deepEqual([...changed].filter((part) => !part.includes('2026-11-03-sessions')), []);
  assert.ok(changed.size > 0, 'nothing has changed');
});

it('a new 更新日 is in SEQUENCE, DTSTAMP and LAST-MODIFIED, and changes nothing else of an event', () => {
  const file = `${DOCUMENT}/event.ics`;
  const [before, after] = [parts(first, file), parts(raised, file)];
  assert.equal(before.size, 3);
  for (const [identity, written] of before) {
    const lines = after.get(identity).split('\r\n').filter((line) => !written.includes(line));
    assert.deepEqual(lines.sort(), ['DTSTAMP:20261120T150000Z', 'LAST-MODIFIED:20261120T150000Z', 'SEQUENCE:18'], identity);
  }
});

it('a new 更新日 is in what a feed says of its document, and changes nothing else of an entry', () => {
  const [before, after] = [first, raised].map((site) => {
    const entries = parts(site, 'kita/feed.xml');
    return [...entries].find(([identity]) => identity.includes('2026-11-03-sessions'))[1];
  });
  assert.match(after, /<updated>2026-11-21T/);
  assert.equal(after.replace(/<updated>.*?<\/updated>/, ''), before.replace(/<updated>.*?<\/updated>/, ''));
});
