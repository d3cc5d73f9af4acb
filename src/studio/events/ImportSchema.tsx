import type { EventContract } from '../../contract/event-contracts.ts';
import { isRecord } from '../../flow/record.ts';
import { useChangeContract } from '../api/event-contracts.ts';
import { eventsText as text } from '../text/english/events.ts';
import { notifyDone, notifyFailure } from '../ui/notify.tsx';
import { JsonDialog } from './JsonDialog.tsx';

/** Locks a contract to a schema of one's own. */
export function ImportSchema(props: { contract: EventContract; opened: boolean; onClose: () => void }) {
  const { contract, opened, onClose } = props;
  const change = useChangeContract(contract.event);
  return (
    <JsonDialog
      title={text('import.title')}
      hint={text('import.hint')}
      label={text('import.label')}
      submit={text('import.submit')}
      opened={opened}
      onClose={onClose}
      refuse={(value) => (isRecord(value) ? undefined : text('import.noObject'))}
      onSubmit={async (value) => {
        try {
          await change.mutateAsync({
            locked: true,
            checking: contract.checking,
            schema: value as EventContract['schema'],
          });
          notifyDone(text('import.done'));
          onClose();
        } catch (error) {
          notifyFailure(text('import.failed'), error);
        }
      }}
    />
  );
}
