// Everything in a site that other programs read, with what they read in it.

import { join } from 'node:path';

import { listed, monthOf } from './concerns/months.mjs';
import { canonical, dataBlocks, page } from './html.mjs';
import { read } from './icaljs.mjs';
import { facts } from './python.mjs';
import { validate } from './schema.mjs';
import { bytes, TODAY } from './sites.mjs';

/** `{calendars, feeds, pages}` of a site; what each has is what the concerns about it ask for. */
export function readings(site) {
  const pathsOf = (end) => site.files.filter((file) => file.endsWith(end)).map((file) => join(site.folder, file));
  const [calendars, feeds] = [pathsOf('.ics'), pathsOf('feed.xml')];
  const python = facts({ calendars, feeds });
  const schema = validate(feeds);
  const named = (path) => ({ file: `/${path.slice(site.folder.length)}`, today: TODAY });
  return {
    calendars: calendars.map((path) => ({ ...named(path), ...readCalendar(site, path), python: python.calendars[path] })),
    feeds: feeds.map((path) => ({ ...named(path), python: python.feeds[path], schema: schema.get(path) })),
    pages: site.files.filter((file) => file.endsWith('.html')).map((file) => readPage(site, file)),
  };
}

function readCalendar(site, path) {
  const written = bytes(site, path.slice(site.folder.length));
  return { bytes: written, icaljs: read(written.toString()) };
}

/** A page as `{file, canonical, texts}`, with the `list` of a month. */
function readPage(site, name) {
  const file = `/${name}`;
  const elements = page(bytes(site, name).toString());
  const list = monthOf(file) && listed(elements);
  return { file, canonical: canonical(elements), texts: dataBlocks(elements), list };
}
