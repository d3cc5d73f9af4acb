import { Kbd, Text, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import {
  type KeyboardEvent,
  useCallback,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Reference } from '../../../../flow/descriptor.ts';
import { variablesText as text } from '../../../text/english/variables.ts';
import { keyCap } from '../../commands/shortcut.ts';
import { offeredGroups, openAtFirst, treeRows, type VariableRow } from '../variable-row.ts';
import { searchVariables } from '../variable-search.ts';
import type { VariableSource } from '../variable-source.ts';
import { firstPick, treeAction } from './tree-keys.ts';
import classes from './VariablePicker.module.css';
import { rowId, VariableTree } from './VariableTree.tsx';

/** px */
const treeHeight = 360;

/** The tree of what a field can use, with a search over names, paths and samples. */
export function VariablePicker(props: {
  source: VariableSource;
  onPick: (reference: Reference) => void;
  onClose: () => void;
}) {
  const { source, onPick, onClose } = props;
  const treeId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const search = useDeferredValue(query.trim());
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(() => openAtFirst(source.groups));
  const rows = useMemo(
    () =>
      search === ''
        ? treeRows(source.groups, source.constants, expanded)
        : searchVariables(source.searchIndex(), search),
    [source, search, expanded],
  );
  const [cursor, setCursor] = useState({ search, index: firstPick(rows) });
  // A new search begins at its first match.
  const at = cursor.search === search ? Math.min(cursor.index, rows.length - 1) : firstPick(rows);

  // The popover is placed after its first render: focusing without scrolling keeps the page still.
  useEffect(() => input.current?.focus({ preventScroll: true }), []);

  const toggle = useCallback(
    (key: string) =>
      setExpanded((open) => {
        const next = new Set(open);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
    [],
  );
  const pick = useCallback((row: VariableRow) => row.reference && onPick(row.reference), [onPick]);

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
      return;
    }
    const action = treeAction(rows, at, event.key, query !== '');
    if (!action) return;
    event.preventDefault();
    if ('move' in action) setCursor({ search, index: action.move });
    else if ('toggle' in action) toggle(action.toggle);
    else pick(action.pick);
  };

  const nothingUpstream = offeredGroups(source.groups).length === 0;
  return (
    <div className={classes['picker']} onKeyDown={onKeyDown}>
      <TextInput
        ref={input}
        className={classes['search']}
        variant="unstyled"
        leftSection={<Search size={14} aria-hidden />}
        placeholder={text('picker.placeholder')}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        role="combobox"
        aria-label={text('picker.search')}
        aria-expanded
        aria-haspopup="tree"
        aria-autocomplete="list"
        aria-controls={treeId}
        aria-activedescendant={rows.length > 0 ? rowId(treeId, at) : ''}
      />
      {nothingUpstream && search === '' && (
        <Text className={classes['empty']} size="sm" c="dimmed">
          {text('picker.nothingUpstream')}
        </Text>
      )}
      {rows.length === 0 && (
        <Text className={classes['empty']} size="sm" c="dimmed">
          {text('picker.noMatch', { search })}
        </Text>
      )}
      <div className={classes['tree']}>
        <VariableTree
          id={treeId}
          label={text('variables')}
          rows={rows}
          maxHeight={treeHeight}
          cursor={at}
          onToggle={toggle}
          onPick={pick}
        />
      </div>
      <div className={classes['keys']} aria-hidden>
        <span>{text.nodes('picker.choose', { up: key('ArrowUp'), down: key('ArrowDown') })}</span>
        <span>{text.nodes('picker.open', { left: key('ArrowLeft'), right: key('ArrowRight') })}</span>
        <span>{text.nodes('picker.insert', { enter: key('Enter') })}</span>
      </div>
    </div>
  );
}

function key(name: string) {
  return (
    <Kbd key={name} size="xs">
      {keyCap(name)}
    </Kbd>
  );
}
