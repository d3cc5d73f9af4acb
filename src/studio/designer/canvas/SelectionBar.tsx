import { CommandButton } from '../commands/CommandButton.tsx';
import { useDocument } from '../document/document-context.ts';
import { ArrangeMenu } from './ArrangeMenu.tsx';
import classes from './Canvas.module.css';

/** What one can do with the selection, for those without a keyboard at hand. */
export function SelectionBar() {
  const components = useDocument((state) => state.selection.length);
  const links = useDocument((state) => state.linkSelection.length);
  if (components + links === 0) return null;
  const text = components > 0 ? plural(components, 'component') : plural(links, 'link');
  return (
    <div className={classes.selectionBar} role="toolbar" aria-label="Selection">
      <span className={classes.selectionText}>{text}</span>
      {components > 0 && <CommandButton name="duplicate" />}
      {components > 1 && <ArrangeMenu />}
      {components > 0 && <CommandButton name="zoomToSelection" />}
      {(components === 1 || (components === 0 && links === 1)) && <CommandButton name="insert" />}
      <CommandButton name="delete" />
    </div>
  );
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
