// What the programs of poppler read in a PDF.

import { spawnSync } from 'node:child_process';

/** The elements of the structure in reading order as `{tag, depth, words}`; the words are those of everything below, without spaces. */
export function outline(path) {
  const parts = [];
  const open = [];
  for (const line of read('pdfinfo', '-struct-text', path).split('\n')) {
    // The title of a heading is written in UTF-16 behind its tag, and whatever ends a line may be one of its bytes.
    const element = /^( *)([A-Z][A-Za-z0-9]*)(?=[ :]|$)/.exec(line);
    const words = /^ *"(.*)"$/.exec(line);
    if (words) for (const part of open) part.words += words[1].replaceAll(/\s/g, '');
    else if (element) {
      const part = { depth: element[1].length, tag: element[2], words: '' };
      while (open.length > 0 && open.at(-1).depth >= part.depth) open.pop();
      open.push(part);
      parts.push(part);
    }
  }
  return parts;
}

export function pageCount(path) {
  return Number(/^Pages: +(\d+)$/m.exec(read('pdfinfo', path))[1]);
}

/** The sizes of type in points, rounded. */
export function sizes(path) {
  const xml = read('pdftohtml', '-xml', '-zoom', '1', '-i', '-stdout', path);
  return [...xml.matchAll(/<fontspec [^>]*size="(\d+)"/g)].map(([, size]) => Number(size));
}

function read(program, ...options) {
  const done = spawnSync(program, options, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (done.error) throw done.error;
  if (done.status !== 0) throw new Error(`${program} ${options.join(' ')}: ${done.stderr}`);
  return done.stdout;
}
