// What a feed says. A concern takes `{python, schema, today}` of one file, `schema` being what Jing says about it, and returns sentences
// about what is wrong.

import { tokyoDay } from '../days.mjs';
import { addresses } from '../html.mjs';

/** It is Atom by its schema, and feedparser reads it without complaint. */
export function readable({ python, schema }) {
  const version = python.version === 'atom10' ? [] : [`feedparser: version is ${python.version}`];
  return [...schema.map((fault) => `schema: ${fault}`), ...python.complaints.map((fault) => `feedparser: ${fault}`), ...version];
}

/** The two rules that stand in the schema as Schematron, which Jing does not read. */
export function rules({ python }) {
  return python.entries.flatMap(({ id, author, links, contents }) => {
    const found = author || python.author ? [] : [`${id} has no author`];
    return links.some(({ rel }) => rel === 'alternate') || contents.length ? found : [...found, `${id} has neither a link nor content`];
  });
}

/** RFC 4151: a tag names its owner and a day, so that it stays true when the site moves. */
const TAG = /^tag:[a-z0-9.-]+,\d{4}(?:-\d{2}(?:-\d{2})?)?:[\w\-.~!$&'()*+,;=:@/?%]+$/;

export function identity({ python }) {
  const ids = [python, ...python.entries].map(({ id }) => id);
  return ids.flatMap((id, index) => {
    const found = TAG.test(id ?? '') ? [] : [`${id} is not a tag`];
    return ids.indexOf(id) === index ? found : [...found, `${id} stands twice`];
  });
}

/** No entry is newer than the build, and the feed is as new as its newest entry. */
export function ages({ python, today }) {
  const found = python.entries
    .filter(({ updated }) => tokyoDay(updated) > today)
    .map(({ id, updated }) => `${id} is updated on ${updated}, after the build`);
  const newest = python.entries.map(({ updated }) => Date.parse(updated)).sort((a, b) => b - a)[0];
  const isAsNew = newest === undefined || Date.parse(python.updated) === newest;
  return isAsNew ? found : [...found, `the feed is updated on ${python.updated}, its entries are not`];
}

/** A reader shows an entry far from the site, so every address is whole. */
export function links({ python }) {
  const outside = [...python.links, ...python.entries.flatMap(({ links }) => links)].map(({ href }) => href);
  const inside = python.entries.flatMap(({ contents }) => contents.flatMap(({ value }) => addresses(value)));
  const found = [...outside, ...inside].filter((address) => !isWhole(address)).map((address) => `${address} is not whole`);
  return python.links.some(({ rel }) => rel === 'self') ? found : [...found, 'the feed does not say where it is'];
}

function isWhole(address) {
  return /^(?:https?:\/\/|mailto:.|tel:.)/.test(address) && URL.canParse(address);
}
