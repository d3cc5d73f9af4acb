import { Kbd, Modal, SimpleGrid, Text } from '@mantine/core';
import { menusText as text } from '../../text/english/menus.ts';
import { outlineText } from '../../text/english/outline.ts';
import type { Command } from '../commands/command.ts';
import { commands } from '../commands/commands.ts';
import { describe, isMac, type Shortcut } from '../commands/shortcut.ts';
import { rowKeys } from '../outline/row-keys.ts';
import { focusFlow } from '../panels/focus-flow.ts';
import classes from './ShortcutSheet.module.css';
import { usePopups } from './popups.ts';

const list: Command[] = Object.values(commands);
const arrows = ['ArrowUp', 'ArrowDown', 'ArrowRight', 'ArrowLeft'].map((key): Shortcut => ({ key }));

/** Every command that has a key, and what the keys of the outline do besides. */
export default function ShortcutSheet() {
  const popups = usePopups();
  const close = () => {
    popups.getState().close();
    focusFlow();
  };
  return (
    <Modal opened onClose={close} title={text('shortcuts')} size="lg" returnFocus={false}>
      <Rows
        rows={list
          .filter(({ shortcuts }) => shortcuts.length > 0)
          .map(({ id, title, shortcuts }) => ({ id, title: title(), keys: capsOf(shortcuts) }))}
      />
      <h3 className={classes.heading}>{outlineText('keys.title')}</h3>
      <Rows
        rows={[
          { id: 'walk', title: outlineText('keys.walk'), keys: capsOf(arrows) },
          { id: 'name', title: outlineText('keys.name'), keys: [outlineText('keys.letters')] },
          ...rowKeys.map(({ id, title, shortcuts }) => ({ id, title: title(), keys: capsOf(shortcuts) })),
        ]}
      />
    </Modal>
  );
}

function Rows({ rows }: { rows: { id: string; title: string; keys: string[] }[] }) {
  return (
    <SimpleGrid
      component="ul"
      className={classes.list}
      cols={{ base: 1, sm: 2 }}
      spacing="xl"
      verticalSpacing={0}
    >
      {rows.map(({ id, title, keys }) => (
        <li key={id} className={classes.row}>
          <Text size="sm" span>
            {title}
          </Text>
          <span className={classes.keys}>
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </span>
        </li>
      ))}
    </SimpleGrid>
  );
}

function capsOf(shortcuts: Shortcut[]): string[] {
  return shortcuts.map((shortcut) => describe(shortcut, isMac()));
}
