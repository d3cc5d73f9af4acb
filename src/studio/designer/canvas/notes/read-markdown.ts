import { Lexer, type Token, type Tokens } from 'marked';
import { longestNote } from './longest-note.ts';

/** A piece of a line. */
export type Span =
  | { kind: 'text' | 'code'; text: string }
  | { kind: 'strong' | 'emphasis'; spans: Span[] }
  | { kind: 'link'; href: string; spans: Span[] }
  | { kind: 'break' };

export type Block =
  | { kind: 'heading'; level: number; spans: Span[] }
  | { kind: 'paragraph'; spans: Span[] }
  | { kind: 'code'; text: string }
  | { kind: 'rule' }
  | { kind: 'list'; ordered: boolean; start: number; items: Block[][] };

/** Deeper lists and nested marks are shown as they are written. */
const deepest = 8;

/**
 * The part of Markdown that notes show: headings, paragraphs with their line breaks, lists, code, rules, bold, italic and
 * links. Whatever else it holds, HTML first of all, is shown as the text it is.
 */
export function readMarkdown(content: string): Block[] {
  // The reading of some texts takes time that grows with their square.
  if (content.length > longestNote) return [plain(content)];
  try {
    return blocksOf(new Lexer({ gfm: true, breaks: true }).lex(content), 0);
  } catch (error) {
    // The reader calls itself for every level of nesting; nobody writes so many.
    if (error instanceof RangeError) return [plain(content)];
    throw error;
  }
}

function plain(text: string): Block {
  return { kind: 'paragraph', spans: [{ kind: 'text', text }] };
}

function blocksOf(tokens: Token[], depth: number): Block[] {
  return tokens.flatMap((token): Block[] => {
    switch (token.type) {
      case 'space':
      case 'def':
      case 'checkbox':
        return [];
      case 'hr':
        return [{ kind: 'rule' }];
      case 'heading':
        return [{ kind: 'heading', level: (token as Tokens.Heading).depth, spans: spansOf(token.tokens, 0) }];
      case 'code':
        return [{ kind: 'code', text: (token as Tokens.Code).text }];
      case 'list':
        return depth < deepest ? [listOf(token as Tokens.List, depth + 1)] : [plain(token.raw.trim())];
      case 'blockquote':
        return depth < deepest ? blocksOf(token.tokens ?? [], depth + 1) : [plain(token.raw.trim())];
      case 'paragraph':
      case 'text':
        return [{ kind: 'paragraph', spans: spansOf(token.tokens ?? [token], 0) }];
      default:
        return [plain(token.raw.trim())];
    }
  });
}

function listOf({ ordered, start, items }: Tokens.List, depth: number): Block {
  return {
    kind: 'list',
    ordered,
    start: typeof start === 'number' ? start : 1,
    items: items.map((item): Block[] => {
      const blocks = blocksOf(item.tokens, depth);
      return item.task ? withBox(blocks, item.checked === true) : blocks;
    }),
  };
}

/** A task of a list begins with its box. */
function withBox(blocks: Block[], checked: boolean): Block[] {
  const box: Span = { kind: 'text', text: checked ? '☑ ' : '☐ ' };
  const [first, ...rest] = blocks;
  return first?.kind === 'paragraph'
    ? [{ kind: 'paragraph', spans: [box, ...first.spans] }, ...rest]
    : [{ kind: 'paragraph', spans: [box] }, ...blocks];
}

function spansOf(tokens: Token[] | undefined, depth: number): Span[] {
  return (tokens ?? []).flatMap((token): Span[] => {
    if (depth >= deepest) return [{ kind: 'text', text: token.raw }];
    const inner = () =>
      spansOf(token.type === 'text' ? undefined : (token as Tokens.Strong).tokens, depth + 1);
    switch (token.type) {
      case 'checkbox':
        return [];
      case 'text':
      case 'escape':
        return [{ kind: 'text', text: (token as Tokens.Text).text }];
      case 'codespan':
        return [{ kind: 'code', text: (token as Tokens.Codespan).text }];
      case 'br':
        return [{ kind: 'break' }];
      case 'strong':
        return [{ kind: 'strong', spans: inner() }];
      case 'em':
        return [{ kind: 'emphasis', spans: inner() }];
      case 'link': {
        const { href } = token as Tokens.Link;
        return isSafe(href) ? [{ kind: 'link', href, spans: inner() }] : [{ kind: 'text', text: token.raw }];
      }
      default:
        return [{ kind: 'text', text: token.raw }];
    }
  });
}

/** Notes come from documents of others: a link leads to a page or to a mailbox, and nowhere else. */
function isSafe(href: string): boolean {
  return URL.canParse(href) && ['http:', 'https:', 'mailto:'].includes(new URL(href).protocol);
}
