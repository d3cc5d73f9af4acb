/** Characters; what file systems allow. */
const longest = 255;

/**
 * A name that is safe to store and to show: without folders, control characters and characters that turn the direction
 * of a text, by which `exe.txt` may look like `txt.exe`. The ending of a name that is too long stays.
 */
export function cleanFileName(given: string | undefined): string {
  const name = (given ?? '')
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
    .split(/[/\\]/)
    .at(-1)!
    .trim();
  if (name === '' || name === '.' || name === '..') return 'file';
  if (name.length <= longest) return name;
  const ending = /\.[^.]{1,20}$/.exec(name)?.[0] ?? '';
  return (name.slice(0, longest - ending.length) + ending).toWellFormed();
}

/**
 * The name in a header, which carries bytes only: percent-encoded, or UTF-8 that HTTP reads as Latin-1. What is neither is
 * taken as it is.
 */
export function fileNameOfHeader(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const text = Buffer.from(header, 'latin1').toString('utf8');
  const name = text.includes('\uFFFD') ? header : text;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The name in a form, in which browsers write a quotation mark in their own way. */
export function fileNameOfForm(name: string | undefined): string | undefined {
  return name?.replaceAll('%22', '"');
}

/** Offers a file to be saved under its name (RFC 6266), never to be shown as a page of ours. */
export function dispositionOf(filename: string): string {
  const ascii = filename.replaceAll(/[^ -~]|["\\%]/g, '_');
  const encoded = encodeURIComponent(filename).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
