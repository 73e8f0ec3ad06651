// Atom feeds against the RELAX NG schema of RFC 4287, appendix B, by Jing.

import { join } from 'node:path';

import { run } from './python.mjs';

/** The sentences of Jing about each of the files, by path; a file that is right has none. */
export function validate(files) {
  const found = new Map(files.map((file) => [file, []]));
  if (files.length === 0) return found;
  // 1 says that something was found, which stands on standard output.
  const { stdout } = run('pyjing', ['-c', join(import.meta.dirname, 'atom.rnc'), ...files], '', [0, 1]);
  for (const line of stdout.split('\n').filter(Boolean)) {
    const file = files.find((file) => line.startsWith(`${file}:`));
    if (!file) throw new Error(line);
    found.get(file).push(line.slice(file.length + 1));
  }
  return found;
}
