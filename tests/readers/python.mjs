// What the Python programs read, all files in one run.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { BUILT } from './sites.mjs';

/** Where `make readers` has the Python packages put. */
const BIN = join(BUILT, 'readers/bin');

/** The facts that `python/facts.py` finds, as `{calendars, feeds}`, each by path. */
export function facts({ calendars = [], feeds = [] }) {
  // -B leaves no compiled files beside the sources.
  const options = ['-B', join(import.meta.dirname, 'python/facts.py')];
  return JSON.parse(run('python', options, JSON.stringify({ calendars, feeds })).stdout);
}

/** Runs a program of the Python packages; a status that is not in `right` is an error. */
export function run(program, options, input = '', right = [0]) {
  const done = spawnSync(join(BIN, program), options, { input, encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (done.error) throw done.error;
  if (!right.includes(done.status)) throw new Error(`${program}: ${done.stderr}${done.stdout}`);
  return done;
}
