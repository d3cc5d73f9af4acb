/** Made when first asked for, as it takes a while. */
let segmenter: Intl.Segmenter | undefined;

/** The characters of a text as people count them: a flag or a family is one. */
export function charactersOf(text: string): string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
