const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for an SVG file. Control characters, which XML does not know at all, go. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\P{Cc}]|\p{Cs}|[\uFFFE\uFFFF]/gu, '')
    .replaceAll(/[&<>"']/g, (sign) => entities[sign]!);
}

/** As much of a text as has room, with "…" for the rest. Nothing is measured: letters are taken as broad ones. */
export function fitting(text: string, /** px */ room: number, /** px */ size: number): string {
  const most = Math.floor(room / (size * 0.55));
  const letters = Array.from(text);
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
}
