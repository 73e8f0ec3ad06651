// Structured data against the vocabulary of schema.org, which schema-dts has as types of TypeScript: the compiler judges.
//
// Invariant: only the shape of data matters to the vocabulary, so blocks that differ in their words alone are judged once.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const COMPILER = join(import.meta.dirname, 'node_modules/typescript/bin/tsc');
const OPTIONS = '--noEmit --strict --skipLibCheck --pretty false --module esnext --moduleResolution bundler'.split(' ');

/** Whatever could be a name of the vocabulary: a type, or a member of an enumeration. */
const NAME = /^(?:https?:\/\/schema\.org\/|[A-Z][A-Za-z]+$)/;

/** The sentences of the compiler about blocks `{page, value}`, each with the first page that has such a block. */
export function judge(blocks) {
  const shapes = new Map();
  for (const { page, value } of blocks) {
    const shape = JSON.stringify(value, withoutWords);
    if (!shapes.has(shape)) shapes.set(shape, { page, type: typeOf(value) });
  }
  const lines = [...shapes].map(([shape, { type }], index) => `const block${index}: ${type} = ${shape};`);
  const pages = [...shapes.values()].map(({ page }) => page);
  return compile(["import type * as S from 'schema-dts';", ...lines, 'export {};'].join('\n')).map((fault) => {
    const [, line, sentence] = /^blocks\.ts\((\d+),\d+\): (.*)$/s.exec(fault) ?? [];
    if (!sentence) throw new Error(fault);
    return `${pages[line - 2] ?? 'vocabulary'}: ${sentence}`;
  });
}

function withoutWords(key, value) {
  return typeof value !== 'string' || key === '@context' || NAME.test(value) ? value : 'words';
}

/** The type of TypeScript that a block has to be of. */
function typeOf(value) {
  if (!Array.isArray(value?.['@graph'])) return `S.WithContext<${typeOfNode(value)}>`;
  return `{ '@context': 'https://schema.org', '@graph': readonly [${value['@graph'].map(typeOfNode).join(', ')}] }`;
}

function typeOfNode(node) {
  const name = /^\w+$/.exec(node?.['@type'] ?? '')?.[0];
  return `S.${name ?? 'Thing'}`;
}

/** What the compiler finds, one sentence each; the file lies here because the compiler looks for packages above it. */
function compile(source) {
  const folder = mkdtempSync(join(import.meta.dirname, 'node_modules/.blocks-'));
  try {
    writeFileSync(join(folder, 'blocks.ts'), source);
    const { stdout, stderr, error } = spawnSync(process.execPath, [COMPILER, ...OPTIONS, 'blocks.ts'], { cwd: folder, encoding: 'utf8' });
    if (error || stderr) throw error ?? new Error(stderr);
    return stdout.split(/\n(?=\S)/).map((fault) => fault.trim()).filter(Boolean);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
