import { Menu } from '@mantine/core';
import { useReactFlow } from '@xyflow/react';
import { Fragment } from 'react';
import { menusText as text } from '../../text/english/menus.ts';
import type { Command } from '../commands/command.ts';
import { commands } from '../commands/commands.ts';
import { Keys } from '../commands/Keys.tsx';
import { useCommandContext } from '../commands/use-command-context.ts';
import { focusFlow } from '../panels/focus-flow.ts';
import { afterClosing } from './after-closing.ts';
import { menuLayout } from './menu-layout.ts';
import { type Popup, usePopup } from './popups.ts';

/** The menu of a card, a link, the selection or the empty canvas, where it was asked for. */
export function ContextMenu() {
  const popup = usePopup('menu');
  // Each opening is a menu of its own, with the focus on its first item.
  return popup && <OpenMenu key={`${popup.at.x} ${popup.at.y} ${popup.target}`} {...popup} />;
}

function OpenMenu({ target, at }: Extract<Popup, { kind: 'menu' }>) {
  const context = useCommandContext();
  const { screenToFlowPosition } = useReactFlow();
  const state = context.document.store.getState();
  const groups = menuLayout[target]
    .map((names) => names.map((name): Command => commands[name]).filter((command) => command.when(state)))
    .filter((group) => group.length > 0);
  const close = () => {
    context.popups.getState().close();
    focusFlow();
  };
  const run = (command: Command) => {
    close();
    // A menu stands where it was opened, and so does what is pasted from it.
    afterClosing(() => command.run({ ...context, place: () => screenToFlowPosition(at) }));
  };
  return (
    <Menu
      opened
      onClose={close}
      position="bottom-start"
      offset={2}
      width={260}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-label={text('menu')}
          style={{
            position: 'fixed',
            left: at.x,
            top: at.y,
            width: 1,
            height: 1,
            padding: 0,
            border: 0,
            opacity: 0,
          }}
        />
      </Menu.Target>
      <Menu.Dropdown onContextMenu={(event) => event.preventDefault()}>
        {groups.map((group, index) => (
          <Fragment key={group[0]?.id}>
            {index > 0 && <Menu.Divider />}
            {group.map((command) => (
              <Menu.Item
                key={command.id}
                leftSection={<command.icon size={16} aria-hidden />}
                rightSection={<Keys command={command} />}
                onClick={() => run(command)}
              >
                {command.title()}
              </Menu.Item>
            ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
