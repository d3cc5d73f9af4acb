import { expect, test } from 'vitest';
import { readMarkdown } from './read-markdown.ts';

const text = (words: string) => ({ kind: 'text', text: words });
const paragraph = (...spans: unknown[]) => ({ kind: 'paragraph', spans });

test('headings, marks, code, lists and links are read', () => {
  expect(readMarkdown('# Big\nOne **bold** _soft_ `code`\ntwo [page](https://a.example/x)')).toEqual([
    { kind: 'heading', level: 1, spans: [text('Big')] },
    paragraph(
      text('One '),
      { kind: 'strong', spans: [text('bold')] },
      text(' '),
      { kind: 'emphasis', spans: [text('soft')] },
      text(' '),
      { kind: 'code', text: 'code' },
      { kind: 'break' },
      text('two '),
      { kind: 'link', href: 'https://a.example/x', spans: [text('page')] },
    ),
  ]);
  expect(readMarkdown('3. a\n   - b\n4. c')).toMatchObject([
    {
      kind: 'list',
      ordered: true,
      start: 3,
      items: [
        [paragraph(text('a')), { kind: 'list', ordered: false, items: [[paragraph(text('b'))]] }],
        [paragraph(text('c'))],
      ],
    },
  ]);
  expect(readMarkdown('- [x] done\n- [ ] open')).toMatchObject([
    { items: [[paragraph(text('☑ '), text('done'))], [paragraph(text('☐ '), text('open'))]] },
  ]);
  expect(readMarkdown('a\n\n---')).toEqual([paragraph(text('a')), { kind: 'rule' }]);
  expect(readMarkdown('```\na < b\n```')).toEqual([{ kind: 'code', text: 'a < b' }]);
});

test('HTML, pictures and dangerous links are shown as the text they are', () => {
  const all = JSON.stringify(
    readMarkdown(
      '<img src=x onerror=alert(1)>\n\n<script>x</script> [a](javascript:alert(1)) ![p](https://a.example/p.png) [r](/user)',
    ),
  );
  expect(all).not.toContain('"link"');
  for (const written of ['<img src=x onerror=alert(1)>', '<script>', '[a](javascript:alert(1))', '![p](']) {
    expect(all).toContain(written);
  }
});

test('a text of any depth or length is shown', () => {
  expect(readMarkdown('')).toEqual([]);
  const long = 'a'.repeat(6000);
  expect(readMarkdown(long)).toEqual([paragraph(text(long))]);
  for (const odd of [
    '>'.repeat(5000),
    '- '.repeat(2400) + 'a',
    '*a'.repeat(2500),
    '['.repeat(5000),
    '**'.repeat(2500),
  ]) {
    expect(() => readMarkdown(odd)).not.toThrow();
  }
});
