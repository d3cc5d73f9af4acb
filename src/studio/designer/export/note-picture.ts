import type { Note } from '../../../flow/notes.ts';
import { type Block, readMarkdown, type Span } from '../canvas/notes/read-markdown.ts';
import { paperColor } from '../canvas/notes/paper-color.ts';
import { escapeXml } from './svg-text.ts';

/** px, as in `Note.module.css` */
const padding = 16;
const indent = 20;
const gap = 8;

type Line = { words: string; size: number; height: number; weight: number; left: number; mono: boolean };

/** A note as SVG: its paper, and as many lines of its text as have room, without what stands out within a line. */
export function notePicture({ x, y, width, height, content, color }: Note, ink: string): string {
  const { paper, rim } = paperColor(color);
  let top = padding - 4;
  const texts: string[] = [];
  for (const line of readMarkdown(content).flatMap((block) => [...linesOf(block, 0), undefined])) {
    if (!line) {
      top += gap;
      continue;
    }
    for (const words of wrapped(line, width - 2 * padding)) {
      top += line.height;
      if (top > height - padding / 2) return note(texts);
      texts.push(
        `<text x="${padding + line.left}" y="${top - line.height * 0.3}" font-size="${line.size}" ` +
          `font-weight="${line.weight}" fill="${ink}"${line.mono ? ' font-family="monospace"' : ''} ` +
          `xml:space="preserve">${escapeXml(words)}</text>`,
      );
    }
  }
  return note(texts);

  function note(lines: string[]): string {
    return (
      `<g transform="translate(${x} ${y})" font-family="system-ui, sans-serif">` +
      `<rect width="${width}" height="${height}" rx="8" fill="${paper}" stroke="${rim}"/>${lines.join('')}</g>`
    );
  }
}

function linesOf(block: Block, left: number): Line[] {
  const plain = { size: 13, height: 20, weight: 400, left, mono: false };
  switch (block.kind) {
    case 'heading': {
      const size = block.level === 1 ? 17 : block.level === 2 ? 15 : 14;
      return textLines(block.spans).map((words) => ({
        ...plain,
        words,
        size,
        height: size + 7,
        weight: 600,
      }));
    }
    case 'paragraph':
      return textLines(block.spans).map((words) => ({ ...plain, words }));
    case 'rule':
      return [];
    case 'code':
      return block.text.split('\n').map((words) => ({ ...plain, words, size: 12, height: 18, mono: true }));
    default:
      return block.items.flatMap((item, index) => {
        const mark = block.ordered ? `${block.start + index}. ` : '• ';
        const [first, ...rest] = item.flatMap((part) => linesOf(part, left + indent));
        return first ? [{ ...first, words: mark + first.words, left }, ...rest] : [{ ...plain, words: mark }];
      });
  }
}

function textLines(spans: Span[]): string[] {
  return textOf(spans).split('\n');
}

function textOf(spans: Span[]): string {
  return spans
    .map((span) => ('text' in span ? span.text : span.kind === 'break' ? '\n' : textOf(span.spans)))
    .join('');
}

/** Broken between words for the room there is. Nothing is measured: letters are taken as broad ones. */
function wrapped({ words, size, left, mono }: Line, room: number): string[] {
  const most = Math.max(4, Math.floor((room - left) / (size * (mono ? 0.62 : 0.53))));
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(/(?<=\s)/)) {
    if (line !== '' && (line + word).trimEnd().length > most) {
      lines.push(line);
      line = '';
    }
    line += word;
    while (line.trimEnd().length > most) {
      lines.push(line.slice(0, most));
      line = line.slice(most);
    }
  }
  return [...lines, line];
}
