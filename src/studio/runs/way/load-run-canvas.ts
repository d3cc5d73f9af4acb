import { speakAlso } from '../../text/language.ts';
import { loadDesignerTexts } from '../../text/start-language.ts';

/** The canvas is the Designer's, and speaks its texts. */
export async function loadRunCanvas() {
  const [canvas, texts] = await Promise.all([import('./RunCanvas.tsx'), loadDesignerTexts()]);
  if (texts) speakAlso(texts);
  return canvas;
}
