// Files that are broken on purpose: every concern finds its fault, so that none can fall silent.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, it } from 'node:test';

import * as calendars from './concerns/calendars.mjs';
import * as data from './concerns/data.mjs';
import * as feeds from './concerns/feeds.mjs';
import { lines } from './concerns/lines.mjs';
import { gaps, listed, months } from './concerns/months.mjs';
import { sameEntries, sameEvents } from './concerns/sameness.mjs';
import { together } from './concerns/together.mjs';
import { dataBlocks, page } from './html.mjs';
import { readings } from './readings.mjs';
import { broken, CALENDAR, DATA, DATA_CALENDAR, FEED, MONTH, MONTH_CALENDAR } from './samples.mjs';
import { workplace } from './sites.mjs';
import { judge } from './vocabulary.mjs';

const { folder, remove } = workplace();
after(remove);

/** Each row: the concern, what it finds, what is right in the sample and the wrong that stands in its place. */
const BROKEN_CALENDARS = [
  [lines, 'octets', 'SUMMARY:毎月の見本', `SUMMARY:${'あ'.repeat(25)}`],
  [lines, 'control character', 'SUMMARY:毎月の見本\r\n', 'SUMMARY:毎月の見本\n'],
  [lines, 'is empty', 'END:VCALENDAR', '\r\nEND:VCALENDAR'],
  [lines, 'has no end', 'END:VCALENDAR\r\n', 'END:VCALENDAR'],
  [calendars.readable, 'icalendar: ', 'DTEND;VALUE=DATE:20261206', 'DTEND;VALUE=DATE:20261232'],
  [calendars.readable, 'ical.js: ', 'SEQUENCE:2', 'SEQUENCE'],
  [calendars.agreement, 'start of monthly', 'TZOFFSETTO:+0900', 'TZOFFSETTO:+1000'],
  [calendars.agreement, 'what happens', 'BYDAY=2TU', 'BYDAY=2TU,SU;BYSETPOS=-1'],
  [calendars.repetition, 'what repeats', 'BYDAY=2TU', 'BYDAY=2TU,SU;BYSETPOS=-1'],
  [calendars.identity, 'stands twice', 'UID:monthly@', 'UID:day@'],
  [calendars.identity, 'has no UID', 'UID:day@kairan.example.jp\r\n', ''],
  [calendars.zones, 'is not defined', 'TZID:Asia/Tokyo', 'TZID:Japan'],
  [calendars.zones, 'is not the zone', 'DTEND;TZID=Asia/Tokyo', 'DTEND;TZID=Asia/Seoul'],
  [calendars.zones, 'in no zone', /;TZID=Asia.Tokyo:/g, ':'],
  [calendars.ends, 'ends when it starts', 'DTEND;VALUE=DATE:20261206', 'DTEND;VALUE=DATE:20261205'],
  [calendars.ends, 'ends with a time', 'DTEND;VALUE=DATE:20261206', 'DTEND:20261206T000000Z'],
  [calendars.silence, 'METHOD is there', 'VERSION:2.0', 'VERSION:2.0\r\nMETHOD:PUBLISH'],
  [calendars.silence, 'VALARM is there', 'SEQUENCE:2', 'SEQUENCE:2\r\nBEGIN:VALARM\r\nACTION:AUDIO\r\nTRIGGER:-PT30M\r\nEND:VALARM'],
  [calendars.versions, 'SEQUENCE 3, 2 days', 'SEQUENCE:2', 'SEQUENCE:3'],
  [calendars.versions, 'LAST-MODIFIED 2026-11-03', 'LAST-MODIFIED:20261102', 'LAST-MODIFIED:20261103'],
  [calendars.versions, 'after the build', /20261102/g, '20261130'],
  [calendars.versions, 'no address', 'URL:https://kairan.example.jp/kita/events/2026-11-01-day/', 'URL:https://kairan.example.jp/'],
];

const BROKEN_FEEDS = [
  [feeds.readable, 'schema: ', '<title>見本の展示</title>', ''],
  [feeds.readable, 'schema: ', '<updated>2026-11-03T00:00:00+09:00</updated>\n<author>', '<updated>2026-11-03</updated>\n<author>'],
  [feeds.readable, 'feedparser: ', '</entry>', ''],
  [feeds.readable, 'version is', 'http://www.w3.org/2005/Atom', 'http://www.w3.org/2004/Atom'],
  [feeds.rules, 'has no author', '<author><name>北区役所</name></author>', ''],
  [feeds.rules, 'neither a link nor content', /<link href[^>]*>|<content.*<\/content>/g, ''],
  [feeds.identity, 'is not a tag', 'tag:kairan.example.jp,2026:/kita/events', 'https://kairan.example.jp/kita/events'],
  [feeds.identity, 'stands twice', 'tag:kairan.example.jp,2026:/kita/events/2026-11-01-day/', 'tag:kairan.example.jp,2026:/kita/'],
  [feeds.ages, 'after the build', /2026-11-03/g, '2026-11-23'],
  [feeds.ages, 'its entries are not', '2026-11-03', '2026-11-22'],
  [feeds.links, 'is not whole', 'a href="https://kairan.example.jp/"', 'a href="/kita/"'],
  [feeds.links, 'is not whole', 'link href="https://kairan.example.jp/', 'link href="/'],
  [feeds.links, 'where it is', 'rel="self"', 'rel="related"'],
];

