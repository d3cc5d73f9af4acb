import { canvasText as text } from '../../text/english/canvas.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { useDocument } from '../document/document-context.ts';
import { ArrangeMenu } from './ArrangeMenu.tsx';
import { NoteColorMenu } from './notes/NoteColorMenu.tsx';
import { selectionText } from './notes/selection-text.ts';
import classes from './Canvas.module.css';

/** What one can do with the selection, for those without a keyboard at hand. */
export function SelectionBar() {
  const components = useDocument((state) => state.selection.length);
  const links = useDocument((state) => state.linkSelection.length);
  const notes = useDocument((state) => state.noteSelection.length);
  if (components + links + notes === 0) return null;
  const words = components + notes > 0 ? selectionText(components, notes) : text('links', { count: links });
  return (
    <div className={classes.selectionBar} role="toolbar" aria-label={text('selection')}>
      <span className={classes.selectionText}>{words}</span>
      {components + notes > 0 && <CommandButton name="duplicate" />}
      {notes > 0 && <NoteColorMenu />}
      {components + notes > 1 && <ArrangeMenu />}
      {components + notes > 0 && <CommandButton name="zoomToSelection" />}
      {notes === 0 && (components === 1 || (components === 0 && links === 1)) && (
        <CommandButton name="insert" />
      )}
      {notes === 0 && components === 1 && <CommandButton name="connectTo" />}
      <CommandButton name="delete" />
    </div>
  );
}
