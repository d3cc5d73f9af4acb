import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { uiText as text } from '../text/english/ui.ts';

/**
 * A search field that reports a quarter of a second after the last key. `value` is what has been
 * reported (it may live in the URL); when it changes from elsewhere the field follows.
 */
export function SearchInput(props: { value: string; onChange: (value: string) => void; label: string }) {
  const [typed, setTyped] = useState(props.value);
  const [adopted, setAdopted] = useState(props.value);
  if (props.value !== adopted) {
    setAdopted(props.value);
    setTyped(props.value);
  }
  const report = useDebouncedCallback(props.onChange, 250);
  return (
    <TextInput
      type="search"
      aria-label={props.label}
      placeholder={props.label}
      leftSection={<Search size={16} aria-hidden />}
      rightSection={
        typed && (
          <CloseButton
            size="sm"
            aria-label={text('clearSearch')}
            onClick={() => {
              setTyped('');
              report.cancel();
              props.onChange('');
            }}
          />
        )
      }
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        report(event.currentTarget.value);
      }}
    />
  );
}
