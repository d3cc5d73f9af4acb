import { exportText } from '../../text/english/export.ts';
import type { Picture } from './picture.ts';

/** Dots a pixel of the canvas, as on a good screen. */
const sharpness = 2;
/** What every browser can draw on. */
const longestSide = 8192;

/**
 * A picture as PNG; a large flow with fewer dots.
 *
 * @throws when the browser cannot draw it
 */
export async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
  const scale = Math.min(sharpness, longestSide / width, longestSide / height);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const drawing = canvas.getContext('2d');
  if (!drawing) throw new Error(exportText('noRoom'));
  drawing.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error(exportText('noRoom'));
  return blob;
}
