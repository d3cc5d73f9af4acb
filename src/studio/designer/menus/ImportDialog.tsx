import { Button, FileButton, Group, Modal, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { menusText as text } from '../../text/english/menus.ts';
import { hasContent } from '../commands/conditions.ts';
import { useCommandContext } from '../commands/use-command-context.ts';
import { importFlow } from '../clipboard/import-flow.ts';
import { readFlowFile, readFlowText } from '../clipboard/flow-text.ts';
import { useDocument } from '../document/document-context.ts';
import { focusFlow } from '../panels/focus-flow.ts';
import { useNarrow } from '../panels/panels-context.ts';

/** Brings a flow in from a file or from text: beside what is there, or in its place. Undo takes it away again. */
export default function ImportDialog() {
  const context = useCommandContext();
  const isEmpty = useDocument((state) => !hasContent(state));
  const narrow = useNarrow();
  const [mode, setMode] = useState<'add' | 'replace'>('add');
  const [json, setJson] = useState('');
  const [failure, setFailure] = useState<string>();
  const close = () => {
    context.popups.getState().close();
    focusFlow();
  };
  const take = (read: ReturnType<typeof readFlowText>) => {
    if (!read.ok) return setFailure(read.reason);
    importFlow(read.content, isEmpty ? 'replace' : mode, context);
    close();
  };
  return (
    <Modal opened onClose={close} title={text('import.title')} size="lg" returnFocus={false}>
      <Stack>
        <Text size="sm" c="dimmed">
          {text('import.hint')}
        </Text>
        {!isEmpty && (
          <SegmentedControl
            aria-label={text('import.mode')}
            fullWidth
            orientation={narrow ? 'vertical' : 'horizontal'}
            value={mode}
            onChange={(value) => setMode(value === 'replace' ? 'replace' : 'add')}
            data={[
              { value: 'add', label: text('import.add') },
              { value: 'replace', label: text('import.replace') },
            ]}
          />
        )}
        <Textarea
          label={text('import.text')}
          autosize
          minRows={6}
          maxRows={14}
          value={json}
          error={failure}
          onChange={(event) => {
            setJson(event.currentTarget.value);
            setFailure(undefined);
          }}
        />
        <Group justify="space-between">
          <FileButton
            accept="application/json,.json"
            onChange={(file) =>
              file && void readFlowFile(file).then(take, () => setFailure(text('import.unreadable')))
            }
          >
            {(props) => (
              <Button {...props} variant="default" leftSection={<FileUp size={16} aria-hidden />}>
                {text('import.file')}
              </Button>
            )}
          </FileButton>
          <Group gap="xs">
            <Button variant="default" onClick={close}>
              {text('import.cancel')}
            </Button>
            <Button disabled={json.trim() === ''} onClick={() => take(readFlowText(json))}>
              {text('import.submit')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
}
