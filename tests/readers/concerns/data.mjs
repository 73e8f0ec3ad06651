// What the structured data of a page says. A concern takes `{file, texts}`, the texts of its blocks, and returns sentences about what is
// wrong.

/** A text of JSON that cannot end the script element, nor begin another, whatever stands in a manuscript. */
export function readable({ texts }) {
  return texts.flatMap((text) => {
    const found = /<(?:!--|\/?script)/i.test(text) ? ['a tag stands in the data'] : [];
    try {
      return JSON.parse(text)['@context'] === 'https://schema.org' ? found : [...found, 'the data is not of schema.org'];
    } catch (fault) {
      return [...found, String(fault)];
    }
  });
}

/** Kinds whose manuscripts must say where they take place. A meeting or a visit may not say it, and then a program is not told either. */
const WITH_PLACE = /\/(?:lectures|trainings|events)\//;

/** What Google asks of an event before it shows one: https://developers.google.com/search/docs/appearance/structured-data/event */
export function events({ file, texts }) {
  const asked = ['name', 'startDate', ...(WITH_PLACE.test(file) ? ['location'] : [])];
  return nodes(texts).filter(isEvent).flatMap((event) => {
    const missing = asked.filter((name) => !event[name]).map((name) => `an event has no ${name}`);
    const places = [event.location ?? []].flat();
    const nameless = places.filter((place) => !place.name && !place.address && !place.url).map(() => 'a place has neither name nor address');
    const isReversed = event.endDate && event.startDate > event.endDate;
    return [...missing, ...nameless, ...(isReversed ? [`an event ends on ${event.endDate}, before it starts`] : [])];
  });
}

/** Days are days and times say their distance from Greenwich; addresses are whole. The types of the vocabulary call all of them texts. */
export function values({ texts }) {
  return nodes(texts).flatMap((node) => Object.entries(node).flatMap(([name, value]) => {
    const words = [value].flat().filter((word) => typeof word === 'string');
    if (/(?:Date|dateModified|datePublished|validFrom|validThrough)$/.test(name)) {
      return words.filter((word) => !isMoment(word)).map((word) => `${name}: ${word} is not a moment`);
    }
    if (/^(?:@id|url|item|image|logo|sameAs|mainEntityOfPage)$/.test(name)) {
      return words.filter((word) => !isWhole(word)).map((word) => `${name}: ${word} is not whole`);
    }
    return [];
  }));
}

function isMoment(word) {
  return /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?\+09:00)?$/.test(word) && !Number.isNaN(Date.parse(word));
}

function isWhole(word) {
  return /^https?:\/\//.test(word) && URL.canParse(word);
}

export function isEvent(node) {
  return [node['@type']].flat().some((type) => /Event$/.test(type)) || node['@type'] === 'CourseInstance';
}

/** Every object of the blocks, those within others too. */
export function nodes(texts) {
  const found = [];
  const visit = (value) => {
    if (!value || typeof value !== 'object') return;
    if (!Array.isArray(value)) found.push(value);
    Object.values(value).forEach(visit);
  };
  for (const text of texts) {
    try {
      visit(JSON.parse(text));
    } catch {
      // `readable` tells of it.
    }
  }
  return found;
}
