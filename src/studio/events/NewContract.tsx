import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { eventsText as text } from '../text/english/events.ts';
import { uiText } from '../text/english/ui.ts';
import { pathOfEvent } from './event-path.ts';

/** Asks which event a contract is for, and goes there. */
export function NewContract({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title={text('new.title')}>
      <Name onClose={onClose} />
    </Modal>
  );
}

function Name({ onClose }: { onClose: () => void }) {
  const [, navigate] = useLocation();
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  return (
    <form
      onSubmit={(submit) => {
        submit.preventDefault();
        if (name === '' || Array.from(name).length > 200) setMissing(true);
        else navigate(pathOfEvent(name));
      }}
    >
      <Stack>
        <TextInput
          label={text('new.name')}
          data-autofocus
          value={name}
          error={missing && text('new.needed')}
          onChange={(change) => {
            setName(change.currentTarget.value);
            setMissing(false);
          }}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {uiText('cancel')}
          </Button>
          <Button type="submit">{text('new.submit')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
