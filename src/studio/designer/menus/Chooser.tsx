import '@mantine/spotlight/styles.layer.css';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { type ReactNode, useEffect, useState } from 'react';
import { menusText as text } from '../../text/english/menus.ts';
import { focusFlow } from '../panels/focus-flow.ts';
import { afterClosing } from './after-closing.ts';
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
  onChoose: (item: Choice) => void;
}) {
  const { items, label, icon, aside, onChoose } = props;
  const popups = usePopups();
  const [query, setQuery] = useState('');
  const [[store, spotlight]] = useState(createSpotlight);
  useEffect(() => spotlight.open(), [spotlight]);
  const found = search(items, query, most);
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
      aria-label={label}
    >
      <Spotlight.Search placeholder={label} aria-label={label} />
      <Spotlight.ActionsList>
        {found.map((item) => (
          <Spotlight.Action
            key={item.id}
            label={item.title}
            description={item.detail}
            leftSection={icon(item)}
            rightSection={aside?.(item)}
            onClick={() => afterClosing(() => onChoose(item))}
          />
        ))}
        {found.length === 0 && <Spotlight.Empty>{text('chooser.nothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
