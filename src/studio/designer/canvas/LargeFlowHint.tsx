import { CloseButton } from '@mantine/core';
import { canvasText as text } from '../../text/english/canvas.ts';
import { useDocument } from '../document/document-context.ts';
import { usePanels, usePanelsStore } from '../panels/panels-context.ts';
import classes from './Canvas.module.css';
import { largeFlow } from './large-flow.ts';

/** Tells authors of very large flows that several are better; once it is put away it does not come back. */
export function LargeFlowHint() {
  const count = useDocument((state) => Object.keys(state.descriptor).length);
  const read = usePanels((state) => state.largeFlowRead);
  const panels = usePanelsStore();
  if (read || count <= largeFlow) return null;
  return (
    <section className={classes.largeFlow} aria-label={text('largeFlow.title')}>
      <div>
        <strong>{text('largeFlow.title')}</strong>
        <p>{text('largeFlow.text', { count, limit: largeFlow })}</p>
      </div>
      <CloseButton
        size={24}
        aria-label={text('largeFlow.dismiss')}
        onClick={() => panels.getState().readLargeFlow()}
      />
    </section>
  );
}
