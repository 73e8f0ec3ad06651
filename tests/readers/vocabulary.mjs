// Structured data against the vocabulary of schema.org, which schema-dts has as types of TypeScript: the compiler judges.
//
// Invariant: only the shape of data matters to the vocabulary, so things that differ in their words or numbers alone are judged once.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const COMPILER = join(import.meta.dirname, 'node_modules/typescript/bin/tsc');
const OPTIONS = '--noEmit --strict --skipLibCheck --pretty false --module esnext --moduleResolution bundler'.split(' ');

/** Whatever could be a name of the vocabulary: a type, or a member of an enumeration. */
const NAME = /^(?:https?:\/\/schema\.org\/|[A-Z][A-Za-z]+$)/;

/** The sentences of the compiler about the things of blocks `{page, value}`, each with the first page that has such a thing. */
export function judge(blocks) {
  const shapes = new Map();
  for (const { page, thing } of blocks.flatMap(things)) {
    const shape = JSON.stringify(thing, withoutWords);
    if (!shapes.has(shape)) shapes.set(shape, { page, type: /^\w+$/.exec(thing['@type'] ?? '')?.[0] ?? 'Thing' });
  }
  const lines = [...shapes].map(([shape, { type }], index) => `const thing${index}: S.${type} = ${shape};`);
  const pages = [...shapes.values()].map(({ page }) => page);
  return compile(["import type * as S from 'schema-dts';", ...lines, 'export {};'].join('\n')).map((fault) => {
    const [, line, sentence] = /^things\.ts\((\d+),\d+\): (.*)$/s.exec(fault) ?? [];
    if (!sentence) throw new Error(fault);
    return `${pages[line - 2] ?? 'vocabulary'}: ${sentence}`;
  });
}

/** What a block is about: one thing, or several beside each other. */
function things({ page, value: { '@context': _, ...thing } }) {
  return (thing['@graph'] ?? [thing]).map((thing) => ({ page, thing }));
}

function withoutWords(_, value) {
  if (typeof value === 'number') return 1;
  return typeof value !== 'string' || NAME.test(value) ? value : 'words';
}

/** What the compiler finds, one sentence each; the file lies here because the compiler looks for packages above it. */
function compile(source) {
  const folder = mkdtempSync(join(import.meta.dirname, 'node_modules/.things-'));
  try {
    writeFileSync(join(folder, 'things.ts'), source);
    const { stdout, stderr, error } = spawnSync(process.execPath, [COMPILER, ...OPTIONS, 'things.ts'], { cwd: folder, encoding: 'utf8' });
    if (error || stderr) throw error ?? new Error(stderr);
    return stdout.split(/\n(?=\S)/).map((fault) => fault.trim()).filter(Boolean);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
