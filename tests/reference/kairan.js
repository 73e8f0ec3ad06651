// Runs the example program of kairan, which turns Markdown into HTML.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? `${root}target`;
const program = `${target}/debug/examples/markdown`;

/** The HTML of each text. `reader` is "kairan", or "plain" for pulldown-cmark alone. */
export function html(texts, reader = "kairan") {
  assert.ok(existsSync(program), `${program} is missing: cargo build --example markdown`);
  assert.ok(texts.every((text) => !text.includes("\0")), "NUL ends a text");
  const input = texts.map((text) => `${text}\0`).join("");
  const run = spawnSync(program, [reader], { input, maxBuffer: 2 ** 30, encoding: "utf8" });
  assert.equal(run.status, 0, run.stderr);
  const pages = run.stdout.split("\0");
  assert.equal(pages.pop(), "");
  assert.equal(pages.length, texts.length);
  return pages;
}