const BROKEN_DATA = [
  [data.readable, 'a tag', '見本の展示', '<script>'],
  [data.readable, 'SyntaxError', '"見本の展示"', '"</script>"'],
  [data.readable, 'not of schema.org', 'https://schema.org"', 'https://example.jp"'],
  [data.events, 'no name', '"name":"見本の展示",', ''],
  [data.events, 'no startDate', 'startDate', 'start'],
  [data.events, 'no location', 'location', 'place'],
  [data.events, 'neither name nor address', ',"name":"見本区民センター"', ''],
  [data.events, 'before it starts', '2026-12-05T15:30', '2026-12-05T13:30'],
  [data.values, 'not a moment', '14:00:00+09:00', '14:00:00'],
  [data.values, 'not a moment', '2026-12-05T14', '2026-13-05T14'],
  [data.values, 'not whole', 'https://kairan.example.jp/kita', '/kita'],
  [vocabulary, 'startDay', 'startDate', 'startDay'],
  [vocabulary, 'EventUnknown', 'EventScheduled', 'EventUnknown'],
  [vocabulary, 'Happening', '"@type":"Event"', '"@type":"Happening"'],
  [vocabulary, 'nom', '"Place","name"', '"Place","nom"'],
];

const BROKEN_TOGETHER = [
  [together, '2026-12-05T05:30:00Z to 2026-12-05T06:30:00Z, EventScheduled is on the page alone', '14:00', '14:30'],
  [together, 'T07:30:00Z, EventScheduled is on the page alone', '15:30', '16:30'],
  [together, 'EventCancelled is on the page alone', 'EventScheduled', 'EventCancelled'],
  [together, '0 events on the page, 1 in the file', '"Event"', '"Thing"'],
];

const BROKEN_MONTHS = [
  [months, '2026-12-01 /kita/events/2026-11-01-week/ 2026-11-28 is in the file alone', 'data-day="2026-12-01"', ''],
  [months, '2026-12-09 /kita/events/2026-11-01-night/', 'data-day="2026-12-08"', 'data-day="2026-12-09"'],
  [months, 'T11:00:00Z is on the page alone', '21:00', '20:00'],
  [months, 'is on the page alone', 'events/2026-11-01-night', 'events/2026-11-01-day'],
  [months, 'night/ 2026-12-08T12:00:00Z is on the page alone', /<li><time datetime="2026-12-08.*<.a><.li>/, '$&$&'],
];

function vocabulary({ texts }) {
  return judge(texts.map((text) => ({ page: '/', value: JSON.parse(text) })));
}

/** Calls `look` on the sample and on the broken one of each row, for it to give the concern what it asks for. */
function check(rows, sample, look) {
  for (const [concern, words, right, wrong] of rows) {
    const [good, bad] = [look(sample), look(broken(sample, right, wrong))];
    it(`${concern.name} finds "${words}"`, () => {
      assert.deepEqual(concern(good()), [], 'the sample is right');
      const found = concern(bad());
      assert.ok(found.some((fault) => fault.includes(words)), JSON.stringify(found));
    });
  }
}

/** Files are written first and read at once, as a program that starts for each of them would take its time. */
const written = [];
let read;

function file(end) {
  return (text) => {
    const name = `${written.length}${end}`;
    written.push(name);
    writeFileSync(join(folder, name), text);
    return () => {
      read ??= readings({ folder: `${folder}/`, files: written });
      return [...read.calendars, ...read.feeds].find((reading) => reading.file === `/${name}`);
    };
  };
}

function block(text) {
  const texts = dataBlocks(page(`<!doctype html><title>見本</title><script type="application/ld+json">${text}</script>`));
  return () => ({ file: '/kita/events/2026-11-01-day/index.html', texts });
}

check(BROKEN_CALENDARS, CALENDAR, file('.ics'));
check(BROKEN_FEEDS, FEED, file('feed.xml'));
check(BROKEN_DATA, DATA, block);
check(BROKEN_TOGETHER, DATA, (text) => () => ({ texts: [text], calendar: DATA_CALENDAR }));
check(BROKEN_MONTHS, MONTH, (html) => () => ({ month: '2026-12', list: listed(page(html)), calendar: MONTH_CALENDAR }));

it('lines finds a character that is divided by a fold', () => {
  const whole = Buffer.from(CALENDAR);
  const middle = whole.indexOf('毎') + 1;
  const bytes = Buffer.concat([whole.subarray(0, middle), Buffer.from('\r\n '), whole.subarray(middle)]);
  assert.deepEqual(lines({ bytes: whole }), []);
  assert.equal(lines({ bytes }).filter((fault) => fault.includes('divides a character')).length, 2);
});

it('sameEvents and sameEntries find what differs in two files', () => {
  const [day, moved] = ['2026-12-05', '2026-12-06'];
  const files = (name, parts) => parts.map((part, index) => ({ file: `/${index}`, python: { [name]: [part] } }));
  assert.deepEqual(sameEvents(files('events', [{ uid: 'day', start: day }, { uid: 'day', start: day }])), []);
  assert.equal(sameEvents(files('events', [{ uid: 'day', start: day }, { uid: 'day', start: moved }])).length, 1);
  assert.deepEqual(sameEntries(files('entries', [{ id: 'tag:day', title: '見本' }, { id: 'tag:day', title: '例' }])), []);
  assert.equal(sameEntries(files('entries', [{ id: 'tag:day', updated: day }, { id: 'tag:day', updated: moved }])).length, 1);
});

it('gaps finds a month without a page', () => {
  assert.deepEqual(gaps({ shown: ['2026-11', '2026-12', '2027-01'], calendar: MONTH_CALENDAR }), []);
  assert.deepEqual(gaps({ shown: ['2026-11', '2027-01'], calendar: MONTH_CALENDAR }), ['2026-12 has no page']);
});
