// HTML as a browser divides it into elements: parse5 follows the HTML standard.

import { parse, parseFragment } from 'parse5';

/** Every element below a node, in the order of the text. */
function* elements(node) {
  for (const child of node.childNodes ?? []) {
    if (child.tagName) yield child;
    yield* elements(child);
  }
}

export function attribute(element, name) {
  return element.attrs.find((each) => each.name === name)?.value;
}

/** All elements of a page. */
export function page(html) {
  return [...elements(parse(html))];
}

/** The elements within an element. */
export function within(element) {
  return [...elements(element)];
}

/** The addresses that a piece of HTML leads to or shows. */
export function addresses(html) {
  return [...elements(parseFragment(html))].flatMap((element) =>
    ['href', 'src'].map((name) => attribute(element, name)).filter((address) => address !== undefined));
}

/** The text of each block of JSON-LD among the elements of a page. */
export function dataBlocks(elements) {
  const blocks = elements.filter((element) => element.tagName === 'script' && attribute(element, 'type') === 'application/ld+json');
  return blocks.map((block) => block.childNodes.map(({ value }) => value).join(''));
}

/** The path of the page that this one is the same as, or of the page itself. */
export function canonical(elements) {
  const link = elements.find((element) => element.tagName === 'link' && attribute(element, 'rel') === 'canonical');
  return link && new URL(attribute(link, 'href')).pathname;
}
