// Every calendar, every feed, every month and the data of every page of a site, with every concern.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import * as calendars from './concerns/calendars.mjs';
import * as data from './concerns/data.mjs';
import * as feeds from './concerns/feeds.mjs';
import { lines } from './concerns/lines.mjs';
import { gaps, monthOf, months } from './concerns/months.mjs';
import { sameEntries, sameEvents } from './concerns/sameness.mjs';
import { together } from './concerns/together.mjs';
import { judge } from './vocabulary.mjs';

/** Looks at what `readings` has found in a site. */
export function lookAtEverything({ calendars: files, feeds: news, pages }) {
  describe('calendars', () => {
    for (const concern of [lines, ...Object.values(calendars)]) it(concern.name, () => assertRight(files, concern));
    it(sameEvents.name, () => assert.deepEqual(sameEvents(files).slice(0, 20), []));
  });

  describe('feeds', () => {
    for (const concern of Object.values(feeds)) it(concern.name, () => assertRight(news, concern));
    it(sameEntries.name, () => assert.deepEqual(sameEntries(news).slice(0, 20), []));
  });

  describe('months', () => {
    it('lists say the same as calendar files', () => {
      const lists = monthReadings(pages, files);
      assertRight(lists, months);
      assert.ok(lists.some(({ list }) => list.length > 0), 'no list says that anything happens');
    });
    it('no month is left out', () => assertRight(shownMonths(pages, files), gaps));
  });

  describe('structured data', () => {
    const withData = pages.filter(({ texts }) => texts.length > 0);
    for (const concern of [data.readable, data.events, data.values]) it(concern.name, () => assertRight(withData, concern));
    it('pages say the same as their calendar files', () => {
      const own = files.filter(({ file }) => file.endsWith('/event.ics'));
      assertRight(own.map(({ file, python }) => ({ file, texts: beside(file, pages).texts, calendar: python })), together);
    });
    it('vocabulary', () => {
      const blocks = withData.flatMap(({ file, texts }) => texts.map((text) => ({ page: file, value: JSON.parse(text) })));
      assert.ok(blocks.length > 0, 'there is nothing to read');
      assert.deepEqual(judge(blocks).slice(0, 20), []);
    });
  });
}

/** The first faults of all files, each with its file. */
function assertRight(files, concern) {
  assert.ok(files.length > 0, 'there is nothing to read');
  const found = files.flatMap((file) => concern(file).map((fault) => `${file.file}: ${fault}`));
  assert.deepEqual(found.slice(0, 20), [], `${found.length} faults`);
}

/** The page that a calendar file is about. */
function beside(file, pages) {
  const page = pages.find((page) => page.file === file.replace('event.ics', 'index.html'));
  assert.ok(page, `${file} is without a page`);
  return page;
}

/** The lists of months, with the calendar of the same ward. Pages of the city that a ward shows are known at the city's address. */
function monthReadings(pages, files) {
  const canonicals = new Map(pages.map(({ file, canonical }) => [file, canonical]));
  const known = (happening) => ({ ...happening, address: canonicals.get(`${happening.address}index.html`) ?? happening.address });
  return pages.filter(({ list }) => list).map(({ file, list }) => {
    const { month, calendar } = monthOf(file);
    const beside = files.find((reading) => reading.file === calendar);
    assert.ok(beside, `${calendar} is missing`);
    return { file, month, list: list.map(known), calendar: beside.python };
  });
}

/** The months that have a page, by the calendar beside them. */
function shownMonths(pages, files) {
  const found = pages.map(({ file }) => monthOf(file)).filter(Boolean);
  const beside = files.filter(({ file }) => found.some(({ calendar }) => calendar === file));
  return beside.map(({ file, python }) => {
    const shown = found.filter(({ calendar }) => calendar === file).map(({ month }) => month);
    return { file, shown, calendar: python };
  });
}
