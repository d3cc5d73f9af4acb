import { Loader, Modal } from '@mantine/core';
import { topbarText as text } from '../../text/english/topbar.ts';
import { uiText } from '../../text/english/ui.ts';
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
    <Modal opened={opened} onClose={() => setPublishing(false)} title={text('publish.title')} size="md">
      {opened && <DialogBody onClose={() => setPublishing(false)} />}
    </Modal>
  );
}

function DialogBody({ onClose }: { onClose: () => void }) {
  const flowId = useDocument((state) => state.flowId);
  const template = useTemplateOf(flowId);
  if (template.error) {
    return <ErrorState title={text('publish.notRead')} error={template.error} retry={template.refetch} />;
  }
  if (template.isPending) return <Loader size="sm" aria-label={uiText('loading')} />;
  return <PublishForm template={template.data} onClose={onClose} />;
}
