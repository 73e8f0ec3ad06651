// Days of the calendar as `YYYY-MM-DD`, and the day on which a moment is in Japan, which has no summer time.

const TOKYO_MS = 9 * 3_600_000;
const DAY_MS = 86_400_000;

/** The day in Japan of a day or of an instant. */
export function tokyoDay(moment) {
  return moment.includes('T') ? new Date(Date.parse(moment) + TOKYO_MS).toISOString().slice(0, 10) : moment;
}

export function daysBetween(first, last) {
  return (Date.parse(last) - Date.parse(first)) / DAY_MS;
}

/** The day `count` days later. */
export function later(day, count) {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}
