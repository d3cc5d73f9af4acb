import { Alert, Button, Group, List, Loader, Modal, Text } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { catalogue } from '../../../connectors/catalogue.ts';
import { componentLabel } from '../../../flow/label.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { useDocument, useDocumentStore } from '../document/document-context.ts';
import { usePanels, usePanelsStore } from '../panels/panels-context.ts';
import { PublishForm } from './PublishForm.tsx';
import { useTemplateOf } from './use-publish.ts';

/** Publishes the open draft as a template, or tells what keeps it from that. */
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
  const problems = useDocument((state) => state.problems);
  const template = useTemplateOf(flowId);
  if (problems.length > 0) return <Refusal onClose={onClose} />;
  if (template.error) {
    return (
      <ErrorState title="The template could not be read" error={template.error} retry={template.refetch} />
    );
  }
  if (template.isPending) return <Loader size="sm" aria-label="Loading" />;
  return <PublishForm template={template.data} onClose={onClose} />;
}

function Refusal({ onClose }: { onClose: () => void }) {
  const store = useDocumentStore();
  const panels = usePanelsStore();
  const problems = useDocument((state) => state.problems);
  const { descriptor } = store.getState();
  return (
    <>
      <Alert
        color="red"
        variant="light"
        icon={<TriangleAlert aria-hidden />}
        title="This flow cannot be published yet"
      >
        <List size="sm" spacing={4}>
          {problems.slice(0, 8).map(({ componentId, message }) => (
            <List.Item key={`${componentId} ${message}`}>
              {componentId !== '' && <strong>{componentLabel(descriptor, catalogue, componentId)}: </strong>}
              {message}
            </List.Item>
          ))}
        </List>
        {problems.length > 8 && (
          <Text size="sm" mt={4}>
            … and {problems.length - 8} more
          </Text>
        )}
      </Alert>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button
          onClick={() => {
            onClose();
            panels.getState().setListingProblems(true);
          }}
        >
          Show them
        </Button>
      </Group>
    </>
  );
}
