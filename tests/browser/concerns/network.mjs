// What a page says and asks for while it is looked at: nothing on the console, nothing missing, no other host.

import { fileOf } from '../serve.mjs';

/** Listens from before a page is opened; the returned function tells what was heard. */
export function listen(page, site) {
  const found = new Set();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) found.add(`network: console: ${message.text()}`);
  });
  page.on('pageerror', (error) => found.add(`network: script: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== 'data:' && origin !== site.origin) found.add(`network: asks for ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) found.add(`network: ${response.status()} ${response.url()}`);
  });
  return () => [...found];
}

/** Links of the page that lead nowhere inside the site. */
export async function links(page, site) {
  const addresses = await page.evaluate(() => {
    const here = location.href.split('#')[0];
    const target = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const all = [...document.querySelectorAll('a[href], link[href]')];
    const lost = all.filter((link) => link.hash && link.href.startsWith(`${here}#`) && !target(link));
    return { lost: lost.map((link) => link.hash), all: all.map((link) => link.href) };
  });
  const isOurs = (url) => url.origin === site.origin;
  const ours = [...new Set(addresses.all)].map((address) => new URL(address)).filter(isOurs);
  return [
    ...addresses.lost.map((hash) => `network: ${hash} is not on the page`),
    ...ours.filter((url) => !fileOf(site, url.pathname)).map((url) => `network: ${url.pathname} leads nowhere`),
  ];
}
