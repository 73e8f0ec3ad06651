// The ways in which people look at a page, each set on a page that is already open.

const PHONE = { width: 320, height: 640 };
const TABLET = { width: 768, height: 1024 };
const DESK = { width: 1280, height: 900 };

/** What A4 leaves between the margins, with 2 mm of either margin: the quiet zone of a QR code may stand there. */
const SHEET = { width: 689, height: 1000 };
const MARGIN = '@media print { body { margin-inline: 8px } }';

/** Text of twice the size (WCAG 1.4.4). */
const DOUBLE = ':root { font-size: 200% !important }';

/** The wider spacing that readers may set (WCAG 1.4.12). */
const SPACED =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

/** `concerns` names what is looked for in a view; the styles of readers come last because they stay in the page. */
export const VIEWS = [
  { name: '1280 px', size: DESK, concerns: ['axe', 'layout', 'targets', 'keyboard', 'furigana'] },
  { name: '768 px', size: TABLET, concerns: ['axe', 'layout', 'targets'] },
  { name: '320 px（400 % 拡大）', size: PHONE, concerns: ['axe', 'layout', 'targets', 'keyboard'] },
  { name: '320 px、暗い配色', size: PHONE, scheme: 'dark', concerns: ['colours'] },
  { name: '1280 px、暗い配色', size: DESK, scheme: 'dark', concerns: ['colours'] },
  { name: '1280 px、強制カラー', size: DESK, forced: 'active', concerns: ['colours', 'focus'] },
  { name: '印刷', size: SHEET, media: 'print', style: MARGIN, concerns: ['colours', 'print', 'layout'] },
  { name: '320 px、ふりがなの切り替え後', size: PHONE, furigana: 'switched', concerns: ['axe', 'layout', 'targets'] },
  { name: '320 px、広い字間と行間', size: PHONE, style: SPACED, concerns: ['layout'] },
  { name: '1280 px、200 % の文字', size: DESK, style: DOUBLE, concerns: ['axe', 'layout'] },
];

/** Makes an open page look as the view says. */
export async function set(page, view) {
  await page.setViewportSize(view.size);
  await page.emulateMedia({
    media: view.media ?? 'screen',
    colorScheme: view.scheme ?? 'light',
    forcedColors: view.forced ?? 'none',
    reducedMotion: 'reduce',
  });
  await page.evaluate((wanted) => {
    const box = document.querySelector('#k-furigana, .k-furigana__input');
    const isSwitched = box && box.checked !== box.defaultChecked;
    if (box && isSwitched !== (wanted === 'switched')) box.click();
  }, view.furigana);
  if (view.style) await page.addStyleTag({ content: view.style });
  await page.evaluate(() => {
    document.activeElement?.blur();
    window.scrollTo(0, 0);
  });
}
