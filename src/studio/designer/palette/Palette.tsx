import { Kbd, ScrollArea, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { catalogue } from '../../catalogue.ts';
import { paletteText as text } from '../../text/english/palette.ts';
import { Ghost } from './Ghost.tsx';
import classes from './Palette.module.css';
import { focusFlow } from '../panels/focus-flow.ts';
import { PaletteItem } from './PaletteItem.tsx';
import { bestMatch, paletteGroups } from './palette-groups.ts';
import { usePaletteDrag } from './use-palette-drag.ts';
import { usePlacing } from './use-placing.ts';
import { useSearchKey } from './use-search-key.ts';

/** Everything one can put into a flow. */
export function Palette() {
  const [search, setSearch] = useState('');
  const categories = useMemo(() => paletteGroups(catalogue, search), [search]);
  const { over, placeAt, cancel, place } = usePlacing();
  const { drag, handlersOf, isClick } = usePaletteDrag({ onMove: over, onDrop: placeAt, onEnd: cancel });
  const searchField = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useSearchKey(searchField);

  const onSearchKey = (event: KeyboardEvent) => {
    const match = search.trim() === '' ? undefined : bestMatch(categories, search);
    if (event.key === 'Enter' && match) place(match);
    else if (event.key === 'Escape') {
      setSearch('');
      focusFlow();
    } else if (event.key === 'ArrowDown') focusItem(list.current, 0);
    else return;
    event.preventDefault();
  };

  return (
    <div className={classes.palette}>
      <div className={classes.search}>
        <TextInput
          ref={searchField}
          aria-label={text('search')}
          placeholder={text('search')}
          leftSection={<Search size={16} aria-hidden />}
          rightSection={search === '' ? <Kbd size="xs">/</Kbd> : undefined}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={onSearchKey}
        />
      </div>
      <ScrollArea className={classes.scroll} type="auto" scrollbarSize={8}>
        <div className={classes.list} ref={list} onKeyDown={walkItems}>
          {categories.map((category) => (
            <section key={category.name} aria-label={category.label}>
              <h2 className={classes.category}>{category.label}</h2>
              {category.modules.map(({ module, components }) => (
                <div key={module.name} role="group" aria-label={module.label} className={classes.module}>
                  <h3 className={classes.moduleLabel}>{module.label}</h3>
                  {components.map((component) => (
                    <PaletteItem
                      key={component.manifest.name}
                      component={component}
                      onClick={(event) => isClick(event) && place(component)}
                      {...handlersOf(component)}
                    />
                  ))}
                </div>
              ))}
            </section>
          ))}
          {categories.length === 0 && (
            <p className={classes.nothing}>{text('nothing', { search: search.trim() })}</p>
          )}
        </div>
      </ScrollArea>
      {drag && <Ghost drag={drag} />}
    </div>
  );
}

/** Arrow keys go from one component to the next. */
function walkItems(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const at = itemsOf(event.currentTarget).findIndex((item) => item === document.activeElement);
  focusItem(event.currentTarget, at + step);
}

function focusItem(list: HTMLElement | null, index: number): void {
  itemsOf(list)[index]?.focus();
}

function itemsOf(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[data-component]') ?? [])];
}
