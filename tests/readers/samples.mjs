// Small files that are right, for tests that break them.

/** A calendar with a day, a time and a repetition. */
export const CALENDAR = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//kairan//test//JA
BEGIN:VTIMEZONE
TZID:Asia/Tokyo
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0900
TZOFFSETTO:+0900
TZNAME:JST
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:day@kairan.example.jp
DTSTAMP:20261102T150000Z
LAST-MODIFIED:20261102T150000Z
SEQUENCE:2
DTSTART;VALUE=DATE:20261205
DTEND;VALUE=DATE:20261206
SUMMARY:見本の展示\\, その1
URL:https://kairan.example.jp/kita/events/2026-11-01-day/
END:VEVENT
BEGIN:VEVENT
UID:monthly@kairan.example.jp
DTSTAMP:20261031T150000Z
LAST-MODIFIED:20261031T150000Z
SEQUENCE:0
DTSTART;TZID=Asia/Tokyo:20261208T140000
DTEND;TZID=Asia/Tokyo:20261208T153000
RRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=4
EXDATE;TZID=Asia/Tokyo:20270112T140000
SUMMARY:毎月の見本
URL:https://kairan.example.jp/kita/events/2026-11-01-monthly/
END:VEVENT
END:VCALENDAR
`.replaceAll('\n', '\r\n');

export const FEED = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">
<id>tag:kairan.example.jp,2026:/kita/</id>
<title>見本</title>
<updated>2026-11-03T00:00:00+09:00</updated>
<author><name>北区役所</name></author>
<link rel="self" href="https://kairan.example.jp/kita/feed.xml"/>
<entry>
<id>tag:kairan.example.jp,2026:/kita/events/2026-11-01-day/</id>
<title>見本の展示</title>
<updated>2026-11-03T00:00:00+09:00</updated>
<link href="https://kairan.example.jp/kita/events/2026-11-01-day/"/>
<summary>見本です。</summary>
<content type="html">&lt;p&gt;&lt;a href="https://kairan.example.jp/"&gt;見本&lt;/a&gt;&lt;/p&gt;</content>
</entry>
</feed>
`;

/** What a page says of an event; all of its times are in `DATA_CALENDAR`. */
export const DATA = JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'Event',
  name: '見本の展示',
  startDate: '2026-12-05T14:00:00+09:00',
  endDate: '2026-12-05T15:30:00+09:00',
  eventStatus: 'https://schema.org/EventScheduled',
  location: { '@type': 'Place', name: '見本区民センター' },
  url: 'https://kairan.example.jp/kita/events/2026-11-01-day/',
});

/** What the calendar file of that page says, as a program reads it. */
export const DATA_CALENDAR = {
  events: [{ uid: 'day', status: 'CONFIRMED' }],
  happenings: [['day', '2026-12-05T05:00:00Z', '2026-12-05T06:30:00Z']],
};

/** The list of a month in which something ends at midnight and something else goes on since the month before. */
export const MONTH = `<!doctype html><title>見本</title><ol>
<li data-day="2026-12-01"><h3><time datetime="2026-12-01">1日</time></h3><ul>
<li><time datetime="2026-11-28">11月28日から</time> <a href="/kita/events/2026-11-01-week/">1週間の展示</a></li></ul></li>
<li data-day="2026-12-08"><h3><time datetime="2026-12-08">8日</time></h3><ul>
<li><time datetime="2026-12-08T21:00">21時</time> <a href="/kita/events/2026-11-01-night/">夜の催し</a></li></ul></li>
</ol>`;

/** What that month has, as a program reads it in a calendar. */
export const MONTH_CALENDAR = {
  events: [
    { uid: 'week', url: 'https://kairan.example.jp/kita/events/2026-11-01-week/' },
    { uid: 'night', url: 'https://kairan.example.jp/kita/events/2026-11-01-night/' },
    { uid: 'january', url: 'https://kairan.example.jp/kita/events/2026-11-01-january/' },
  ],
  happenings: [
    ['january', '2027-01-01', '2027-01-02'],
    ['night', '2026-12-08T12:00:00Z', '2026-12-08T15:00:00Z'],
    ['night', '2026-11-30T12:00:00Z', '2026-11-30T15:00:00Z'],
    ['week', '2026-11-28', '2026-12-05'],
  ],
};

/** The sample with a text in place of another, which must be in it; `$&` in the new text is the old one. */
export function broken(sample, right, wrong) {
  const text = sample.replace(right, wrong);
  if (text === sample) throw new Error(`${right} is not in the sample`);
  return text;
}
