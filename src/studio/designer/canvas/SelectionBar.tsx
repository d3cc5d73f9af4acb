import { canvasText as text } from '../../text/english/canvas.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { useDocument } from '../document/document-context.ts';
import { ArrangeMenu } from './ArrangeMenu.tsx';
import classes from './Canvas.module.css';

/** What one can do with the selection, for those without a keyboard at hand. */
export function SelectionBar() {
  const components = useDocument((state) => state.selection.length);
  const links = useDocument((state) => state.linkSelection.length);
  if (components + links === 0) return null;
  const words = components > 0 ? text('components', { count: components }) : text('links', { count: links });
  return (
    <div className={classes.selectionBar} role="toolbar" aria-label={text('selection')}>
      <span className={classes.selectionText}>{words}</span>
      {components > 0 && <CommandButton name="duplicate" />}
      {components > 1 && <ArrangeMenu />}
      {components > 0 && <CommandButton name="zoomToSelection" />}
      {(components === 1 || (components === 0 && links === 1)) && <CommandButton name="insert" />}
      <CommandButton name="delete" />
    </div>
  );
}
