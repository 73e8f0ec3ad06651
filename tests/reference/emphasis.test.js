// Emphasis as markdown-it reads it with the CommonMark CJK-friendly Amendments, over generated texts and over every character.

import assert from "node:assert/strict";
import { test } from "node:test";
import MarkdownIt from "markdown-it";
import cjkFriendly from "markdown-it-cjk-friendly";
import { html } from "./kairan.js";

const reference = new MarkdownIt("default", { html: true }).use(cjkFriendly);

// What the two draw differently, none of it emphasis.
function normal(page) {
  return (
    page
      .replaceAll("<del>", "<s>")
      .replaceAll("</del>", "</s>")
      .replaceAll(" />", ">")
      .replaceAll("&quot;", '"')
      .replaceAll(' loading="lazy"', "")
      // markdown-it encodes addresses, kairan leaves that to a later phase; the words of a link are compared, so are its ends.
      .replace(/ (href|src)="[^"]*"/g, "")
      .replace(/<h(\d) id="[^"]*">/g, "<h$1>")
      // kairan joins lines between full-width characters.
      .replace(/\n+/g, "")
      // markdown-it takes full-width spaces from both ends of a paragraph.
      .replace(/(<(?:p|br|li|blockquote)>)[\s\u3000]+/g, "$1")
      .replace(/[\s\u3000]+(<\/?(?:p|br|li|blockquote)>)/g, "$1")
  );
}

/** A sequence of numbers below 1 that is the same in every run (xorshift32). */
function sequence(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const LETTERS = [..."漢字かなカナﾊ々〇𠮷", "中", "文", "ㄅ", "한", "글", "ᄀ", "ﾡ", "a", "B", "1", "é", "Я"];
const WIDE_MARKS = [..."「」『』（）、。！？・〜～：￥｡〽〰"];
const MARKS = [..."!\"().,:;?'&$%+/=@^", "“", "”", "‘", "’", "—", "€", "±"];
const EMOJI = ["👪", "⭐", "✅", "🈂", "🈚", "㊗", "㊗\uFE0F", "☺\uFE0E", "☺\uFE0F", "#\uFE0F\u20E3"];
const SELECTORS = ["\uFE00", "\uFE01", "\uFE0E", "\uFE0F", "\u{E0100}", "\u{E01EF}"];
const BLANKS = [" ", "\u3000", "\u00A0", "\u2003", "\n"];
const DELIMITERS = ["*", "**", "***", "****", "_", "__", "___", "~~", "~"];
const OTHERS = ["\\*", "\\_", "\\~", "\\\\", "`。`", "`*`", "[甲](/b)", "[「乙」](/c)", "<wbr>", "<https://a.jp/>", "&amp;", "&#12300;", "![丙](d.png)", "[", "]"];

// How often each sort is drawn: delimiters and what the amendments are about come first.
const SORTS = [
  ...Array(9).fill(DELIMITERS),
  ...Array(4).fill(LETTERS),
  ...Array(4).fill(WIDE_MARKS),
  ...Array(3).fill(MARKS),
  ...Array(2).fill(SELECTORS),
  EMOJI,
  BLANKS,
  OTHERS,
];

function generate(next, without = []) {
  const sorts = SORTS.filter((sort) => !without.includes(sort));
  const pick = (list) => list[Math.floor(next() * list.length)];
  const length = 3 + Math.floor(next() * 12);
  let text = "";
  while ([...text].length < length) {
    const piece = pick(pick(sorts));
    if (fits(text, piece)) text += piece;
  }
  return text.replace(/^\s+|\s+$/g, "");
}

// Left out is what is decided by neither of the specifications, or outside the amendments:
function fits(text, piece) {
  // - Tildes that join: markdown-it pairs ~~ out of longer runs; by GitHub's specification, section 6.5, more than two strike nothing out.
  if (text.endsWith("~") && piece.startsWith("~")) return false;
  // - A selector after a blank, after another selector or at the beginning: the amendments call it unspecified.
  if (SELECTORS.includes(piece) && !/[^\s\u3000\uFE00-\uFE0F\u{E0100}-\u{E01EF}]$/u.test(text)) return false;
  // - Addresses without brackets, which are links in kairan; quotes, lists and the like at the beginning of a line, which are blocks.
  if (/(^|\n)\s*$/.test(text) && /^[+=:]/.test(piece)) return false;
  return true;
}

function compare(texts, draw = normal) {
  const pages = html(texts);
  const different = texts.flatMap((text, index) => {
    const expected = draw(reference.render(text));
    const found = draw(pages[index]);
    return expected === found ? [] : [{ text, expected, found }];
  });
  assert.deepEqual(different.slice(0, 20), [], `${different.length} of ${texts.length} differ`);
}

test("generated texts have the emphasis of the reference", () => {
  const next = sequence(20261122);
  const texts = Array.from({ length: 80_000 }, () => generate(next));
  // A generator that draws nothing of interest would prove nothing.
  const emphasised = texts.filter((text) => /<(em|strong|s)>/.test(reference.render(text)));
  assert.ok(emphasised.length > 15_000, `${emphasised.length} texts have emphasis`);
  compare(texts);
});

test("generated cells of tables have the emphasis of the reference", () => {
  const next = sequence(8341);
  const cell = () => generate(next, [BLANKS, OTHERS]);
  // The first cell is the heading of its row when it is bold, so it is left alone.
  const texts = Array.from({ length: 10_000 }, () => `|甲|乙|丙|\n|-|-|-|\n|丁|${cell()}|${cell()}|\n`);
  const cells = (page) => [...page.matchAll(/<(t[dh])[^>]*>(.*?)<\/\1>/g)].map((found) => normal(found[2]).trim()).join("|");
  compare(texts, cells);
});

test("generated quotes, items, headings and notes have the emphasis of the reference", () => {
  const next = sequence(3166);
  const line = () => generate(next).replaceAll("\n", " ");
  const texts = Array.from({ length: 12_000 }, (_, index) => {
    const block = ["> 甲", ">", "- ", "1. ", "## ", "甲\n"][index % 6];
    return `${block}${line()}\n`;
  });
  compare(texts, (page) => normal(page).replace(/[\s\u3000]+(<\/h2>)/g, "$1"));
});

test("every character has the same effect as in the reference", () => {
  const texts = [];
  for (let code = 0xa0; code < 0x40000; code += 1) {
    const isSurrogate = code >= 0xd800 && code < 0xe000;
    const character = String.fromCodePoint(code);
    // Characters that are not assigned or private may be judged by different versions of Unicode.
    if (isSurrogate || /\p{Cn}|\p{Co}|\p{Zl}|\p{Zp}/u.test(character)) continue;
    // Before and after a run: East Asian or not, punctuation or not.
    texts.push(`a${character}*"b"*${character}c\n\na${character}*b*${character}c\n\na*${character}b${character}*c\n\na${character}_b_${character}c`);
  }
  assert.ok(texts.length > 150_000, `${texts.length} characters`);
  compare(texts);
});
