import { parseJsonText, type JsonText } from './json-text.ts';
import { splitTemplate } from './template.ts';
import { textForm } from './text-form.ts';

/**
 * Fills a JSON template: a placeholder inside a string literal becomes the text form of its value, escaped
 * for that place; elsewhere it becomes the value as JSON (nothing becomes `null`). The template's own text
 * alone decides where a literal opens and closes, so a valid template stays valid JSON whatever the values hold.
 */
export function fillJsonTemplate(template: string, valueOf: (placeholder: string) => unknown): string {
  return renderJsonTemplate(template, (placeholder, inLiteral) => {
    const value = valueOf(placeholder);
    if (inLiteral) return JSON.stringify(textForm(value)).slice(1, -1);
    return value === undefined ? 'null' : JSON.stringify(value);
  });
}

/** Checks that a template gives valid JSON once filled; places in the answer are places in the template. */
export function checkJsonTemplate(template: string): JsonText {
  return parseJsonText(
    renderJsonTemplate(template, (placeholder, inLiteral) => {
      const width = placeholder.length + 6;
      return inLiteral ? 'x'.repeat(width) : '{}'.padEnd(width);
    }),
  );
}

function renderJsonTemplate(
  template: string,
  render: (placeholder: string, inLiteral: boolean) => string,
): string {
  let inLiteral = false;
  let filled = '';
  for (const part of splitTemplate(template)) {
    if ('placeholder' in part) {
      filled += render(part.placeholder, inLiteral);
    } else {
      inLiteral = endsInLiteral(part.text, inLiteral);
      filled += part.text;
    }
  }
  return filled;
}

/** Does a text that begins inside of a string literal, or outside, end inside of one? */
export function endsInLiteral(text: string, startsInLiteral: boolean): boolean {
  let inLiteral = startsInLiteral;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"') inLiteral = !inLiteral;
    else if (character === '\\' && inLiteral) index += 1;
  }
  return inLiteral;
}
