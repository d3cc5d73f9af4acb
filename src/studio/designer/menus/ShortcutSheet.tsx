import { Kbd, Modal, SimpleGrid, Text } from '@mantine/core';
import { menusText as text } from '../../text/english/menus.ts';
import type { Command } from '../commands/command.ts';
import { commands } from '../commands/commands.ts';
import { describe, isMac } from '../commands/shortcut.ts';
import { focusFlow } from '../panels/focus-flow.ts';
import classes from './ShortcutSheet.module.css';
import { usePopups } from './popups.ts';

const list: Command[] = Object.values(commands);

/** Every command that has a key. */
export default function ShortcutSheet() {
  const popups = usePopups();
  const close = () => {
    popups.getState().close();
    focusFlow();
  };
  return (
    <Modal opened onClose={close} title={text('shortcuts')} size="lg" returnFocus={false}>
      <SimpleGrid
        component="ul"
        className={classes.list}
        cols={{ base: 1, sm: 2 }}
        spacing="xl"
        verticalSpacing={0}
      >
        {list
          .filter(({ shortcuts }) => shortcuts.length > 0)
          .map(({ id, title, shortcuts }) => (
            <li key={id} className={classes.row}>
              <Text size="sm" span>
                {title()}
              </Text>
              <span className={classes.keys}>
                {shortcuts.map((shortcut) => (
                  <Kbd key={JSON.stringify(shortcut)}>{describe(shortcut, isMac())}</Kbd>
                ))}
              </span>
            </li>
          ))}
      </SimpleGrid>
    </Modal>
  );
}
