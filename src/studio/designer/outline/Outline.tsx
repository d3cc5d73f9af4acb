import { Kbd } from '@mantine/core';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useId, useMemo, useRef } from 'react';
import { catalogue } from '../../catalogue.ts';
import { outlineText as text } from '../../text/english/outline.ts';
import { useCanvas, useCanvasStore } from '../canvas/canvas-context.ts';
import { focusInspector } from '../canvas/focus-inspector.ts';
import { countProblems } from '../canvas/projection.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { useDocument } from '../document/document-context.ts';
import { usePopup, usePopups } from '../menus/popups.ts';
import { useNarrow, usePanelsStore } from '../panels/panels-context.ts';
import classes from './Outline.module.css';
import { noteRowText } from './note-rows.ts';
import { OutlineRowView } from './OutlineRowView.tsx';
import { type RowText, rowText } from './row-text.ts';
import { useOutline } from './use-outline.ts';
import { useRowKeys } from './use-row-keys.ts';
import type { VisibleRow } from './visible-rows.ts';

/** px; the style sheet has the same */
const rowHeight = 40;

/** The flow as a nested list, in place of the canvas: to read and to edit by keys and by a screen reader. */
export function Outline() {
  const treeId = useId();
  const descriptor = useDocument((state) => state.descriptor);
  const notes = useDocument((state) => state.notes);
  const problems = useDocument((state) => state.problems);
  const selection = useDocument((state) => state.selection);
  const noteSelection = useDocument((state) => state.noteSelection);
  const linkSelected = useDocument((state) => state.linkSelection.length > 0);
  const outline = useOutline();
  const { rows, activeIndex, goTo, toggle } = outline;
  const tree = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const counts = useMemo(() => countProblems(problems), [problems]);
  const open = useOpening();
  const pick = usePicking(tree);
  const popups = usePopups();
  const renamed = usePopup('rename')?.componentId;

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.row.key ?? index,
    overscan: 8,
    // The row that has the keys stays in the page: a screen reader reads it.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), activeIndex])].sort((a, b) => a - b),
  });
  useEffect(() => {
    if (rows.length > 0) virtualizer.scrollToIndex(activeIndex, { align: 'auto' });
  }, [activeIndex, rows.length, virtualizer]);

  const total = Object.keys(descriptor).length;
  const textOf = ({ row }: VisibleRow): RowText =>
    row.kind === 'note'
      ? noteRowText(row, notes)
      : rowText(row, { descriptor, catalogue, problems: counts }, total);
  const isSelected = ({ row }: VisibleRow, index: number) => {
    if (row.kind === 'branch') return linkSelected && index === activeIndex;
    return (row.kind === 'note' ? noteSelection : selection).includes(row.id);
  };
  const rowId = (index: number) => `${treeId}-${index}`;
  const add = (visible: VisibleRow, at?: { x: number; y: number }) => {
    const { gap } = visible.row;
    const row = document.getElementById(rowId(rows.indexOf(visible)))?.getBoundingClientRect();
    if (gap) pick({ gap, screen: at ?? { x: (row?.left ?? 0) + 48, y: row?.bottom ?? 0 } });
  };
  const onKeyDown: (event: KeyboardEvent) => void = useRowKeys(outline, {
    nameOf: (visible) => textOf(visible).name,
    open,
    add,
    connect: ({ from, outPort }) => popups.getState().open({ kind: 'connect', from, outPort }),
  });

  return (
    <section className={classes.outline} aria-label={text('title')}>
      <header className={classes.head}>
        <h2 className={classes.title}>{text('title')}</h2>
        <p className={classes.hint}>
          {text.nodes('hint', {
            enter: <Key key="enter">↵</Key>,
            plus: <Key key="plus">+</Key>,
            connect: <Key key="connect">&gt;</Key>,
            delete: <Key key="delete">{text('deleteKey')}</Key>,
          })}
        </p>
        <CommandButton name="connectTo" size={28} />
        <CommandButton name="removeLink" size={28} />
        <CommandButton name="addNote" size={28} />
        <CommandButton name="duplicate" size={28} />
        <CommandButton name="delete" size={28} />
      </header>
      <div ref={scroller} className={classes.scroller}>
        <div
          ref={tree}
          role="tree"
          aria-label={text('tree')}
          aria-multiselectable
          aria-activedescendant={rows.length > 0 ? rowId(activeIndex) : undefined}
          tabIndex={0}
          className={classes.tree}
          style={{ height: virtualizer.getTotalSize() }}
          data-outline
          onKeyDown={onKeyDown}
        >
          {virtualizer.getVirtualItems().map(({ index, key, start }) => {
            const visible = rows[index];
            if (!visible) return null;
            const { row } = visible;
            const id = row.kind === 'component' ? row.id : undefined;
            return (
              <OutlineRowView
                key={key}
                id={rowId(index)}
                visible={visible}
                top={start}
                text={textOf(visible)}
                type={id === undefined ? undefined : descriptor[id]?.type}
                problems={id === undefined ? 0 : (counts.get(id) ?? 0)}
                active={index === activeIndex}
                selected={isSelected(visible, index)}
                renaming={id !== undefined && id === renamed}
                onGo={(event) => goTo(index, { add: event.shiftKey || event.ctrlKey || event.metaKey })}
                onToggle={() => toggle(row.key)}
                onOpen={open}
                onAdd={(at) => {
                  goTo(index);
                  add(visible, at);
                }}
              />
            );
          })}
        </div>
        {rows.length === 0 && (
          <p className={classes.empty}>{text.nodes('empty', { key: <Key key="key">/</Key> })}</p>
        )}
      </div>
    </section>
  );
}

function Key({ children }: { children: string }) {
  return <Kbd size="xs">{children}</Kbd>;
}

/** Leads into the inspector. */
function useOpening(): () => void {
  const panels = usePanelsStore();
  const narrow = useNarrow();
  return () => {
    panels.getState().open('inspector', narrow);
    focusInspector();
  };
}

/** Opens the component picker; when it closes, the focus is in the tree again. */
function usePicking(tree: RefObject<HTMLElement | null>) {
  const canvas = useCanvasStore();
  const picking = useCanvas((state) => state.picking !== undefined);
  const picked = useRef(false);
  useEffect(() => {
    if (picked.current && !picking) requestAnimationFrame(() => tree.current?.focus());
    picked.current = picking;
  }, [picking, tree]);
  return canvas.getState().pick;
}
