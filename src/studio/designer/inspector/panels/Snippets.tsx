import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import classes from './Panel.module.css';
import { curlSnippet, type EventCall, sdkSnippet } from './snippets.ts';

const languages = [
  { value: 'sdk', label: 'JavaScript', title: 'the SDK call', make: sdkSnippet },
  { value: 'curl', label: 'curl', title: 'the curl command', make: curlSnippet },
];

/** Characters that are shown; copying gives all of them. */
const shown = 4_000;

/** Ready-made lines that send this event. */
export function Snippets({ event, example, origin }: EventCall) {
  const [value, setValue] = useState('sdk');
  const language = languages.find((one) => one.value === value)!;
  const text = useMemo(() => language.make({ event, example, origin }), [language, event, example, origin]);
  return (
    <section className={classes['section']} aria-label="Send this event">
      <div className={classes['head']}>
        <h2 className={classes['title']}>Send this event</h2>
        <SegmentedControl
          size="xs"
          aria-label="Language"
          data={languages.map(({ value: key, label }) => ({ value: key, label }))}
          value={value}
          onChange={setValue}
        />
        <CopyButton value={text} label={`Copy ${language.title}`} />
      </div>
      {/* A scrolling region has to be reachable by keyboard. */}
      <pre className={classes['code']} tabIndex={0} aria-label={language.label}>
        {text.length > shown ? `${text.slice(0, shown)}\n…` : text}
      </pre>
      <p className={classes['note']}>Sent with the access token of the user whose flows it should start.</p>
    </section>
  );
}
