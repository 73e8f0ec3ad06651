// Whatever stands in several calendars or feeds: a program that follows two of them must not find two versions.

/** An event is the same wherever it is. Takes the readings of all calendars. */
export function sameEvents(readings) {
  return differences(readings.flatMap(({ file, python }) =>
    (python.events ?? []).map((event) => ({ file, identity: event.uid, said: event }))));
}

/** An entry is as old wherever it is; who has written it and whom to ask are the ward's. Takes the readings of all feeds. */
export function sameEntries(readings) {
  return differences(readings.flatMap(({ file, python }) =>
    python.entries.map(({ id, updated, published }) => ({ file, identity: id, said: { updated, published } }))));
}

function differences(parts) {
  const seen = new Map();
  return parts.flatMap(({ file, identity, said }) => {
    const text = JSON.stringify(said);
    const first = seen.get(identity) ?? { file, text };
    seen.set(identity, first);
    return first.text === text ? [] : [`${identity} differs in ${first.file} and ${file}`];
  });
}
