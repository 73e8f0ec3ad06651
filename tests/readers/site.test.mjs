// Every calendar, every feed and the data of every page of the sites, with every concern.

import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';

import * as calendars from './concerns/calendars.mjs';
import * as data from './concerns/data.mjs';
import * as feeds from './concerns/feeds.mjs';
import { lines } from './concerns/lines.mjs';
import { readings } from './readings.mjs';
import { published, special, workplace } from './sites.mjs';
import { judge } from './vocabulary.mjs';

const { folder, remove } = workplace();
after(remove);

/** The first faults of all files, each with its file. */
function assertRight(files, concern) {
  assert.ok(files.length > 0, 'there is nothing to read');
  const found = files.flatMap((file) => concern(file).map((fault) => `${file.file}: ${fault}`));
  assert.deepEqual(found.slice(0, 20), [], `${found.length} faults`);
}

for (const site of [published(folder), special(folder)]) {
  const read = readings(site);

  describe(`calendars of the site "${site.name}"`, () => {
    for (const concern of [lines, ...Object.values(calendars)]) {
      it(concern.name, () => assertRight(read.calendars, concern));
    }
  });

  describe(`feeds of the site "${site.name}"`, () => {
    for (const concern of Object.values(feeds)) {
      it(concern.name, () => assertRight(read.feeds, concern));
    }
  });

  describe(`structured data of the site "${site.name}"`, () => {
    const pages = read.pages.filter(({ texts }) => texts.length > 0);
    for (const concern of [data.readable, data.events, data.values]) {
      it(concern.name, () => assertRight(pages, ({ texts }) => concern(texts)));
    }
    it('vocabulary', () => {
      const blocks = pages.flatMap(({ file, texts }) => texts.map((text) => ({ page: file, value: JSON.parse(text) })));
      assert.ok(blocks.length > 0, 'there is nothing to read');
      assert.deepEqual(judge(blocks).slice(0, 20), []);
    });
  });
}
