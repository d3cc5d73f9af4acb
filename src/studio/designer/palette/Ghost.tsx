import { Portal } from '@mantine/core';
import { useStore } from '@xyflow/react';
import { labelOf } from '../../../flow/manifest.ts';
import { ComponentIcon } from '../../ui/ComponentIcon.tsx';
import classes from './Palette.module.css';
import { isOverCanvas, type PaletteDrag } from './use-palette-drag.ts';

/** The card that follows the pointer, as large as it will be on the canvas. */
export function Ghost({ drag: { thing: component, x, y } }: { drag: PaletteDrag }) {
  const zoom = useStore((state) => state.transform[2]);
  const transform = `translate(${x}px, ${y}px) scale(${zoom}) translate(-50%, -50%)`;
  return (
    <Portal>
      <div
        className={classes.ghost}
        style={{ transform }}
        data-over-canvas={isOverCanvas(x, y) || undefined}
        aria-hidden
      >
        <ComponentIcon type={component.manifest.name} size={36} />
        {labelOf(component.manifest)}
      </div>
    </Portal>
  );
}
