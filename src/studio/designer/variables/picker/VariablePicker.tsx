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
import { firstPick, treeAction } from './tree-keys.ts';
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
  const search = useDeferredValue(query.trim());
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(source.openAtFirst);
  const rows = useMemo(
    () =>
      search === ''
        ? expanded === source.openAtFirst()
          ? source.firstRows()
          : treeRows(source.groups, source.constants, expanded)
        : searchVariables(source.searchIndex(), search),
    [source, search, expanded],
  );
  const [cursor, setCursor] = useState({ search, index: firstPick(rows) });
  // A new search begins at its first match.
  const at = cursor.search === search ? Math.min(cursor.index, rows.length - 1) : firstPick(rows);

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
  const pick = (row: VariableRow) => {
    if (row.choice) {
      setChoice(row.choice);
      // Where one comes back to.
      setCursor({ search, index: rows.indexOf(row) });
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
    if (choice) return;
    const action = treeAction(rows, at, event.key, query !== '');
    if (!action) return;
    event.preventDefault();
    if ('move' in action) setCursor({ search, index: action.move });
    else if ('toggle' in action) toggle(action.toggle);
    else pick(action.pick);
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
          onPick={pick}
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
