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
import type { Expectation } from '../../../../flow/fit.ts';
import { variablesText as text } from '../../../text/english/variables.ts';
import { keyCap } from '../../commands/shortcut.ts';
import { useVariableDrag } from '../drag/use-variable-drag.ts';
import { VariableGhost } from '../drag/VariableGhost.tsx';
import { type ItemChoice, offeredGroups, treeRows, type VariableRow } from '../variable-row.ts';
import { searchVariables } from '../variable-search.ts';
import type { VariableSource } from '../variable-source.ts';
import { ItemChooser } from './ItemChooser.tsx';
import { firstPick, isTreeKey, treeAction } from './tree-keys.ts';
import classes from './VariablePicker.module.css';
import { rowId, VariableTree } from './VariableTree.tsx';

/** px */
const treeHeight = 360;

/** The tree of what a field can use, with a search over names, paths and samples. */
export function VariablePicker(props: {
  source: VariableSource;
  /** What the input can work with. */
  expects?: Expectation | undefined;
  onPick: (reference: Reference) => void;
  onClose: () => void;
  /** An input has taken a variable that was dragged on to it. */
  onDropped: () => void;
}) {
  const { source, expects, onPick, onClose, onDropped } = props;
  const treeId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [choice, setChoice] = useState<ItemChoice>();
  const { drag, handlersOf, isClick } = useVariableDrag(onDropped);
  const [query, setQuery] = useState('');
  const wanted = query.trim();
  const search = useDeferredValue(wanted);
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(source.openAtFirst);
  const rowsFor = useCallback(
    (words: string) => {
      if (words !== '') return searchVariables(source.searchIndex(), words);
      if (expanded === source.openAtFirst()) return source.firstRows();
      return treeRows(source.groups, source.constants, expanded);
    },
    [source, expanded],
  );
  const rows = useMemo(() => rowsFor(search), [rowsFor, search]);
  const [cursor, setCursor] = useState({ search, index: firstPick(rows) });
  // A new search begins at its first match.
  const cursorIn = (found: readonly VariableRow[], words: string) =>
    cursor.search === words ? Math.min(cursor.index, found.length - 1) : firstPick(found);
  const at = cursorIn(rows, search);

  // The popover is placed after its first render: focusing without scrolling keeps the page still.
  useEffect(() => {
    if (!choice) input.current?.focus({ preventScroll: true });
  }, [choice]);

  const toggle = useCallback(
    (key: string) =>
      setExpanded((open) => {
        const next = new Set(open);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
    [],
  );
  const pick = (row: VariableRow, at: { search: string; index: number }) => {
    if (row.choice) {
      setChoice(row.choice);
      // Where one comes back to.
      setCursor(at);
    } else if (row.reference) onPick(row.reference);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      if (!choice) onClose();
      // An open list of options is closed first.
      else if ((event.target as Element).getAttribute('aria-expanded') !== 'true') setChoice(undefined);
      return;
    }
    if (choice || !isTreeKey(event.key)) return;
    // A key means the rows of what is typed, even when they are not drawn yet.
    const meant = wanted === search ? rows : rowsFor(wanted);
    const from = cursorIn(meant, wanted);
    const action = treeAction(meant, from, event.key, query !== '');
    if (!action) return;
    event.preventDefault();
    if ('move' in action) setCursor({ search: wanted, index: action.move });
    else if ('toggle' in action) toggle(action.toggle);
    else pick(action.pick, { search: wanted, index: from });
  };

  if (choice) {
    return (
      <div className={classes['picker']} onKeyDown={onKeyDown}>
        <ItemChooser choice={choice} source={source} onPick={onPick} onBack={() => setChoice(undefined)} />
      </div>
    );
  }
  const nothingUpstream = offeredGroups(source.groups).length === 0;
  return (
    <div className={classes['picker']} data-dragging={drag !== undefined || undefined} onKeyDown={onKeyDown}>
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
          expects={expects}
          onToggle={toggle}
          onPick={(row) => pick(row, { search, index: rows.indexOf(row) })}
          dragging={{ handlersOf, isClick }}
        />
      </div>
      <div className={classes['keys']} aria-hidden>
        <span>{text.nodes('picker.choose', { up: key('ArrowUp'), down: key('ArrowDown') })}</span>
        <span>{text.nodes('picker.open', { left: key('ArrowLeft'), right: key('ArrowRight') })}</span>
        <span>{text.nodes('picker.insert', { enter: key('Enter') })}</span>
        <span>{text('picker.drag')}</span>
      </div>
      {drag && <VariableGhost drag={drag} />}
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
