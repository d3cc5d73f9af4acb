import { Modal } from '@mantine/core';
import { Search } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useId, useState } from 'react';
import { connectText } from '../../text/english/connect.ts';
import { menusText as text } from '../../text/english/menus.ts';
import { focusFlow } from '../panels/focus-flow.ts';
import { afterClosing } from './after-closing.ts';
import classes from './Chooser.module.css';
import { search } from './command-entries.ts';
import { usePopups } from './popups.ts';

/** Rows drawn at once; more words find the rest. */
const most = 60;

type Item = { id: string; title: string; detail: string };

/**
 * A search field with what it finds, over the Designer: one types, moves with the arrows, and takes with Enter. The focus
 * stays in the field, which names the row in hand: that is what a screen reader reads.
 */
export function Chooser<Choice extends Item>(props: {
  items: Choice[];
  label: string;
  icon: (item: Choice) => ReactNode;
  aside?: (item: Choice) => ReactNode;
  /** Why an item cannot be taken. It stays in the list, in its detail's place the reason. */
  refusalOf?: (item: Choice) => string | undefined;
  onChoose: (item: Choice) => void;
}) {
  const { items, label, icon, aside, refusalOf, onChoose } = props;
  const popups = usePopups();
  const listId = useId();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const all = search(items, query);
  const found = all.slice(0, most).map((item) => ({ item, refusal: refusalOf?.(item) }));
  const active = Math.min(chosen, found.length - 1);
  const rowId = (index: number) => `${listId}-${index}`;
  const activeId = active >= 0 ? rowId(active) : undefined;
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const close = () => {
    popups.getState().close();
    focusFlow();
  };
  const take = (index: number) => {
    const row = found[index];
    if (!row || row.refusal !== undefined) return;
    close();
    afterClosing(() => onChoose(row.item));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) setChosen((active + step + found.length) % found.length);
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) take(active);
    else return;
    event.preventDefault();
  };

  return (
    <Modal
      opened
      onClose={close}
      withCloseButton={false}
      padding={0}
      size={600}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': label } }}
    >
      <div className={classes.chooser} onKeyDown={onKeyDown}>
        <div className={classes.search}>
          <Search size={18} aria-hidden />
          <input
            data-autofocus
            // At once: what one types right behind the key that opened the list belongs here.
            autoFocus
            className={classes.field}
            placeholder={label}
            aria-label={label}
            aria-autocomplete="list"
            aria-controls={listId}
            aria-activedescendant={activeId}
            autoComplete="off"
            spellCheck={false}
            value={query}
            onChange={(event) => {
              setQuery(event.currentTarget.value);
              setChosen(0);
            }}
          />
        </div>
        <div
          id={listId}
          role="listbox"
          aria-label={label}
          aria-activedescendant={activeId}
          // A long list can be scrolled by keys, too.
          tabIndex={0}
          className={classes.list}
        >
          {found.map(({ item, refusal }, index) => (
            <div
              key={item.id}
              id={rowId(index)}
              role="option"
              aria-selected={index === active}
              // The arrows lead there all the same, to read the reason.
              aria-disabled={refusal !== undefined || undefined}
              aria-label={spoken(item, refusal)}
              className={classes.row}
              onPointerMove={(event) => isMoved(event) && setChosen(index)}
              onClick={() => take(index)}
            >
              <span className={classes.icon}>{icon(item)}</span>
              <span className={classes.words}>
                <span className={classes.title}>{item.title}</span>
                <span className={classes.detail}>{refusal ?? item.detail}</span>
              </span>
              {aside?.(item)}
            </div>
          ))}
        </div>
        {all.length > most && (
          <p className={classes.more} role="status">
            {text('chooser.more', { count: all.length - most })}
          </p>
        )}
        {found.length === 0 && (
          <p className={classes.nothing} role="status">
            {text('chooser.nothing')}
          </p>
        )}
      </div>
    </Modal>
  );
}

/** The browser tells of a pointer at rest too, when the list below it changes: that is no choice. */
function isMoved({ movementX, movementY }: PointerEvent): boolean {
  return movementX !== 0 || movementY !== 0;
}

function spoken(item: Item, refusal: string | undefined): string {
  const detail = refusal === undefined ? item.detail : connectText('refused', { reason: refusal });
  return [item.title, detail].filter(Boolean).join(', ');
}
