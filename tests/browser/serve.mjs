// A web server for folders of finished pages: loopback only, any free port, nothing but GET.

import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.xml': 'application/xml',
  '.ics': 'text/calendar; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
};

/** Serves each site below its own path on a port of its own; sites get an `origin`. The returned function stops all. */
export async function serve(sites) {
  const servers = sites.map((site) => createServer((request, response) => answer(site, request, response)));
  await Promise.all(servers.map((server, index) => listen(server, sites[index])));
  return () => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  };
}

function listen(server, site) {
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      site.origin = `http://127.0.0.1:${server.address().port}`;
      done();
    });
  });
}

function answer(site, request, response) {
  const file = fileOf(site, new URL(request.url, 'http://127.0.0.1').pathname);
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('404');
    return;
  }
  response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
}

/** The file an address stands for; nothing outside the base of the site. */
export function fileOf(site, pathname) {
  const path = decodeURIComponent(pathname);
  if (!path.startsWith(site.base)) return undefined;
  const inside = normalize(path.slice(site.base.length));
  if (inside.startsWith('..')) return undefined;
  const file = join(site.folder, path.endsWith('/') ? join(inside, 'index.html') : inside);
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

/** The address of a page of a site. */
export function addressOf(site, file) {
  return site.origin + site.base + file.replace(/(^|\/)index\.html$/, '$1');
}
