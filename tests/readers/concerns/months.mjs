// The list of a month page beside the calendar file of the same ward. The concern takes `{month, list, calendar}` and returns sentences
// about what stands in one of them alone.

import { attribute, page, within } from '../html.mjs';
import { later, tokyoDay } from '../days.mjs';

/** The month that a page is about and the calendar file beside it, or nothing for another page. */
export function monthOf(file) {
  const [, folder, month] = /^(.*\/)calendar\/(\d{4}-\d{2})\/index\.html$/.exec(file) ?? [];
  return month && { month, calendar: `${folder}calendar.ics` };
}

/** What the list says happens, as `2026-12-05 /kita/lectures/…/`. */
export function listed(html) {
  const days = page(html).filter((element) => attribute(element, 'data-day'));
  return days.flatMap((day) => {
    const links = within(day).filter((element) => element.tagName === 'a').map((link) => attribute(link, 'href'));
    return links.map((address) => `${attribute(day, 'data-day')} ${new URL(address, 'https://kairan.example.jp/').pathname}`);
  });
}

/** What the calendar says happens in the month; what goes on for days stands on the first of them in the month. */
export function announced({ events, happenings }, month) {
  const paths = new Map(events.map(({ uid, url }) => [uid, new URL(url).pathname]));
  return happenings.flatMap(([uid, start, end]) => {
    const [first, last] = [tokyoDay(start), lastDay(start, end)];
    if (first.slice(0, 7) > month || last.slice(0, 7) < month) return [];
    return [`${first < month ? `${month}-01` : first} ${paths.get(uid)}`];
  });
}

/** Both say the same. */
export function months({ month, list, calendar }) {
  const [onPage, inFile] = [new Set(list), new Set(announced(calendar, month))];
  return [
    ...[...onPage].filter((happening) => !inFile.has(happening)).map((happening) => `${happening} is on the page alone`),
    ...[...inFile].filter((happening) => !onPage.has(happening)).map((happening) => `${happening} is in the file alone`),
  ];
}

/** An end is not part of what it ends, so at midnight it is the day before. */
function lastDay(start, end) {
  if (!end || end === start) return tokyoDay(start);
  return end.includes('T') ? tokyoDay(new Date(Date.parse(end) - 1).toISOString()) : later(end, -1);
}
