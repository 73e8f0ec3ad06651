// What happens in the manuscripts below `content/`, worked out by hand: a start and an end each, both days or both instants in UTC.

/** By the folder of the manuscript in the site. */
export const EXPECTED = {
  '/kita/events/2024-01-15-leap-day-past/': [['2024-02-29T01:00:00Z', '2024-02-29T03:00:00Z']],
  '/kita/events/2026-11-01-leap-day/': [['2028-02-29', '2028-03-01']],
  '/kita/events/2026-11-01-new-year/': [['2026-12-31T13:00:00Z', '2026-12-31T21:00:00Z']],
  '/kita/events/2026-11-01-fiscal-year/': [['2027-03-28', '2027-04-04']],
  '/nishi/events/2026-11-02-week/': [['2026-12-14', '2026-12-19']],
  '/kita/events/2026-11-02-midnight/': [['2026-12-07T15:00:00Z', '2026-12-07T16:30:00Z']],
  '/kita/events/2026-11-02-day-end/': [['2026-12-08T12:00:00Z', '2026-12-08T15:00:00Z']],
  '/kita/events/2026-11-02-open-end/': [['2026-12-09T05:00:00Z', '2026-12-09T05:00:00Z']],
  '/kita/lectures/2026-11-03-sessions/': [
    ['2027-01-16T05:00:00Z', '2027-01-16T06:30:00Z'],
    ['2027-01-23T05:00:00Z', '2027-01-23T06:30:00Z'],
    ['2027-02-06T01:00:00Z', '2027-02-06T02:00:00Z'],
  ],
  '/kita/lectures/2026-11-03-cancelled/': [['2026-12-05T05:00:00Z', '2026-12-05T06:30:00Z']],
  '/kita/lectures/2026-11-03-postponed/': [['2026-12-05T05:00:00Z', '2026-12-05T06:30:00Z']],
  '/kita/trainings/2026-11-03-full/': [['2026-12-05T05:00:00Z', '2026-12-05T06:30:00Z']],
  '/kita/events/2026-11-05-monthly/': [
    ['2026-12-08T05:00:00Z', '2026-12-08T06:30:00Z'],
    ['2027-02-09T05:00:00Z', '2027-02-09T06:30:00Z'],
    ['2027-03-09T05:00:00Z', '2027-03-09T06:30:00Z'],
  ],
  '/kita/events/2026-11-05-weekly/': each(['2026-12-02', '2026-12-09', '2026-12-23'], '01', '03'),
  '/kita/events/2026-11-08-odd-saturdays/': each(['2026-12-05', '2026-12-19', '2027-01-02', '2027-01-16', '2027-01-30'], '01', '02'),
  '/kita/events/2026-11-08-last-sundays/': each(['2026-12-27', '2027-01-31', '2027-02-28'], '00', '01'),
  '/kita/events/2026-11-08-fortnightly/': each(['2026-12-02', '2026-12-16', '2026-12-30', '2027-01-13', '2027-01-27'], '04', '05'),
  '/kita/events/2026-11-08-thirty-first/': each(['2026-12-31', '2027-01-31', '2027-03-31', '2027-05-31'], '01', '02'),
  '/kita/events/2026-11-08-pausing/': each(
    ['2026-12-21', '2026-12-23', '2026-12-28', '2027-01-04', '2027-01-06', '2027-01-13', '2027-01-18', '2027-01-20'], '01', '03'),
  '/kita/events/2026-11-08-all-day/': [['2026-12-20', '2026-12-21'], ['2027-01-17', '2027-01-18'], ['2027-02-21', '2027-02-22']],
  '/kita/events/2026-11-08-late/': each(['2026-12-05', '2026-12-12', '2026-12-19', '2026-12-26'], '12', '15'),
  '/kita/events/2026-11-08-both/': each(['2026-12-06', '2027-02-05', '2027-03-05'], '01', '03'),
};

/** The same hours, of UTC, on each of some days. */
function each(days, start, end) {
  return days.map((day) => [start, end].map((hour) => `${day}T${hour}:00:00Z`));
}

/** STATUS of RFC 5545, section 3.8.1.11, where it is not CONFIRMED. */
export const STATUSES = {
  '/kita/lectures/2026-11-03-cancelled/': 'CANCELLED',
  '/kita/lectures/2026-11-03-postponed/': 'TENTATIVE',
};

/** The titles that are hard to write. */
export const TITLES = {
  '/kita/events/2026-11-04-marks/': '区切り, や; や: や\\ や\\n や\\\\, や "引用" の催し',
  '/kita/events/2026-11-04-tags/': '終わりの]]> と </script><script>alert(1)</script> と <!--<script> の催し',
  '/kita/events/2026-11-04-characters/': '𠮷野家の👪と🈳と𩸽の催し',
};
