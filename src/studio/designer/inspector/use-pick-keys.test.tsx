// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { usePickKeys } from './use-pick-keys.ts';

afterEach(cleanup);

function Row({ onAsk }: { onAsk: () => void }) {
  const keys = usePickKeys(onAsk);
  return (
    <div {...keys}>
      <button>Choose</button>
    </div>
  );
}

function shown() {
  const onAsk = vi.fn<() => void>();
  render(<Row onAsk={onAsk} />);
  return { onAsk, control: screen.getByRole('button') };
}

test('two braces ask for a variable', () => {
  const { onAsk, control } = shown();
  fireEvent.keyDown(control, { key: '{' });
  fireEvent.keyDown(control, { key: 'Shift' });
  fireEvent.keyDown(control, { key: '{' });
  expect(onAsk).toHaveBeenCalledOnce();
});

test('a brace from before the control was left is none of two', () => {
  const { onAsk, control } = shown();
  control.focus();
  fireEvent.keyDown(control, { key: '{' });
  control.blur();
  control.focus();
  fireEvent.keyDown(control, { key: '{' });
  expect(onAsk).not.toHaveBeenCalled();
});
