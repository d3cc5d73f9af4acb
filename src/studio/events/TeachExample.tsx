import { useTeachContract } from '../api/event-contracts.ts';
import { eventsText as text } from '../text/english/events.ts';
import { notifyDone, notifyFailure } from '../ui/notify.tsx';
import { JsonDialog } from './JsonDialog.tsx';

/** Adds an example to what is known of an event. */
export function TeachExample(props: { event: string; opened: boolean; onClose: () => void }) {
  const { event, opened, onClose } = props;
  const teach = useTeachContract(event);
  return (
    <JsonDialog
      title={text('teach.title')}
      hint={text('teach.hint')}
      label={text('teach.label')}
      submit={text('teach.submit')}
      opened={opened}
      onClose={onClose}
      onSubmit={async (json) => {
        try {
          await teach.mutateAsync(json);
          notifyDone(text('teach.done'));
          onClose();
        } catch (error) {
          notifyFailure(text('teach.failed'), error);
        }
      }}
    />
  );
}
