// What the Nu HTML checker says about files: every error and every warning.

import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';

const CHECKER = createRequire(import.meta.url)('vnu-jar');

/** Checks all pages below a folder in one process of Java. */
export async function nu(folder) {
  const options = ['-Xss8m', '-jar', CHECKER, '--format', 'json', '--stdout', '--exit-zero-always', '--skip-non-html', folder];
  const { messages } = JSON.parse(await output('java', options));
  const place = ({ url, lastLine }) => `${url.slice(url.indexOf(folder) + folder.length)}:${lastLine ?? 1}`;
  return messages
    .filter(({ type, subType }) => type !== 'info' || subType === 'warning')
    .map((message) => `nu ${message.subType ?? message.type}: ${place(message)}: ${message.message}`);
}

function output(program, options) {
  return new Promise((done, fail) => {
    const child = spawn(program, options, { stdio: ['ignore', 'pipe', 'inherit'] });
    const parts = [];
    child.stdout.on('data', (part) => parts.push(part));
    child.on('error', fail);
    child.on('close', (code) => (code === 0 ? done(Buffer.concat(parts).toString()) : fail(new Error(`${program}: ${code}`))));
  });
}
