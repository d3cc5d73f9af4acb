import { ActionIcon, Button, Menu, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { BookOpenText, Ellipsis, FileUp, Lock, LockOpen, Trash } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { EventContract } from '../../contract/event-contracts.ts';
import { useChangeContract, useForgetContract } from '../api/event-contracts.ts';
import { eventsText as text } from '../text/english/events.ts';
import { uiText } from '../text/english/ui.ts';
import { report } from '../ui/notify.tsx';
import { ImportSchema } from './ImportSchema.tsx';
import { TeachExample } from './TeachExample.tsx';

/** Locks and unlocks a contract; what else can be done with it is in a menu. */
export function ContractActions({ contract }: { contract: EventContract }) {
  const { event, locked } = contract;
  const [dialog, setDialog] = useState<'import' | 'teach'>();
  const change = useChangeContract(event);
  const forget = useForgetContract(event);
  const [, navigate] = useLocation();
  const known = contract.events > 0 || locked || contract.example !== null;
  const close = () => setDialog(undefined);

  const confirmForgetting = () =>
    modals.openConfirmModal({
      title: text('forget.title', { event }),
      children: <Text size="md">{text('forget.text')}</Text>,
      labels: { confirm: text('forget.confirm'), cancel: uiText('cancel') },
      confirmProps: { color: 'red.9' },
      onConfirm: () =>
        report(
          forget.mutateAsync().then(() => navigate('/events')),
          { done: text('forget.done', { event }), failed: text('forget.failed', { event }) },
        ),
    });

  const toggle = () =>
    report(change.mutateAsync({ locked: !locked, checking: locked ? 'off' : contract.checking }), {
      done: text(locked ? 'contract.unlocked' : 'contract.locked'),
      failed: text('contract.notChanged'),
    });

  return (
    <>
      {known && (
        <Button
          variant="default"
          leftSection={locked ? <LockOpen size={16} aria-hidden /> : <Lock size={16} aria-hidden />}
          loading={change.isPending}
          onClick={toggle}
        >
          {text(locked ? 'contract.unlock' : 'contract.lock')}
        </Button>
      )}
      <Menu width={230}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={text('contract.menu')}>
            <Ellipsis size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<BookOpenText size={16} />} onClick={() => setDialog('teach')}>
            {text('teach.open')}
          </Menu.Item>
          <Menu.Item leftSection={<FileUp size={16} />} onClick={() => setDialog('import')}>
            {text('import.open')}
          </Menu.Item>
          {known && (
            <>
              <Menu.Divider />
              <Menu.Item color="red" leftSection={<Trash size={16} />} onClick={confirmForgetting}>
                {text('forget.open')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <ImportSchema contract={contract} opened={dialog === 'import'} onClose={close} />
      <TeachExample event={event} opened={dialog === 'teach'} onClose={close} />
    </>
  );
}
