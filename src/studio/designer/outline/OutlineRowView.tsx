import { ActionIcon, Tooltip } from '@mantine/core';
import { ChevronRight, GitBranch, Plus, StickyNote } from 'lucide-react';
import type { MouseEvent } from 'react';
import { outlineText } from '../../text/english/outline.ts';
import { ComponentIcon } from '../../ui/ComponentIcon.tsx';
import { problemText } from '../canvas/projection.ts';
import { RenameInput } from '../menus/RenameInput.tsx';
import classes from './Outline.module.css';
import type { RowText } from './row-text.ts';
import type { VisibleRow } from './visible-rows.ts';

/** px a level is set in */
const indent = 20;

/** A component of the flow, a branch, or a note. */
export function OutlineRowView(props: {
  id: string;
  visible: VisibleRow;
  /** px from the top of the tree */
  top: number;
  text: RowText;
  type: string | undefined;
  problems: number;
  active: boolean;
  selected: boolean;
  /** Its name is being edited. */
  renaming: boolean;
  onGo: (event: MouseEvent) => void;
  onToggle: () => void;
  onOpen: () => void;
  onAdd: (at: { x: number; y: number }) => void;
}) {
  const { visible, text, type, problems } = props;
  const { row, expandable, expanded } = visible;
  return (
    <div
      id={props.id}
      role="treeitem"
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-selected={props.selected}
      aria-expanded={expandable ? expanded : undefined}
      aria-label={text.spoken}
      className={classes.row}
      data-active={props.active || undefined}
      data-kind={row.kind}
      style={{ top: props.top, paddingLeft: 8 + (row.level - 1) * indent }}
      onClick={props.onGo}
      onDoubleClick={row.kind === 'branch' ? undefined : props.onOpen}
    >
      <ChevronRight
        size={14}
        aria-hidden
        className={classes.chevron}
        data-open={expanded || undefined}
        data-none={!expandable || undefined}
        onClick={(event) => {
          event.stopPropagation();
          props.onToggle();
        }}
      />
      {row.kind === 'note' ? (
        <StickyNote size={16} aria-hidden className={classes.noteIcon} />
      ) : type === undefined ? (
        <GitBranch size={14} aria-hidden className={classes.branchIcon} />
      ) : (
        <ComponentIcon type={type} size={24} />
      )}
      {props.renaming && row.kind === 'component' ? (
        <RenameInput componentId={row.id} width={240} />
      ) : (
        <span className={classes.name}>{text.name}</span>
      )}
      <span className={classes.notes}>{text.notes.join(' · ')}</span>
      {problems > 0 && <span className={classes.problems}>{problemText(problems)}</span>}
      {row.gap && (
        <Tooltip label={outlineText('addAfterByKey', { name: text.name })}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            tabIndex={-1}
            aria-label={outlineText('addAfter', { name: text.name })}
            className={classes.add}
            onClick={(event) => {
              event.stopPropagation();
              const { left, bottom } = event.currentTarget.getBoundingClientRect();
              props.onAdd({ x: left, y: bottom });
            }}
          >
            <Plus size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}
