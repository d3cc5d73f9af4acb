import { FocusTrap, Portal } from '@mantine/core';
import { useClickOutside } from '@mantine/hooks';
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { Catalogue, ComponentDefinition } from '../../../../flow/definition.ts';
import type { Descriptor } from '../../../../flow/descriptor.ts';
import { fits, type Gap } from '../../../../flow/insertion.ts';
import { insertComponent } from '../../../../flow/operations/insert-component.ts';
import { catalogue } from '../../../catalogue.ts';
import { componentLabel } from '../../../text/component-label.ts';
import { canvasText as text } from '../../../text/english/canvas.ts';
import { useDocumentStore } from '../../document/document-context.ts';
import { useCanvas, useCanvasStore } from '../canvas-context.ts';
import type { Picking } from '../canvas-store.ts';
import { focusCard } from '../focus-card.ts';
import { useReveal } from '../use-reveal.ts';
import { ComponentList } from './ComponentList.tsx';
import classes from './ComponentPicker.module.css';

/** px of the window */
const size = { width: 280, height: 360, margin: 8 };

/** Offers what may go into a gap of the flow, beside that gap, and puts it there. */
export function ComponentPicker() {
  const picking = useCanvas((state) => state.picking);
  return picking ? <Panel key={JSON.stringify(picking)} picking={picking} /> : null;
}

function Panel({ picking: { gap, screen, at } }: { picking: Picking }) {
  const document = useDocumentStore();
  const canvas = useCanvasStore();
  const reveal = useReveal();
  const [before] = useState(() => window.document.activeElement);
  const close = () => canvas.getState().pick(undefined);
  const outside = useClickOutside<HTMLDivElement>(close);
  const { offered, where, title } = useMemo(() => {
    const { descriptor } = document.getState();
    return { offered: whatFits(descriptor, gap), ...describeGap(descriptor, gap) };
  }, [document, gap]);

  const choose = (component: ComponentDefinition) => {
    const id = crypto.randomUUID();
    document.getState().apply(insertComponent({ gap, id, component, at, catalogue }));
    document.getState().select([id]);
    close();
    reveal(id);
    focusCard(id);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    close();
    if (before instanceof HTMLElement || before instanceof SVGElement) before.focus();
  };

  return (
    <Portal>
      <FocusTrap>
        <div
          ref={outside}
          className={classes.picker}
          style={{
            left: within(screen.x + 12, window.innerWidth - size.width - size.margin),
            top: within(screen.y - 28, window.innerHeight - size.height - size.margin),
          }}
          role="dialog"
          aria-label={title}
          onKeyDown={onKeyDown}
        >
          <p className={classes.where} aria-hidden>
            {where}
          </p>
          <ComponentList offered={offered} onChoose={choose} />
        </div>
      </FocusTrap>
    </Portal>
  );
}

function whatFits(descriptor: Descriptor, gap: Gap): Catalogue {
  const fitting = catalogue.components().filter((component) => fits(descriptor, catalogue, gap, component));
  return { ...catalogue, components: () => fitting };
}

function describeGap(descriptor: Descriptor, gap: Gap): { where: string; title: string } {
  const name = (id: string) => componentLabel(descriptor, catalogue, id);
  if (gap.kind === 'on') {
    const ends = { from: name(gap.link.from), to: name(gap.link.to) };
    return { where: text('picker.between', ends), title: text('picker.insertBetween', ends) };
  }
  const component = name(gap.kind === 'after' ? gap.from : gap.to);
  return gap.kind === 'after'
    ? { where: text('picker.after', { component }), title: text('picker.insertAfter', { component }) }
    : { where: text('picker.before', { component }), title: text('picker.insertBefore', { component }) };
}

function within(value: number, most: number): number {
  return Math.max(size.margin, Math.min(value, most));
}
