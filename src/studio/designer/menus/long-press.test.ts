import { expect, test } from 'vitest';
import { createFakeTimers } from '../document/testing/fake-timers.ts';
import { createLongPress } from './long-press.ts';

const at = (x: number, more = {}) => ({
  pointerType: 'touch',
  isPrimary: true,
  clientX: x,
  clientY: 5,
  ...more,
});

function open() {
  const { timers, advance: pass } = createFakeTimers();
  const menus: { x: number; y: number }[] = [];
  const press = createLongPress({
    onLongPress: (at) => menus.push(at),
    setTimer: (task, milliseconds) => timers.set(task, milliseconds),
    clearTimer: (timer) => timers.clear(timer),
  });
  return { press, pass, menus };
}

test('a finger that stays opens a menu where it is, although it trembles', async () => {
  const { press, pass, menus } = open();
  press.down(at(10));
  press.move(at(14));
  await pass(499);
  expect(menus).toEqual([]);
  await pass(1);
  expect(menus).toEqual([{ x: 10, y: 5 }]);
});

test('lifting, dragging, a second finger and a mouse open none', async () => {
  const { press, pass, menus } = open();
  press.down(at(10));
  press.end();
  await pass(600);
  press.down(at(10));
  press.move(at(30));
  await pass(600);
  press.down(at(10));
  press.down(at(50, { isPrimary: false }));
  await pass(600);
  press.down(at(10, { pointerType: 'mouse' }));
  await pass(600);
  expect(menus).toEqual([]);
});
