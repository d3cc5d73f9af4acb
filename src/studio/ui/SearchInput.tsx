import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { useState } from 'react';

/**
 * A search field that reports a quarter of a second after the last key. `value` is what has been
 * reported (it may live in the URL); when it changes from elsewhere the field follows.
 */
export function SearchInput(props: { value: string; onChange: (value: string) => void; label: string }) {
  const [text, setText] = useState(props.value);
  const [adopted, setAdopted] = useState(props.value);
  if (props.value !== adopted) {
    setAdopted(props.value);
    setText(props.value);
  }
  const report = useDebouncedCallback(props.onChange, 250);
  return (
    <TextInput
      type="search"
      aria-label={props.label}
      placeholder={props.label}
      leftSection={<Search size={16} aria-hidden />}
      rightSection={
        text && (
          <CloseButton
            size="sm"
            aria-label="Clear the search"
            onClick={() => {
              setText('');
              report.cancel();
              props.onChange('');
            }}
          />
        )
      }
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        report(event.currentTarget.value);
      }}
    />
  );
}
