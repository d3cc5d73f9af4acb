import { Loader, Modal } from '@mantine/core';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { useDocument } from '../document/document-context.ts';
import { usePanels, usePanelsStore } from '../panels/panels-context.ts';
import { PublishForm } from './PublishForm.tsx';
import { useTemplateOf } from './use-publish.ts';

/** Publishes the open draft, which has no problems, as a template. */
export function PublishDialog() {
  const opened = usePanels((state) => state.publishing);
  const { setPublishing } = usePanelsStore().getState();
  return (
    <Modal opened={opened} onClose={() => setPublishing(false)} title="Publish as template" size="md">
      {opened && <DialogBody onClose={() => setPublishing(false)} />}
    </Modal>
  );
}

function DialogBody({ onClose }: { onClose: () => void }) {
  const flowId = useDocument((state) => state.flowId);
  const template = useTemplateOf(flowId);
  if (template.error) {
    return (
      <ErrorState title="The template could not be read" error={template.error} retry={template.refetch} />
    );
  }
  if (template.isPending) return <Loader size="sm" aria-label="Loading" />;
  return <PublishForm template={template.data} onClose={onClose} />;
}
