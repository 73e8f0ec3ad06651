// The lines of a calendar file, RFC 5545 section 3.1. Parsers forgive what is asked here, some calendars on telephones do not.

const LONGEST_OCTETS = 75;

/** Every line ends with CRLF, has at most 75 octets and is text by itself: no character is divided by a fold. */
export function lines({ bytes }) {
  const found = [];
  const pieces = bytes.toString('latin1').split('\r\n');
  if (pieces.pop() !== '') found.push('the last line has no end');
  pieces.forEach((piece, index) => {
    const octets = Buffer.from(piece, 'latin1');
    const place = `line ${index + 1}`;
    if (octets.length === 0) found.push(`${place} is empty`);
    if (octets.length > LONGEST_OCTETS) found.push(`${place} has ${octets.length} octets`);
    if (/[\x00-\x08\x0a-\x1f\x7f]/.test(piece)) found.push(`${place} has a control character`);
    if (!isText(octets)) found.push(`${place} divides a character`);
  });
  return found;
}

function isText(octets) {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets);
    return true;
  } catch {
    return false;
  }
}
