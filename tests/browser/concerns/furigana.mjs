// The furigana switch: a page with readings has one, and it shows and hides all of them.

export async function furigana(page) {
  return page.evaluate(() => {
    const shown = (element) => element.checkVisibility({ visibilityProperty: true });
    const readings = [...document.querySelectorAll('main rt')].filter((reading) => shown(reading.closest('ruby')));
    if (readings.length === 0) return [];
    const box = document.querySelector('#k-furigana, .k-furigana__input');
    if (!box || !shown(box)) return ['furigana: the page has readings and no switch'];
    const found = [];
    for (const isOn of [true, false]) {
      if (box.checked !== isOn) box.click();
      const wrong = readings.filter((reading) => shown(reading) !== isOn);
      if (wrong.length > 0) found.push(`furigana: ${wrong.length} readings are ${isOn ? 'hidden' : 'shown'} although the switch is ${isOn ? 'on' : 'off'}`);
    }
    return found;
  });
}
