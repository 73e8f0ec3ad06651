// One Chromium for a whole test file, and pages of it that cannot reach anything but this machine.

import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** Debian's Chromium, or the one `CHROMIUM` names. */
const PROGRAM = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);

export function launch() {
  if (!PROGRAM) throw new Error('Chromium が見つかりません。「apt-get install chromium」で入れるか、CHROMIUM に場所を書いてください。');
  return chromium.launch({
    executablePath: PROGRAM,
    // As root in a container Chromium runs only without its sandbox; it opens nothing but our own pages.
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu', '--disable-background-networking', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
}

/** Noon of the day of the sample content, which pages take for now: they correct themselves by the clock. */
const NOW = '2026-11-22T12:00:00+09:00';

/** A page of its own context, so that pages in parallel do not share focus, media or size. */
export async function open(browser, { at = NOW, javaScriptEnabled = true } = {}) {
  const context = await browser.newContext({
    javaScriptEnabled,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 900 },
  });
  await context.clock.setFixedTime(at);
  return context.newPage();
}
