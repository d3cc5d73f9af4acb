import type { EventContract } from '../../contract/event-contracts.ts';
import { useImportSchema } from '../api/event-contracts.ts';
import { eventsText as text } from '../text/english/events.ts';
import { notifyDone, notifyFailure } from '../ui/notify.tsx';
import { JsonDialog } from './JsonDialog.tsx';

/** Locks a contract to a schema of one's own. */
export function ImportSchema(props: { contract: EventContract; opened: boolean; onClose: () => void }) {
  const { contract, opened, onClose } = props;
  const lock = useImportSchema(contract);
  return (
    <JsonDialog
      title={text('import.title')}
      hint={text('import.hint')}
      label={text('import.label')}
      submit={text('import.submit')}
      opened={opened}
      onClose={onClose}
      refuse={({ isObject }) => (isObject ? undefined : text('import.noObject'))}
      onSubmit={async (json) => {
        try {
          await lock.mutateAsync(json);
          notifyDone(text('import.done'));
          onClose();
        } catch (error) {
          notifyFailure(text('import.failed'), error);
        }
      }}
    />
  );
}
