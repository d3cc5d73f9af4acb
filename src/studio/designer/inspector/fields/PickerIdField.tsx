import { Text } from '@mantine/core';
import { inspectorFieldsText as text } from '../../../text/english/inspector-fields.ts';
import type { FieldProps } from './field-props.ts';
import { TextField } from './TextField.tsx';

/** What a picker of Google would choose: there is no such account here, so its id is entered. */
export function GooglePickerField(props: FieldProps) {
  return <IdField {...props} note={text('google')} />;
}

/** The same for OneDrive. */
export function OneDrivePickerField(props: FieldProps) {
  return <IdField {...props} note={text('oneDrive')} />;
}

function IdField({ note, ...props }: FieldProps & { note: string }) {
  const noteId = `${props.id}-note`;
  return (
    <>
      <TextField {...props} describedBy={[props.describedBy, noteId].filter(Boolean).join(' ')} />
      <Text id={noteId} size="xs" c="dimmed">
        {note}
      </Text>
    </>
  );
}
