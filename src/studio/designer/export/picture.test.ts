// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { testCatalogue as catalogue } from '../../../flow/testing/catalogue.ts';
import { chain, node } from '../../../flow/testing/flow.ts';
import { pictureOf } from './picture.ts';
import { escapeXml, fitting } from './svg-text.ts';

const read = (svg: string) => new DOMParser().parseFromString(svg, 'image/svg+xml');

test('every card and link is drawn, within the picture', () => {
  const flow = { ...chain(3), far: node('post', {}, { x: 1000, y: -200 }) };
  const { svg, width, height } = pictureOf({ descriptor: flow, notes: {} }, catalogue);
  const drawn = read(svg);
  expect(drawn.querySelector('parsererror')).toBeNull();
  expect(drawn.querySelectorAll('g[transform]')).toHaveLength(4);
  expect(drawn.querySelectorAll('path')).toHaveLength(2);
  expect(drawn.documentElement.getAttribute('viewBox')).toBe(`-40 -240 ${width} ${height}`);
  expect([width, height >= 264 + 80]).toEqual([1320, true]);
});

test('labels of any kind make a well-formed file, and no markup', () => {
  const label = '<script>"&\' \u0000 \uD800 ]]>';
  const drawn = read(pictureOf({ descriptor: { a: node('join', {}, { label }) }, notes: {} }, catalogue).svg);
  expect(drawn.querySelector('parsererror')).toBeNull();
  expect(drawn.querySelector('script')).toBeNull();
  expect(drawn.querySelector('text')?.textContent).toContain('<script>');
});

test('a component that is not installed and a disabled one are drawn', () => {
  const flow = { a: { type: 'acme.x.y.Gone', x: 0, y: 0, disabled: true } };
  const drawn = read(pictureOf({ descriptor: flow, notes: {} }, catalogue).svg);
  expect(drawn.querySelector('g[opacity]')?.textContent).toContain('Gone');
});

test('notes are drawn with what has room of their text, and widen the picture', () => {
  const content = '# Head\n- **one** <b>\n- two\n\n' + 'word '.repeat(200);
  const notes = { n: { x: -500, y: 0, width: 200, height: 120, content, color: 'blue' }, odd: 1 };
  const { svg, width } = pictureOf({ descriptor: chain(1), notes }, catalogue);
  const drawn = read(svg);
  expect(drawn.querySelector('parsererror')).toBeNull();
  expect(width).toBe(500 + 240 + 80);
  const lines = [...drawn.querySelectorAll('g[transform="translate(-500 0)"] text')].map(
    (text) => text.textContent,
  );
  expect(lines.slice(0, 3)).toEqual(['Head', '• one <b>', '• two']);
  expect(lines.length).toBeLessThan(6);
});

test('text is escaped, and cut where there is no room', () => {
  expect(escapeXml(`a<b>&"c"'\u0007`)).toBe('a&lt;b&gt;&amp;&quot;c&quot;&apos;');
  expect(fitting('short', 100, 12)).toBe('short');
  expect(fitting('😀'.repeat(50), 66, 12)).toBe(`${'😀'.repeat(9)}…`);
});
