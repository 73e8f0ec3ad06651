// The site of special cases, as other programs read it, and what has to be in it.

import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';

import { nodes } from './concerns/data.mjs';
import { lookAtEverything } from './everything.mjs';
import { EXPECTED, STATUSES, TITLES } from './expected.mjs';
import { readings } from './readings.mjs';
import { special, workplace } from './sites.mjs';

const { folder, remove } = workplace();
after(remove);

const { calendars, feeds, pages } = readings(special(folder));
lookAtEverything({ calendars, feeds, pages });

function reading(all, file) {
  const found = all.find((each) => each.file === file);
  assert.ok(found, `${file} is missing`);
  return found;
}

describe('special cases', () => {
  for (const [address, expected] of Object.entries(EXPECTED)) {
    it(`${address} is in its own calendar at its times`, () => {
      const { python } = reading(calendars, `${address}event.ics`);
      assert.deepEqual(python.happenings.map(([, start, end]) => [start, end]).sort(), expected);
      assert.ok(python.events.every(({ status }) => status === (STATUSES[address] ?? 'CONFIRMED')), JSON.stringify(python.events));
    });
  }

  it('what happens is in the calendars of the city, the ward, the kind and both', () => {
    for (const address of Object.keys(EXPECTED)) {
      const [, ward, kind] = address.split('/');
      const own = reading(calendars, `${address}event.ics`).python.happenings;
      for (const folder of ['/', `/${ward}/`, `/${kind}/`, `/${ward}/${kind}/`]) {
        const all = reading(calendars, `${folder}calendar.ics`).python.happenings.map(String);
        for (const happening of own) assert.ok(all.includes(String(happening)), `${happening} is not in ${folder}calendar.ics`);
      }
    }
  });

  it('what is undecided is in no calendar', () => {
    const events = calendars.flatMap(({ python }) => python.events);
    assert.deepEqual(events.filter(({ url }) => url.includes('undecided')), []);
  });

  it('a place on the map is read by every program', () => {
    const address = '/kita/events/2026-11-02-midnight/';
    const { python, icaljs } = reading(calendars, `${address}event.ics`);
    for (const { events } of [python, icaljs]) assert.deepEqual(events[0].geo.map(Number), [34.6937, 135.5022]);
    const { texts } = reading(pages, `${address}index.html`);
    const places = nodes(texts).map(({ location }) => location?.geo).filter(Boolean);
    assert.deepEqual(places, [{ '@type': 'GeoCoordinates', latitude: '34.6937', longitude: '135.5022' }]);
  });

  it('300 events of a month are in one calendar', () => {
    const { events } = reading(calendars, '/nishi/events/calendar.ics').python;
    assert.equal(events.filter(({ url }) => url.includes('-crowd-')).length, 300);
  });

  for (const [address, title] of Object.entries(TITLES)) {
    it(`the title of ${address} is read as it was written`, () => {
      const [event] = reading(calendars, `${address}event.ics`).python.events;
      assert.equal(event.summary, title);
      const [, ward] = address.split('/');
      const entry = reading(feeds, `/${ward}/feed.xml`).python.entries.find(({ id }) => id.endsWith(address));
      assert.equal(entry?.title, title);
      const { texts } = reading(pages, `${address}index.html`);
      assert.ok(nodes(texts).some(({ name }) => name === title), `${title} is not in the structured data`);
    });
  }
});
