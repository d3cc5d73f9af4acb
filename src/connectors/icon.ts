/**
 * A component's icon as a data URI: 24 × 24, white strokes without a fill, to stand on the tile in its
 * module's colour. `shapes` is SVG markup.
 */
export function strokeIcon(shapes: string): string {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24" fill="none"' +
    ` stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${shapes}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
