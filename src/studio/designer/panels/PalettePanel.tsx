import type { CSSProperties } from 'react';
import { designerText as text } from '../../text/english/designer.ts';
import classes from '../Designer.module.css';
import { Palette } from '../palette/Palette.tsx';
import { usePanels } from './panels-context.ts';
import type { PanelProps } from './panel-props.ts';
import { ResizeEdge } from './ResizeEdge.tsx';

/** The left panel; its right edge makes it wider. */
export function PalettePanel({ narrow, filled }: PanelProps) {
  const width = usePanels((state) => state.paletteWidth);
  return (
    <aside
      className={classes.palette}
      style={{ '--panel-width': `${width}px` } as CSSProperties}
      aria-label={text('components')}
      data-palette
      data-panel
    >
      {filled && <Palette />}
      {!narrow && <ResizeEdge panel="palette" />}
    </aside>
  );
}
