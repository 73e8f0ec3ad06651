// Whatever stands in several calendars or feeds: a program that follows two of them must not find two versions.

/** An event and an entry are the same wherever they are. Takes the readings of all files. */
export function sameness(readings) {
  const seen = new Map();
  return readings.flatMap(({ file, python }) => (python.events ?? python.entries ?? []).flatMap((part) => {
    const identity = part.uid ?? part.id;
    const text = JSON.stringify(part);
    const first = seen.get(identity) ?? { file, text };
    seen.set(identity, first);
    return first.text === text ? [] : [`${identity} differs in ${first.file} and ${file}`];
  }));
}
