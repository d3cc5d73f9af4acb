import { TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Catalogue, ComponentDefinition } from '../../../../flow/definition.ts';
import { labelOf } from '../../../../flow/manifest.ts';
import { canvasText as text } from '../../../text/english/canvas.ts';
import { ComponentIcon } from '../../../ui/ComponentIcon.tsx';
import { bestMatch, paletteGroups } from '../../palette/palette-groups.ts';
import classes from './ComponentPicker.module.css';

/** A list of components to search and take one from; the keyboard stays in the search. */
export function ComponentList({
  offered,
  onChoose,
}: {
  offered: Catalogue;
  onChoose: (component: ComponentDefinition) => void;
}) {
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string>();
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const groups = useMemo(() => paletteGroups(offered, search), [offered, search]);
  const modules = groups.flatMap((category) => category.modules);
  const components = modules.flatMap((module) => module.components);
  const active =
    components.find(({ manifest }) => manifest.name === chosen) ?? bestMatch(groups, search) ?? components[0];
  const idOf = (component: ComponentDefinition) => `${listId}-${component.manifest.name}`;
  const activeId = active && idOf(active);

  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && active) {
      const at = components.indexOf(active) + step;
      setChosen(components[(at + components.length) % components.length]?.manifest.name);
    } else if (event.key === 'Enter' && active) onChoose(active);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <TextInput
        data-autofocus
        // At once: what one types right behind the key that opened the list belongs here.
        autoFocus
        role="combobox"
        aria-label={text('picker.search')}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={activeId}
        aria-autocomplete="list"
        placeholder={text('picker.search')}
        leftSection={<Search size={16} aria-hidden />}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          setChosen(undefined);
        }}
        onKeyDown={onKeyDown}
      />
      <div className={classes.list} role="listbox" id={listId} aria-label={text('picker.list')} ref={list}>
        {modules.map(({ module, components: members }) => (
          <div key={module.name} role="group" aria-label={module.label}>
            <div className={classes.module} aria-hidden>
              {module.label}
            </div>
            {members.map((component) => (
              <div
                key={component.manifest.name}
                id={idOf(component)}
                role="option"
                aria-selected={component === active}
                className={classes.option}
                onPointerMove={() => setChosen(component.manifest.name)}
                onClick={() => onChoose(component)}
              >
                <ComponentIcon type={component.manifest.name} size={24} />
                <span className={classes.label}>{labelOf(component.manifest)}</span>
              </div>
            ))}
          </div>
        ))}
      </div>
      {components.length === 0 && (
        <p className={classes.nothing}>
          {search.trim() === ''
            ? text('picker.nothingFits')
            : text('picker.noMatch', { search: search.trim() })}
        </p>
      )}
    </>
  );
}
