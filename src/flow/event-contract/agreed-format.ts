/**
 * The formats that are checked, as wide as their standards allow, so that nothing valid is refused: RFC 3339 (small
 * letters and a blank too), RFC 5321 with its quoted names, RFC 3986 of any scheme with letters of any script (RFC 3987).
 */
const formats: Record<string, RegExp> = {
  'date-time':
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt ](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):?[0-5]\d)$/,
  email: /^(?:[^\s@"]+|"(?:[^"\\]|\\.)*")@[^\s@]+$/,
  uri: /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]*$/i,
};

export const checkedFormats: ReadonlySet<string> = new Set(Object.keys(formats));

export function hasFormat(text: string, format: string): boolean {
  return formats[format]?.test(text) ?? true;
}
