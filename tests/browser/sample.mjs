// Which pages stand for a site: every type of page by its richest and its poorest, and whatever still shows something new.
//
// Invariant: the choice depends on the pages alone, so two runs look at the same ones.

import { read } from './sites.mjs';

const KINDS = 'notices|lectures|trainings|events|meetings|visits|flyers|guides|materials|reports';

/** Addresses of one type; what comes first wins. `{}` in a type stands for what the parentheses found. */
const TYPES = [
  [/^index\.html$/, 'city top'],
  [new RegExp(`^(?:[a-z]+/)?(?:${KINDS})/index\\.html$`), 'list'],
  [new RegExp(`^(?:[a-z]+/)?(?:${KINDS})/[0-9]+/index\\.html$`), 'later page of a list', 'reports'],
  [new RegExp(`^(?:[a-z]+/)?(${KINDS})/[^/]+/index\\.html$`), 'document of {}'],
  [/^(?:[a-z]+\/)?materials\/[^/]+\/(slides|check)\/index\.html$/, '{} of a material'],
  [/^(?:[a-z]+\/)?(hospitals|resources)\/index\.html$/, 'register of {}'],
  [/^(?:[a-z]+\/)?(?:hospitals|resources)\/[a-z-]+\/index\.html$/, 'part of a register'],
  [/^topics\/[^/]+\/index\.html$/, 'topic'],
  [/^(?:[a-z]+\/)?calendar\/index\.html$/, 'calendar'],
  [/^(?:[a-z]+\/)?calendar\/[0-9-]+\/index\.html$/, 'month'],
];

/** The type of the page at `file`; what no row knows is a type by its first folder, so new pages are never left out. */
function typeOf(file, wards) {
  const [first] = file.split('/');
  if (wards.has(first) && file.split('/').length === 2) return 'ward top';
  for (const [pattern, type, except] of TYPES) {
    const found = pattern.exec(file);
    if (found && !(except && file.includes(`${except}/`))) return type.replace('{}', found[1]);
  }
  return wards.has(first) ? `ward: ${file.split('/')[1]}` : first;
}

/** What a page shows: its elements with their classes and states. */
function parts(html) {
  const found = new Set();
  for (const [, element, attributes] of html.matchAll(/<([a-z][a-z0-9-]*)((?:\s[^>]*)?)>/g)) {
    const classes = /\sclass="([^"]*)"/.exec(attributes)?.[1] ?? '';
    const states = [...attributes.matchAll(/\s(data-[a-z-]+="[^"]*")/g)].map(([, state]) => state).filter((state) => !isValue(state));
    for (const name of classes.split(' ')) found.add([element, name, ...states].join(' '));
  }
  return found;
}

/** Days, names and the like are values and no states; every page would show something new. */
function isValue(state) {
  return ['data-day=', 'data-institution=', 'data-keys='].some((name) => state.startsWith(name));
}

/** The pages to visit, as `{site, file, type, html}`. */
export function choose(site) {
  const wards = new Set(site.files.map((file) => /^([a-z]+)\/lectures\/index\.html$/.exec(file)?.[1]));
  const types = new Map();
  for (const file of site.files) {
    const html = read(site, file);
    const page = { site, file, type: typeOf(file, wards), html, parts: parts(html) };
    types.set(page.type, [...(types.get(page.type) ?? []), page]);
  }
  const all = [...types.values()].flat();
  if (site.isParts) return all;
  const chosen = new Set();
  for (const pages of types.values()) {
    chosen.add(pages.reduce((best, page) => (page.parts.size > best.parts.size ? page : best)));
    chosen.add(pages.reduce((best, page) => (page.parts.size < best.parts.size ? page : best)));
  }
  // Tables of authors; those of months have many cells, but always seven in a row.
  chosen.add(all.filter((page) => !['calendar', 'month'].includes(page.type)).reduce((best, page) => (cells(page) > cells(best) ? page : best)));
  chosen.add(all.reduce((best, page) => (page.html.length > best.html.length ? page : best)));
  cover(all, chosen);
  return [...chosen];
}

/** Adds pages until every part that a page of the site shows is shown by a chosen one. */
function cover(all, chosen) {
  const seen = new Set([...chosen].flatMap((page) => [...page.parts]));
  const unseen = (page) => [...page.parts].filter((part) => !seen.has(part)).length;
  for (const page of all) {
    if (unseen(page) === 0) continue;
    chosen.add(page);
    for (const part of page.parts) seen.add(part);
  }
}

function cells(page) {
  return page.html.split('<td').length;
}
