import { StickyNote } from 'lucide-react';
import { useMemo } from 'react';
import { catalogue } from '../../catalogue.ts';
import { menusText as text } from '../../text/english/menus.ts';
import { ComponentIcon } from '../../ui/ComponentIcon.tsx';
import type { Command } from '../commands/command.ts';
import { commands } from '../commands/commands.ts';
import { Keys } from '../commands/Keys.tsx';
import { useCommandContext } from '../commands/use-command-context.ts';
import { useGoTo } from '../deep-link/use-go-to.ts';
import { usePlacing } from '../palette/use-placing.ts';
import { Chooser } from './Chooser.tsx';
import { commandEntries, type Entry } from './command-entries.ts';

const list: Command[] = Object.values(commands);

/** Every command, every component of the flow and every component to add, found by typing. */
export default function CommandPalette() {
  const context = useCommandContext();
  const { place } = usePlacing();
  const goTo = useGoTo();
  // As things are when it opens: what it covers does not change meanwhile.
  const entries = useMemo(
    () => commandEntries(context.document.store.getState(), list, catalogue),
    [context],
  );
  const choose = (entry: Entry) => {
    if (entry.kind === 'command') entry.command.run(context);
    else if (entry.kind === 'add') place(entry.component);
    else if (entry.kind === 'note') goTo.note(entry.noteId);
    else goTo.component(entry.componentId);
  };
  return (
    <Chooser
      items={entries}
      label={text('chooser.commands')}
      icon={iconOf}
      aside={keysOf}
      onChoose={choose}
    />
  );
}

function iconOf(entry: Entry) {
  if (entry.kind === 'note') return <StickyNote size={20} aria-hidden />;
  if (entry.kind === 'command') return <entry.command.icon size={20} aria-hidden />;
  return <ComponentIcon type={entry.kind === 'add' ? entry.component.manifest.name : entry.type} size={24} />;
}

function keysOf(entry: Entry) {
  return entry.kind === 'command' ? <Keys command={entry.command} /> : null;
}
