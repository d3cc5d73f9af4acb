import '@mantine/spotlight/styles.layer.css';
import { VisuallyHidden } from '@mantine/core';
import { createSpotlight, Spotlight, useSpotlight } from '@mantine/spotlight';
import { type ReactNode, useEffect, useState } from 'react';
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

/** A search field with what it finds, over the Designer: one types, moves with the arrows, and takes with Enter. */
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
  const [query, setQuery] = useState('');
  const [[store, spotlight]] = useState(createSpotlight);
  const { selected } = useSpotlight(store);
  useEffect(() => {
    spotlight.open();
    // The first row is in hand at once, as it is behind each key one types.
    store.setState({ ...store.getState(), selected: 0 });
  }, [spotlight, store]);
  const found = search(items, query, most).map((item) => ({ item, refusal: refusalOf?.(item) }));
  const close = () => {
    popups.getState().close();
    focusFlow();
  };
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      onSpotlightClose={close}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      scrollable
      maxHeight={420}
      attributes={{ content: { 'aria-label': label } }}
    >
      <Spotlight.Search placeholder={label} aria-label={label} />
      <Spotlight.ActionsList {...scrolledByKeys(label)}>
        {found.map(({ item, refusal }, index) => (
          <Spotlight.Action
            key={item.id}
            label={item.title}
            description={refusal ?? item.detail}
            leftSection={icon(item)}
            rightSection={aside?.(item)}
            data-selected={index === selected || undefined}
            // Not `disabled`: the arrows lead there too, to read the reason.
            aria-disabled={refusal !== undefined || undefined}
            className={refusal === undefined ? undefined : classes.refused}
            closeSpotlightOnTrigger={refusal === undefined}
            onClick={() => refusal === undefined && afterClosing(() => onChoose(item))}
          />
        ))}
        {found.length === 0 && <Spotlight.Empty>{text('chooser.nothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
      {/* The focus stays in the search: which row the arrows have come to is told here. */}
      <VisuallyHidden role="status">{spoken(found[selected])}</VisuallyHidden>
    </Spotlight.Root>
  );
}

function spoken(found: { item: Item; refusal: string | undefined } | undefined): string {
  if (!found) return '';
  const { item, refusal } = found;
  const detail = refusal === undefined ? item.detail : connectText('refused', { reason: refusal });
  return [item.title, detail].filter(Boolean).join(', ');
}

/** Of the scroll area that the list is, though its type does not say so: a long one can be scrolled without a pointer. */
function scrolledByKeys(label: string) {
  return { viewportProps: { tabIndex: 0, role: 'group', 'aria-label': label } };
}
