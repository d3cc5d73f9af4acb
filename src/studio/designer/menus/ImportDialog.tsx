import { Button, FileButton, Group, Modal, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { useCommandContext } from '../commands/use-command-context.ts';
import { importFlow } from '../clipboard/import-flow.ts';
import { readFlowFile, readFlowText } from '../clipboard/flow-text.ts';
import { useDocument } from '../document/document-context.ts';
import { focusFlow } from '../panels/focus-flow.ts';

/** Brings a flow in from a file or from text: beside what is there, or in its place. Undo takes it away again. */
export default function ImportDialog() {
  const context = useCommandContext();
  const isEmpty = useDocument((state) => Object.keys(state.descriptor).length === 0);
  const [mode, setMode] = useState<'add' | 'replace'>('add');
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<string>();
  const close = () => {
    context.popups.getState().close();
    focusFlow();
  };
  const take = (read: ReturnType<typeof readFlowText>) => {
    if (!read.ok) return setFailure(read.reason);
    importFlow(read.components, isEmpty ? 'replace' : mode, context);
    close();
  };
  return (
    <Modal opened onClose={close} title="Import a flow" size="lg" returnFocus={false}>
      <Stack>
        <Text size="sm" c="dimmed">
          A flow as JSON: a document with the member “flow”, or its components alone.
        </Text>
        {!isEmpty && (
          <SegmentedControl
            aria-label="What is imported"
            value={mode}
            onChange={(value) => setMode(value === 'replace' ? 'replace' : 'add')}
            data={[
              { value: 'add', label: 'Adds to this flow' },
              { value: 'replace', label: 'Takes the place of this flow' },
            ]}
          />
        )}
        <Textarea
          label="Flow JSON"
          autosize
          minRows={6}
          maxRows={14}
          value={text}
          error={failure}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setFailure(undefined);
          }}
        />
        <Group justify="space-between">
          <FileButton
            accept="application/json,.json"
            onChange={(file) => file && void readFlowFile(file).then(take)}
          >
            {(props) => (
              <Button {...props} variant="default" leftSection={<FileUp size={16} aria-hidden />}>
                Choose a file…
              </Button>
            )}
          </FileButton>
          <Group gap="xs">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button disabled={text.trim() === ''} onClick={() => take(readFlowText(text))}>
              Import
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
}
