// What a page is on paper: nothing to press, addresses in words, whom to ask in one piece.

export async function print(page) {
  return page.evaluate(() => {
    const found = [];
    const shown = (element) => element.checkVisibility({ visibilityProperty: true });
    const name = (element) => element.className || element.tagName.toLowerCase();
    for (const element of document.querySelectorAll('nav, summary, button, input:not([type=checkbox][disabled]), .k-skip-link')) {
      if (shown(element)) found.push(`print: ${name(element)} is for pressing`);
    }
    for (const link of document.querySelectorAll('.k-prose a[href^="http"], .k-references a[href^="http"]')) {
      const address = link.getAttribute('href');
      const printed = link.textContent + getComputedStyle(link, '::after').content;
      if (shown(link) && !printed.includes(address)) found.push(`print: the address of 「${link.textContent}」 is lost`);
      if (shown(link) && printed.indexOf(address) !== printed.lastIndexOf(address)) found.push(`print: the address of 「${link.textContent}」 stands twice`);
    }
    for (const contact of document.querySelectorAll('.k-contact')) {
      if (shown(contact) && getComputedStyle(contact).breakInside !== 'avoid') found.push('print: whom to ask may be torn apart');
    }
    for (const element of document.body.querySelectorAll('*')) {
      const isBox = shown(element) && getComputedStyle(element).display !== 'inline';
      const scrolls = isBox && getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
      if (scrolls) found.push(`print: ${name(element)} would have to be scrolled`);
    }
    if (!document.querySelector('h1')?.checkVisibility()) found.push('print: there is no title');
    return found;
  });
}
