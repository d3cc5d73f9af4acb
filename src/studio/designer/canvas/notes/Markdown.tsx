import { type ReactNode, useMemo } from 'react';
import { type Block, readMarkdown, type Span } from './read-markdown.ts';
import classes from './Note.module.css';

/** A Markdown text as elements; its own HTML is text. Loaded with the first note that is shown. */
export default function Markdown({ content }: { content: string }) {
  const blocks = useMemo(() => readMarkdown(content), [content]);
  return <div className={classes.text}>{blocks.map(block)}</div>;
}

// The blocks of a text have no names: it is read anew when it changes, and a place is as good as any key.
function block(part: Block, key: number): ReactNode {
  switch (part.kind) {
    case 'heading':
      // No heading of the page: a screen reader would take the note for a part of its outline.
      return (
        <p key={key} className={classes.heading} data-level={Math.min(part.level, 3)}>
          {part.spans.map(span)}
        </p>
      );
    case 'paragraph':
      return <p key={key}>{part.spans.map(span)}</p>;
    case 'rule':
      return <hr key={key} />;
    case 'code':
      return <pre key={key}>{part.text}</pre>;
    default: {
      const items = part.items.map((item, index) => <li key={index}>{item.map(block)}</li>);
      return part.ordered ? (
        <ol key={key} start={part.start}>
          {items}
        </ol>
      ) : (
        <ul key={key}>{items}</ul>
      );
    }
  }
}

function span(part: Span, key: number): ReactNode {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'code':
      return <code key={key}>{part.text}</code>;
    case 'strong':
      return <strong key={key}>{part.spans.map(span)}</strong>;
    case 'emphasis':
      return <em key={key}>{part.spans.map(span)}</em>;
    case 'break':
      return <br key={key} />;
    default:
      return (
        <a key={key} href={part.href} target="_blank" rel="noopener noreferrer" className="nodrag">
          {part.spans.map(span)}
        </a>
      );
  }
}
