// What axe-core finds: WCAG 2.0, 2.1 and 2.2 at A and AA, and its best practices.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** The rules whose answer depends on colours; all others say the same in every scheme. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

export function axe(page) {
  return run(page, { type: 'tag', values: RULES });
}

/** Only what another colour scheme can change. */
export function colours(page) {
  return run(page, { type: 'rule', values: COLOURS });
}

async function run(page, runOnly) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE);
  return page.evaluate(async (runOnly) => {
    const options = { runOnly, resultTypes: ['violations'] };
    const { violations } = await window.axe.run(document, options);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `axe ${id}: ${target.join(' ')}: ${failureSummary}`),
    );
  }, runOnly);
}
